package aksiam.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.domain.Escalations.Way;
import aksiam.model.Format;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EscalationsTest {
    @Test
    void theTableHoldsEveryWayOnceAndNamesOperations() {
        assertEquals(IntStream.rangeClosed(1, 22).mapToObj("A%02d"::formatted).toList(), Escalations.ways().stream().map(Way::id).toList());
        for (var way : Escalations.ways()) {
            assertFalse(way.opens().isBlank() || way.opens().endsWith("."), way.id());
            assertEquals(List.of("A15", "A18").contains(way.id()), way.operations().isEmpty() && way.dataActions().isEmpty(), way.id());
            way.operations().forEach(operation -> assertTrue(Format.OPERATION.fits(operation) && !operation.contains("*"), operation));
            way.operations().forEach(operation -> assertEquals(java.util.Optional.empty(), Operations.doubt(operation, false)));
            way.dataActions().forEach(operation -> assertEquals(java.util.Optional.empty(), Operations.doubt(operation, true)));
        }
    }

    @Test
    void aWildcardHoldsThemAndNotActionsTakeThemAway() {
        var contributor = BuiltInRoles.get("Contributor");
        assertTrue(Escalations.get("A07").isOpenTo(contributor.actions(), contributor.notActions()));
        assertFalse(Escalations.get("A05").isOpenTo(contributor.actions(), contributor.notActions()));
        assertFalse(Escalations.get("A01").isOpenTo(List.of("*/read"), List.of()));
        assertTrue(Operations.matching("Microsoft.Storage/*", false).stream().allMatch(Operations.Operation::isSensitive));
    }
}
