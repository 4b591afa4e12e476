package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.all;
import static aksiam.catalogue.Condition.answered;
import static aksiam.catalogue.Condition.any;
import static aksiam.catalogue.Condition.has;
import static aksiam.catalogue.Condition.in;
import static aksiam.catalogue.Condition.is;
import static aksiam.catalogue.Condition.not;
import static aksiam.catalogue.Contrast.bad;
import static aksiam.catalogue.Contrast.good;
import static aksiam.catalogue.Contrast.no;
import static aksiam.catalogue.Contrast.on;
import static aksiam.catalogue.Contrast.partly;
import static aksiam.catalogue.Contrast.plain;
import static aksiam.catalogue.Contrast.yes;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Contribution;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.Design;
import aksiam.model.rows.Flow;
import aksiam.model.rows.Tables;
import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.PlanBuilder;
import aksiam.plan.PolicyAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Step 5: what separates the teams. */
public final class IsolationStep {
    private static final Reference MULTI_TENANCY = Reference.aks("Multi-tenancy in AKS", "concepts-multi-tenancy");
    private static final Reference CLUSTER_ISOLATION = Reference.aks("Cluster isolation best practices", "operator-best-practices-cluster-isolation");
    private static final Reference TENANCY_PRACTICES = Reference.aks("Multi-tenancy best practices", "best-practices-multi-tenancy");
    private static final Reference NETWORK_POLICIES = Reference.aks("Network policies", "use-network-policies");
    private static final Reference CILIUM = Reference.aks("Azure CNI powered by Cilium", "azure-cni-powered-by-cilium");
    private static final Reference OVERLAY = Reference.aks("Azure CNI overlay", "azure-cni-overlay");
    private static final Reference UPDATE_CNI = Reference.aks("Update the network plugin and data plane", "update-azure-cni");
    private static final Reference MANAGED_NAMESPACES = Reference.aks("Managed namespaces", "managed-namespaces");
    private static final Reference SAFEGUARDS = Reference.aks("Deployment safeguards", "deployment-safeguards");
    private static final Reference SECURITY = Reference.aks("Security concepts", "concepts-security");
    private static final Reference POD_SECURITY_ADMISSION = new Reference("Pod Security admission (Kubernetes)",
        "https://kubernetes.io/docs/concepts/security/pod-security-admission/", "2026-08");
    /** Initiatives of Azure Policy that audit or deny what breaks a Pod Security level on Linux nodes. */
    private static final String BASELINE_INITIATIVE = "/providers/Microsoft.Authorization/policySetDefinitions/a8640138-9b0a-4a28-b8cb-1666c838647d";
    private static final String RESTRICTED_INITIATIVE = "/providers/Microsoft.Authorization/policySetDefinitions/42b8ef37-b724-4e24-bbc8-7a7708edfe00";
    /** Levels from the weakest on. */
    private static final List<String> LEVELS = List.of("privileged", "baseline", "restricted");

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
            .good("Rights, quota and Pod Security per team", "Costs nothing")
            .bad("Shared nodes, kernel and network").see(CLUSTER_ISOLATION),
        Option.of("network-policy", "Network policy", "Traffic between teams by rule only.")
            .good("Teams cannot reach each other unnoticed", "Written with the workload")
            .bad("Works only with an engine that enforces it", "Every allowed flow has to be known").see(NETWORK_POLICIES),
        Option.of("node-pool", "Node pool", "Virtual machines of their own, by taint and selector.")
            .good("No noisy neighbours", "Special hardware or compliance per team")
            .bad("Idle capacity in each pool", "API server stays shared")
            .charged().see(Reference.aks("Node taints", "use-node-taints")).door("OWD-28"),
        Option.of("cluster", "Cluster", "Everything of their own.")
            .good("The only boundary against hostile tenants", "Own audit scope and maintenance window")
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
        .see(MULTI_TENANCY, TENANCY_PRACTICES, Reference.STARTING_DOCUMENT)
        .suggest(IsolationStep::suggestBoundary)
        .undecided("Teams get their namespaces and nothing that separates them.")
        .recordOnly("The namespaces, policies and pools of the teams follow it; they are written with the teams.");

