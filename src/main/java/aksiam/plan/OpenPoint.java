package aksiam.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is still to be settled or done by somebody.
 *
 * @param owner empty while nobody is named
 */
public record OpenPoint(String consideration, Kind kind, String text, String owner, Optional<LocalDate> due) {
    public enum Kind {
        /** The consideration has no answer. */
        UNDECIDED,
        /** A person marked it as open. */
        MARKED,
        /** A grant waits for an object id. */
        WAITING,
        /** A part of an answer is missing, and what would be deployed without it is weaker than the answer. */
        LACKING,
        /** A boundary that was chosen is there, and something that is not part of the answer keeps it open. */
        OPEN_BOUNDARY,
        /** Somebody still brings an id; what depends on it is left out. */
        AWAITED,
        /** A cell that the output needs is empty. */
        INCOMPLETE,
        /** A stage is refused as the design stands. */
        OBSTACLE,
        /** A limit of Azure is reached; the text says what to do instead. */
        LIMIT
    }
}
