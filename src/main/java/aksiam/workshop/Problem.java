package aksiam.workshop;

import java.util.List;
import java.util.Optional;

/**
 * Something that went wrong, for a person.
 *
 * @param title   what: "The design was not saved"
 * @param details where and what to do, one sentence a line
 * @param way     out of it, where there is one
 */
public record Problem(String title, List<String> details, Optional<Way> way) {
    /** @param label as a button says it */
    public record Way(String label, Action action) {
    }

    public Problem(String title, List<String> details) {
        this(title, details, Optional.empty());
    }

    public Problem {
        details = List.copyOf(details);
    }

    /** Something that nobody expected; the design is as it was. */
    static Problem unexpected(String sentence) {
        return new Problem("Something went wrong",
            List.of(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".",
                "The design is as it was before. Help > Copy report has what to pass on."));
    }
}
