package aksiam.workshop;

import aksiam.catalogue.Catalogue;
import aksiam.model.Design;
import aksiam.plan.OpenPoint;
import aksiam.plan.Plan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is open in a design for somebody to settle: points that people marked, cells that the output needs, limits of Azure. Undecided considerations and waiting grants stand beside it. */
public final class OpenPoints {
    /**
     * One of them.
     *
     * @param marked whether a person said so
     */
    public record Point(String consideration, String text, String owner, Optional<LocalDate> due, boolean marked) {
        public boolean isLate(LocalDate today) {
            return due.filter(date -> date.isBefore(today)).isPresent();
        }
    }

    /** What is due first comes first, what has no date after all that has. */
    private static final Comparator<Point> ORDER = Comparator.comparing((Point point) -> point.due().orElse(LocalDate.MAX))
        .thenComparing(point -> !point.marked());

    private OpenPoints() {
    }

    public static List<Point> of(Design design, Optional<Plan> plan) {
        var marked = Catalogue.all().stream().filter(consideration -> consideration.appliesTo(design))
            .flatMap(consideration -> design.decision(consideration.id()).openPoint().stream()
                .map(point -> new Point(consideration.id(), consideration.title() + (point.text().isBlank() ? "" : ": " + point.text()), point.owner(),
                    point.due(), true)));
        var others = plan.stream().flatMap(found -> found.openPoints().stream())
            .filter(point -> switch (point.kind()) {
                case LACKING, OPEN_BOUNDARY, AWAITED, INCOMPLETE, OBSTACLE, LIMIT -> true;
                case UNDECIDED, MARKED, WAITING -> false;
            })
            .map(point -> new Point(point.consideration(), point.text(), point.owner(), point.due(), false));
        return Stream.concat(marked, others).sorted(ORDER).toList();
    }
}
