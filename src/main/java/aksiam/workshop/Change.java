package aksiam.workshop;

import java.time.LocalDateTime;

/**
 * What one change of the design was.
 *
 * @param consideration what was changed
 * @param kind          what about it; typing into the same field within a second is one change
 * @param label         for the menu and the status line: "Control plane identity"
 */
public record Change(String consideration, Kind kind, String label, LocalDateTime at) {
    /** The part of a consideration that a change is about. */
    public enum Kind {
        ANSWER, TEXT, DECISION, BECAUSE, OPEN_POINT
    }

    /** Whether this change goes on with the one before, as typing does. */
    boolean continues(Change before) {
        return switch (kind) {
            case TEXT, BECAUSE, OPEN_POINT -> kind == before.kind && consideration.equals(before.consideration) && at.isBefore(before.at.plusSeconds(1));
            case ANSWER, DECISION -> false;
        };
    }
}
