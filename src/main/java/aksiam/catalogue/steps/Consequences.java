package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.any;
import static aksiam.catalogue.Condition.hasRow;
import static aksiam.catalogue.Condition.in;
import static aksiam.catalogue.Condition.is;

import aksiam.catalogue.Condition;
import aksiam.domain.Permissions;
import aksiam.model.Design;
import aksiam.plan.CosmosRoleAssignment;
import aksiam.plan.FederatedCredential;
import aksiam.plan.IdentityBinding;
import aksiam.plan.ManagedIdentity;
import aksiam.plan.Plan;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When an advantage or drawback of an option is a consequence of choosing it in a design. */
final class Consequences {
    static final Condition AUTOMATIC = any(is("cluster-flavour", "automatic"), hasRow("clusters", "flavour", "automatic"));
    static final Condition OWN_ZONE = any(is("private-dns-zone", "own"), Condition.has("own-network", "dns-zone"));
    static final Condition EXISTING = any(is("cluster-origin", "existing"), hasRow("clusters", "origin", "existing"));
    static final Condition PRIVATE = in("api-server-reach", "private-link", "vnet-integration-private");
    static final Condition AZURE_RBAC = in("authorization", "azure-rbac", "both");
    private static final String GRANTS = "grants";
    private static final String NETWORK_CONTRIBUTOR = "Network Contributor";

    private Consequences() {
    }

    /** Somebody is given one of these roles, now, once activated or once an id is known. */
    static BiPredicate<Design, Plan> given(String... roles) {
        var names = List.of(roles);
        return (_, plan) -> Stream
            .of(plan.roleAssignments().stream().map(grant -> grant.role().name()), plan.eligibleGrants().stream().map(grant -> grant.role()),
                plan.kubernetesBindings().stream().map(grant -> grant.role()), plan.waitingGrants().stream().map(grant -> grant.role()))
            .flatMap(all -> all).anyMatch(names::contains);
    }

    /** The same by a row of the grants, where everybody stands whose rights do not follow from a team. */
    static BiPredicate<Design, Plan> granted(String... roles) {
        var names = List.of(roles);
        return (_, plan) -> Stream.of(
            plan.roleAssignments().stream().filter(grant -> grant.consideration().equals(GRANTS)).map(grant -> grant.role().name()),
            plan.eligibleGrants().stream().filter(grant -> grant.consideration().equals(GRANTS)).map(grant -> grant.role()),
            plan.waitingGrants().stream().filter(grant -> grant.consideration().equals(GRANTS)).map(grant -> grant.role()))
            .flatMap(all -> all).anyMatch(names::contains);
    }

    /** The custom role for a purpose is defined and has this property, as the table of the design has it. */
    static BiPredicate<Design, Plan> customRole(String purpose, Predicate<Permissions> property) {
        return (design, plan) -> {
            var name = new CustomRoles(design).forPurpose(purpose, purpose + "-rights").name();
            return plan.customRoles().stream().filter(role -> role.name().equals(name)).map(role -> new Permissions(role.actions(), role.notActions(),
                role.dataActions(), role.notDataActions())).anyMatch(property);
        };
    }

    static Predicate<Permissions> allowsOneOf(String... operations) {
        return lines -> Stream.of(operations).anyMatch(lines::allow);
    }

    static Predicate<Permissions> allowsInsideOneOf(String... operations) {
        return lines -> Stream.of(operations).anyMatch(lines::allowInside);
    }

    /** No identity of a cluster may change the network by another role. */
    static boolean nothingChangesTheNetwork(Design design, Plan plan) {
        var own = plan.identities().stream().filter(identity -> identity.purpose() == ManagedIdentity.Purpose.CONTROL_PLANE).map(ManagedIdentity::name)
            .collect(Collectors.toSet());
        return plan.roleAssignments().stream().filter(grant -> grant.role().name().equals(NETWORK_CONTRIBUTOR)).map(RoleAssignment::subject)
            .noneMatch(subject -> subject instanceof Subject.ClusterMade || subject instanceof Subject.Identity(var name) && own.contains(name));
    }

    /** Each identity that workloads sign in with has a right in Azure. */
    static boolean eachIdentityHasRights(Design design, Plan plan) {
        var holders = Stream.concat(plan.roleAssignments().stream().map(RoleAssignment::subject),
            plan.cosmosRoleAssignments().stream().map(CosmosRoleAssignment::subject)).map(Subject::label).collect(Collectors.toSet());
        return holders.containsAll(identities(plan));
    }

    private static List<String> identities(Plan plan) {
        return Stream
            .concat(plan.federatedCredentials().stream().map(FederatedCredential::identity), plan.identityBindings().stream().map(IdentityBinding::identity))
            .distinct().toList();
    }
}
