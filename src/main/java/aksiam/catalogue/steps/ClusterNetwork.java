package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.all;
import static aksiam.catalogue.Condition.answered;
import static aksiam.catalogue.Condition.any;
import static aksiam.catalogue.Condition.has;
import static aksiam.catalogue.Condition.hasRow;
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
import aksiam.plan.PlanBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Of step 5: the network of the clusters, and what it lets through. */
final class ClusterNetwork {
    static final Reference NETWORK_POLICIES = Reference.aks("Network policies", "use-network-policies");
    private static final Reference CILIUM = Reference.aks("Azure CNI powered by Cilium", "azure-cni-powered-by-cilium");
    private static final Reference OVERLAY = Reference.aks("Azure CNI overlay", "azure-cni-overlay");
    private static final Reference UPDATE_CNI = Reference.aks("Update the network plugin and data plane", "update-azure-cni");

    static final Consideration NETWORK_PLUGIN = Consideration.oneOf("network-plugin", "Network plugin", "Which network plugin do the clusters use?",
        Option.of("azure-overlay", "Azure CNI overlay", "Pods in a range of their own.")
            .good("Pods use no addresses of the virtual network", "Works with every policy engine")
            .bad("Cannot go back to addresses of the virtual network", "Pods are not reachable from outside directly")
            .see(OVERLAY).door("OWD-19").effect(plugin("azure", "overlay")),
        Option.of("azure-cni", "Azure CNI with VNet addresses", "Each pod has an address of the subnet.")
            .good("Pods are reachable from the network", "Works with every policy engine")
            .bad("Needs an address for each pod")
            .see(UPDATE_CNI).effect(plugin("azure", "")),
        Option.of("kubenet", "kubenet", "Routes and NAT; ends 2028-03-31.")
            .good("Few addresses", "Can move to overlay, one way")
            .bad("Retires on 2028-03-31", "Calico on Linux is the only engine")
            .see(UPDATE_CNI).legacy("2026-08").door("OWD-20").effect(plugin("kubenet", ""))
            .notWhen(in("network-policy-engine", "azure", "cilium"), "kubenet works with Calico only"),
        Option.of("own-cni", "Own CNI", "AKS installs none; you bring and support it.")
            .good("Takes any plugin with its own policies", "Independent of AKS's choices")
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
        .suggest(ClusterNetwork::suggestPlugin)
        .undecided("No network plugin is set.",
            "Azure takes its default for a new cluster.");

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
            .good("Works on Windows and Linux", "Works on kubenet, too")
            .bad("AKS supports only the standard policies", "Definitions stay after removal")
            .see(NETWORK_POLICIES).door("OWD-22").effect(engine("calico")),
        Option.of("none", "None", "Policies are accepted and ignored.")
            .good("Nothing to run", "An own CNI may bring its own")
            .bad("Network policies are ignored in silence", "Adding one later reimages all pools")
            .see(NETWORK_POLICIES).door("OWD-22").effect(engine("none"))
            .notWhen(all(not(is("network-plugin", "own-cni")), any(has("boundary", "network-policy"), hasRow("teams", "boundary", "network-policy"))),
                "network policies separate teams of this design, and nothing would enforce them"))
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
        .suggest(ClusterNetwork::suggestEngine)
        .undecided("No network policy engine is set.",
            "Azure installs none in a new cluster of AKS Standard.");

    static final Consideration ADVANCED_NETWORKING = Consideration
        .oneOf("advanced-networking", "Policies on DNS names", "May network policies name DNS names, by Advanced Container Networking Services?",
            Option.of("off", "No", "Policies name pods, namespaces and address ranges.")
                .good("Needs nothing but Kubernetes itself", "No charge")
                .bad("Services behind changing addresses stay open or closed as a whole")
                .see(NETWORK_POLICIES).effect(Effects.NOTHING),
            Option.of("fqdn", "DNS names", "Egress by name, with Cilium.")
                .good("Egress to named services only", "Addresses may change")
                .bad("Works with Cilium only")
                .charged().see(CILIUM)
                .effect(Effects.onEachCluster((cluster, _, _) -> cluster.advancedNetworking = true)))
        .why(
            "Standard network policies know addresses only. Cilium, with Advanced Container Networking Services, also knows DNS names; these policies stand in files of their own.")
        .see(CILIUM)
        .visibleWhen(not(in("network-policy-engine", "azure", "calico", "none")))
        .suggest(ClusterNetwork::suggestAdvanced)
        .undecided("Traffic to DNS names is an open point and stands in no policy.");

