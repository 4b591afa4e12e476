package aksiam.catalogue;

import aksiam.domain.Permissions;
import aksiam.model.Design;
import aksiam.model.rows.Principal;
import aksiam.model.rows.Tables;
import aksiam.plan.HeldRole;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may fetch a kubeconfig of a cluster, by the Azure roles of a plan, standing or once they are activated. */
public final class Kubeconfigs {
    private static final String CLUSTERS = "Microsoft.ContainerService/managedClusters/";
    private static final List<String> OF_USERS = List.of(CLUSTERS + "listClusterUserCredential/action",
        CLUSTERS + "managedNamespaces/listCredential/action");
    private static final String OF_ADMIN = CLUSTERS + "listClusterAdminCredential/action";

    private final Plan plan;
    private final Map<String, List<HeldRole>> held;
    private final Map<String, Principal> principals;
    private final String tenant;

    public Kubeconfigs(Design design, Plan plan) {
        this.plan = plan;
        this.tenant = design.text("tenant");
        this.principals = design.rows("principals", Tables.PRINCIPALS).stream()
            .collect(Collectors.toMap(Principal::name, principal -> principal, (first, _) -> first));
        this.held = plan.heldRoles().stream().collect(Collectors.groupingBy(right -> right.subject().key()));
    }

    /** Whether somebody of this tenant has no right to fetch a kubeconfig of a cluster. Rights at one whose place is not known wait. */
    public boolean isLackedBy(Subject subject, PlannedCluster cluster) {
        return cluster.id().isKnown() && !(subject instanceof Subject.Account) && !isOfAnotherTenant(subject) && !fetches(subject, cluster);
    }

    public boolean isOfAnotherTenant(Subject subject) {
        var principal = principals.get(subject.label());
        return principal != null && !principal.tenant().isEmpty() && !principal.tenant().equalsIgnoreCase(tenant);
    }

    /** Those who come in as cluster-admin with the admin kubeconfig while local accounts stay on, each with the role that lets them fetch it. */
    public List<String> ofLocalAccounts(PlannedCluster cluster) {
        // Without sign-in by Entra a kubeconfig is the only way in.
        if (cluster.settings().entra().filter(entra -> entra.value()).isEmpty() || !cluster.leavesLocalAccounts()) {
            return List.of();
        }
        var activated = plan.activatedGroups();
        return held.values().stream().flatMap(List::stream)
            .filter(right -> right.scope().holds(cluster.scope()) && allows(right, allowed -> allowed.allow(OF_ADMIN)))
            .map(right -> right.subject().label() + " (" + right.role().name() + (right.eligible()
                ? ", once it is activated)"
                : activated.contains(right.subject()) ? ", once the membership is activated)" : ")"))
            .distinct().sorted().toList();
    }

    private boolean fetches(Subject subject, PlannedCluster cluster) {
        var groups = principals.values().stream().filter(group -> group.members().contains(subject.label()))
            .map(group -> group.objectId().text().toLowerCase(Locale.ROOT));
        return Stream.concat(Stream.of(subject.key()), groups).flatMap(key -> held.getOrDefault(key, List.of()).stream())
            .filter(right -> right.scope().meets(cluster.scope()))
            .anyMatch(right -> RolePermissions.of(right.role(), plan).isEmpty() || allows(right, allowed -> OF_USERS.stream().anyMatch(allowed::allow)));
    }

    private boolean allows(HeldRole right, Predicate<Permissions> what) {
        return RolePermissions.of(right.role(), plan).filter(what).isPresent();
    }
}
