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
import static aksiam.catalogue.steps.Consequences.AUTOMATIC;
import static aksiam.catalogue.steps.Consequences.OWN_ZONE;

import aksiam.catalogue.Condition;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Contribution;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.Design;
import aksiam.model.ResourceId;
import aksiam.model.rows.Cluster;
import aksiam.model.rows.Tables;
import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.CustomRole;
import aksiam.plan.ManagedIdentity;
import aksiam.plan.PlanBuilder;
import aksiam.plan.PlannedCluster.ControlPlane;
import aksiam.plan.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Step 2: who the cluster itself is, and what it may do. */
public final class ClusterIdentityStep {
    private static final Reference MANAGED_IDENTITY = Reference.aks("Managed identities in AKS", "managed-identity-overview");
    private static final Reference USER_ASSIGNED = Reference.aks("User-assigned managed identity", "user-assigned-managed-identity");
    private static final Reference SYSTEM_ASSIGNED = Reference.aks("System-assigned managed identity", "system-assigned-managed-identity");
    private static final Reference SERVICE_PRINCIPAL = Reference.aks("Service principals with AKS", "kubernetes-service-principal");
    private static final Reference KUBELET_IDENTITY = Reference.aks("Pre-created kubelet managed identity", "pre-created-kubelet-managed-identity");
    private static final Reference PERMISSIONS = Reference.aks("Permissions of AKS and its identities", "aks-service-permissions");
    private static final Reference REGISTRY = Reference.aks("Container registry integration", "cluster-container-registry-integration");

    static final Consideration CONTROL_PLANE = Consideration
        .oneOf("control-plane-identity", "Control plane identity", "Which identity does the cluster itself use?",
            Option.of("user-assigned", "User-assigned managed identity", "Own resource, can outlive the cluster.")
                .good("Roles exist before the cluster does", "A DNS zone and a kubelet identity of your own are possible", "No secret")
                .bad("One more resource to own and review")
                .see(USER_ASSIGNED).door("OWD-03")
                .effect(Effects.onEachCluster(ClusterIdentityStep::useUserAssigned)),
            Option.of("system-assigned", "System-assigned managed identity", "Made and removed with the cluster.")
                .good("Nothing to create, no secret", "Can become user-assigned, no downtime")
                .bad("No roles before the cluster exists", "No private DNS zone of your own")
                .see(SYSTEM_ASSIGNED)
                .notWhen(is("kubelet-identity", "pre-created"), "a pre-created kubelet identity needs a user-assigned control plane identity")
                .notWhen(has("own-network", "dns-zone"), "rights on your own private DNS zone are needed before the cluster and its identity exist")
                .notWhen(is("private-dns-zone", "own"), "rights on your own private DNS zone are needed before the cluster and its identity exist")
                .notWhen(ownRouteTableWithKubenet(), "kubenet with your own route table needs a user-assigned identity")
                .effect(Effects.onEachCluster((cluster, by, _) -> cluster.controlPlane = by.decided(ControlPlane.SYSTEM_ASSIGNED))),
            Option.of("service-principal", "Service principal", "App registration; outlives the cluster.")
                .good("Roles exist before the cluster does", "A private DNS zone of your own is possible")
                .bad("The secret lives 1 year and lies on the nodes", "No new KMS encryption")
                .see(SERVICE_PRINCIPAL).legacy("2026-08")
                .notWhen(ownRouteTableWithKubenet(), "kubenet with your own route table needs a user-assigned identity")
                .effect(Effects.onEachCluster(ClusterIdentityStep::useServicePrincipal)))
        .compare(
            on("Life cycle", plain("Own resource, can outlive the cluster"), plain("With the cluster"), plain("App registration, stays behind")),
            on("Roles before the cluster", yes(), no(), yes()),
            on("Secret", good("None"), good("None"), bad("Yes, 1 year by default, on the nodes")),
            on("Own private DNS zone", yes(), no(), yes()),
            on("Own VNet with Azure CNI", yes(), partly("By CLI; templates should not"), yes()),
            on("Pre-created kubelet identity", yes(), no(), no()),
            on("New KMS encryption", yes(), yes(), no()))
        .why(
            "The cluster manages load balancers, public IPs and disks, and needs rights on your own network. The Azure CLI grants several of these by itself, templates do not: with an identity of your own, roles come first and the cluster second. The starting document leaves managed identity or service principal open and recommends a managed identity of your own; today's documentation calls the service principal legacy. A managed identity never goes back to a service principal.")
        .see(MANAGED_IDENTITY, Reference.STARTING_DOCUMENT)
        .suggest(ClusterIdentityStep::suggestControlPlane)
        .undecided("No identity is made for a control plane, and no template names one.");