    static final Consideration DEFAULT_TRAFFIC = Consideration.oneOf("default-traffic", "Default traffic", "What may a pod do that no rule speaks of?",
        Option.of("deny-all", "Nothing, not even within a namespace", "But DNS, and what a flow allows.")
            .good("A stolen pod reaches not even its neighbours", "Every connection has a reason on record")
            .bad("Flows within a team have to be known, too", "Every outside service has to be known").see(Reference.TENANCY_PRACTICES),
        Option.of("deny-both", "Nothing in, nothing out", "But DNS, its own team, and what a flow allows.")
            .good("A stolen pod reaches nothing", "Every connection has a reason on record")
            .bad("Every outside service has to be known").see(Reference.TENANCY_PRACTICES),
        Option.of("deny-ingress", "Nothing in, everything out", "Out to everywhere but instance metadata.")
            .good("Teams cannot reach each other", "Outside services can be reached at once")
            .bad("Data can leave to anywhere").see(NETWORK_POLICIES),
        Option.of("allow", "Everything", "Flows only narrow the pods they name.")
            .good("Nothing breaks", "Suits a platform that is in use")
            .bad("Any pod reaches any other").see(NETWORK_POLICIES))
        .compare(
            on("Within a namespace", good("Only what a flow allows"), partly("Open, for the whole team"), partly("Open, for the whole team"), bad("Open")),
            on("Between teams", good("Only what a flow allows"), good("Only what a flow allows"), good("Only what a flow allows"), bad("Open")),
            on("To the outside", good("Only what a flow allows"), good("Only what a flow allows"), bad("Open, but instance metadata"), bad("Open")),
            on("To be known beforehand", bad("Every connection"), partly("Every flow and outside service"), partly("Flows between teams"), good("Nothing")))
        .why(
            "Kubernetes allows everything until a policy selects a pod. A default of deny turns the question around; DNS stays open, and so does traffic within a team unless the strictest answer closes that as well; instance metadata is closed. Policies add up: somebody who may write policies can open what a default closes.")
        .see(NETWORK_POLICIES, Reference.TENANCY_PRACTICES)
        .visibleWhen(any(not(answered("boundary")), has("boundary", "network-policy"), hasRow("teams", "boundary", "network-policy")))
        .suggest(ClusterNetwork::suggestTraffic)
        .undecided("No NetworkPolicy is written.")
        .recordOnly("The policies are written with the namespaces of the teams.");

    private ClusterNetwork() {
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

    /** Places that are not in the cluster. */
    private static final List<String> OUTSIDE = List.of("entra", "azure-monitor");

    private static Optional<Suggestion> suggestTraffic(Design design) {
        var inside = design.rows("flows", Tables.FLOWS).stream()
            .filter(flow -> !flow.fromNamespace().isEmpty() && flow.fromNamespace().equals(flow.toNamespace())).count();
        if (inside > 0) {
            return Suggestion.option("deny-all", "this design names %s within a namespace already".formatted(Suggestion.count(inside, "flow")));
        }
        var outside = design.rows("flows", Tables.FLOWS).stream()
            .filter(flow -> !flow.toAddresses().isEmpty() || !flow.toDnsName().isEmpty() || OUTSIDE.contains(flow.toPlace())).count();
        return outside > 0 || ScopeStep.isRegulated(design)
            ? Suggestion.option("deny-both",
                outside > 0 ? "this design names %s to the outside already".formatted(Suggestion.count(outside, "flow")) : "this design is regulated")
            : design.rows("teams").size() > 1
                ? Suggestion.option("deny-ingress", "this design has %d teams and names no flow to the outside yet".formatted(design.rows("teams").size()))
                : Suggestion.none();
    }
}
