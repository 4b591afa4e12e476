package aksiam.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.EmergencyAccess;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.testkit.Designs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a right at a scope is one in a cluster is asked in one place, so that no two parts answer differently. */
class AzureScopeTest {
    private static final String SUBSCRIPTION = "/subscriptions/b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10";
    private static final String GROUP = "/providers/Microsoft.Management/managementGroups/mg";
    private static final AzureScope CLUSTER = new AzureScope(SUBSCRIPTION + "/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/prd");

    @Test
    void aScopeHoldsWhatLiesInIt() {
        assertEquals(List.of(true, true, true, false, false, true),
            List.of(CLUSTER.id().toUpperCase(java.util.Locale.ROOT), SUBSCRIPTION + "/resourceGroups/rg", SUBSCRIPTION, CLUSTER.id() + "/namespaces/a",
                SUBSCRIPTION + "/resourceGroups/r", GROUP).stream().map(id -> new AzureScope(id).holds(CLUSTER)).toList());
    }

    @Test
    void aRightMeetsAClusterAlsoInAPartOfIt() {
        assertTrue(new AzureScope(CLUSTER.id() + "/namespaces/a").meets(CLUSTER));
        assertEquals(List.of(false, false), List.of(CLUSTER.id() + "-2", SUBSCRIPTION.replace('b', 'c')).stream()
            .map(id -> new AzureScope(id).meets(CLUSTER)).toList());
    }

    @Test
    void aManagementGroupCountsAsAboveForEveryPart() {
        var design = Designs.read("small-team");
        var others = design.rows("grants").stream().filter(row -> !row.text("role").equals(Administrators.ROLE)).toList();
        assertFalse(Catalogue.plan(with(design, others)).obstacles().isEmpty());
        var rows = new ArrayList<>(others);
        rows.add(Row.of("principal", "tailwind-admins", "plane", "azure", "role", Administrators.ROLE, "scope", GROUP, "access", "break-glass", "reason", "t"));
        var above = with(design, rows).with("break-glass", new Answer.Choice("emergency-group"));
        assertEquals(List.of(), Catalogue.plan(above).obstacles());
        assertEquals(List.of("tailwind-admins (" + Administrators.ROLE + ")"), EmergencyAccess.of(above, Catalogue.plan(above)).getFirst().holders().stream()
            .map(EmergencyAccess.Holder::text).toList());
    }

    private static Design with(Design design, List<Row> grants) {
        return design.with("grants", new Answer.Table(grants));
    }
}
