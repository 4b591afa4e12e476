package aksiam.generate.kubernetes;

import aksiam.generate.bicep.GivenRight;
import aksiam.generate.bicep.GivenRight.Kind;
import aksiam.generate.kubernetes.ChecksOutput.Row;
import aksiam.plan.AzureScope;
import aksiam.plan.PlannedCluster;
import java.util.List;

/** Who may hold a way into a cluster by the design, standing or once it is activated; whoever else holds one is reported. */
final class Holders {
    /** Operations that open a cluster, or give the right to what opens it; those of the Kubernetes API stand for their kind. */
    static final List<String> WAYS_IN = List.of("Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action",
        "Microsoft.ContainerService/managedClusters/accessProfiles/listCredential/action", "Microsoft.ContainerService/managedClusters/write",
        "Microsoft.ContainerService/managedClusters/runCommand/action", "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings/write",
        "Microsoft.Authorization/roleAssignments/write", "Microsoft.Authorization/roleEligibilityScheduleRequests/write",
        "Microsoft.Authorization/roleAssignmentScheduleRequests/write", "data:Microsoft.ContainerService/managedClusters/pods/read",
        "data:Microsoft.ContainerService/managedClusters/pods/write", "data:Microsoft.ContainerService/managedClusters/secrets/read",
        "data:Microsoft.ContainerService/managedClusters/rbac.authorization.k8s.io/rolebindings/write");

    private Holders() {
    }

    /** @param rights all that the bundle gives */
    static List<Row> of(List<GivenRight> rights, PlannedCluster cluster) {
        var id = new AzureScope(cluster.id().text());
        return rights.stream().filter(right -> (right.kind() == Kind.ROLE || right.kind() == Kind.ELIGIBLE) && reaches(new AzureScope(right.scope()), id))
            .map(right -> new Row(List.of(right.principal(), right.scope(), right.role(), right.what()), right.consideration())).toList();
    }

    /** At the cluster, above it or inside it. Which management groups lie above, the design cannot tell. */
    private static boolean reaches(AzureScope scope, AzureScope cluster) {
        return scope.isWithin(cluster) || cluster.isWithin(scope) || scope.isManagementGroup();
    }
}
