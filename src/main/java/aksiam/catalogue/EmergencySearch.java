package aksiam.catalogue;

import aksiam.catalogue.EmergencyAccess.Holder;
import aksiam.domain.BuiltInRoles;
import aksiam.domain.Permissions;
import aksiam.model.Design;
import aksiam.model.ResourceId;
import aksiam.model.rows.Grant;
import aksiam.model.rows.Principal;
import aksiam.model.rows.Tables;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.EligibleGrant;
import aksiam.plan.EligibleGrant.Mechanism;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.Role;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for those who hold what the chosen procedure takes. */
record EmergencySearch(Design design, Plan plan, boolean byLocalAccounts, Kubeconfigs kubeconfigs) {
    private static final List<String> LOCAL_ACCOUNTS = List.of("Microsoft.ContainerService/managedClusters/write",
        "Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action",
        "Microsoft.ContainerService/managedClusters/rotateClusterCertificates/action");
    private static final String ASSIGN = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action";
    /** The same as Managed Identity Operator spells it. */
    private static final String ASSIGN_BELOW = "Microsoft.ManagedIdentity/userAssignedIdentities/any/assign/action";
    private static final String JOIN = "Microsoft.Network/virtualNetworks/subnets/join/action";
    private static final String IN_CLUSTER = "Microsoft.ContainerService/managedClusters/anything/write";

    EmergencyAccess of(PlannedCluster cluster) {
        var holders = (byLocalAccounts ? byLocalAccounts(cluster) : administrators(cluster)).distinct().sorted(Comparator.comparing(Holder::text)).toList();
        return new EmergencyAccess(cluster, holders, byLocalAccounts ? List.of() : kubeconfigs.ofLocalAccounts(cluster));
    }

    private Stream<Holder> byLocalAccounts(PlannedCluster cluster) {
        var activated = plan.activatedGroups();
        var standing = plan.roleAssignments().stream().filter(right -> isPerson(right.subject()) && right.scope().holds(cluster.scope())
            && turnsOn(right.role()))
            .map(right -> activated.contains(right.subject())
                ? Holder.of(right.subject(), right.role().name() + ", once the membership is activated",
                    List.of("membership of the group " + right.subject().label()), false)
                : Holder.of(right.subject(), right.role().name() + (right.access() == Access.BREAK_GLASS ? ", break-glass" : ", standing"), List.of(), false));
        var eligible = plan.eligibleGrants().stream()
            .filter(right -> right.mechanism() == Mechanism.AZURE_ROLE && new AzureScope(right.scope()).holds(cluster.scope())
                && right.azureRole().filter(this::turnsOn).isPresent())
            .map(right -> Holder.of(right.subject(), right.role() + ", once it is activated", toActivate(right, cluster), false));
        return Stream.concat(Stream.concat(standing, eligible), waiting(cluster, this::turnsOn));
    }

    /** The right itself and what Azure asks of whoever writes the cluster, as far as it is not there without activation. */
    private List<String> toActivate(EligibleGrant own, PlannedCluster cluster) {
        var chosen = new ArrayList<>(List.of(own));
        needs(cluster).forEach((scope, operation) -> {
            boolean there = plan.roleAssignments().stream()
                .anyMatch(right -> right.subject().equals(own.subject()) && covers(right.role(), right.scope(), scope, operation));
            if (!there && chosen.stream().noneMatch(right -> covers(right, scope, operation))) {
                plan.eligibleGrants().stream().filter(right -> right.mechanism() == Mechanism.AZURE_ROLE && right.subject().equals(own.subject())
                    && covers(right, scope, operation)).max(Comparator.comparingInt(right -> right.scope().length())).ifPresent(chosen::add);
            }
        });
        return chosen.stream().map(right -> right.role() + " at " + right.scope()).distinct().toList();
    }

