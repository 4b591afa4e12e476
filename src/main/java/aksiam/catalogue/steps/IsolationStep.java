package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.all;
import static aksiam.catalogue.Condition.answered;
import static aksiam.catalogue.Condition.has;
import static aksiam.catalogue.Condition.in;
import static aksiam.catalogue.Condition.not;
import static aksiam.catalogue.Contrast.bad;
import static aksiam.catalogue.Contrast.good;
import static aksiam.catalogue.Contrast.no;
import static aksiam.catalogue.Contrast.on;
import static aksiam.catalogue.Contrast.partly;
import static aksiam.catalogue.Contrast.plain;
import static aksiam.catalogue.Contrast.yes;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.Design;
import aksiam.model.rows.Tables;
import java.util.List;
import java.util.Optional;

/** Step 5: what separates the teams. */
public final class IsolationStep {
    private static final Reference MULTI_TENANCY = Reference.aks("Multi-tenancy in AKS", "concepts-multi-tenancy");
    private static final Reference CLUSTER_ISOLATION = Reference.aks("Cluster isolation best practices", "operator-best-practices-cluster-isolation");
    private static final Reference MANAGED_NAMESPACES = Reference.aks("Managed namespaces", "managed-namespaces");

    static final Consideration TENANCY_TRUST = Consideration.oneOf("tenancy-trust", "Trust between tenants", "How far do the teams trust each other?",
        Option.of("soft", "Soft: teams of one organisation", "Mistakes are expected, attacks are not.")
            .good("Clusters are shared", "Kubernetes' own controls are enough")
            .bad("One kernel and one API server for all")
            .see(MULTI_TENANCY).door("OWD-29"),
        Option.of("hard", "Hard: hostile use assumed", "A tenant may attack its neighbours.")
            .good("Only a hypervisor lies between tenants", "A breach stays in one cluster")
            .bad("A cluster for each tenant", "Each cluster has its own tier charge and system pool")
            .charged().see(CLUSTER_ISOLATION).door("OWD-29")
            .notWhen(all(answered("boundary"), not(has("boundary", "cluster"))), "hostile tenants need clusters of their own"))
        .compare(
            on("Fits", plain("Teams of one company"), plain("Hostile tenants, separate audit scope")),
            on("Boundary", partly("Kubernetes' own controls"), good("A hypervisor")),
            on("Shared by all", bad("API server and kernel"), good("Nothing")),
            on("Maintenance window", plain("One for all"), good("One for each")))
        .why(
            "Within a cluster all tenants share the API server and, on a node, the kernel. AKS documentation accepts only separate clusters where hostile use is assumed. Splitting a cluster later is a migration of every workload, credential and DNS name.")
        .see(MULTI_TENANCY, CLUSTER_ISOLATION)
        .suggest(IsolationStep::suggestTrust)
        .undecided("Nothing depends on it but suggestions.")
        .recordOnly("It decides which isolation methods will do; the methods write the plan.");

    static final Consideration BOUNDARY = Consideration.manyOf("boundary", "Isolation method", "What separates the teams?",
        Option.of("namespace", "Namespace", "Objects, rights and quotas apart.")
            .good("Rights, quota and Pod Security can be set per team", "Costs nothing")
            .bad("Shared nodes, kernel and network").see(CLUSTER_ISOLATION),
        Option.of("network-policy", "Network policy", "Traffic between teams by rule only.")
            .good("Teams cannot reach each other unnoticed", "Written with the workload")
            .bad("Works only with an engine that enforces it", "Every allowed flow has to be known")
            .where("Works only with an engine that enforces it", not(in("network-policy-engine", "cilium", "azure", "calico")))
            .see(ClusterNetwork.NETWORK_POLICIES),
        Option.of("node-pool", "Node pool", "Virtual machines of their own, by taint and selector.")
            .good("No noisy neighbours", "Special hardware or compliance per team")
            .bad("Idle capacity in each pool", "API server stays shared")
            .charged().see(Reference.aks("Node taints", "use-node-taints")).door("OWD-28"),
        Option.of("cluster", "Cluster", "Everything of their own.")
            .good("Is the only boundary against hostile tenants", "Has an audit scope and a maintenance window of its own")
            .bad("Each cluster has its own tier charge and system pool", "Rights repeat in every cluster")
            .charged().see(CLUSTER_ISOLATION).door("OWD-29"))
        .compare(
            on("Parts", plain("API objects, rights, quota"), plain("Traffic"), plain("Virtual machines"), plain("Everything")),
            on("Own kernel", no(), no(), yes(), yes()),
            on("Own API server", no(), no(), no(), yes()),
            on("Noisy neighbours", partly("Quota and limits"), bad("Stay"), good("Gone"), good("Gone")),
            on("Against hostile tenants", no(), no(), no(), yes()),
            on("Needs", good("Nothing more"), plain("An engine that enforces it"), plain("Taint, selector and a policy"),
                plain("Tier charge and system pool each")))
        .why(
            "The starting document names four methods: namespace, network policy, node pool, cluster, in any combination. Today's documentation adds managed namespaces, sandboxed pods, confidential nodes and Pod Security. A team may differ from the others: its row says so.")
        .see(MULTI_TENANCY, Reference.TENANCY_PRACTICES, Reference.STARTING_DOCUMENT)
        .suggest(IsolationStep::suggestBoundary)
        .undecided("Nothing separates the teams whose row names no method.")
        .recordOnly("The namespaces, policies and pools of the teams follow it; they are written with the teams.");

