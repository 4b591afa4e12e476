package aksiam.catalogue.steps;

import aksiam.catalogue.RolePermissions;
import aksiam.domain.Permissions;
import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.CustomRole;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Role;
import java.util.List;
import java.util.Optional;

/** Where an Azure role can be given, and where it has an effect. */
final class RoleReach {
    private static final String IN_CLUSTERS = "Microsoft.ContainerService/managedClusters/";
    private final Optional<CustomRole> custom;
    private final Optional<Permissions> allowed;
    private final PlanBuilder plan;

    RoleReach(Role role, PlanBuilder plan) {
        this.plan = plan;
        this.custom = plan.customRole(role);
        this.allowed = RolePermissions.of(role, custom.stream().toList());
    }

    List<String> dataActions() {
        return allowed.map(Permissions::dataActions).orElse(List.of());
    }

    /** Azure refuses to assign a custom role elsewhere. Whether a management group lies above the scope, the design cannot tell. */
    boolean isAssignableAt(AzureScope scope) {
        return custom.isEmpty() || !scope.isKnown()
            || custom.get().scopes().stream().anyMatch(above -> above.holds(scope));
    }

    /** The clusters at the scope inside which the role would allow something, were Azure RBAC not decided to be off. */
    List<String> clustersWithoutEffect(AzureScope scope) {
        return allowed.filter(lines -> lines.reachInto(IN_CLUSTERS)).isEmpty()
            ? List.of()
            : plan.clusters().stream().filter(cluster -> cluster.azureRbac != null && !cluster.azureRbac.value())
                .filter(cluster -> scope.meets(cluster.scope())).map(ClusterDraft::name).toList();
    }
}