    static final Consideration NETWORK_PLUGIN = Consideration.oneOf("network-plugin", "Network plugin", "Which network plugin do the clusters use?",
        Option.of("azure-overlay", "Azure CNI overlay", "Pods in a range of their own.")
            .good("Pods use no addresses of the virtual network", "Every policy engine")
            .bad("Cannot go back to addresses of the virtual network", "Pods are not reachable from outside directly")
            .see(OVERLAY).door("OWD-19").effect(plugin("azure", "overlay")),
        Option.of("azure-cni", "Azure CNI with VNet addresses", "Each pod has an address of the subnet.")
            .good("Pods are reachable from the network", "Every policy engine")
            .bad("Needs an address for each pod")
            .see(UPDATE_CNI).door("OWD-19").effect(plugin("azure", "")),
        Option.of("kubenet", "kubenet", "Routes and NAT; ends 2028-03-31.")
            .good("Few addresses", "Can move to overlay, one way")
            .bad("Retires on 2028-03-31", "Calico on Linux is the only engine")
            .see(UPDATE_CNI).legacy("2026-08").door("OWD-20").effect(plugin("kubenet", ""))
            .notWhen(in("network-policy-engine", "azure", "cilium"), "kubenet works with Calico only"),
        Option.of("own-cni", "Own CNI", "AKS installs none; you bring and support it.")
            .good("Any plugin with its own policies", "Independent of AKS's choices")
            .bad("No support by AKS for network and policies", "No way back found")
            .see(Reference.aks("Bring your own CNI", "use-byo-cni")).door("OWD-23").effect(plugin("none", ""))
            .notWhen(in("network-policy-engine", "cilium", "azure", "calico"), "AKS manages no policy engine on a plugin of yours"))
        .compare(
            on("Addresses of pods", good("A range of their own"), partly("One of the subnet for each"), good("Few, by routes and NAT"),
                plain("As your plugin does")),
            on("Policy engines", good("All"), good("All"), partly("Calico on Linux"), bad("None by AKS")),
            on("Windows nodes", yes(), yes(), no(), plain("Up to your plugin")),
            on("Supported by AKS", yes(), yes(), yes(), no()),
            on("Retires", plain("No date known"), plain("No date known"), bad("2028-03-31"), plain("No date known")),
            on("Way on", plain("No way back to addresses of the VNet"), good("To overlay, one way"), good("To overlay, one way"), bad("No path found")))
        .why(
            "It decides which policy engines are possible. The starting document says that network policies need Azure CNI; today Calico also works on kubenet with Linux nodes, and a plugin of your own brings its own policies. Moving to overlay reimages all pools and is one way.")
        .see(OVERLAY, Reference.STARTING_DOCUMENT)
        .suggest(IsolationStep::suggestPlugin)
        .undecided("The template names no plugin; Azure takes its default.");

    static final Consideration POLICY_ENGINE = Consideration.oneOf("network-policy-engine", "Network policy engine", "What enforces network policies?",
        Option.of("cilium", "Cilium", "In the data plane; recommended today.")
            .good("DNS names and layer 7 with ACNS", "Dual stack, no extra agent")
            .bad("No Windows nodes", "Address ranges do not match pods and nodes")
            .see(CILIUM).door("OWD-21").effect(engine("cilium")),
        Option.of("azure", "Azure network policy manager", "By Azure; being retired.")
            .good("Many clusters use it", "No second project to know")
            .bad("Ends on Linux on 2028-09-30", "250 nodes, 20,000 pods, no IPv6")
            .see(NETWORK_POLICIES).legacy("2026-08").door("OWD-22").effect(engine("azure")),
        Option.of("calico", "Calico", "For Windows nodes or kubenet.")
            .good("Windows and Linux", "Works on kubenet, too")
            .bad("AKS supports only the standard policies", "Definitions stay after removal")
            .see(NETWORK_POLICIES).door("OWD-22").effect(engine("calico")),
        Option.of("none", "None", "Policies are accepted and ignored.")
            .good("Nothing to run", "An own CNI may bring its own")
            .bad("Network policies are ignored in silence", "Adding one later reimages all pools")
            .see(NETWORK_POLICIES).door("OWD-22").effect(engine("none")))
        .compare(
            on("Recommended now", yes(), no(), partly("For Windows or kubenet"), no()),
            on("Linux nodes", yes(), partly("Until 2028-09-30"), yes(), bad("Policies are ignored")),
            on("Windows nodes", no(), partly("Preview, until 2026-09-30"), good("Server 2022, new clusters only"), bad("Policies are ignored")),
            on("kubenet", no(), no(), partly("On Linux"), plain("Allowed")),
            on("Dual stack overlay", yes(), no(), no(), plain("Allowed")),
            on("DNS names and layer 7", partly("With ACNS, charged"), no(), no(), no()),
            on("Size", plain("65,535 identities"), partly("250 nodes, 20,000 pods"), plain("No figure found"), plain("No engine")))
        .why(
            "Without an engine, all traffic is allowed and NetworkPolicy objects are ignored without a word. What is generated is standard NetworkPolicy for every engine; only DNS names need a kind of Cilium's. Changing the engine reimages all pools at once.")
        .see(NETWORK_POLICIES, CILIUM)
        .suggest(IsolationStep::suggestEngine)
        .undecided("The template names no engine; Azure installs none.");

