package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aksiam.model.Decision;
import aksiam.model.Design;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is open, in the order in which it is due. */
class OpenPointsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void what_is_due_first_comes_first_and_is_late_from_the_day_after() {
        var design = open(open(open(Design.EMPTY, "sign-in", Optional.empty()), "control-plane-identity", Optional.of(TODAY)), "kubelet-identity",
            Optional.of(TODAY.minusDays(1)));
        var points = OpenPoints.of(design, Optional.empty());
        assertEquals(List.of("kubelet-identity", "control-plane-identity", "sign-in"), points.stream().map(OpenPoints.Point::consideration).toList());
        assertEquals(List.of(true, false, false), points.stream().map(point -> point.isLate(TODAY)).toList());
        assertEquals("Kubelet identity: Ask", points.getFirst().text());
    }

    private static Design open(Design design, String consideration, Optional<LocalDate> due) {
        return design.with(consideration, Decision.NONE.withOpenPoint(Optional.of(new Decision.OpenPoint("Ask", "Lee Gu", due))));
    }
}
