package aksiam.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import aksiam.testkit.Designs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a stage from running is said before anything is deployed. */
class ObstacleTest {
    @ParameterizedTest
    @ValueSource(strings = {"small-team", "shared-platform", "regulated", "fleet"})
    void everyStageOfAPresetCanRun(String preset) {
        assertEquals(List.of(), Catalogue.plan(Designs.read(preset)).obstacles());
    }

    @Test
    void nobodyIsClusterAdmin() {
        var design = Designs.read("regulated").with("admin-groups", new Answer.Choices(List.of()));
        assertEquals(List.of("7 cde-tst-weu", "7 cde-weu", "7 corp-weu"), obstacles(design, "cde-tst-weu", "cde-weu", "corp-weu"));
        assertTrue(isWarned(design, "Stage 7 cannot run"));
    }

    @Test
    void theClusterIdentityCannotJoinItsSubnet() {
        var design = Designs.read("aks-dronedelivery");
        assertEquals(List.of("3 snet-clusternodes"), obstacles(design, "snet-clusternodes"));
        assertTrue(isWarned(design, "Stage 3 cannot run"));
        assertEquals(List.of(), obstacles(design.with("cluster-identity-rights", new Answer.Choice("least-privilege")), "snet-clusternodes"));
    }

    @Test
    void aClusterHasNoPool() {
        var design = Designs.read("lza-cosmos");
        var rows = ((Answer.Table) design.answer("clusters").orElseThrow()).rows().stream().map(row -> row.with("pools", List.of())).toList();
        assertEquals(List.of("3 aks-region1", "3 aks-region2"), obstacles(design.with("clusters", new Answer.Table(rows)), "aks-region1", "aks-region2"));
    }

    @Test
    void theAdminKubeconfigIsUsedWhereNobodyIsNamedAndLocalAccountsStay() {
        var design = Designs.read("aks-tenants");
        assertTrue(Catalogue.plan(design).administrators().getFirst().needsAdminKubeconfig());
        var closed = Catalogue.plan(design.with("local-accounts", new Answer.Choice("disabled"))).administrators().getFirst();
        assertTrue(closed.isLockedOut() && !closed.needsAdminKubeconfig());
    }

    /** Stage and word of each obstacle that says one of the words. */
    private static List<String> obstacles(Design design, String... words) {
        return Catalogue.plan(design).obstacles().stream()
            .flatMap(
                obstacle -> Stream.of(words).filter(word -> obstacle.reason().matches(".*\\b" + word + "\\b.*")).map(word -> obstacle.stage() + " " + word))
            .toList();
    }

    private static boolean isWarned(Design design, String words) {
        return Check.findings(design).stream().anyMatch(finding -> finding.kind() == Finding.Kind.STAGE_CANNOT_RUN && finding.message().contains(words));
    }
}
