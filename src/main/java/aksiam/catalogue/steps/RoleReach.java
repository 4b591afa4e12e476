package aksiam.catalogue.steps;

import aksiam.domain.BuiltInRoles;
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
    private final List<String> dataActions;
    private final PlanBuilder plan;

    RoleReach(Role role, PlanBuilder plan) {
        this.plan = plan;
        this.custom = plan.customRole(role);
        this.dataActions = custom.map(CustomRole::dataActions)
            .orElseGet(() -> BuiltInRoles.find(role.name()).map(BuiltInRoles.Role::dataActions).orElse(List.of()));
    }

    List<String> dataActions() {
        return dataActions;
    }

    /** Azure refuses to assign a custom role elsewhere. Whether a management group lies above the scope, the design cannot tell. */
    boolean isAssignableAt(AzureScope scope) {
        return custom.isEmpty() || !scope.isKnown()
            || custom.get().scopes().stream().anyMatch(above -> above.isManagementGroup() || scope.isWithin(above));
    }

    /** The clusters at the scope inside which the role would allow something, were Azure RBAC not decided to be off. */
    List<String> clustersWithoutEffect(AzureScope scope) {
        return dataActions.stream().noneMatch(action -> action.startsWith(IN_CLUSTERS))
            ? List.of()
            : plan.clusters().stream().filter(cluster -> cluster.azureRbac != null && !cluster.azureRbac.value())
                .filter(cluster -> {
                    var own = new AzureScope(cluster.id().text());
                    return scope.isWithin(own) || own.isWithin(scope);
                }).map(ClusterDraft::name).toList();
    }
}
