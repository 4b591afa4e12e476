package aksiam.catalogue;

import aksiam.domain.BuiltInRoles;
import aksiam.model.Design;
import aksiam.model.rows.Grant;
import aksiam.model.rows.Principal;
import aksiam.model.rows.Tables;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.EligibleGrant.Mechanism;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.Role;
import aksiam.plan.Subject;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who gets into a cluster when sign-in or PIM fails, by the procedure that the design chose.
 *
 * @param holders each with how the right is held; empty: nobody
 */
public record EmergencyAccess(PlannedCluster cluster, List<String> holders) {
    private static final List<String> LOCAL_ACCOUNTS = List.of("Microsoft.ContainerService/managedClusters/write",
        "Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action",
        "Microsoft.ContainerService/managedClusters/rotateClusterCertificates/action");
    private static final String IN_CLUSTER = "Microsoft.ContainerService/managedClusters/anything/write";

    /** Whether the design names a procedure: an answer, and not "None". */
    public static boolean isChosen(Design design) {
        var chosen = design.choice("break-glass");
        return Catalogue.find("break-glass").filter(consideration -> consideration.appliesTo(design) && consideration.option(chosen).isPresent()).isPresent()
            && !chosen.equals("none");
    }

    /** Whether local accounts are turned on for it. */
    public static boolean isByLocalAccounts(Design design) {
        return design.choice("break-glass").equals("reenable-local-accounts");
    }

    /** One of each cluster; none when no procedure is chosen. */
    public static List<EmergencyAccess> of(Design design, Plan plan) {
        var seeker = new Seeker(design, plan, isByLocalAccounts(design));
        return isChosen(design) ? plan.clusters().stream().map(cluster -> new EmergencyAccess(cluster, seeker.holders(cluster))).toList() : List.of();
    }

    private record Seeker(Design design, Plan plan, boolean localAccounts) {
        List<String> holders(PlannedCluster cluster) {
            return (localAccounts ? byLocalAccounts(cluster) : administrators(cluster)).distinct().sorted().toList();
        }

        private Stream<String> byLocalAccounts(PlannedCluster cluster) {
            var activated = plan.activatedGroups();
            var standing = plan.roleAssignments().stream().filter(right -> isPerson(right.subject()) && right.scope().holds(cluster.scope())
                && turnsOn(right.role()))
                .map(right -> right.subject().label() + " (" + right.role().name()
                    + (activated.contains(right.subject())
                        ? ", once the membership is activated)"
                        : right.access() == Access.BREAK_GLASS ? ", break-glass)" : ", standing)"));
            var eligible = plan.eligibleGrants().stream()
                .filter(right -> right.mechanism() == Mechanism.AZURE_ROLE && new AzureScope(right.scope()).holds(cluster.scope())
                    && right.azureRole().filter(this::turnsOn).isPresent())
                .map(right -> right.subject().label() + " (" + right.role() + ", once it is activated)");
            return Stream.concat(Stream.concat(standing, eligible),
                waiting(cluster, this::turnsOn));
        }

        /** Those who are cluster-admin without PIM: a group that is kept for it, or one with a user of the design in it. */
        private Stream<String> administrators(PlannedCluster cluster) {
            boolean byUser = design.choice("break-glass").equals("emergency-user");
            var principals = design.rows("principals", Tables.PRINCIPALS);
            var users = principals.stream().filter(principal -> principal.kind().equals("user")).map(Principal::name).collect(Collectors.toSet());
            var withUser = principals.stream().filter(group -> group.members().stream().anyMatch(users::contains)).map(Principal::name)
                .collect(Collectors.toSet());
            withUser.addAll(users);
            var kept = design.rows("grants", Tables.GRANTS).stream().filter(grant -> grant.access().equals("break-glass")).map(Grant::principal)
                .collect(Collectors.toSet());
            var activated = plan.activatedGroups();
            boolean azure = cluster.settings().azureRbac().map(decided -> decided.value()).orElse(true);
            var listed = cluster.settings().adminGroups().stream().filter(group -> !activated.contains(group)).map(group -> group.label() + " (admin group)");
            var roles = plan.roleAssignments().stream()
                .filter(right -> azure && !activated.contains(right.subject()) && right.scope().holds(cluster.scope()) && administers(right.role()))
                .filter(right -> byUser || right.access() == Access.BREAK_GLASS).map(right -> right.subject().label() + " (" + right.role().name() + ")");
            var bindings = plan.kubernetesBindings().stream().filter(binding -> binding.cluster().equals(cluster.name()) && binding.namespace().isEmpty()
                && binding.role().equals("cluster-admin") && !activated.contains(binding.subject()) && (byUser || kept.contains(binding.subject().label())))
                .map(binding -> binding.subject().label() + " (cluster-admin)");
            return Stream.of(listed, roles, bindings, waiting(cluster, this::administers)).flatMap(own -> own)
                .filter(holder -> !byUser || withUser.contains(holder.substring(0, holder.lastIndexOf(" ("))));
        }

        private Stream<String> waiting(PlannedCluster cluster, Predicate<Role> fits) {
            return plan.waitingGrants().stream()
                .filter(grant -> new AzureScope(grant.scope()).holds(cluster.scope()) || grant.scope().equals("*") || grant.scope().equals(cluster.name()))
                .filter(grant -> grant.role().equals("cluster-admin") && !localAccounts || role(grant.role()).filter(fits).isPresent())
                .map(grant -> grant.principal() + " (" + grant.role() + ", waits for an object id)");
        }

        private java.util.Optional<Role> role(String name) {
            return plan.customRoles().stream().filter(custom -> custom.name().equals(name)).map(custom -> custom.role()).findFirst()
                .or(() -> BuiltInRoles.find(name).map(builtIn -> new Role(builtIn.name(), builtIn.guid(), false)));
        }

        private boolean turnsOn(Role role) {
            return RolePermissions.of(role, plan).filter(allowed -> LOCAL_ACCOUNTS.stream().allMatch(allowed::allow)).isPresent();
        }

        private boolean administers(Role role) {
            return RolePermissions.of(role, plan).filter(allowed -> allowed.allowInside(IN_CLUSTER)).isPresent();
        }

        private static boolean isPerson(Subject subject) {
            return subject instanceof Subject.Entra(var _, var _, var kind) && kind != Subject.Entra.Kind.ServicePrincipal;
        }
    }
}
