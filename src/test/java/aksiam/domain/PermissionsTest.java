package aksiam.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private static final String CLUSTERS = "Microsoft.ContainerService/managedClusters/";

    @Test
    void exceptionsTakeAwayWhatWildcardsGive() {
        var role = new Permissions(List.of(" Microsoft.ContainerService/* "), List.of("*/write"), List.of(CLUSTERS + "*"), List.of("*/secrets/*"));
        assertTrue(role.allow(CLUSTERS + "runCommand/action"));
        assertFalse(role.allow(CLUSTERS + "write"));
        assertTrue(role.allowInside(CLUSTERS + "pods/write"));
        assertFalse(role.allowInside(CLUSTERS + "secrets/read"));
        assertFalse(BuiltInRoles.get("Contributor").permissions().allow("Microsoft.Authorization/roleAssignments/write"));
    }

    @Test
    void aDataActionIsAboutAKindOfResourceAlsoByItsWildcard() {
        for (var action : List.of("*", "Microsoft.ContainerService/*", CLUSTERS + "pods/read", "microsoft.containerservice/managedclusters/*/read")) {
            assertTrue(new Permissions(List.of(), List.of(), List.of(action), List.of()).reachInto(CLUSTERS), action);
        }
        for (var action : List.of("Microsoft.Storage/*", "Microsoft.ContainerService/fleets/*")) {
            assertFalse(new Permissions(List.of("*"), List.of(), List.of(action), List.of()).reachInto(CLUSTERS), action);
        }
    }
}
