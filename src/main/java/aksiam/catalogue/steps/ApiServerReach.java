package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.in;
import static aksiam.catalogue.Condition.is;
import static aksiam.catalogue.Contrast.bad;
import static aksiam.catalogue.Contrast.good;
import static aksiam.catalogue.Contrast.no;
import static aksiam.catalogue.Contrast.on;
import static aksiam.catalogue.Contrast.partly;
import static aksiam.catalogue.Contrast.plain;
import static aksiam.catalogue.Contrast.yes;

import aksiam.catalogue.Condition;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Contribution;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.AddressRange;
import aksiam.model.Design;
import aksiam.model.ResourceId;
import aksiam.model.rows.Cluster;
import aksiam.model.rows.Tables;
import aksiam.plan.ClusterDraft;
import aksiam.plan.PlanBuilder;
import aksiam.plan.PlannedCluster.ApiServer;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Of step 3: from where the API server can be reached, and under which name. */
final class ApiServerReach {
    private static final Reference PRIVATE = Reference.aks("Private clusters", "private-clusters");
    private static final Reference VNET_INTEGRATION = Reference.aks("API server VNet integration", "api-server-vnet-integration");
    private static final Reference RANGES = Reference.aks("Authorized IP ranges", "api-server-authorized-ip-ranges");
    private static final Reference INVOKE = Reference.aks("Access to a private cluster by command invoke", "access-private-cluster");
    private static final Condition PRIVATE_API_SERVER = in("api-server-reach", "private-link", "vnet-integration-private");

    static final Consideration API_SERVER = Consideration.oneOf("api-server-reach", "Reach of the API server", "From where can the API server be reached?",
        Option.of("public", "Public", "From everywhere; sign-in alone protects it.")
            .good("Reachable for every pipeline and person", "Nothing to build")
            .bad("Exposed to the whole internet")
            .see(RANGES).effect(reach(ApiServer.PUBLIC)),
        Option.of("authorized-ranges", "Public, authorized IP ranges", "Public name, only from ranges you list.")
            .good("No private network needed", "Ranges can change within 2 minutes")
            .bad("Takes at most 200 ranges", "New egress addresses have to be added")
            .see(RANGES).door("OWD-17").effect(reach(ApiServer.AUTHORIZED_RANGES)),
        Option.of("private-link", "Private Link", "Private address, by a private endpoint.")
            .good("Not reachable from the internet", "Works with identity bindings")
            .bad("Can be chosen only at creation", "Microsoft-hosted agents cannot reach it")
            .see(PRIVATE).door("OWD-14").effect(reach(ApiServer.PRIVATE_LINK)),
        Option.of("vnet-integration-public", "VNet integration, public", "API server in your subnet, public name beside it.")
            .good("Nodes reach it without a tunnel", "Can become private later", "Takes up to 2,000 ranges")
            .bad("Permanent", "Needs a delegated subnet of at least /28")
            .see(VNET_INTEGRATION).door("OWD-13").effect(reach(ApiServer.VNET_INTEGRATION_PUBLIC)),
        Option.of("vnet-integration-private", "VNet integration, private", "API server in your subnet, private name only.")
            .good("Not reachable from the internet", "Nodes reach it without a tunnel")
            .bad("Permanent", "Microsoft-hosted agents cannot reach it")
            .see(VNET_INTEGRATION).door("OWD-13").effect(reach(ApiServer.VNET_INTEGRATION_PRIVATE)))
        .compare(
            on("From the internet", bad("Yes"), partly("From listed ranges"), good("No"), partly("Yes, or listed ranges"), good("No")),
            on("Address ranges", plain("None"), plain("At most 200"), plain("Do not apply"), plain("At most 2,000"), plain("Do not apply")),
            on("Microsoft-hosted agents", yes(), partly("If their addresses are listed"), no(), yes(), no()),
            on("Chosen", plain("At any time"), plain("At any time"), bad("Only at creation"), plain("At any time"), plain("At any time")),
            on("Delegated subnet", good("None"), good("None"), good("None"), plain("At least /28"), plain("At least /28")),
            on("Identity bindings", yes(), yes(), yes(), no(), no()))
        .why(
            "Sign-in protects an API server that is reachable from anywhere; a private one is protected twice. Private Link has to be chosen when the cluster is created. VNet integration can be added later, never removed, and lets a cluster become private later. Authorized ranges do nothing for a private endpoint.")
        .see(PRIVATE, VNET_INTEGRATION)
        .suggest(ApiServerReach::suggestReach)
        .undecided("Nothing is set about the reach of the API server.",
            "Azure makes the API server of a new cluster public.");

