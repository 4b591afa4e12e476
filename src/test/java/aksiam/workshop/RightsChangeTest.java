package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.testkit.Designs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RightsChangeTest {
    private final Design shared = Designs.read("shared-platform");
    private final Design small = Designs.read("small-team");

    @Test
    void another_role_of_the_cluster_identities_is_told_for_each_with_all_its_subnets() {
        var change = change(shared, choice("cluster-identity-rights", "network-contributor"));
        assertEquals(6, change.gains());
        assertEquals(6, change.losses());
        assertEquals(List.of(
            "id-prd-neu-control-plane holds Network Contributor on subnets vnet-prd-neu/snet-api and vnet-prd-neu/snet-nodes",
            "id-prd-weu-control-plane holds Network Contributor on subnets vnet-prd-weu/snet-api and vnet-prd-weu/snet-nodes",
            "id-tst-weu-control-plane holds Network Contributor on subnets vnet-tst-weu/snet-api and vnet-tst-weu/snet-nodes"), change.gained());
        assertEquals("id-prd-neu-control-plane no longer holds AKS cluster network, Contoso shared platform"
            + " on subnets vnet-prd-neu/snet-api and vnet-prd-neu/snet-nodes", change.lost().getFirst());
    }

    @Test
    void a_reader_taken_out_of_the_matrix_loses_the_namespaces_of_that_team() {
        var change = change(shared, withoutRow("visibility", 0));
        assertEquals(List.of("aks-orders-dev no longer holds role view in namespaces payments, payments-ledger and payments-risk of prd-weu"), change.lost());
        assertEquals(3, change.losses());
        assertEquals(0, change.gains());
    }

    @Test
    void a_workload_taken_out_loses_its_sign_in_and_the_roles_of_its_identity() {
        assertEquals(List.of("id-checkout no longer holds App Configuration Data Reader on configuration store appcs-contoso",
            "id-checkout no longer holds Key Vault Secrets User on key vault kv-storefront",
            "Service account storefront/checkout of prd-neu no longer signs in as identity id-checkout",
            "Service account storefront/checkout of prd-weu no longer signs in as identity id-checkout"), change(shared, withoutRow("workloads", 0)).lost());
    }

    @Test
    void rights_to_be_activated_are_told_apart_from_those_held() {
        var change = change(shared, rows("grants", row -> row.text("access").equals("eligible") ? row.with("access", "standing") : row));
        assertTrue(change.gained().contains("aks-platform-admins holds Azure Kubernetes Service RBAC Cluster Admin on clusters prd-neu, prd-weu and tst-weu"),
            change.gained()::toString);
        assertTrue(change.lost()
            .contains("aks-platform-admins may no longer activate Azure Kubernetes Service RBAC Cluster Admin on clusters prd-neu, prd-weu and tst-weu"),
            change.lost()::toString);
    }

    @Test
    void administrators_of_clusters_are_named() {
        var group = small.rows("principals").getFirst().text("name");
        assertEquals(List.of(group + " is cluster-admin of cluster aks-tailwind"), change(small, choices("admin-groups", group)).gained());
        assertEquals(List.of("Whoever may read its admin credential is cluster-admin by the local account of cluster aks-tailwind"),
            change(small, choice("local-accounts", "enabled")).gained());
    }

    @Test
    void a_flow_taken_out_closes_its_namespaces() {
        var change = change(shared, withoutRow("flows", 0));
        assertEquals(0, change.gains());
        assertEquals("Namespace storefront may no longer reach namespaces catalog and catalog-import (pods app.kubernetes.io/name=catalog-api)"
            + " on TCP 8080 in prd-neu", change.lost().getFirst());
    }

    @Test
    void where_everything_is_open_single_flows_are_no_loss() {
        var change = change(shared, design -> design.without("default-traffic"));
        assertEquals(0, change.losses(), change.lost()::toString);
        assertTrue(change.gained().stream().allMatch(line -> line.startsWith("Every pod may reach namespaces ")
            || line.startsWith("Pods may reach every address from namespaces ")), change.gained()::toString);
        var back = RightsChange.of(Catalogue.plan(shared.without("default-traffic")), Catalogue.plan(shared));
        assertEquals(0, back.gains(), back.gained()::toString);
        assertEquals(change.gains(), back.losses());
    }

    @Test
    void another_object_id_under_the_same_name_is_told_with_the_ids() {
        var id = "11111111-2222-3333-4444-555555555555";
        var change = change(shared, rows("principals", row -> row.text("name").equals("aks-sre") ? row.with("objectId", id) : row));
        assertEquals(change.gains(), change.losses());
        assertTrue(change.gains() > 0);
        assertTrue(change.gained().stream().allMatch(line -> line.startsWith("aks-sre (" + id + ") ")), change.gained()::toString);
        assertTrue(change.lost().stream().allMatch(line -> line.startsWith("aks-sre (8436ff90-9759-4010-a304-5bca558a9126) ")), change.lost()::toString);
    }

    @Test
    void what_a_role_contains_is_told_where_the_role_stays() {
        var wider = change(shared, rows("azure-roles", row -> row.text("name").equals("Contoso AKS SRE repair")
            ? row.with("actions", plus(row.list("actions"), "Microsoft.ContainerService/managedClusters/runCommand/action")).with("notActions", List.of())
            : row));
        assertEquals(0, wider.losses(), wider.lost()::toString);
        assertTrue(wider.gained().contains("Role Contoso AKS SRE repair includes operation Microsoft.ContainerService/managedClusters/runCommand/action"),
            wider.gained()::toString);
        assertTrue(wider.gained().stream().anyMatch(line -> line.startsWith("Role Contoso AKS SRE repair no longer leaves out operation")),
            wider.gained()::toString);

        var narrower = change(shared, rows("personas", row -> row.text("name").equals("sre-read")
            ? row.with("rules", row.rows("rules").subList(1, row.rows("rules").size()))
            : row));
        assertEquals(0, narrower.gains());
        assertTrue(narrower.losses() > narrower.lost().size(), "verbs on the same resource stand in one sentence");
        narrower.lost().forEach(line -> assertTrue(line.startsWith("Role sre-read no longer includes ") && line.contains(" on "), line));
    }

    /** Whatever is taken away or given back: the one is the other told backwards, and nothing is told of a design against itself. */
    @ParameterizedTest
    @MethodSource("presets")
    void there_and_back_is_symmetrical(String preset) {
        var design = Designs.read(preset);
        var plan = Catalogue.plan(design);
        assertTrue(RightsChange.of(plan, Catalogue.plan(design)).isEmpty());
        int told = 0;
        for (var id : design.answers().keySet()) {
            var without = Catalogue.plan(design.without(id));
            var there = RightsChange.of(plan, without);
            var back = RightsChange.of(without, plan);
            assertEquals(there.gains(), back.losses(), id);
            assertEquals(there.losses(), back.gains(), id);
            assertEquals(there.lost().size(), back.gained().size(), id);
            there.lost().forEach(line -> assertTrue(line.contains(" no longer ") || line.contains(" now leaves out "), line));
            told += there.isEmpty() ? 0 : 1;
        }
        assertTrue(told > 10, "only " + told + " answers of " + preset + " change rights");
    }

    static List<String> presets() {
        return Designs.PRESETS;
    }

    private static RightsChange change(Design before, UnaryOperator<Design> answer) {
        return RightsChange.of(Catalogue.plan(before), Catalogue.plan(answer.apply(before)));
    }

    private static UnaryOperator<Design> choice(String id, String option) {
        return design -> design.with(id, new Answer.Choice(option));
    }

    private static UnaryOperator<Design> choices(String id, String... options) {
        return design -> design.with(id, new Answer.Choices(List.of(options)));
    }

    private static UnaryOperator<Design> withoutRow(String id, int number) {
        return design -> {
            var rows = new ArrayList<>(design.rows(id));
            rows.remove(number);
            return design.with(id, new Answer.Table(rows));
        };
    }

    private static UnaryOperator<Design> rows(String id, UnaryOperator<Row> change) {
        return design -> design.with(id, new Answer.Table(design.rows(id).stream().map(change).toList()));
    }

    private static List<String> plus(List<String> list, String more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
