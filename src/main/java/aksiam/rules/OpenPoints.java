package aksiam.rules;

import aksiam.model.Place;
import aksiam.plan.OpenPoint;

/** The open points of the plan as findings. */
final class OpenPoints {
    private OpenPoints() {
    }

    static Finding finding(OpenPoint point) {
        var kind = switch (point.kind()) {
            case UNDECIDED, MARKED, INCOMPLETE -> Finding.Kind.OPEN_POINT;
            case WAITING -> Finding.Kind.WAITING_GRANT;
            case LIMIT -> Finding.Kind.LIMIT;
        };
        var place = point.consideration().isEmpty() ? Place.ROOT : switch (point.kind()) {
            case MARKED -> Place.decision(point.consideration()).key("openPoint");
            case UNDECIDED, INCOMPLETE, WAITING, LIMIT -> Place.answer(point.consideration());
        };
        var owner = point.owner().isEmpty() ? "" : " (owner: " + point.owner() + point.due().map(date -> ", due " + date).orElse("") + ")";
        return new Finding(kind, point.consideration(), place, point.text() + owner);
    }
}