    static final Consideration ADVANCED_NETWORKING = Consideration
        .oneOf("advanced-networking", "Policies on DNS names", "May network policies name DNS names, by Advanced Container Networking Services?",
            Option.of("off", "No", "Policies name pods, namespaces and address ranges.")
                .good("Standard Kubernetes", "No charge")
                .bad("Services behind changing addresses stay open or closed as a whole")
                .see(NETWORK_POLICIES).effect(Effects.NOTHING),
            Option.of("fqdn", "DNS names", "Egress by name, with Cilium.")
                .good("Egress to named services only", "Addresses may change")
                .bad("Cilium only")
                .charged().see(CILIUM)
                .effect(Effects.onEachCluster((cluster, _, _) -> cluster.advancedNetworking = true)))
        .why(
            "Standard network policies know addresses only. Cilium, with Advanced Container Networking Services, also knows DNS names; these policies stand in files of their own.")
        .see(CILIUM)
        .visibleWhen(not(in("network-policy-engine", "azure", "calico", "none")))
        .suggest(IsolationStep::suggestAdvanced)
        .undecided("Traffic to DNS names is an open point and stands in no policy.");

    static final Consideration DEFAULT_TRAFFIC = Consideration.oneOf("default-traffic", "Default traffic", "What may a pod do that no rule speaks of?",
        Option.of("deny-all", "Nothing, not even within a namespace", "But DNS, and what a flow allows.")
            .good("A stolen pod reaches not even its neighbours", "Every connection has a reason on record")
            .bad("Flows within a team have to be known, too", "Every outside service has to be known").see(TENANCY_PRACTICES),
        Option.of("deny-both", "Nothing in, nothing out", "But DNS, its own team, and what a flow allows.")
            .good("A stolen pod reaches nothing", "Every connection has a reason on record")
            .bad("Every outside service has to be known").see(TENANCY_PRACTICES),
        Option.of("deny-ingress", "Nothing in, everything out", "Out to everywhere but instance metadata.")
            .good("Teams cannot reach each other", "Outside services work at once")
            .bad("Data can leave to anywhere").see(NETWORK_POLICIES),
        Option.of("allow", "Everything", "Flows only narrow the pods they name.")
            .good("Nothing breaks", "A start for a platform in use")
            .bad("Any pod reaches any other").see(NETWORK_POLICIES))
        .compare(
            on("Within a namespace", good("Only what a flow allows"), partly("Open, for the whole team"), partly("Open, for the whole team"), bad("Open")),
            on("Between teams", good("Only what a flow allows"), good("Only what a flow allows"), good("Only what a flow allows"), bad("Open")),
            on("To the outside", good("Only what a flow allows"), good("Only what a flow allows"), bad("Open, but instance metadata"), bad("Open")),
            on("To be known beforehand", bad("Every connection"), partly("Every flow and outside service"), partly("Flows between teams"), good("Nothing")))
        .why(
            "Kubernetes allows everything until a policy selects a pod. A default of deny turns the question around; DNS stays open, and so does traffic within a team unless the strictest answer closes that as well; instance metadata is closed. Policies add up: somebody who may write policies can open what a default closes.")
        .see(NETWORK_POLICIES, TENANCY_PRACTICES)
        .visibleWhen(any(not(answered("boundary")), has("boundary", "network-policy"), answered("teams")))
        .suggest(IsolationStep::suggestTraffic)
        .undecided("No NetworkPolicy is written.")
        .recordOnly("The policies are written with the namespaces of the teams.");

