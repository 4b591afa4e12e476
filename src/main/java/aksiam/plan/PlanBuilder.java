package aksiam.plan;

import aksiam.model.DesignId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what the considerations contribute, in the order of the workshop. The same fact said twice is one fact. */
public final class PlanBuilder {
    public DesignId design = DesignId.NONE;
    public String name = "";
    public String organisation = "";
    public String tenant = "";
    /** Whether Kubernetes can tell people apart: not with client certificates. */
    public boolean peopleBindable = true;
    private final Map<String, SubscriptionAlias> aliases = new LinkedHashMap<>();
    private final Map<String, Tag> tags = new LinkedHashMap<>();
    private final Map<String, ClusterDraft> clusters = new LinkedHashMap<>();
    private final Map<String, ManagedIdentity> identities = new LinkedHashMap<>();
    private final Map<String, CustomRole> customRoles = new LinkedHashMap<>();
    private final Map<String, Namespace> namespaces = new LinkedHashMap<>();
    private final Map<List<String>, RoleAssignment> roleAssignments = new LinkedHashMap<>();
    private final Map<List<String>, CosmosRoleAssignment> cosmosRoleAssignments = new LinkedHashMap<>();
    private final Map<List<String>, FederatedCredential> federatedCredentials = new LinkedHashMap<>();
    private final Map<List<String>, IdentityBinding> identityBindings = new LinkedHashMap<>();
    private final Map<List<String>, EligibleGrant> eligibleGrants = new LinkedHashMap<>();
    private final Set<PolicyAssignment> policyAssignments = new LinkedHashSet<>();
    private final Map<String, KubernetesRole> kubernetesRoles = new LinkedHashMap<>();
    private final Map<List<String>, KubernetesBinding> kubernetesBindings = new LinkedHashMap<>();
    private final Map<List<String>, TrafficRule> trafficRules = new LinkedHashMap<>();
    private final Map<String, ServiceAccount> serviceAccounts = new LinkedHashMap<>();
    private final Map<List<String>, Workload> workloads = new LinkedHashMap<>();
    private final Set<Task> tasks = new LinkedHashSet<>();
    private final Set<WaitingGrant> waitingGrants = new LinkedHashSet<>();
    private final Set<OpenPoint> openPoints = new LinkedHashSet<>();

    public Collection<ClusterDraft> clusters() {
        return clusters.values();
    }

    public Optional<ClusterDraft> cluster(String name) {
        return Optional.ofNullable(clusters.get(name));
    }

    public Collection<Namespace> namespaces() {
        return namespaces.values();
    }

    public Optional<Namespace> namespace(String cluster, String name) {
        return Optional.ofNullable(namespaces.get(cluster + "/" + name));
    }

    public Optional<ManagedIdentity> identity(String name) {
        return Optional.ofNullable(identities.get(name));
    }

    public Optional<CustomRole> customRole(String name) {
        return Optional.ofNullable(customRoles.get(name));
    }

    /** The definition of a role, if the design defines it. */
    public Optional<CustomRole> customRole(Role role) {
        return customRoles.values().stream().filter(definition -> definition.guid().equals(role.guid())).findFirst();
    }

    public Optional<KubernetesRole> kubernetesRole(String name) {
        return Optional.ofNullable(kubernetesRoles.get(name));
    }

    public Optional<ServiceAccount> serviceAccount(String cluster, String namespace, String name) {
        return Optional.ofNullable(serviceAccounts.get(cluster + "/" + namespace + "/" + name));
    }

    public Optional<Workload> workload(String cluster, String namespace, String name) {
        return Optional.ofNullable(workloads.get(List.of(cluster, namespace, name)));
    }

    public void add(ClusterDraft cluster) {
        clusters.putIfAbsent(cluster.name(), cluster);
    }

    /** Adds an alias, unless another subscription has it; of several for one subscription only the first one counts. */
    public void add(SubscriptionAlias alias) {
        if (aliases.values().stream().noneMatch(other -> other.alias().equalsIgnoreCase(alias.alias()))) {
            aliases.putIfAbsent(alias.subscription(), alias);
        }
    }

    /** Adds a tag; names are the same to Azure in upper and lower case, so only the first one counts. */
    public void add(Tag tag) {
        tags.putIfAbsent(tag.name().toLowerCase(Locale.ROOT), tag);
    }

    public void add(ManagedIdentity identity) {
        identities.put(identity.name(), identity);
    }