    static final Consideration SERVICE_PRINCIPALS = Consideration
        .rows("service-principals", "Service principals", "Which service principal does each cluster use, and where is its secret?", Tables.SERVICE_PRINCIPALS)
        .why(
            "Its secret stays in a key vault and is read from there at deployment; it is never part of a design or a bundle. By default it expires after one year.")
        .see(SERVICE_PRINCIPAL, Reference.aks("Update credentials of a service principal", "update-credentials"))
        .visibleWhen(is("control-plane-identity", "service-principal"))
        .undecided("No service principal is known, so new clusters are not deployed.")
        .recordOnly("The identity of the control plane, above, takes them over.")
        .fact();

    static final Consideration KUBELET = Consideration.oneOf("kubelet-identity", "Kubelet identity", "Which identity do the nodes use to pull images?",
        Option.of("aks-managed", "Made by AKS", "Comes with the cluster, in its node resource group.")
            .good("Nothing to create", "Works with every control plane identity")
            .bad("Registry rights come only after the cluster exists")
            .see(MANAGED_IDENTITY).door("OWD-05")
            .effect(Effects.onEachCluster((cluster, _, _) -> cluster.kubeletMadeByAks = true)),
        Option.of("pre-created", "Own identity", "Own resource, known before the cluster.")
            .good("Registry rights before the first image pull", "One known identity to review")
            .bad("The control plane identity must be user-assigned", "Not in China East and China North")
            .where("Not in China East and China North", any(hasRow("clusters", "region", "chinaeast"), hasRow("clusters", "region", "chinanorth")))
            .see(KUBELET_IDENTITY).door("OWD-05")
            .effect(Effects.onEachCluster(ClusterIdentityStep::precreateKubelet)))
        .compare(
            on("Life cycle", plain("With the cluster"), plain("Own resource, known before it")),
            on("Registry rights before the first pull", no(), yes()),
            on("Control plane identity", good("Any"), plain("User-assigned")),
            on("Role of the control plane on it", good("None"), plain("Managed Identity Operator")),
            on("Regions", good("All"), partly("Not China East and China North")))
        .why(
            "Every pod without an identity of its own can use what the node's identity may do, so it should hold the right to pull images and nothing else. An identity made before the cluster can be given that right first; the control plane then needs Managed Identity Operator on it. Changing it later upgrades all node pools.")
        .see(KUBELET_IDENTITY)
        .visibleWhen(not(is("control-plane-identity", "service-principal")))
        .suggest(ClusterIdentityStep::suggestKubelet)
        .undecided("No identity is made for the nodes, and the registry permission mode gives none a right.",
            "AKS makes an identity of its own for the nodes of a new cluster.");

    static final Consideration OWN_NETWORK = Consideration.manyOf("own-network", "Own network parts", "Which network parts are yours rather than made by AKS?",
        Option.of("subnets", "Own subnets", "Nodes, and an integrated API server, join subnets of yours.")
            .good("Addresses and routes follow your plan", "Peering with the rest of the network")
            .bad("The cluster identity needs rights on each subnet").see(PERMISSIONS),
        Option.of("route-table", "Own route table", "Egress follows routes of yours.")
            .good("Egress through your firewall", "Routes stay with the network team")
            .bad("The cluster identity needs rights on the route table").see(PERMISSIONS),
        Option.of("dns-zone", "Own private DNS zone", "The name of a private API server stands in a zone of yours.")
            .good("One zone for many clusters", "The hub resolves the names")
            .bad("The zone must not be changed or deleted later", "The identity becomes Network Contributor on the whole network")
            .see(Reference.aks("Private clusters", "private-clusters")).door("OWD-15")
            .notWhen(in("private-dns-zone", "system", "none"), "the name of the API server then stands in no zone of yours")
            .notWhen(in("api-server-reach", "public", "authorized-ranges", "vnet-integration-public"), "only a private API server has a private zone"))
        .why(
            "What is yours needs rights of the cluster identity before the cluster exists. What AKS makes lies in the node resource group, where the identity is Contributor anyway. The ids stand in the rows of the clusters.")
        .see(PERMISSIONS, USER_ASSIGNED)
        .suggest(ClusterIdentityStep::suggestOwnNetwork)
        .undecided("This question gives the cluster identity no right on any network part.")
        .effect(ClusterIdentityStep::missingNetworkParts);