    static final Consideration PRIVATE_DNS_ZONE = Consideration
        .oneOf("private-dns-zone", "Private DNS zone", "Which DNS zone holds the name of a private API server?",
            Option.of("system", "Made by AKS", "A zone in the node resource group.")
                .good("Nothing to build", "Goes with the cluster")
                .bad("Each cluster has its own zone to link")
                .see(PRIVATE).door("OWD-15")
                .effect(Effects.onEachCluster((cluster, by, _) -> cluster.privateDnsZone = by.decided("system"))),
            Option.of("own", "Own zone", "A zone of yours, in the hub for example.")
                .good("One zone for many clusters", "Resolvable from the hub")
                .bad("Must not be changed or deleted later", "Network Contributor on the whole network: AKS documents no narrower right")
                .see(PRIVATE).door("OWD-15")
                .effect(Effects.onEachCluster(ApiServerReach::useOwnZone)),
            Option.of("none", "None, public name", "The private address stands in public DNS.")
                .good("Resolvable from everywhere", "No zone to link")
                .bad("Needs the public name", "The private address is visible")
                .see(PRIVATE).door("OWD-15")
                .notWhen(is("public-fqdn", "no"), "without a zone and without a public name nobody finds the API server")
                .effect(Effects.onEachCluster((cluster, by, _) -> cluster.privateDnsZone = by.decided("none"))))
        .compare(
            on("Who keeps the zone", good("AKS, in the node resource group"), plain("You"), plain("There is none")),
            on("One zone for many clusters", no(), yes(), plain("No zone to link")),
            on("Rights before the cluster", good("None"), bad("On zone and virtual network"), good("None")),
            on("Control plane identity", good("Any"), plain("User-assigned or service principal"), good("Any")),
            on("Without a public name", yes(), yes(), no()),
            on("Private address in public DNS", good("No"), good("No"), bad("Yes")))
        .why(
            "A zone of your own needs Private DNS Zone Contributor on the zone and Network Contributor on the virtual network before the cluster exists, hence an identity that exists before it. Sources disagree on changing it later; treat it as fixed at creation.")
        .see(PRIVATE)
        .visibleWhen(PRIVATE_API_SERVER)
        .suggest(ApiServerReach::suggestZone)
        .undecided("No private DNS zone is set.",
            "AKS makes one for a new cluster.");

    static final Consideration PUBLIC_FQDN = Consideration.oneOf("public-fqdn", "Public DNS name", "May a private API server have a public DNS name as well?",
        Option.of("no", "No", "Only the private zone knows the name.")
            .good("Nothing is published", "Resolution shows who has the zone")
            .bad("Every client needs the private zone")
            .see(PRIVATE)
            .effect(Effects.onEachCluster((cluster, by, _) -> cluster.publicFqdn = by.decided(false))),
        Option.of("yes", "Yes", "Public DNS answers with the private address.")
            .good("Clients resolve it without the zone", "Possible with and without a zone")
            .bad("The private address is visible to everyone")
            .see(PRIVATE)
            .effect(Effects.onEachCluster((cluster, by, _) -> cluster.publicFqdn = by.decided(true))))
        .why(
            "The public name leads to the private address: it tells where the API server is, it does not open it. Without a private DNS zone it is the only name.")
        .see(PRIVATE)
        .visibleWhen(PRIVATE_API_SERVER)
        .suggest(design -> design.choice("private-dns-zone").equals("none")
            ? Suggestion.option("yes", "this design has no private DNS zone, so nothing else resolves the name")
            : design.chose("private-dns-zone", "own") || design.chose("private-dns-zone", "system")
                ? Suggestion.option("no", "this design has a private DNS zone that resolves the name")
                : Suggestion.none())
        .undecided("Nothing is set about a public name.");

    static final Consideration COMMAND_INVOKE = Consideration.oneOf("command-invoke", "Command invoke", "May az aks command invoke be used?",
        Option.of("disabled", "Disabled", "Commands come by the network only.")
            .good("Network isolation holds", "Contributor no longer reaches pods by it")
            .bad("No way in when the network to the API server fails")
            .see(INVOKE).door("OWD-18")
            .effect(Effects.onEachCluster((cluster, by, _) -> cluster.disableRunCommand = by.decided(true))),
        Option.of("enabled", "Enabled", "Commands run in a pod, started by a call to Azure.")
            .good("Reaches a private cluster from anywhere", "No jump host needed")
            .bad("Goes around the network", "Included in Contributor and every wildcard role")
            .see(INVOKE).door("OWD-18")
            .effect(Effects.onEachCluster((cluster, by, _) -> cluster.disableRunCommand = by.decided(false))))
        .compare(
            on("Network isolation", good("Holds"), bad("Gone around, through Azure")),
            on("Private cluster without a jump host", no(), yes()),
            on("Who may use it", good("Nobody"), bad("Contributor, Owner, AKS Contributor, Cluster Admin Role, every wildcard")))
        .why(
            "It is a call to Azure Resource Manager, so neither private address nor authorized ranges stop it, and Conditional Access does not see a sign-in to Kubernetes. Everyone with Contributor, Owner, AKS Contributor or Cluster Admin Role may use it.")
        .see(INVOKE)
        .suggest(design -> ApiServer.PRIVATE_LINK.equals(reachOf(design)) || ApiServer.VNET_INTEGRATION_PRIVATE.equals(reachOf(design))
            ? Suggestion.option("disabled", "the API server of this design is private, and command invoke goes around that")
            : design.chose("sign-in", "entra-id")
                ? Suggestion.option("disabled", "this design signs in with Entra ID, and command invoke is no sign-in to Kubernetes")
                : Suggestion.none())
        .undecided("Nothing is set about command invoke.",
            "Azure allows it in a new cluster.");

