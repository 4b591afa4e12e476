package aksiam.catalogue;

import aksiam.model.Answer;
import java.util.List;
import java.util.Optional;

/**
 * An answer that is proposed and never chosen by itself.
 *
 * @param because the reason, from this design: "this design has 3 own subnets"
 */
public record Suggestion(Answer answer, String because) {
    public static Optional<Suggestion> option(String option, String because) {
        return Optional.of(new Suggestion(new Answer.Choice(option), because));
    }

    /** Several options, or picked rows; nothing when there is none. */
    public static Optional<Suggestion> options(List<String> options, String because) {
        return options.isEmpty() ? Optional.empty() : Optional.of(new Suggestion(new Answer.Choices(options), because));
    }

    /** "1 cluster", "3 clusters". */
    public static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** That none of the options or rows is chosen. */
    public static Optional<Suggestion> noneOfThem(String because) {
        return Optional.of(new Suggestion(new Answer.Choices(List.of()), because));
    }

    /** Nothing is proposed. */
    public static Optional<Suggestion> none() {
        return Optional.empty();
    }
}
