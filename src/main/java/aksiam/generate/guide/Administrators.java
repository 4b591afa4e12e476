package aksiam.generate.guide;

import aksiam.catalogue.EmergencyAccess;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.EligibleGrant;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may apply the manifests of a cluster when nothing is bound in it yet.
 *
 * @param ways each a group with what makes it cluster-admin; empty: nobody, or an existing cluster knows
 */
public record Administrators(PlannedCluster cluster, List<String> ways) {
    private static final String ROLE = "Azure Kubernetes Service RBAC Cluster Admin";

    static List<Administrators> of(Plan plan) {
        return plan.clusters().stream().map(cluster -> of(plan, cluster)).toList();
    }

    private static Administrators of(Plan plan, PlannedCluster cluster) {
        var settings = cluster.settings();
        var ways = new ArrayList<String>();
        if (settings.entra().filter(entra -> !entra.value()).isPresent()) {
            ways.add("whoever may fetch the kubeconfig");
            return new Administrators(cluster, ways);
        }
        var activated = EmergencyAccess.activated(plan);
        settings.adminGroups().stream().map(group -> group.label() + " (admin group" + activation(group, activated) + ")").forEach(ways::add);
        if (settings.azureRbac().filter(decided -> decided.value()).isPresent()) {
            Stream.concat(
                plan.roleAssignments().stream().filter(right -> right.role().name().equals(ROLE) && covers(right.scope(), cluster))
                    .map(right -> right.subject().label() + " (RBAC Cluster Admin" + (right.access() == Access.BREAK_GLASS ? ", break-glass" : "")
                        + activation(right.subject(), activated) + ")"),
                plan.eligibleGrants().stream()
                    .filter(right -> right.mechanism() == EligibleGrant.Mechanism.AZURE_ROLE && right.role().equals(ROLE)
                        && covers(new AzureScope(right.scope()), cluster))
                    .map(right -> right.subject().label() + " (RBAC Cluster Admin, once it is activated)"))
                .distinct().forEach(ways::add);
        }
        if (settings.disableLocalAccounts().filter(disabled -> !disabled.value()).isPresent()) {
            ways.add("whoever may fetch the admin kubeconfig (local accounts)");
        }
        return new Administrators(cluster, ways);
    }

    /** Whether nobody can ever get in: what is not decided is left to Azure, which leaves local accounts on. */
    public boolean isLockedOut() {
        return ways.isEmpty() && !cluster.existing() && cluster.settings().entra().isPresent()
            && cluster.settings().disableLocalAccounts().filter(disabled -> disabled.value()).isPresent();
    }

    /** A right that a group holds is standing for nobody whose membership has to be activated. */
    private static String activation(Subject subject, Set<Subject> activated) {
        return activated.contains(subject) ? ", once the membership is activated" : "";
    }

    private static boolean covers(AzureScope scope, PlannedCluster cluster) {
        return new AzureScope(cluster.id().text()).isWithin(scope);
    }
}
