package aksiam.generate.kubernetes;

import aksiam.generate.bicep.GivenRight;
import aksiam.generate.bicep.GivenRight.Kind;
import aksiam.generate.kubernetes.ChecksOutput.Row;
import aksiam.generate.removal.RemovalsOutput;
import aksiam.plan.AzureScope;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import java.util.List;
import java.util.Locale;

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

    static List<Row> of(Plan plan, PlannedCluster cluster) {
        var id = cluster.id().text().toLowerCase(Locale.ROOT);
        return RemovalsOutput.rights(plan).stream().filter(right -> (right.kind() == Kind.ROLE || right.kind() == Kind.ELIGIBLE) && reaches(right, id))
            .map(right -> new Row(List.of(right.principal(), right.scope(), right.role(), right.what()), right.consideration())).toList();
    }

    /** At the cluster, above it or inside it. Which management groups lie above, the design cannot tell. */
    private static boolean reaches(GivenRight right, String cluster) {
        var scope = right.scope().toLowerCase(Locale.ROOT);
        return scope.equals(cluster) || cluster.startsWith(scope + "/") || scope.startsWith(cluster + "/") || new AzureScope(right.scope()).isManagementGroup();
    }
}
