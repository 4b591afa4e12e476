package aksiam.generate.guide;

import aksiam.generate.Escaping;
import aksiam.plan.AzureScope;
import aksiam.plan.ManagedIdentity;
import aksiam.plan.Plan;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rights of the identities of clusters that reach beyond the one part they are for, and why; one Markdown line each. */
final class WideRights {
    private static final String NETWORK = "Microsoft.Network/virtualNetworks";

    private WideRights() {
    }

    static List<String> of(Plan plan) {
        var given = plan.roleAssignments().stream().filter(right -> isOfCluster(right.subject(), plan)).toList();
        var lines = new ArrayList<String>();
        var networks = given.stream().filter(right -> right.scope().kind() == AzureScope.Kind.RESOURCE && type(right).equalsIgnoreCase(NETWORK)
            && right.role().name().equals("Network Contributor")).toList();
        if (!networks.isEmpty()) {
            var why = Stream.of(
                networks.stream().anyMatch(from("private-dns-zone")) ? " For a private DNS zone of your own, AKS documents no narrower scope." : "",
                // quick-automatic-custom-network.md (2026-08); Azure/karpenter-provider-azure#332: node auto-provisioning reads the network itself.
                networks.stream().anyMatch(from("cluster-identity-rights"))
                    ? " The prerequisites of AKS Automatic name the network, because node auto-provisioning reads it."
                    : "",
                networks.stream().anyMatch(from("grants")) ? " The table of grants gives it on the network." : "").collect(Collectors.joining());
            lines.add("**Whole networks.** The identity of a cluster is Network Contributor on a whole virtual network, not on its subnets alone, "
                + "and may change every subnet, peering and name server of it: " + list(networks, right -> right.scope().resource().name()) + "." + why);
        }
        var registries = given.stream().filter(right -> right.role().name().equals("Container Registry Repository Reader")).toList();
        if (!registries.isEmpty()) {
            lines.add("**All repositories.** The nodes of a cluster may pull every image of a registry. In ABAC mode Azure also takes a condition that names "
                + "repositories, and this bundle sets none: " + list(registries, right -> right.scope().resource().name()) + ".");
        }
        var above = given.stream().filter(right -> right.scope().kind() != AzureScope.Kind.RESOURCE).toList();
        if (!above.isEmpty()) {
            lines.add("**Cluster identities above single resources.** The table of grants gives the identity of a cluster a role on all that a scope holds, "
                + "now and later: " + list(above, right -> right.role().name() + " at " + right.scope().id()) + ".");
        }
        return lines;
    }

    /** Its control plane, its nodes, or what AKS makes with it; pods use those of workloads. */
    private static boolean isOfCluster(Subject subject, Plan plan) {
        return switch (subject) {
            case Subject.ClusterMade _ -> true;
            case Subject.Identity(var name) -> plan.identity(name).filter(identity -> identity.purpose() != ManagedIdentity.Purpose.WORKLOAD).isPresent();
            case Subject.Entra(var _, var id, var _) -> plan.clusters().stream().flatMap(cluster -> cluster.settings().servicePrincipal().stream())
                .anyMatch(principal -> principal.objectId().equals(id));
            case Subject.Account _ -> false;
        };
    }

    private static String type(RoleAssignment right) {
        return right.scope().resource().type();
    }

    private static Predicate<RoleAssignment> from(String consideration) {
        return right -> right.consideration().equals(consideration);
    }

    private static String list(List<RoleAssignment> rights, Function<RoleAssignment, String> what) {
        return rights.stream().map(right -> Escaping.md(what.apply(right) + " (" + right.subject().label() + ")")).distinct()
            .collect(Collectors.joining(", "));
    }
}