    static final Consideration CLUSTER_IDENTITY_RIGHTS = Consideration
        .oneOf("cluster-identity-rights", "Cluster identity rights", "Which role does the cluster identity get on your network?",
            Option.of("network-contributor", "Network Contributor", "The built-in role that the guides use.")
                .good("Documented for every feature", "Nothing to maintain")
                .bad("May change everything in the subnet or table", "A DNS zone of your own takes it on the whole network",
                    "Automatic takes it on the whole network")
                .where("A DNS zone of your own takes it on the whole network", OWN_ZONE).where("Automatic takes it on the whole network", AUTOMATIC)
                .see(USER_ASSIGNED)
                .effect(Effects.onEachCluster((cluster, by, plan) -> giveNetworkRights(cluster, Effects.builtIn("Network Contributor"), by, plan))),
            Option.of("least-privilege", "Custom role with the least rights", "Join and read subnets; read and write routes where the table is yours.")
                .good("Cannot delete or rewrite a subnet", "Says exactly what AKS needs")
                .where("Cannot delete or rewrite a subnet", Consequences::nothingChangesTheNetwork)
                .bad("New features may need more actions", "A DNS zone of your own needs Network Contributor on the VNet all the same",
                    "Automatic needs Network Contributor on the VNet all the same")
                .where("A DNS zone of your own needs Network Contributor on the VNet all the same", OWN_ZONE)
                .where("Automatic needs Network Contributor on the VNet all the same", AUTOMATIC)
                .see(PERMISSIONS).door("OWD-41")
                .effect(ClusterIdentityStep::giveLeastRights))
        .compare(
            on("On subnets", partly("Everything"), good("Read and join")),
            on("On an own route table", partly("Everything"), good("Read and write routes")),
            on("Automatic, or own private DNS zone", partly("On the whole network"), partly("Network Contributor on the VNet all the same")),
            on("Kept up to date", good("By Azure"), plain("By you")))
        .why(
            "The starting document recommends custom Azure roles for the cluster's identity. Today's documentation uses Network Contributor and names the smaller set beside it: join and read for subnets, read and write of routes for your own route table. For a private DNS zone of your own it names no smaller role than Network Contributor on the virtual network. For Automatic in your own network the prerequisites name the same, because node auto-provisioning reads the network.")
        .see(PERMISSIONS, Reference.STARTING_DOCUMENT)
        .visibleWhen(answered("own-network"))
        .suggest(ClusterIdentityStep::suggestRights)
        .undecided("This question gives the cluster identity no role on subnets and route tables.",
            "A new cluster cannot be deployed into a subnet on which its identity has no right.");

    static final Consideration REGISTRY_MODE = Consideration
        .oneOf("registry-permission-mode", "Registry permission mode", "How do the registries decide about repositories?",
            Option.of("classic", "Classic registry permissions", "AcrPull on the whole registry.")
                .good("Every tool and guide knows it", "az aks update --attach-acr works")
                .bad("One right for all repositories")
                .see(REGISTRY).door("OWD-38")
                .effect(Effects.onEachCluster((cluster, by, plan) -> givePull(cluster, "AcrPull", by, plan))),
            Option.of("abac", "Repository permissions (ABAC)", "Repository Reader, and conditions on repositories.")
                .good("Rights can name repositories", "Owner and Contributor see no images")
                .bad("AcrPull has no effect any more", "attach-acr does not work", "Nodes pull from every repository: no condition is set for them")
                .see(REGISTRY).door("OWD-38")
                .effect(Effects.onEachCluster((cluster, by, plan) -> givePull(cluster, "Container Registry Repository Reader", by, plan))))
        .compare(
            on("Pull", plain("AcrPull"), plain("Container Registry Repository Reader")),
            on("Push", plain("AcrPush"), plain("Container Registry Repository Writer")),
            on("List repositories", plain("AcrPull"), plain("Repository Catalog Lister, one role more")),
            on("Rights on single repositories", no(), yes()),
            on("Owner, Contributor and Reader see images", bad("Yes"), good("No")),
            on("az aks update --attach-acr", good("Works"), bad("Not supported")),
            on("Default of new registries", plain("So far"), plain("On its way")))
        .why(
            "A registry in ABAC mode ignores AcrPull and AcrPush: the kubelet identity then needs Container Registry Repository Reader. ABAC mode is on its way to being the default for new registries, so look at the registry before choosing. Assign the new roles first when you switch.")
        .see(REGISTRY)
        .undecided("This question gives no right on a registry; images of private registries need one from elsewhere.");

