package aksiam.generate.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Bundle;
import aksiam.generate.Source;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.plan.Plan;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The identities of a cluster hold each role where AKS documents it, no higher, and what reaches further is said. */
class WideRightsTest {
    private static final String NETWORK = "microsoft.network/virtualnetworks";

    /**
     * Where the pages of AKS give each role (MicrosoftDocs/azure-aks-docs fb060abe, 2026-08-21: aks-service-permissions, concepts-network-cni-overview,
     * configure-kubenet, private-apiserver-vnet-integration-cluster, private-clusters, quick-automatic-custom-network, pre-created-kubelet-managed-identity).
     */
    private static final Map<String, List<String>> DOCUMENTED = Map.of(
        "cluster-identity-rights", List.of("Network Contributor at " + NETWORK + "/subnets", "custom at " + NETWORK + "/subnets",
            "Network Contributor at microsoft.network/routetables", "custom at microsoft.network/routetables", "Network Contributor at " + NETWORK),
        "private-dns-zone", List.of("Private DNS Zone Contributor at microsoft.network/privatednszones", "Network Contributor at " + NETWORK),
        "kubelet-identity", List.of("Managed Identity Operator at microsoft.managedidentity/userassignedidentities"),
        "registry-permission-mode", List.of("AcrPull at microsoft.containerregistry/registries",
            "Container Registry Repository Reader at microsoft.containerregistry/registries"));

    private static Design with(Design design, String consideration, String option) {
        return design.with(consideration, new Answer.Choice(option));
    }

    /** Own zone, own subnets, registries that decide by repository. */
    private static Design ownZone() {
        return with(Designs.read("regulated"), "registry-permission-mode", "abac");
    }

    /** Automatic in a network of its own. */
    private static Design automatic() {
        var design = with(Designs.read("fleet"), "cluster-flavour", "automatic");
        return design.with("clusters", new Answer.Table(design.rows("clusters").stream().map(row -> row.with("flavour", "automatic")).toList()));
    }

    private static Stream<Design> designs() {
        var least = with(with(Designs.read("fleet"), "cluster-identity-rights", "least-privilege"), "registry-permission-mode", "classic");
        var routed = least.with("own-network", new Answer.Choices(List.of("subnets", "route-table")))
            .with("clusters", new Answer.Table(least.rows("clusters").stream().map(row -> row.with("routeTable", "/subscriptions/" + id(9)
                + "/resourceGroups/rg-network/providers/Microsoft.Network/routeTables/rt")).toList()));
        return Stream.concat(Designs.all().stream().map(Designs::read),
            Stream.of(ownZone(), automatic(), routed, with(routed, "cluster-identity-rights", "network-contributor")));
    }

    private static String id(int number) {
        return "7c0e9a1b-0000-4000-8000-%012d".formatted(number);
    }

    private static String where(RoleAssignment right) {
        return (right.role().custom() ? "custom" : right.role().name()) + " at " + right.scope().resource().type().toLowerCase(Locale.ROOT);
    }

    private static String said(Plan plan) {
        return String.join("\n", WideRights.of(plan));
    }

    @Test
    void eachRoleIsGivenWhereItIsDocumented() {
        var seen = new TreeSet<String>();
        var beyond = new ArrayList<String>();
        designs().forEach(design -> Source.of(design).plan().roleAssignments().stream().filter(right -> DOCUMENTED.containsKey(right.consideration()))
            .forEach(right -> {
                seen.add(right.consideration() + ": " + where(right));
                if (!DOCUMENTED.get(right.consideration()).contains(where(right))) {
                    beyond.add(right.subject().label() + ": " + where(right) + " " + right.scope().id());
                }
            }));
        assertEquals(List.of(), beyond);
        assertEquals(DOCUMENTED.entrySet().stream().flatMap(entry -> entry.getValue().stream().map(where -> entry.getKey() + ": " + where))
            .collect(Collectors.toCollection(TreeSet::new)), seen);
    }

    @Test
    void whatReachesFurtherThanAPartStandsInTheReadme() {
        designs().forEach(design -> {
            var plan = Source.of(design).plan();
            plan.roleAssignments().stream().filter(right -> DOCUMENTED.containsKey(right.consideration()))
                .filter(right -> where(right).equals("Network Contributor at " + NETWORK) || where(right).startsWith("Container Registry Repository"))
                .forEach(right -> assertTrue(said(plan).contains(right.scope().resource().name() + " (" + right.subject().label() + ")"), where(right)));
        });
    }

    @Test
    void readmeAndRecordNameTheWiderScopeAndItsReason() {
        var zone = Bundles.of(ownZone());
        var readme = text(zone, "README\\.md");
        assertTrue(readme.contains("For a private DNS zone of your own, AKS documents no narrower scope."), "README");
        assertFalse(readme.contains("AKS Automatic name the network"), "no cluster of it is Automatic");
        assertTrue(readme.contains("**All repositories.**"), "README");
        assertRecord(zone, "private-dns-zone", "Network Contributor on the whole network: AKS documents no narrower right (residual risk)");
        assertRecord(zone, "registry-permission-mode", "nodes pull from every repository");
        var automatic = Bundles.of(automatic());
        assertTrue(text(automatic, "README\\.md").contains("The prerequisites of AKS Automatic name the network"), "README");
        assertRecord(automatic, "cluster-identity-rights", "whole network");
    }

    @Test
    void aGrantAboveSingleResourcesIsSaidOfClusterIdentitiesAlone() {
        var group = "/subscriptions/" + id(9) + "/resourceGroups/rg-network";
        var design = Designs.read("regulated");
        var cluster = design.rows("clusters").getFirst().text("name");
        var people = Source.of(design).plan().roleAssignments().stream().map(RoleAssignment::subject).filter(Subject.Entra.class::isInstance)
            .findFirst().orElseThrow();
        var rows = new ArrayList<>(design.rows("grants"));
        rows.add(grant("control-plane@" + cluster, "Contributor", group));
        rows.add(grant(people.label(), "Network Contributor", group + "/providers/Microsoft.Network/virtualNetworks/hub"));
        var said = said(Source.of(design.with("grants", new Answer.Table(rows))).plan());
        assertTrue(said.contains("Contributor at " + group + " ("), said);
        assertFalse(said.contains("hub ("), said);
    }

    private static Row grant(String principal, String role, String scope) {
        return Row.of("principal", principal, "plane", "azure", "role", role, "scope", scope, "access", "standing", "reason", "test");
    }

    private static void assertRecord(Bundle bundle, String consideration, String said) {
        var record = text(bundle, "records/\\d+-" + consideration + "\\.md");
        assertTrue(record.contains(said), record);
    }

    private static String text(Bundle bundle, String path) {
        return bundle.files().stream().filter(file -> file.path().matches(path)).findFirst().orElseThrow().text();
    }
}
