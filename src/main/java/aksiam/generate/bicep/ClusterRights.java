package aksiam.generate.bicep;

import aksiam.catalogue.RolePermissions;
import aksiam.plan.AzureScope;
import aksiam.plan.EligibleGrant;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.Role;
import aksiam.plan.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The rights in the Kubernetes API of a cluster that a plan gives: what has to be there before the old way in is closed. */
final class ClusterRights {
    private static final String DATA = "Microsoft.ContainerService/managedClusters/";

    /**
     * An Azure role at the cluster, in one of its namespaces, or above it.
     *
     * @param principal object id; * for an identity whose id only the deployment knows
     * @param eligible  whether it has to be activated
     */
    public record Right(String principal, String role, String scope, boolean eligible) {
    }

    private ClusterRights() {
    }

    /** Those that decide about Kubernetes objects, in small letters. */
    static List<Right> of(PlannedCluster cluster, Plan plan) {
        var standing = plan.roleAssignments().stream()
            .filter(right -> decides(right.role(), plan) && right.scope().meets(cluster.scope()))
            .map(right -> right(right.subject(), right.role(), right.scope(), false));
        var eligible = plan.eligibleGrants().stream().filter(grant -> grant.mechanism() == EligibleGrant.Mechanism.AZURE_ROLE && grant.subject().isKnown())
            .flatMap(grant -> grant.azureRole().filter(role -> decides(role, plan) && new AzureScope(grant.scope()).holds(cluster.scope())).stream()
                .map(role -> right(grant.subject(), role, new AzureScope(grant.scope()), true)));
        return Stream.concat(standing, eligible).distinct().toList();
    }

    /** How many bindings of the design the cluster will hold. */
    static long bindings(PlannedCluster cluster, Plan plan) {
        return plan.kubernetesBindings().stream().filter(binding -> binding.cluster().equals(cluster.name()))
            .filter(binding -> plan.canBind(binding.subject())).count();
    }

    private static Right right(Subject subject, Role role, AzureScope scope, boolean eligible) {
        var principal = subject instanceof Subject.Entra(var _, var id, var _) ? Optional.of(id.text()) : Optional.<String>empty();
        return new Right(lower(principal.orElse("*")), lower(role.guid()), lower(scope.id()), eligible);
    }

    private static boolean decides(Role role, Plan plan) {
        return RolePermissions.of(role, plan).filter(allowed -> allowed.reachInto(DATA)).isPresent();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