    public static final List<Consideration> ALL = List.of(CONTROL_PLANE, SERVICE_PRINCIPALS, KUBELET, OWN_NETWORK, CLUSTER_IDENTITY_RIGHTS, REGISTRY_MODE);

    private ClusterIdentityStep() {
    }

    private static Condition ownRouteTableWithKubenet() {
        return all(is("network-plugin", "kubenet"), has("own-network", "subnets"), has("own-network", "route-table"));
    }

    private static void useUserAssigned(ClusterDraft cluster, Contribution by, PlanBuilder plan) {
        identity(cluster, cluster.row().controlPlaneIdentity(), ManagedIdentity.Purpose.CONTROL_PLANE, by, plan).ifPresent(identity -> {
            cluster.controlPlane = by.decided(ControlPlane.USER_ASSIGNED);
            cluster.controlPlaneIdentity = identity.name();
        });
    }

    private static void precreateKubelet(ClusterDraft cluster, Contribution by, PlanBuilder plan) {
        identity(cluster, cluster.row().kubeletIdentity(), ManagedIdentity.Purpose.KUBELET, by, plan).ifPresent(identity -> {
            cluster.kubeletIdentity = by.decided(identity.name());
            cluster.controlPlaneSubject()
                .ifPresent(controlPlane -> Effects.give(plan, by, controlPlane, Effects.builtIn("Managed Identity Operator"), identity.id(),
                    "The control plane of %s puts the kubelet identity on its nodes".formatted(cluster.name())));
        });
    }

    /** The identity that the row names, or one to make. */
    private static Optional<ManagedIdentity> identity(ClusterDraft cluster, ResourceId there, ManagedIdentity.Purpose purpose, Contribution by,
        PlanBuilder plan) {
        if (there.isKnown() && !there.type().equalsIgnoreCase("Microsoft.ManagedIdentity/userAssignedIdentities")) {
            Effects.lacking(plan, by, "Cluster %s: %s is no user-assigned identity, so the cluster would get none.".formatted(cluster.name(), there.text()));
            return Optional.empty();
        }
        var made = "id-" + cluster.name() + (purpose == ManagedIdentity.Purpose.KUBELET ? "-kubelet" : "-control-plane");
        var taken = plan.identity(there.name()).filter(known -> !known.id().text().equalsIgnoreCase(there.text())).isPresent();
        var name = taken ? there.name() + "@" + there.resourceGroup() : there.name();
        var before = plan.identity(name);
        var clusters = Stream.concat(before.stream().flatMap(known -> known.clusters().stream()), Stream.of(cluster.name())).distinct().toList();
        var identity = there.isKnown()
            ? new ManagedIdentity(name, there.subscription(), there.resourceGroup(), cluster.row().region(), purpose, true, clusters,
                by.consideration())
            : new ManagedIdentity(made, cluster.subscription(), cluster.row().resourceGroup(), cluster.row().region(), purpose, clusters, by.consideration());
        plan.add(identity);
        return Optional.of(identity);
    }

