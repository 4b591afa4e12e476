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

    /** The operations that are asked about, and those that broad roles leave out, come from this table and follow it. */
    @Test
    void waysInAndBackDoorsAreRowsOfTheTable() {
        var waysIn = Escalations.waysIn().toList();
        for (var id : List.of("A01", "A02", "A03", "A04", "A05", "A06", "A10")) {
            assertTrue(waysIn.containsAll(Escalations.get(id).operations()), id);
        }
        for (var id : List.of("A16", "A17", "A19")) {
            assertTrue(waysIn.containsAll(Escalations.get(id).dataActions().stream().map("data:"::concat).toList()), id);
        }
        assertTrue(waysIn.contains("Microsoft.ContainerService/managedClusters/agentPools/write"));
        assertFalse(waysIn.contains("Microsoft.ContainerRegistry/registries/push/write"), "no operation on the cluster");
        for (var id : List.of("A01", "A03", "A04", "A05")) {
            assertTrue(Escalations.backDoors().containsAll(Escalations.get(id).operations()), id);
        }
    }
}