    public void add(CustomRole role) {
        customRoles.putIfAbsent(role.name(), role);
    }

    /** Adds a namespace, or replaces the one of the same name in the same cluster. */
    public void put(Namespace namespace) {
        namespaces.put(namespace.cluster() + "/" + namespace.name(), namespace);
    }

    /** Adds an assignment; of the same role to the same subject at the same scope only the first one counts, as Azure refuses a second. */
    public void add(RoleAssignment assignment) {
        roleAssignments.putIfAbsent(List.of(assignment.subject().key(), assignment.role().guid(), assignment.scope().id().toLowerCase(Locale.ROOT)),
            assignment);
    }

    public void add(CosmosRoleAssignment assignment) {
        cosmosRoleAssignments.putIfAbsent(
            List.of(assignment.subject().key(), assignment.roleGuid(), assignment.account().text().toLowerCase(Locale.ROOT), assignment.scope()), assignment);
    }

    /** Adds a credential; issuer and subject are unique within an identity, so only the first one of a service account counts. */
    public void add(FederatedCredential credential) {
        federatedCredentials.putIfAbsent(List.of(credential.identity(), credential.cluster(), credential.subject()), credential);
    }

    public void add(IdentityBinding binding) {
        identityBindings.putIfAbsent(List.of(binding.cluster(), binding.identity()), binding);
    }

    public void add(EligibleGrant grant) {
        eligibleGrants.putIfAbsent(List.of(grant.subject().key(), grant.role(), grant.scope(), grant.mechanism().name()), grant);
    }

    public void add(PolicyAssignment assignment) {
        policyAssignments.add(assignment);
    }

    public void add(KubernetesRole role) {
        kubernetesRoles.putIfAbsent(role.name(), role);
    }

    public void add(KubernetesBinding binding) {
        kubernetesBindings.putIfAbsent(List.of(binding.cluster(), binding.namespace().orElse(""), binding.role(), binding.subject().key()), binding);
    }

    /** Adds a rule; its name is unique in its namespace. */
    public void add(TrafficRule rule) {
        trafficRules.putIfAbsent(List.of(rule.cluster(), rule.namespace(), rule.name()), rule);
    }

    /** Adds a service account, or replaces the one of the same name in the same namespace and cluster. */
    public void put(ServiceAccount account) {
        serviceAccounts.put(account.cluster() + "/" + account.namespace() + "/" + account.name(), account);
    }

    public void add(Workload workload) {
        workloads.putIfAbsent(List.of(workload.cluster(), workload.namespace(), workload.name()), workload);
    }

    public void add(Task task) {
        tasks.add(task);
    }

    public void add(WaitingGrant grant) {
        waitingGrants.add(grant);
    }

    public void add(OpenPoint point) {
        openPoints.add(point);
    }