    private static void useServicePrincipal(ClusterDraft cluster, Contribution by, PlanBuilder plan) {
        cluster.controlPlane = by.decided(ControlPlane.SERVICE_PRINCIPAL);
        var rows = by.design().rows("service-principals", Tables.SERVICE_PRINCIPALS);
        rows.stream().filter(row -> row.cluster().equals(cluster.name()) && row.clientId().isKnown() && row.objectId().isKnown()).findFirst()
            .ifPresentOrElse(row -> {
                cluster.servicePrincipal = row;
                if (!row.vault().isKnown() || row.secretName().isEmpty()) {
                    Effects.awaited(cluster, plan, by, "the vault that holds the secret of its service principal, or the name of the secret, is not named.");
                }
            }, () -> Effects.awaited(cluster, plan, by, "its service principal, with client id and object id, is not named."));
    }

    private static void missingNetworkParts(Contribution by, PlanBuilder plan) {
        var parts = by.design().choices("own-network");
        for (var cluster : plan.clusters()) {
            if (parts.contains("subnets") && cluster.row().nodeSubnets().isEmpty()) {
                Effects.awaited(cluster, plan, by, "the id of its own node subnet is not named.");
            }
            if (parts.contains("subnets") && cluster.row().nodeSubnet().isKnown() && cluster.automatic() && !cluster.existing()
                && cluster.row().pools().isEmpty()) {
                Effects.awaited(cluster, plan, by, "no node pool is named, and only a pool can be put into its node subnet.");
            }
            if (parts.contains("route-table") && !cluster.row().routeTable().isKnown()) {
                Effects.awaited(cluster, plan, by, "the id of its own route table is not named.");
            }
            if (parts.contains("dns-zone") && !cluster.row().dnsZone().isKnown()) {
                Effects.awaited(cluster, plan, by, "the id of its own private DNS zone is not named.");
            }
        }
    }

    private static void giveNetworkRights(ClusterDraft cluster, Role role, Contribution by, PlanBuilder plan) {
        cluster.controlPlaneSubject().ifPresent(controlPlane -> {
            ownSubnets(cluster.row(), by.design())
                .forEach(subnet -> Effects.give(plan, by, controlPlane, role, subnet, "%s joins subnet %s".formatted(cluster.name(), subnet.name())));
            ownRouteTable(cluster.row(), by.design())
                .ifPresent(table -> Effects.give(plan, by, controlPlane, role, table, "%s keeps the routes of its nodes".formatted(cluster.name())));
            if (cluster.automatic() && by.design().chose("own-network", "subnets")) {
                cluster.row().nodeSubnets().stream().map(ResourceId::parent).distinct()
                    .forEach(network -> Effects.give(plan, by, controlPlane, Effects.builtIn("Network Contributor"), network,
                        "AKS Automatic places the nodes of %s in the network".formatted(cluster.name())));
            }
        });
    }

    /** The operations that AKS needs on subnets and route tables of its own network; facts of aks-service-permissions. */
    private static void giveLeastRights(Contribution by, PlanBuilder plan) {
        var design = by.design();
        Set<AzureScope> subscriptions = new LinkedHashSet<>();
        for (var cluster : plan.clusters()) {
            Stream.concat(ownSubnets(cluster.row(), design).stream(), ownRouteTable(cluster.row(), design).stream())
                .filter(_ -> cluster.controlPlaneSubject().isPresent())
                .forEach(part -> subscriptions.add(new AzureScope("/subscriptions/" + part.subscription())));
        }
        if (subscriptions.isEmpty()) {
            return;
        }
        var actions = new ArrayList<>(List.of("Microsoft.Network/virtualNetworks/subnets/join/action", "Microsoft.Network/virtualNetworks/subnets/read"));
        if (design.chose("own-network", "route-table")) {
            actions.addAll(List.of("Microsoft.Network/routeTables/routes/read", "Microsoft.Network/routeTables/routes/write"));
        }
        var name = CustomRoles.nameIn(design, "AKS cluster network");
        var role = CustomRole.of(design, name,
            "What the identity of an AKS cluster needs on its own subnets and route table",
            actions, List.of(), List.of(), List.of(), List.copyOf(subscriptions), by.consideration());
        plan.add(role);
        plan.clusters().forEach(cluster -> giveNetworkRights(cluster, role.role(), by, plan));
    }

