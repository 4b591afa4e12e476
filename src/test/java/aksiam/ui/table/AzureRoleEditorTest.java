package aksiam.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.domain.Operations;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.testkit.Fx;
import aksiam.ui.table.RoleReach.Standing;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AzureRoleEditorTest {
    private static final String AKS = "Microsoft.ContainerService/managedClusters/";
    private static final Row OWNER = Row.of("name", "Contoso Landing zone owner", "purpose", "landing-zone-owner", "actions", List.of("*"),
        "notActions",
        List.of("Microsoft.Authorization/*/write", "Microsoft.Network/vpnGateways/*", AKS + "listClusterAdminCredential/action",
            AKS + "accessProfiles/listCredential/action", AKS + "runcommand/action"),
        "scopes", List.of("/subscriptions/3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11"));
    private static final Row READ = Row.of("name", "SRE, read", "purpose", "sre", "actions", List.of(AKS + "read"), "dataActions", List.of(AKS + "pods/*"),
        "scopes", List.of("prd-weu"));

    private final List<List<Row>> changes = new ArrayList<>();
    private Design design = Sample.DESIGN.with("azure-roles", new Answer.Table(List.of(OWNER, READ)));
    private TableEditor editor;

    @AfterEach
    void close() {
        Fx.closeAll();
    }

    private TableEditor make() {
        return Sample.editor("azure-roles", design, (id, rows) -> {
            changes.add(rows);
            design = design.with(id, new Answer.Table(rows));
            editor.show(design);
        });
    }

    private void open() {
        editor = Fx.call(this::make);
        Fx.show(Sample.page(editor), 1000, 900, Sample.look("light", 100));
    }

    private Row owner() {
        return design.rows("azure-roles").getFirst();
    }

    @Test
    void pictures() throws java.io.IOException {
        Sample.pictures("roles", () -> Sample.page(make()), 1280, 760);
    }

    @Test
    void anotherRoleStandsBesideThisOne() {
        open();
        var others = (ComboBox<?>) Fx.find("#compare-roles");
        Fx.run(others::show);
        assertEquals(READ.text("name"), Fx.call(() -> others.getItems().getFirst()), "roles of the design first");
        Fx.click(READ.text("name"));
        var list = (ListView<?>) Fx.find("#role-comparison .list-view");
        var here = RoleReach.of(OWNER);
        var there = RoleReach.of(READ);
        long differing = Operations.all().stream()
            .filter(operation -> (here.standing(operation) == Standing.GRANTED) != (there.standing(operation) == Standing.GRANTED)).count();
        assertEquals(differing, (long) Fx.call(() -> list.getItems().size()));
        assertTrue(differing > 10);
        Fx.click(Fx.call(() -> editor.lookup("#role-comparison .icon-button")));
        assertFalse(Fx.exists("#role-comparison"));
    }

    @Test
    void anOperationSaysInWordsWhatItDoes() {
        assertEquals("read upgrade profiles of agent pools", effect("agentPools/upgradeProfiles/read"));
        assertEquals("agent pools: abort", effect("agentPools/abort/action"));
        assertEquals("delete clusters", effect("delete"));
    }

    private static String effect(String operation) {
        return RoleReach.effect(Operations.matching(AKS + operation, false).getFirst());
    }

    @Test
    void reachIsThatOfAzure() {
        var reach = RoleReach.of(OWNER);
        assertEquals(Standing.EXCLUDED, reach.standing(AKS + "runCommand/action", false), "names are compared without regard to case");
        assertEquals(Standing.GRANTED, reach.standing(AKS + "write", false));
        assertEquals(Standing.ABSENT, reach.standing(AKS + "pods/read", true), "actions give no data actions");
        assertEquals(Standing.EXCLUDED, reach.standing("Microsoft.Authorization/roleAssignments/write", false));
        assertTrue(reach.can().startsWith("manage every kind of resource"));
        assertTrue(reach.cannot().startsWith("get the local cluster-admin kubeconfig"), reach.cannot());
        assertTrue(reach.open().startsWith("it can grant rights to others and itself"), "by elevateAccess: " + reach.open());
        assertTrue(RoleReach.of(READ).open().contains("interactive shell"), "a wildcard over pods holds exec");
    }

    @Test
    void whatIsSensitiveIsKnownInEveryProvider() {
        assertTrue(actions("Microsoft.ManagedIdentity/*").open().contains("let anything outside sign in as a managed identity"));
        assertTrue(actions("Microsoft.KubernetesConfiguration/fluxConfigurations/write").open().contains("act as cluster-admin"));
        assertEquals("", actions("*/read").open());
    }

    @Test
    void thatARoleGivesNoRightsIsSaidOnlyWhereEveryLineIsKnown() {
        assertEquals("grant rights.", actions(AKS + "read", AKS + "agentPools/*").cannot());
        for (var line : List.of("Contoso.Rights/grants/write", "Microsoft.Authorization/roleEligibilityScheduleRequests/write",
            "Microsoft.Authorization/roleDefinitions/*", "Microsoft.Storage/*", "*/write", "Microsoft.*/write")) {
            assertFalse(actions(AKS + "read", line).cannot().contains("grant rights"), line);
        }
        assertFalse(new RoleReach(List.of(AKS + "read"), List.of(), List.of(AKS + "rbac.authorization.k8s.io/*"), List.of()).cannot().contains("grant rights"));
    }

    private static RoleReach actions(String... lines) {
        return new RoleReach(List.of(lines), List.of(), List.of(), List.of());
    }

    @Test
    void typesAndRemovesLines() {
        open();
        Fx.run(() -> editor.lookup(".add-notactions").requestFocus());
        Fx.keys(KeyCode.SPACE);
        Fx.type(AKS + "stop/action\n");
        assertEquals(AKS + "stop/action", owner().list("notActions").getLast());
        assertEquals(6, owner().list("notActions").size());
        Fx.keys(KeyCode.CONTROL, KeyCode.A);
        Fx.keys(KeyCode.BACK_SPACE);
        Fx.keys(KeyCode.ENTER);
        assertEquals(5, owner().list("notActions").size());
    }

    @Test
    void picksByKeyboard() {
        open();
        Fx.run(() -> editor.lookup(".picker-search").requestFocus());
        Fx.type("rotateCluster");
        Fx.keys(KeyCode.DOWN);
        Fx.keys(KeyCode.SHIFT, KeyCode.ENTER);
        assertEquals(AKS + "rotateClusterCertificates/action", owner().list("notActions").getLast());
        assertEquals(1, changes.size());
        Fx.picture("roles-picked", editor.getScene());
    }

    @Test
    void excludesWhatWildcardsLetIn() {
        open();
        var button = RoleReach.of(owner()).sensitive(Standing.GRANTED).size();
        Fx.click("Exclude all " + button);
        assertEquals(List.of(), RoleReach.of(owner()).sensitive(Standing.GRANTED));
        assertEquals(1, changes.size());
        assertFalse(Fx.exists("Exclude all " + button));
    }

    @Test
    void addsNamesAndSwitchesRoles() {
        open();
        Fx.click("Add role");
        Fx.type("Contoso reader\n");
        assertEquals("Contoso reader", design.rows("azure-roles").getLast().text("name"));
        Fx.click("SRE, read");
        assertEquals("SRE, read", Fx.call(() -> ((ValueField) editor.lookup(".role-head .value-field")).getText()));
        Fx.run(() -> editor.show(design.with("azure-roles", new Answer.Table(List.of(OWNER.with("name", "Renamed"), READ)))));
        assertEquals("SRE, read", Fx.call(() -> ((ValueField) editor.lookup(".role-head .value-field")).getText()));
    }
}
