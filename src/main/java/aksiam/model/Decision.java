package aksiam.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a consideration was settled: by whom, when and why. {@code because} may be empty, the decision is then incomplete.
 *
 * @param revisit when the decision should be looked at again
 */
public record Decision(Status status, String because, List<String> deciders, Optional<LocalDate> date, Optional<OpenPoint> openPoint,
    Optional<LocalDate> revisit) {
    public static final Decision NONE = new Decision(Status.PROPOSED, "", List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** As in MADR 4.0.0, as far as a person chooses it. */
    public enum Status {
        PROPOSED, ACCEPTED
    }

    /** What is still to be settled; owner and due date may be open too. */
    public record OpenPoint(String text, String owner, Optional<LocalDate> due) {
    }

    public Decision {
        deciders = List.copyOf(deciders);
    }

    public Decision withStatus(Status status) {
        return new Decision(status, because, deciders, date, openPoint, revisit);
    }

    public Decision withBecause(String because) {
        return new Decision(status, because, deciders, date, openPoint, revisit);
    }

    public Decision withDeciders(List<String> deciders) {
        return new Decision(status, because, deciders, date, openPoint, revisit);
    }

    public Decision withDate(Optional<LocalDate> date) {
        return new Decision(status, because, deciders, date, openPoint, revisit);
    }

    public Decision withOpenPoint(Optional<OpenPoint> openPoint) {
        return new Decision(status, because, deciders, date, openPoint, revisit);
    }

    public Decision withRevisit(Optional<LocalDate> revisit) {
        return new Decision(status, because, deciders, date, openPoint, revisit);
    }
}
