package aksiam.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may apply the manifests of a cluster when nothing is bound in it yet.
 *
 * @param ways each a principal with what makes it cluster-admin; empty: nobody, or an existing cluster knows
 */
public record Administrators(PlannedCluster cluster, List<Way> ways) {
    /** @param who empty for whoever may fetch the kubeconfig */
    public record Way(Optional<Subject> who, String text) {
    }

    static final String ROLE = "Azure Kubernetes Service RBAC Cluster Admin";

    static Administrators of(PlannedCluster cluster, Collection<RoleAssignment> assignments, Collection<EligibleGrant> eligible) {
        var settings = cluster.settings();
        var ways = new ArrayList<Way>();
        if (settings.entra().filter(entra -> !entra.value()).isPresent()) {
            ways.add(new Way(Optional.empty(), "whoever may fetch the kubeconfig"));
            return new Administrators(cluster, ways);
        }
        var activated = activated(eligible);
        settings.adminGroups().stream().map(group -> way(group, "admin group" + activation(group, activated))).forEach(ways::add);
        if (settings.azureRbac().filter(decided -> decided.value()).isPresent()) {
            Stream.concat(
                assignments.stream().filter(right -> right.role().name().equals(ROLE) && right.scope().holds(cluster.scope()))
                    .map(right -> way(right.subject(), "RBAC Cluster Admin" + (right.access() == Access.BREAK_GLASS ? ", break-glass" : "")
                        + activation(right.subject(), activated))),
                eligible.stream()
                    .filter(right -> right.mechanism() == EligibleGrant.Mechanism.AZURE_ROLE && right.role().equals(ROLE)
                        && new AzureScope(right.scope()).holds(cluster.scope()))
                    .map(right -> way(right.subject(), "RBAC Cluster Admin, once it is activated")))
                .distinct().forEach(ways::add);
        }
        return new Administrators(cluster, ways);
    }

    private static Way way(Subject subject, String how) {
        return new Way(Optional.of(subject), subject.label() + " (" + how + ")");
    }

    /** Whether nobody can ever get into a new cluster with Entra sign-in. */
    public boolean isLockedOut() {
        return isNobodyNamed() && !cluster.leavesLocalAccounts();
    }

    /** Whether a new cluster with Entra sign-in can be entered with the admin kubeconfig only. */
    public boolean needsAdminKubeconfig() {
        return isNobodyNamed() && cluster.leavesLocalAccounts();
    }

    private boolean isNobodyNamed() {
        return ways.isEmpty() && !cluster.existing() && cluster.settings().entra().isPresent();
    }

    /** Groups whose membership is activated. */
    static Set<Subject> activated(Collection<EligibleGrant> eligible) {
        return eligible.stream().filter(grant -> grant.mechanism() == EligibleGrant.Mechanism.GROUP).map(EligibleGrant::subject).collect(Collectors.toSet());
    }

    /** A right that a group holds is standing for nobody whose membership has to be activated. */
    private static String activation(Subject subject, Set<Subject> activated) {
        return activated.contains(subject) ? ", once the membership is activated" : "";
    }
}
