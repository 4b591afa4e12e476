package aksiam.catalogue.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.plan.Plan;
import aksiam.plan.Subject;
import aksiam.plan.TrafficRule.Peer;
import aksiam.testkit.Designs;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the published cases say about who can do what where, written by hand from them, against the plan. */
class PublishedCasesTest {
    /** Role assignments of these considerations, as "principal: role at scope". */
    private static Set<String> rights(Plan plan, String principal) {
        return new TreeSet<>(
            Drafts.azure(plan).stream().filter(line -> line.startsWith(principal + ":")).map(line -> line.substring(principal.length() + 2)).toList());
    }

    @Test
    void aksBaseline() {
        var plan = Catalogue.plan(Designs.read("aks-baseline"));
        var cluster = plan.clusters().getFirst().name();
        assertEquals(Set.of("Azure Kubernetes Service RBAC Cluster Admin at " + cluster, "Azure Kubernetes Service Cluster User Role at " + cluster),
            rights(plan, "cluster-admins-bu0001a000800"));
        assertEquals(
            Set.of("Azure Kubernetes Service RBAC Reader at " + cluster + "/namespaces/a0008", "Azure Kubernetes Service Cluster User Role at " + cluster),
            rights(plan, "cluster-ns-a0008-readers-bu0001a000800"));
        assertEquals(2, rights(plan, "podmi-ingress-controller").size());
        assertEquals(2, rights(plan, "appgw-identity").size());
        var kubelet = new Subject.ClusterMade(cluster, Subject.ClusterMade.Part.KUBELET);
        assertEquals(Set.of("AcrPull", "Virtual Machine Contributor"), Set.copyOf(
            plan.roleAssignments().stream().filter(assignment -> assignment.subject().equals(kubelet)).map(assignment -> assignment.role().name()).toList()));
        assertEquals(List.of("a0008/traefik-ingress-controller: traefik-ingress-controller in " + cluster), Drafts.bindings(plan));
        assertEquals(List.of("ingress-controller = system:serviceaccount:a0008:traefik-ingress-controller"),
            plan.federatedCredentials().stream().map(credential -> credential.name() + " = " + credential.subject()).toList());
        assertEquals(1, plan.trafficRules().size());
        assertTrue(plan.trafficRules().getFirst().peer() instanceof Peer.AnyNamespace, "the selector of the case reaches any namespace");
        assertTrue(plan.clusters().getFirst().settings().adminGroups().isEmpty());
        assertEquals(List.of(List.of(), List.of()), List.of(plan.eligibleGrants(), plan.customRoles()));
    }

    /** The case switches to Kubernetes RBAC where the users belong to another tenant: the Azure rights in the cluster go, the admin group list comes. */
    @Test
    void aksBaselineWithKubernetesRbac() {
        var design = Designs.read("aks-baseline").with("authorization", new Answer.Choice("kubernetes-rbac")).with("admin-groups",
            new Answer.Choices(List.of("cluster-admins-bu0001a000800")));
        var plan = Catalogue.plan(design);
        assertEquals(List.of("cluster-admins-bu0001a000800"), plan.clusters().getFirst().settings().adminGroups().stream().map(Subject.Entra::name).toList());
        assertEquals(List.of("a0008/traefik-ingress-controller: traefik-ingress-controller in " + plan.clusters().getFirst().name()), Drafts.bindings(plan),
            "the case has no binding of people in this mode");
    }

    @Test
    void landingZonePrivateCluster() {
        var plan = Catalogue.plan(Designs.read("lza-private-cluster"));
        assertEquals(List.of("aksops"), plan.clusters().getFirst().settings().adminGroups().stream().map(Subject.Entra::name).toList());
        assertEquals(Set.of(), rights(plan, "aksops"), "nothing lets it fetch a kubeconfig");
        assertEquals(Set.of(), rights(plan, "appdevs"));
        assertEquals(List.of(), plan.kubernetesBindings());
        var controlPlane = plan.clusters().getFirst().settings().controlPlaneIdentity().orElseThrow();
        assertEquals(Set.of("Contributor at rg-spoke", "Managed Identity Operator at rg-spoke", "Private DNS Zone Contributor at privatelink.eastus.azmk8s.io"),
            rights(plan, controlPlane));
        assertEquals(List.of(List.of(), List.of()), List.of(plan.namespaces(), plan.federatedCredentials()));
        assertTrue(plan.roleAssignments().stream().noneMatch(assignment -> assignment.role().name().equals("Key Vault Administrator")),
            "the case passes a client id: nobody gets the right");
    }

    @Test
    void landingZoneCosmos() {
        var plan = Catalogue.plan(Designs.read("lza-cosmos"));
        assertEquals(List.of("aksfederatedidentity", "aksfederatedidentityreg2"),
            plan.federatedCredentials().stream().map(credential -> credential.name()).toList());
        assertEquals(Set.of("system:serviceaccount:simpleecom:serversa"),
            Set.copyOf(plan.federatedCredentials().stream().map(credential -> credential.subject()).toList()));
        assertEquals(List.of("Cosmos DB Built-in Data Contributor at \"\""),
            plan.cosmosRoleAssignments().stream().map(assignment -> assignment.roleName() + " at \"" + assignment.scope() + "\"").toList());
        assertEquals(Set.of("auth", "carts", "products", "orders"), Set.copyOf(plan.workloads().stream().map(workload -> workload.name()).toList()));
        assertEquals(1, plan.identities().size());
    }
}
