package aksiam.workshop;

import java.util.List;

/**
 * Something that went wrong, for a person.
 *
 * @param title   what: "The design was not saved"
 * @param details where and what to do, one sentence a line
 */
public record Problem(String title, List<String> details) {
    public Problem {
        details = List.copyOf(details);
    }
}