    private ApiServerReach() {
    }

    private static BiConsumer<Contribution, PlanBuilder> reach(ApiServer reach) {
        return Effects.onEachCluster((cluster, by, plan) -> {
            cluster.apiServer = by.decided(reach);
            if (reach == ApiServer.AUTHORIZED_RANGES || reach == ApiServer.VNET_INTEGRATION_PUBLIC) {
                cluster.authorizedRanges.addAll(cluster.row().authorizedRanges());
            }
            if (reach == ApiServer.AUTHORIZED_RANGES && cluster.authorizedRanges.isEmpty()) {
                Effects.lacking(plan, by, "Cluster %s: no address range is named that may reach the API server, so everybody could.".formatted(cluster.name()));
            }
            if (AddressRange.holdHalfOfIpv4(cluster.authorizedRanges)) {
                Effects.lacking(plan, by,
                    "Cluster %s: the authorized ranges together hold half of all addresses or more, so nearly everybody could reach the API server."
                        .formatted(cluster.name()));
            }
            if (reach.hasVnetIntegration() && by.design().chose("own-network", "subnets") && !cluster.row().apiServerSubnet().isKnown()) {
                Effects.awaited(cluster, plan, by, "the id of the subnet of its API server is not named.");
            }
        });
    }

    private static ApiServer reachOf(Design design) {
        return switch (design.choice("api-server-reach")) {
            case "private-link" -> ApiServer.PRIVATE_LINK;
            case "vnet-integration-private" -> ApiServer.VNET_INTEGRATION_PRIVATE;
            default -> ApiServer.PUBLIC;
        };
    }

    private static void useOwnZone(ClusterDraft cluster, Contribution by, PlanBuilder plan) {
        var zone = cluster.row().dnsZone();
        if (!zone.isKnown()) {
            Effects.awaited(cluster, plan, by, "the id of its own private DNS zone is not named.");
            return;
        }
        cluster.privateDnsZone = by.decided(zone.text());
        cluster.controlPlaneSubject().ifPresent(controlPlane -> {
            Effects.give(plan, by, controlPlane, Effects.builtIn("Private DNS Zone Contributor"), zone,
                "%s writes the name of its API server".formatted(cluster.name()));
            cluster.row().nodeSubnets().stream().map(ResourceId::parent).distinct()
                .forEach(network -> Effects.give(plan, by, controlPlane, Effects.builtIn("Network Contributor"), network,
                    "%s links its network with its private DNS zone".formatted(cluster.name())));
        });
    }

    private static Optional<Suggestion> suggestReach(Design design) {
        var clusters = design.rows("clusters", Tables.CLUSTERS);
        if (clusters.stream().anyMatch(cluster -> cluster.apiServerSubnet().isKnown()) || design.choice("cluster-flavour").equals("automatic")) {
            return Suggestion.option("vnet-integration-private",
                design.choice("cluster-flavour").equals("automatic")
                    ? "AKS Automatic always uses VNet integration"
                    : "a cluster of this design names a subnet for its API server");
        }
        if (clusters.stream().anyMatch(cluster -> !cluster.authorizedRanges().isEmpty())) {
            return Suggestion.option("authorized-ranges", "a cluster of this design names the address ranges that may reach it");
        }
        return ScopeStep.isRegulated(design)
            ? Suggestion.option("private-link", "this design is regulated and names no subnet for the API server")
            : Suggestion.none();
    }

    private static Optional<Suggestion> suggestZone(Design design) {
        var zones = design.rows("clusters", Tables.CLUSTERS).stream().map(Cluster::dnsZone).filter(ResourceId::isKnown).count();
        return zones > 0 && !design.choice("control-plane-identity").equals("system-assigned")
            ? Suggestion.option("own", "a cluster of this design names its own zone")
            : design.rows("clusters").isEmpty() || zones > 0 ? Suggestion.none() : Suggestion.option("system", "no cluster of this design names a zone");
    }
}
