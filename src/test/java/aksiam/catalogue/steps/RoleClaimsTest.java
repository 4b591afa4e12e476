package aksiam.catalogue.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.domain.Escalations;
import aksiam.domain.Operations;
import aksiam.plan.CustomRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the description of a proposed role says is what its lines give. */
class RoleClaimsTest {
    private static final String AKS = "Microsoft.ContainerService/managedClusters/";

    private static CustomRole role(String purpose) {
        return new CustomRoles(Drafts.start().design()).forPurpose(purpose, "azure-roles");
    }

    @Test
    void theOwnerNamesEveryWayIntoClustersThatStaysOpen() {
        var owner = role("landing-zone-owner");
        var open = Escalations.ways().stream().filter(way -> way.intoClusters() && way.isOpenTo(owner.actions(), owner.notActions())).toList();
        assertTrue(open.contains(Escalations.get("A02")) && open.contains(Escalations.get("A07")));
        open.forEach(way -> assertTrue(owner.description().contains(way.opens()), way.id()));
        Stream.of("A01", "A03", "A04", "A05", "A06", "A14").map(Escalations::get)
            .forEach(way -> assertFalse(way.isOpenTo(owner.actions(), owner.notActions()), way.id()));
        assertTrue(owner.description().length() <= 1024);
    }

    @Test
    void repairClaimsNoUpgradeThatItCannotDo() {
        var repair = role("sre");
        assertFalse(repair.actions().contains(AKS + "write"));
        assertTrue(repair.description().contains("No upgrade of Kubernetes"));
        assertEquals(List.of(), Escalations.ways().stream().filter(way -> way.isOpenTo(repair.actions(), repair.notActions())).toList());
    }

    @Test
    void whoStartsPodsSaysWhatPodsGive() {
        for (var role : List.of(role("application-team"), new CustomRoles(Drafts.start().design()).deployer())) {
            assertTrue(role.description().contains("can mount any secret and run as any service account"), role.name());
        }
    }

    @Test
    void everyBroadRoleLeavesOutEveryBackDoorOfTheTable() {
        for (var purpose : List.of("sre", "secops", "landing-zone-owner")) {
            var role = role(purpose);
            Escalations.backDoors().forEach(operation -> assertTrue(Operations.covers(role.notActions(), operation), purpose + ": " + operation));
        }
    }
}
