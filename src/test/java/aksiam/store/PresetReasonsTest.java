package aksiam.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.testkit.Designs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The reasons of the presets claim nothing that their designs do not give. */
class PresetReasonsTest {
    static final java.util.List<String> PRESETS = Designs.PRESETS;

    @ParameterizedTest
    @FieldSource("PRESETS")
    void noReasonClaimsAnAlertOrTheOnlyRightOfAGroup(String name) {
        var design = Designs.read(name);
        design.decisions().forEach((id, decision) -> assertFalse(decision.because().contains("raises an alert"),
            () -> name + "/" + id + ": an alert is a task of people, and nothing generates it"));
        var admins = Catalogue.plan(design).clusters().stream().flatMap(cluster -> cluster.settings().adminGroups().stream()).toList();
        boolean others = Catalogue.plan(design).roleAssignments().stream().anyMatch(right -> admins.contains(right.subject()));
        assertTrue(!others || !design.decision("admin-groups").because().contains("no other right"), name);
    }
}