    static final Consideration POD_SECURITY = Consideration
        .oneOf("pod-security", "Pod Security level", "Which Pod Security level do the namespaces of the teams enforce?",
            Option.of("restricted", "Restricted", "Hardened pods only.")
                .good("No root, no privilege escalation", "Most applications can meet it")
                .bad("Some images have to change").see(POD_SECURITY_ADMISSION),
            Option.of("baseline", "Baseline", "Known escalations are closed.")
                .good("Most images run as they are", "No host namespaces, no privileged pods")
                .bad("Root in the container is allowed").see(POD_SECURITY_ADMISSION),
            Option.of("privileged", "Privileged", "No restriction.")
                .good("Everything runs", "Suits agents that need the node")
                .bad("A pod can take over its node").see(POD_SECURITY_ADMISSION))
        .compare(
            on("Root in the container", good("No"), bad("Yes"), bad("Yes")),
            on("Host namespaces, privileged containers", good("No"), good("No"), bad("Yes")),
            on("Images as they are", partly("Some have to change"), good("Most"), good("All")))
        .why(
            "Labels of the namespace decide which pods are admitted; the check is part of Kubernetes and always on in AKS. Whoever may write the labels may lower the level, so namespaces stay with the platform team.")
        .see(POD_SECURITY_ADMISSION, SECURITY)
        .suggest(design -> ScopeStep.isRegulated(design) || design.choices("boundary").equals(List.of("namespace"))
            ? Suggestion.option("restricted",
                ScopeStep.isRegulated(design) ? "this design is regulated" : "namespaces alone separate the teams of this design, on shared nodes")
            : design.rows("teams").isEmpty()
                ? Suggestion.none()
                : Suggestion.option("restricted",
                    "most workloads of the %s of this design can meet it; a team that cannot says so in its row"
                        .formatted(Suggestion.count(design.rows("teams").size(), "team"))))
        .undecided("Namespaces enforce privileged, with an annotation that names the open point.")
        .recordOnly("The namespaces of the teams carry it, and Azure Policy takes it over.");

    static final Consideration NAMESPACE_KIND = Consideration
        .oneOf("namespace-kind", "Who makes the namespaces", "Are the namespaces of the teams Kubernetes objects or AKS managed namespaces?",
            Option.of("kubernetes", "Kubernetes namespaces", "Manifests of this bundle.")
                .good("Works with every kind of authorization", "One place with quota and policies")
                .bad("Developers need the cluster's kubeconfig").see(CLUSTER_ISOLATION),
            Option.of("managed", "AKS managed namespaces", "Azure resources, one for each namespace.")
                .good("Own kubeconfig and roles for each namespace", "Managed fields cannot be edited in the cluster")
                .bad("Its roles need Azure RBAC", "Deleting the resource can delete the contents")
                .see(MANAGED_NAMESPACES).door("OWD-31"))
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

    static final Consideration POLICY_ADDON = Consideration.oneOf("policy-addon", "Azure Policy add-on", "Does Azure Policy look at what runs in the clusters?",
        Option.of("off", "Off", "Only Pod Security admission.")
            .good("Nothing more runs in the cluster", "Compatible with IMDS restriction")
            .bad("No report over all clusters")
            .see(SECURITY).effect(addon(false)),
        Option.of("audit", "Audit Pod Security", "Reports what breaks the level, lets it run.")
            .good("One report over all clusters", "Nothing breaks")
            .bad("Reports, does not stop")
            .see(Reference.BUILT_IN_POLICIES).effect(addon(true).andThen((by, plan) -> assignInitiative("Audit", by, plan))),
        Option.of("deny", "Deny what breaks Pod Security", "Refuses at admission, in every namespace not excluded.")
            .good("Covers namespaces without labels", "Managed outside the cluster")
            .bad("A wrong scope stops deployments")
            .see(Reference.BUILT_IN_POLICIES).effect(addon(true).andThen((by, plan) -> assignInitiative("Deny", by, plan))),
        Option.of("safeguards", "Deployment safeguards", "Best practices and Pod Security, at level Enforce.")
            .good("Probes, limits and labels too", "AKS Automatic includes it")
            .bad("Alters objects on their way in, so that GitOps may see drift", "On Automatic it cannot be lowered")
            .see(SAFEGUARDS).effect(addon(true).andThen(Effects.onEachCluster(IsolationStep::enforceSafeguards))))
        .compare(
            on("Stops what breaks the level", no(), partly("Reports it"), yes(), yes()),
            on("One report over all clusters", no(), yes(), yes(), yes()),
            on("Changes objects", good("No"), good("No"), good("No"), partly("Requests, limits, anti-affinity, spread")),
            on("IMDS restriction (preview)", good("Possible"), bad("Excluded"), bad("Excluded"), bad("Excluded")))
        .why(
            "Pod Security labels protect a namespace as long as nobody changes them; Azure Policy looks from outside and over all clusters. Deployment safeguards are a fixed set of policies that needs the add-on. With the add-on, access of pods to instance metadata cannot be switched off (preview feature).")
        .see(SAFEGUARDS, SECURITY)
        .suggest(design -> design.choice("cluster-flavour").equals("automatic")
            ? Suggestion.option("safeguards", "the clusters of this design are AKS Automatic, which has them always")
            : ScopeStep.isRegulated(design)
                ? Suggestion.option("deny", "this design is regulated")
                : design.rows("clusters").isEmpty()
                    ? Suggestion.none()
                    : Suggestion.option("audit",
                        "a report over the %s of this design shows what a stricter choice would stop"
                            .formatted(Suggestion.count(design.rows("clusters").size(), "cluster"))))
        .undecided("The template says nothing about the add-on; no policy is assigned.");

