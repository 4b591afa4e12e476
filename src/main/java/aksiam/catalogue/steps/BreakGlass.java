package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.catalogue.RolePermissions;
import aksiam.model.ResourceId;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.CustomRole;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody needs beside a right to write the cluster, so that the way back by local accounts is open on the day it is needed: each
 * write of a cluster is checked for the right to use its identities (Azure/AKS#4980, 2026-08-25) and to join its subnets.
 */
final class BreakGlass {
    /** A role, where, and why. */
    record Right(Role role, AzureScope scope, String reason) {
    }

    private static final String WRITE = "Microsoft.ContainerService/managedClusters/write";
    private static final String ASSIGN = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";
    private static final String JOIN = "Microsoft.Network/virtualNetworks/subnets/join/action";
    private final Contribution from;
    private final PlanBuilder plan;
    private final boolean byLocalAccounts;

    BreakGlass(Contribution from, PlanBuilder plan) {
        this.from = from;
        this.plan = plan;
        this.byLocalAccounts = from.design().choice("break-glass").equals("reenable-local-accounts");
    }

    /** The rights that a grant needs beside it; none when it is no way back into a cluster. */
    List<Right> beside(Role role, AzureScope scope, Access access) {
        boolean wayBack = access == Access.BREAK_GLASS || access == Access.ELIGIBLE && role.name().equals("Azure Kubernetes Service Contributor Role");
        if (!byLocalAccounts || !wayBack || !allows(role, WRITE)) {
            return List.of();
        }
        return plan.clusters().stream().filter(cluster -> scope.holds(cluster.scope())).flatMap(cluster -> of(cluster).stream())
            .filter(right -> !covers(role, scope, right)).distinct().toList();
    }

    private List<Right> of(ClusterDraft cluster) {
        var reason = "Whoever turns local accounts of " + cluster.name() + " on again also ";
        var rights = new ArrayList<Right>();
        Stream.of(Optional.ofNullable(cluster.controlPlaneIdentity), Optional.ofNullable(cluster.kubeletIdentity).map(kubelet -> kubelet.value()))
            .flatMap(Optional::stream).flatMap(name -> plan.identity(name).stream()).forEach(identity -> rights
                .add(new Right(Effects.builtIn("Managed Identity Operator"), new AzureScope(identity.id().text()), reason + "uses its identity")));
        var integrated = cluster.apiServer != null && cluster.apiServer.value().hasVnetIntegration();
        Stream.concat(cluster.row().nodeSubnets().stream(), Stream.of(cluster.row().apiServerSubnet()).filter(_ -> integrated)).filter(ResourceId::isKnown)
            .distinct().forEach(subnet -> rights.add(new Right(join(), new AzureScope(subnet.text()), reason + "joins its subnet")));
        return rights;
    }

    /** A custom role, because the narrowest built-in one that joins a subnet is Network Contributor. */
    private Role join() {
        var subscriptions = plan.clusters().stream()
            .flatMap(cluster -> Stream.concat(cluster.row().nodeSubnets().stream(), Stream.of(cluster.row().apiServerSubnet()))).filter(ResourceId::isKnown)
            .map(subnet -> new AzureScope("/subscriptions/" + subnet.subscription())).distinct().sorted().toList();
        var role = CustomRole.of(from.design(), CustomRoles.nameIn(from.design(), "AKS break-glass network"),
            "What whoever turns local accounts on again needs on the subnets of the cluster", List.of(JOIN, "Microsoft.Network/virtualNetworks/subnets/read"),
            List.of(), List.of(), List.of(), subscriptions, "break-glass");
        plan.add(role);
        return role.role();
    }

    /** Whether the grant itself already allows what a right beside it would. */
    private boolean covers(Role role, AzureScope scope, Right right) {
        return scope.holds(right.scope()) && allows(role, right.role().custom() ? JOIN : ASSIGN);
    }

    private boolean allows(Role role, String operation) {
        return RolePermissions.of(role, plan.customRole(role).stream().toList()).filter(allowed -> allowed.allow(operation)).isPresent();
    }
}
