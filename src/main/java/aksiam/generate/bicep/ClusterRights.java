package aksiam.generate.bicep;

import aksiam.domain.BuiltInRoles;
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
            .filter(right -> decides(right.role(), plan) && reaches(right.scope(), cluster))
            .map(right -> right(right.subject(), right.role(), right.scope(), false));
        var eligible = plan.eligibleGrants().stream().filter(grant -> grant.mechanism() == EligibleGrant.Mechanism.AZURE_ROLE && grant.subject().isKnown())
            .flatMap(grant -> grant.azureRole().filter(role -> decides(role, plan) && covers(new AzureScope(grant.scope()), cluster)).stream()
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
        var dataActions = role.custom()
            ? plan.customRoles().stream().filter(own -> own.guid().equalsIgnoreCase(role.guid())).flatMap(own -> own.dataActions().stream())
            : BuiltInRoles.findByGuid(role.guid()).stream().flatMap(own -> own.dataActions().stream());
        return dataActions.anyMatch(action -> action.startsWith("*") || action.regionMatches(true, 0, DATA, 0, DATA.length()));
    }

    private static boolean reaches(AzureScope scope, PlannedCluster cluster) {
        return covers(scope, cluster) || scope.isWithin(new AzureScope(cluster.id().text()));
    }

    /** A management group is taken to hold the cluster; Azure is asked what is there. */
    private static boolean covers(AzureScope scope, PlannedCluster cluster) {
        return scope.isManagementGroup() || new AzureScope(cluster.id().text()).isWithin(scope);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
