package aksiam.plan;

import aksiam.model.DesignId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything to deploy, to do and still to settle. Every list is sorted by a stable key. */
public record Plan(DesignId design, String name, String organisation, String tenant, boolean peopleBindable,
    List<SubscriptionAlias> aliases, List<Tag> tags,
    List<PlannedCluster> clusters,
    List<ManagedIdentity> identities,
    List<CustomRole> customRoles,
    List<RoleAssignment> roleAssignments, List<CosmosRoleAssignment> cosmosRoleAssignments, List<FederatedCredential> federatedCredentials,
    List<IdentityBinding> identityBindings,
    List<EligibleGrant> eligibleGrants, List<PolicyAssignment> policyAssignments, List<KubernetesRole> kubernetesRoles,
    List<KubernetesBinding> kubernetesBindings, List<Namespace> namespaces,
    List<TrafficRule> trafficRules, List<ServiceAccount> serviceAccounts, List<Workload> workloads, List<Task> tasks, List<WaitingGrant> waitingGrants,
    List<OpenPoint> openPoints) {

    /** What people call a subscription; its id where nobody said. */
    public String nameOf(String subscription) {
        return aliases.stream().filter(alias -> alias.subscription().equals(subscription.toLowerCase(Locale.ROOT))).findFirst().map(SubscriptionAlias::alias)
            .orElse(subscription);
    }

    public Optional<PlannedCluster> cluster(String name) {
        return clusters.stream().filter(cluster -> cluster.name().equals(name)).findFirst();
    }

    /** Whether Kubernetes can be told who it is: people not without sign-in by Entra, and nobody whose object id is not known yet. */
    public boolean canBind(Subject subject) {
        return subject instanceof Subject.Account || peopleBindable && subject.isKnown();
    }

    /** One for each cluster. */
    public List<Administrators> administrators() {
        return clusters.stream().map(cluster -> Administrators.of(cluster, roleAssignments, eligibleGrants)).toList();
    }

    /** Groups whose membership is activated. */
    public Set<Subject> activatedGroups() {
        return Administrators.activated(eligibleGrants);
    }

    /** Azure roles by assignment, then those to activate. */
    public List<HeldRole> heldRoles() {
        return Stream.concat(roleAssignments.stream().map(given -> new HeldRole(given.subject(), given.role(), given.scope(), false)),
            eligibleGrants.stream().flatMap(grant -> grant.azureRole().stream()
                .map(role -> new HeldRole(grant.subject(), role, new AzureScope(grant.scope()), true))))
            .toList();
    }

    public List<Obstacle> obstacles() {
        return Obstacle.of(clusters, roleAssignments, eligibleGrants);
    }

    public Optional<ManagedIdentity> identity(String name) {
        return identities.stream().filter(identity -> identity.name().equals(name)).findFirst();
    }
}