    static final Consideration POLICY_LEVEL = Consideration
        .oneOf("policy-level", "Level of Azure Policy", "Which Pod Security level does Azure Policy look for?",
            Option.of("restricted", "Restricted", "Whatever is no hardened pod.")
                .good("Shows what keeps a namespace from the restricted level", "One aim for all clusters")
                .bad("Long reports as long as few images are hardened").see(Reference.BUILT_IN_POLICIES),
            Option.of("baseline", "Baseline", "Known escalations only.")
                .good("Short reports, each worth a look", "Most images pass")
                .bad("Root in the container goes unreported").see(Reference.BUILT_IN_POLICIES))
        .why(
            "Azure Policy can look for another level than the one that the namespaces enforce: auditing a stricter one shows what is left to do before the labels follow. Namespaces of Azure, of others, and of teams whose row names a weaker level are excluded.")
        .see(Reference.BUILT_IN_POLICIES, SECURITY)
        .visibleWhen(in("policy-addon", "audit", "deny"))
        .suggest(design -> List.of("baseline", "restricted").contains(design.choice("pod-security"))
            ? Suggestion.option(design.choice("pod-security"), "the namespaces of this design enforce it")
            : Suggestion.none())
        .undecided("It looks for the level that the namespaces enforce, where that is decided.")
        .recordOnly("The Azure Policy add-on, above, takes it over.")
        .orNone();

    public static final List<Consideration> ALL = List.of(TENANCY_TRUST, BOUNDARY, NETWORK_PLUGIN, POLICY_ENGINE, ADVANCED_NETWORKING, DEFAULT_TRAFFIC,
        POD_SECURITY, NAMESPACE_KIND, POLICY_ADDON, POLICY_LEVEL);

    private IsolationStep() {
    }

    private static BiConsumer<Contribution, PlanBuilder> plugin(String plugin, String mode) {
        return Effects.onEachCluster((cluster, by, _) -> {
            cluster.networkPlugin = by.decided(plugin);
            cluster.networkMode = mode;
        });
    }

    private static BiConsumer<Contribution, PlanBuilder> engine(String engine) {
        return Effects.onEachCluster((cluster, by, _) -> cluster.networkPolicy = by.decided(engine));
    }

    private static BiConsumer<Contribution, PlanBuilder> addon(boolean on) {
        return Effects.onEachCluster((cluster, by, _) -> cluster.policyAddon = by.decided(on));
    }

    private static void enforceSafeguards(ClusterDraft cluster, Contribution by, PlanBuilder plan) {
        cluster.safeguards = by.decided("Enforce");
        var level = by.design().choice("pod-security");
        if (LEVELS.contains(level)) {
            cluster.safeguardsPodSecurity = by.decided(level.substring(0, 1).toUpperCase(Locale.ROOT) + level.substring(1));
        }
    }

