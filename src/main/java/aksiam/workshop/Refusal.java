package aksiam.workshop;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * An input that was not taken, and why.
 *
 * @param field what the person typed into
 * @param text  never holds the value
 * @param at    when the last of it was typed; empty for a time before all others
 */
public record Refusal(String consideration, String field, String text, LocalDateTime at) {
    /** Who stops that long has read that a secret is refused, and types something else. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    Refusal(String consideration, String field, String text) {
        this(consideration, field, text, LocalDateTime.MIN);
    }

    Refusal at(LocalDateTime at) {
        return new Refusal(consideration, field, text, at);
    }

    /** Whether the next letter still belongs to what was refused. */
    boolean goesOn(String consideration, LocalDateTime next) {
        return this.consideration.equals(consideration) && !at.equals(LocalDateTime.MIN) && next.isBefore(at.plus(PAUSE));
    }
}
