package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.plan.OpenPoint;

/** The open points of the plan as findings. */
final class OpenPoints {
    private OpenPoints() {
    }

    static Finding finding(Design design, OpenPoint point) {
        var kind = switch (point.kind()) {
            case UNDECIDED, MARKED, INCOMPLETE -> Finding.Kind.OPEN_POINT;
            case LACKING -> Finding.Kind.MISSING_PART;
            case OPEN_BOUNDARY -> Finding.Kind.OPEN_BOUNDARY;
            case AWAITED -> Finding.Kind.MISSING_ID;
            case WAITING -> Finding.Kind.WAITING_GRANT;
            case OBSTACLE -> Finding.Kind.STAGE_CANNOT_RUN;
            case LIMIT -> Finding.Kind.LIMIT;
        };
        var undecided = switch (point.kind()) {
            case UNDECIDED -> Catalogue.find(point.consideration()).map(consideration -> "\"" + consideration.title() + "\" is undecided: ").orElse("");
            case MARKED, LACKING, OPEN_BOUNDARY, AWAITED, INCOMPLETE, WAITING, OBSTACLE, LIMIT -> "";
        };
        var owner = point.owner().isEmpty() ? "" : " (owner: " + point.owner() + point.due().map(date -> ", due " + date).orElse("") + ")";
        return new Finding(kind, point.consideration(), place(design, point), undecided + point.text() + owner);
    }

    private static Place place(Design design, OpenPoint point) {
        if (point.consideration().isEmpty()) {
            return Place.ROOT;
        }
        boolean marked = switch (point.kind()) {
            case UNDECIDED, MARKED -> design.decision(point.consideration()).openPoint().isPresent();
            case LACKING, OPEN_BOUNDARY, AWAITED, INCOMPLETE, WAITING, OBSTACLE, LIMIT -> false;
        };
        return marked ? Place.decision(point.consideration()).key("openPoint") : Place.answer(point.consideration());
    }
}