    /** Assigns the initiative of the decided level to every resource group with clusters; while the level is undecided there is nothing to assign. */
    private static void assignInitiative(String effect, Contribution by, PlanBuilder plan) {
        var level = by.design().isAnswered("policy-level") ? by.design().choice("policy-level") : by.design().choice("pod-security");
        if (!level.equals("baseline") && !level.equals("restricted")) {
            return;
        }
        var byGroup = new TreeMap<String, List<ClusterDraft>>();
        plan.clusters().stream().filter(cluster -> cluster.build().isDeployable())
            .forEach(cluster -> byGroup
                .computeIfAbsent("/subscriptions/" + cluster.subscription() + "/resourceGroups/" + cluster.row().resourceGroup(), _ -> new ArrayList<>())
                .add(cluster));
        byGroup.forEach((group,
            clusters) -> plan.add(new PolicyAssignment("aks-pod-security-" + level, "Pod Security " + level + " on AKS",
                level.equals("restricted") ? RESTRICTED_INITIATIVE : BASELINE_INITIATIVE,
                new AzureScope(group), effect, excludedNamespaces(clusters, level, by.design()), by.consideration())));
    }

    /** System namespaces, namespaces that others make, and those of teams whose own level is weaker. */
    private static List<String> excludedNamespaces(List<ClusterDraft> clusters, String level, Design design) {
        var excluded = new TreeSet<>(List.of("azure-arc", "gatekeeper-system", "kube-system"));
        var names = clusters.stream().map(ClusterDraft::name).toList();
        clusters.forEach(cluster -> cluster.row().givenNamespaces().forEach(namespace -> excluded.add(namespace.name())));
        design.rows("teams", Tables.TEAMS).stream()
            .filter(team -> LEVELS.contains(team.podSecurity()) && LEVELS.indexOf(team.podSecurity()) < LEVELS.indexOf(level))
            .filter(team -> team.clusters().stream().anyMatch(names::contains)).forEach(team -> excluded.addAll(team.namespaces()));
        excluded.remove("");
        return List.copyOf(excluded);
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

    private static Optional<Suggestion> suggestPlugin(Design design) {
        var engine = design.choice("network-policy-engine");
        var because = design.choice("cluster-flavour").equals("automatic")
            ? "the clusters of this design are AKS Automatic, which always uses it"
            : engine.equals("cilium") || engine.equals("azure")
                ? "the policy engine of this design needs Azure CNI, and overlay saves addresses"
                : design.rows("clusters").isEmpty()
                    ? ""
                    : "pods then need no addresses of the virtual network, in %s of this design"
                        .formatted(Suggestion.count(design.rows("clusters").size(), "cluster"));
        return because.isEmpty() ? Suggestion.none() : Suggestion.option("azure-overlay", because);
    }

    private static Optional<Suggestion> suggestEngine(Design design) {
        return switch (design.choice("network-plugin")) {
            case "kubenet" -> Suggestion.option("calico", "it is the only engine on kubenet, which this design uses");
            case "own-cni" -> Suggestion.option("none", "the plugin of this design is its own, and AKS manages no engine on it");
            case "azure-overlay", "azure-cni" -> Suggestion.option("cilium", "this design uses Azure CNI, for which it is the recommended engine");
            default -> Suggestion.none();
        };
    }

    private static Optional<Suggestion> suggestAdvanced(Design design) {
        var names = design.rows("flows", Tables.FLOWS).stream().map(Flow::toDnsName).filter(name -> !name.isEmpty()).count();
        return names > 0
            ? Suggestion.option("fqdn", "a DNS name is named by %s of this design".formatted(Suggestion.count(names, "flow")))
            : design.rows("flows").isEmpty()
                ? Suggestion.none()
                : Suggestion.option("off", "this design has %s and no DNS name among them".formatted(Suggestion.count(design.rows("flows").size(), "flow")));
    }

    private static Optional<Suggestion> suggestTraffic(Design design) {
        var inside = design.rows("flows", Tables.FLOWS).stream()
            .filter(flow -> !flow.fromNamespace().isEmpty() && flow.fromNamespace().equals(flow.toNamespace())).count();
        if (inside > 0) {
            return Suggestion.option("deny-all", "this design names %s within a namespace already".formatted(Suggestion.count(inside, "flow")));
        }
        var outside = design.rows("flows", Tables.FLOWS).stream().filter(flow -> !flow.toAddresses().isEmpty() || !flow.toDnsName().isEmpty()).count();
        return outside > 0 || ScopeStep.isRegulated(design)
            ? Suggestion.option("deny-both",
                outside > 0 ? "this design names %s to the outside already".formatted(Suggestion.count(outside, "flow")) : "this design is regulated")
            : design.rows("teams").size() > 1
                ? Suggestion.option("deny-ingress", "this design has %d teams and names no flow to the outside yet".formatted(design.rows("teams").size()))
                : Suggestion.none();
    }
}