    static final Consideration NAMESPACE_KIND = Consideration
        .oneOf("namespace-kind", "Kind of namespaces", "Are the namespaces of the teams Kubernetes objects or AKS managed namespaces?",
            Option.of("kubernetes", "Kubernetes namespaces", "Manifests of this bundle.")
                .good("Works with every kind of authorization", "One place with quota and policies")
                .bad("Developers need the cluster's kubeconfig").see(CLUSTER_ISOLATION),
            Option.of("managed", "AKS managed namespaces", "Azure resources, one for each namespace.")
                .good("Has a kubeconfig and roles for each namespace", "Fields that AKS manages cannot be edited in the cluster")
                .bad("Its roles need Azure RBAC", "Deleting the resource can delete the contents")
                .where("Its roles need Azure RBAC", not(Consequences.AZURE_RBAC))
                .see(MANAGED_NAMESPACES))
        .compare(
            on("Made by", plain("Manifests of the bundle"), plain("Azure, as a resource each")),
            on("Edited in the cluster", partly("By whoever may write it"), good("Managed fields cannot be")),
            on("Kubeconfig of developers", partly("That of the cluster"), good("One for the namespace")),
            on("Authorizer of its roles", good("Any"), partly("Azure RBAC")),
            on("Policy engine", plain("For network policies"), plain("For its default policies")))
        .why(
            "An AKS managed namespace is an Azure resource: its quota and default policies are set there and cannot be edited through the Kubernetes API, and developers need a right on the namespace only. Its roles need Azure RBAC, its default policies an engine.")
        .see(MANAGED_NAMESPACES, Reference.aks("Managed namespace concepts", "concepts-managed-namespaces"))
        .suggest(design -> design.choice("authorization").equals("kubernetes-rbac")
            ? Suggestion.option("kubernetes", "the roles of managed namespaces need Azure RBAC, which this design does not use")
            : Suggestion.none())
        .undecided("Namespaces are written as Kubernetes objects.")
        .recordOnly("The namespaces are written with the teams.");

    public static final List<Consideration> ALL = List.of(TENANCY_TRUST, BOUNDARY, ClusterNetwork.NETWORK_PLUGIN, ClusterNetwork.POLICY_ENGINE,
        ClusterNetwork.ADVANCED_NETWORKING, ClusterNetwork.DEFAULT_TRAFFIC, PodSecurity.POD_SECURITY, NAMESPACE_KIND, PodSecurity.POLICY_ADDON,
        PodSecurity.POLICY_LEVEL);

    private IsolationStep() {
    }

    private static Optional<Suggestion> suggestTrust(Design design) {
        var teams = design.rows("teams").size();
        return teams > 1 && !design.text("organisation").isEmpty() && !ScopeStep.isRegulated(design)
            ? Suggestion.option("soft", "the %d teams of this design belong to %s".formatted(teams, design.text("organisation")))
            : Suggestion.none();
    }

    private static Optional<Suggestion> suggestBoundary(Design design) {
        if (design.choice("tenancy-trust").equals("hard")) {
            return Suggestion.options(List.of("namespace", "network-policy", "cluster"),
                "hostile use is assumed in this design, and only clusters hold against that");
        }
        var pools = design.rows("teams", Tables.TEAMS).stream().filter(team -> !team.pool().isEmpty()).count();
        return pools > 0
            ? Suggestion.options(List.of("namespace", "network-policy", "node-pool"),
                "a node pool is named by %s of this design".formatted(Suggestion.count(pools, "team")))
            : design.choice("tenancy-trust").equals("soft")
                ? Suggestion.options(List.of("namespace", "network-policy"), "the teams of this design trust each other, and no team names a pool of its own")
                : Suggestion.none();
    }
}
