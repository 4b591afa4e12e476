package aksiam.workshop;

/**
 * An input that was not taken, and why.
 *
 * @param field what the person typed into
 * @param text  never holds the value
 */
public record Refusal(String consideration, String field, String text) {
}