    private static List<ResourceId> ownSubnets(Cluster cluster, Design design) {
        if (!design.chose("own-network", "subnets")) {
            return List.of();
        }
        var integrated = design.choice("api-server-reach").startsWith("vnet-integration");
        return Stream.concat(cluster.nodeSubnets().stream(), Stream.of(cluster.apiServerSubnet()).filter(_ -> integrated)).filter(ResourceId::isKnown)
            .distinct().toList();
    }

    private static Optional<ResourceId> ownRouteTable(Cluster cluster, Design design) {
        return Optional.of(cluster.routeTable()).filter(table -> table.isKnown() && design.chose("own-network", "route-table"));
    }

    private static void givePull(ClusterDraft cluster, String role, Contribution by, PlanBuilder plan) {
        cluster.kubeletSubject().ifPresent(kubelet -> cluster.row().registries().stream().map(ResourceId::new)
            .forEach(registry -> Effects.give(plan, by, kubelet, Effects.builtIn(role), registry, "Nodes of %s pull images".formatted(cluster.name()))));
    }

    private static Optional<Suggestion> suggestControlPlane(Design design) {
        var subnets = countSubnets(design);
        var zone = design.chose("own-network", "dns-zone") || count(design, Cluster::dnsZone) > 0;
        if (subnets > 0 || zone) {
            return Suggestion.option("user-assigned", "this design has " + (subnets > 0 ? Suggestion.count(subnets, "own subnet") : "")
                + (subnets > 0 && zone ? " and " : "") + (zone ? "its own private DNS zone" : ""));
        }
        var clusters = design.rows("clusters").size();
        return clusters == 0
            ? Suggestion.none()
            : Suggestion.option("user-assigned",
                "templates create the %s of this design, and grant no roles by themselves".formatted(Suggestion.count(clusters, "cluster")));
    }

    private static Optional<Suggestion> suggestKubelet(Design design) {
        if (design.choice("control-plane-identity").equals("system-assigned")) {
            return Suggestion.option("aks-managed", "the control plane identity of this design is system-assigned, which excludes a pre-created one");
        }
        var registries = design.rows("clusters", Tables.CLUSTERS).stream().flatMap(cluster -> cluster.registries().stream()).distinct().count();
        return registries > 0 && design.choice("control-plane-identity").equals("user-assigned")
            ? Suggestion.option("pre-created",
                "this design names %s, and rights on them can then exist before the first image is pulled"
                    .formatted(Suggestion.count(registries, "registry", "registries")))
            : Suggestion.none();
    }

    private static Optional<Suggestion> suggestOwnNetwork(Design design) {
        var parts = new ArrayList<String>();
        if (countSubnets(design) > 0) {
            parts.add("subnets");
        }
        if (count(design, Cluster::routeTable) > 0) {
            parts.add("route-table");
        }
        if (count(design, Cluster::dnsZone) > 0) {
            parts.add("dns-zone");
        }
        return design.rows("clusters").isEmpty()
            ? Suggestion.none()
            : parts.isEmpty()
                ? Suggestion.noneOfThem("no cluster of this design names a network part")
                : Suggestion.options(parts, "the clusters of this design name these parts by their ids");
    }

    private static Optional<Suggestion> suggestRights(Design design) {
        if (design.choice("cluster-flavour").equals("automatic") || design.choice("private-dns-zone").equals("own")) {
            return Suggestion.option("network-contributor", "this design needs it on the virtual network in any case, for %s"
                .formatted(design.choice("cluster-flavour").equals("automatic") ? "AKS Automatic" : "its own private DNS zone"));
        }
        var parts = countSubnets(design) + count(design, Cluster::routeTable);
        return parts == 0
            ? Suggestion.none()
            : Suggestion.option("least-privilege",
                "the clusters of this design use %s, for which the needed operations are documented".formatted(Suggestion.count(parts, "network part")));
    }

    private static int countSubnets(Design design) {
        return (int) design.rows("clusters", Tables.CLUSTERS).stream()
            .flatMap(cluster -> Stream.concat(cluster.nodeSubnets().stream(), Stream.of(cluster.apiServerSubnet()))).filter(ResourceId::isKnown).distinct()
            .count();
    }

    private static int count(Design design, Function<Cluster, ResourceId> part) {
        return (int) design.rows("clusters", Tables.CLUSTERS).stream().map(part).filter(ResourceId::isKnown).distinct().count();
    }
}