    /** Each write of a cluster is checked for the use of its identities and its subnets (Azure/AKS#4980, 2026-08-25). */
    private Map<AzureScope, String> needs(PlannedCluster cluster) {
        var needs = new LinkedHashMap<AzureScope, String>();
        Stream.of(cluster.settings().controlPlaneIdentity(), cluster.settings().kubeletIdentity().map(kubelet -> kubelet.value()))
            .flatMap(Optional::stream).flatMap(name -> plan.identity(name).stream())
            .forEach(identity -> needs.put(new AzureScope(identity.id().text()), ASSIGN));
        Stream.concat(cluster.nodeSubnets().stream(), Stream.of(cluster.apiServerSubnet())).filter(ResourceId::isKnown)
            .forEach(subnet -> needs.put(new AzureScope(subnet.text()), JOIN));
        return needs;
    }

    private boolean covers(EligibleGrant right, AzureScope scope, String operation) {
        return right.azureRole().filter(role -> covers(role, new AzureScope(right.scope()), scope, operation)).isPresent();
    }

    private boolean covers(Role role, AzureScope at, AzureScope scope, String operation) {
        return at.holds(scope) && allows(role,
            allowed -> allowed.allow(operation) || operation.equals(ASSIGN) && allowed.allow(ASSIGN_BELOW));
    }

    /** Those who are cluster-admin without PIM: a group that is kept for it, or one with a user of the design in it. */
    private Stream<Holder> administrators(PlannedCluster cluster) {
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
        var listed = cluster.settings().adminGroups().stream().filter(group -> !activated.contains(group))
            .map(group -> administrator(group, "admin group", cluster));
        var roles = plan.roleAssignments().stream()
            .filter(right -> azure && !activated.contains(right.subject()) && right.scope().holds(cluster.scope()) && administers(right.role()))
            .filter(right -> byUser || right.access() == Access.BREAK_GLASS).map(right -> administrator(right.subject(), right.role().name(), cluster));
        var bindings = plan.kubernetesBindings().stream().filter(binding -> binding.cluster().equals(cluster.name()) && binding.namespace().isEmpty()
            && binding.role().equals("cluster-admin") && !activated.contains(binding.subject()) && (byUser || kept.contains(binding.subject().label())))
            .map(binding -> administrator(binding.subject(), "cluster-admin", cluster));
        return Stream.of(listed, roles, bindings, waiting(cluster, this::administers)).flatMap(own -> own)
            .filter(holder -> !byUser || withUser.contains(holder.who()));
    }

    private Holder administrator(Subject subject, String how, PlannedCluster cluster) {
        return Holder.of(subject, how, List.of(), kubeconfigs.isLackedBy(subject, cluster));
    }

    private Stream<Holder> waiting(PlannedCluster cluster, Predicate<Role> fits) {
        return plan.waitingGrants().stream()
            .filter(grant -> new AzureScope(grant.scope()).holds(cluster.scope()) || grant.scope().equals("*") || grant.scope().equals(cluster.name()))
            .filter(grant -> grant.role().equals("cluster-admin") && !byLocalAccounts || role(grant.role()).filter(fits).isPresent())
            .map(grant -> new Holder(grant.principal(), grant.principal() + " (" + grant.role() + ", waits for an object id)", List.of(), false));
    }

    private Optional<Role> role(String name) {
        return plan.customRoles().stream().filter(custom -> custom.name().equals(name)).map(custom -> custom.role()).findFirst()
            .or(() -> BuiltInRoles.find(name).map(builtIn -> new Role(builtIn.name(), builtIn.guid(), false)));
    }

    private boolean turnsOn(Role role) {
        return allows(role, allowed -> LOCAL_ACCOUNTS.stream().allMatch(allowed::allow));
    }

    private boolean administers(Role role) {
        return allows(role, allowed -> allowed.allowInside(IN_CLUSTER));
    }

    private boolean allows(Role role, Predicate<Permissions> what) {
        return RolePermissions.of(role, plan).filter(what).isPresent();
    }

    private static boolean isPerson(Subject subject) {
        return subject instanceof Subject.Entra(var _, var _, var kind) && kind != Subject.Entra.Kind.ServicePrincipal;
    }
}