    /**
     * The plan. An Azure right on a scope, or of an identity, that cannot be told to Azure yet waits: the open point of its cluster
     * says what is missing. The same right from two considerations is one right, that of the first.
     */
    public Plan build() {
        var identities = deployableIdentities();
        var named = identities.stream().map(ManagedIdentity::name).collect(Collectors.toSet());
        var known = roleAssignments.values().stream().map(RoleAssignment::scope).distinct().filter(AzureScope::isKnown).collect(Collectors.toSet());
        var told = roleAssignments.values().stream()
            .collect(Collectors.partitioningBy(assignment -> known.contains(assignment.scope()) && isDeployable(assignment.subject(), named)
                && !isInWaiting(assignment.scope())));
        var assigned = told.get(true);
        var waiting = new LinkedHashSet<>(waitingGrants);
        told.get(false).forEach(assignment -> waiting
            .add(new WaitingGrant(assignment.subject().label(), "azure", assignment.role().name(), assignment.scope().id(), "", assignment.consideration())));
        var eligible = eligibleGrants.values().stream().collect(Collectors.partitioningBy(grant -> !isInWaiting(new AzureScope(grant.scope()))));
        eligible.get(false).forEach(grant -> waiting.add(new WaitingGrant(grant.subject().label(), "azure", grant.role(), grant.scope(), "",
            grant.consideration())));
        var trusted = federatedCredentials.values().stream().filter(credential -> named.contains(credential.identity())).toList();
        var open = new LinkedHashSet<>(openPoints);
        open.addAll(AzureLimits.exceeded(assigned, customRoles.values()));
        var built = clusters.values().stream().map(ClusterDraft::build).sorted(Comparator.comparing(PlannedCluster::name)).toList();
        Obstacle.of(built, assigned, eligibleGrants.values()).stream().map(Obstacle::openPoint).forEach(open::add);
        return new Plan(design, name, organisation, tenant, peopleBindable,
            sorted(aliases.values(), Comparator.comparing(SubscriptionAlias::subscription)), sorted(tags.values(), Comparator.comparing(Tag::name)),
            built,
            sorted(identities, Comparator.comparing(ManagedIdentity::name)), sorted(customRoles.values(), Comparator.comparing(CustomRole::name)),
            sorted(assigned,
                Comparator.comparing(RoleAssignment::stage).thenComparing(RoleAssignment::scope).thenComparing(a -> a.subject().label())
                    .thenComparing(a -> a.role().name())),
            sorted(
                cosmosRoleAssignments.values().stream()
                    .filter(assignment -> !(assignment.subject() instanceof Subject.Identity(var identity)) || named.contains(identity)).toList(),
                Comparator.comparing((CosmosRoleAssignment a) -> a.account().text()).thenComparing(CosmosRoleAssignment::scope)
                    .thenComparing(a -> a.subject().label()).thenComparing(CosmosRoleAssignment::roleName)),
            sorted(trusted,
                Comparator.comparing(FederatedCredential::cluster).thenComparing(FederatedCredential::identity).thenComparing(FederatedCredential::name)),
            sorted(identityBindings.values().stream().filter(binding -> named.contains(binding.identity())).toList(),
                Comparator.comparing(IdentityBinding::cluster).thenComparing(IdentityBinding::name)),
            sorted(eligible.get(true),
                Comparator.comparing((EligibleGrant g) -> g.scope()).thenComparing(g -> g.subject().label()).thenComparing(EligibleGrant::role)),
            sorted(policyAssignments, Comparator.comparing(PolicyAssignment::scope).thenComparing(PolicyAssignment::name)),
            sorted(kubernetesRoles.values(), Comparator.comparing(KubernetesRole::name)),
            sorted(kubernetesBindings.values(),
                Comparator.comparing(KubernetesBinding::cluster).thenComparing(b -> b.namespace().orElse("")).thenComparing(KubernetesBinding::role)
                    .thenComparing(b -> b.subject().label())),
            sorted(namespaces.values(), Comparator.comparing(Namespace::cluster).thenComparing(Namespace::name)),
            sorted(trafficRules.values(), Comparator.comparing(TrafficRule::cluster).thenComparing(TrafficRule::namespace).thenComparing(TrafficRule::name)),
            sorted(serviceAccounts.values(),
                Comparator.comparing(ServiceAccount::cluster).thenComparing(ServiceAccount::namespace).thenComparing(ServiceAccount::name)),
            sorted(workloads.values(), Comparator.comparing(Workload::cluster).thenComparing(Workload::namespace).thenComparing(Workload::name)),
            sorted(tasks, Comparator.naturalOrder()),
            sorted(waiting, Comparator.comparing(WaitingGrant::principal).thenComparing(WaitingGrant::scope).thenComparing(WaitingGrant::role)),
            List.copyOf(open));
    }

    private List<ManagedIdentity> deployableIdentities() {
        return identities.values().stream().filter(identity -> identity.id().isKnown() && (identity.given() || !identity.region().isEmpty())).toList();
    }

    /** Whether a scope is in a new cluster that is not deployed yet. */
    private boolean isInWaiting(AzureScope scope) {
        return clusters.values().stream().filter(draft -> draft.waits && !draft.existing())
            .anyMatch(draft -> scope.isWithin(draft.scope()));
    }

    /** Whether Azure can be told who it is. */
    private boolean isDeployable(Subject subject, Set<String> identities) {
        return switch (subject) {
            case Subject.Entra entra -> entra.isKnown();
            case Subject.Identity(var name) -> identities.contains(name);
            case Subject.ClusterMade(var cluster, var _) -> cluster(cluster).filter(draft -> draft.build().isDeployable()).isPresent();
            case Subject.Account _ -> false;
        };
    }

    private static <T> List<T> sorted(Collection<T> values, Comparator<? super T> order) {
        var list = new ArrayList<>(values);
        list.sort(order);
        return List.copyOf(list);
    }
}
