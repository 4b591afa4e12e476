package aksiam.plan;

/** A value that was decided, with the consideration it came from. */
public record Decided<T>(T value, String consideration) {
}
