package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.answered;
import static aksiam.catalogue.Condition.in;
import static aksiam.catalogue.Condition.is;
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
import aksiam.model.Format;
import aksiam.model.rows.Cluster;
import aksiam.model.rows.Environment;
import aksiam.model.rows.Tables;
import aksiam.plan.ClusterDraft;
import aksiam.plan.Namespace;
import aksiam.plan.PlanBuilder;
import aksiam.plan.SubscriptionAlias;
import aksiam.plan.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Step 1: what the design is about. */
public final class ScopeStep {
    private static final Reference IDENTITY = Reference.aks("Access and identity options for AKS", "concepts-identity");
    private static final Reference AUTOMATIC = Reference.aks("What is AKS Automatic", "intro-aks-automatic");
    private static final Reference TIERS = Reference.aks("Pricing tiers of AKS", "free-standard-pricing-tiers");
    private static final Reference MULTI_TENANCY = Reference.aks("Multi-tenancy in AKS", "concepts-multi-tenancy");
    private static final Reference PCI = Reference.aks("Identity in a PCI DSS cluster", "pci-identity");
    private static final Reference WORKLOAD_IDENTITY = Reference.aks("Workload identity overview", "workload-identity-overview");

    static final Consideration NAME = Consideration.text("design-name", "Name", "What is this design called?", Format.ANY, "Contoso container platform")
        .why("The name stands on the bundle, on every decision record and in the names of the custom roles that the design defines.")
        .see(IDENTITY)
        .undecided("The bundle has no title.")
        .effect((by, plan) -> plan.name = by.design().text("design-name"))
        .fact();

    static final Consideration ORGANISATION = Consideration.text("organisation", "Organisation", "Whose platform is it?", Format.ANY, "Contoso")
        .why("Teams of one organisation may trust each other; teams of several rarely do. The name says whose rules the records speak of.")
        .see(MULTI_TENANCY)
        .undecided("Records and README name no organisation.")
        .effect((by, plan) -> plan.organisation = by.design().text("organisation"))
        .fact();

    static final Consideration PEOPLE = Consideration.rows("people", "People", "Who decides, who is consulted, who is informed?", Tables.PEOPLE)
        .why(
            "Every decision record names its decision makers, those who were consulted and those who are informed. Who may decide is best agreed on before the first decision.")
        .see(new Reference("Markdown Any Decision Records 4.0.0", "https://adr.github.io/madr/", "2024-09"))
        .undecided("Records name nobody but those who are entered with a decision.")
        .recordOnly("The people stand in the records; they are given no right by it.")
        .fact();

    static final Consideration TENANT = Consideration
        .text("tenant", "Tenant", "Which Entra tenant do the subscriptions trust?", Format.GUID, "3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11")
        .why(
            "Managed identities, role assignments and custom roles live in the tenant that the subscription trusts. A cluster with a managed identity cannot be moved to another tenant.")
        .see(IDENTITY, Reference.aks("Managed identities in AKS", "managed-identity-overview"))
        .undecided("Templates take the tenant of the subscription they are deployed to.")
        .effect((by, plan) -> plan.tenant = by.design().text("tenant"))
        .fact();

    static final Consideration DEFAULT_SUBSCRIPTION = Consideration
        .text("default-subscription", "Default subscription", "Which subscription holds a cluster that names none?", Format.GUID,
            "b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10")
        .why("Parameter files are deployed to one subscription each. At most 4,000 role assignments fit into a subscription, a limit that cannot be raised.")
        .see(Reference.aks("Entra ID authorization for the Kubernetes API", "entra-id-authorization"))
        .undecided("A cluster without a subscription of its own has no Azure output.")
        .recordOnly("Clusters take it over where they name no subscription.")
        .fact();

    static final Consideration SUBSCRIPTIONS = Consideration
        .rows("subscriptions", "Subscriptions", "What are the subscriptions called?", Tables.SUBSCRIPTIONS)
        .why(
            "Each subscription has parameter files of its own, named after it. An alias such as prod says which one a file is for; an id of 36 characters does not. Files under the old name are removed when the bundle is generated again.")
        .see(new Reference("Parameter files for Bicep", "https://learn.microsoft.com/azure/azure-resource-manager/bicep/parameter-files", "2024-03"))
        .undecided("Parameter files are named after the id of their subscription.")
        .effect((by, plan) -> by.design().rows("subscriptions", Tables.SUBSCRIPTIONS).stream()
            .filter(row -> !row.alias().isEmpty() && Format.ALIAS.fits(row.alias()) && !row.id().isEmpty())
            .forEach(row -> plan.add(new SubscriptionAlias(row.id().toLowerCase(Locale.ROOT), row.alias()))))
        .orNone()
        .fact();

    static final Consideration ENVIRONMENTS = Consideration.rows("environments", "Environments", "Which stages of delivery are there?", Tables.ENVIRONMENTS)
        .why("Rights differ before production and in production. Identities should not be shared between the two.")
        .see(PCI)
        .undecided("Every cluster counts as production, where the rules are stricter.")
        .recordOnly("Clusters name their environment; the rights of the teams follow its production flag.")
        .fact();

    static final Consideration REGIONS = Consideration.oneOf("regions", "Regions", "How are the clusters spread over regions?",
        Option.of("one-region", "One region", "All clusters in one region, spread over its zones.")
            .good("One set of identities and network rights", "One OIDC issuer for each workload to trust")
            .bad("A lost region stops the platform"),
        Option.of("active-passive", "Two regions, one stands by", "The second region takes over when the first fails.")
            .good("Survives the loss of a region", "One place that serves at a time")
            .bad("Every workload identity needs a credential for both issuers", "Rights of the second cluster are rarely tried"),
        Option.of("active-active", "Several regions, all active", "Each region serves; clusters are alike.")
            .good("Survives the loss of a region without a switch", "Rights of every cluster are in daily use")
            .bad("Each cluster counts against the 20 credentials of an identity", "Kubernetes bindings repeat in every cluster"))
        .why(
            "An OIDC issuer belongs to one cluster, so a workload in two regions needs two federated credentials, and an identity holds at most 20. Azure role assignments on a common scope reach both clusters; Kubernetes bindings are repeated in each.")
        .see(WORKLOAD_IDENTITY)
        .suggest(ScopeStep::suggestRegions)
        .undecided("Each cluster is generated in the region that its row names.")
        .recordOnly("The rows of the clusters name their regions.");

    static final Consideration CLUSTER_FLAVOUR = Consideration.oneOf("cluster-flavour", "Cluster flavour", "AKS Standard or AKS Automatic?",
        Option.of("standard", "AKS Standard", "You choose network, authorization, node pools and policies.")
            .good("Every option of this design is open", "Windows node pools are possible", "Azure RBAC can be turned on and off")
            .bad("Every protection has to be chosen", "Cannot become Automatic later")
            .door("OWD-32").see(TIERS),
        Option.of("automatic", "AKS Automatic", "Hardened presets; Microsoft runs the system pool.")
            .good("Azure RBAC, workload identity and safeguards are on", "The node resource group is locked", "System nodes are not charged")
            .bad("Azure RBAC, overlay with Cilium and VNet integration are fixed", "No Windows, no identity bindings")
            .charged().see(AUTOMATIC)
            .notWhen(is("sign-in", "client-certificates"), "AKS Automatic always signs people in with Microsoft Entra ID")
            .notWhen(is("authorization", "kubernetes-rbac"), "AKS Automatic always has Azure RBAC on")
            .notWhen(in("api-server-reach", "public", "authorized-ranges", "private-link"), "AKS Automatic always uses API server VNet integration")
            .notWhen(in("network-plugin", "azure-cni", "kubenet", "own-cni"), "AKS Automatic always uses Azure CNI overlay")
            .notWhen(in("network-policy-engine", "azure", "calico", "none"), "AKS Automatic always uses Cilium")
            .notWhen(in("policy-addon", "off", "audit", "deny"), "AKS Automatic keeps deployment safeguards at Enforce")
            .notWhen(is("node-ssh", "entra-id"), "Entra ID SSH does not work on AKS Automatic"))
        .compare(
            on("Authorization", plain("Free to choose"), plain("Azure RBAC, fixed")),
            on("Reach of the API server", plain("Free to choose"), plain("VNet integration, fixed")),
            on("Network", plain("Free to choose"), plain("Overlay with Cilium, fixed")),
            on("Pod Security and policy", partly("Optional"), good("Safeguards enforced, Baseline")),
            on("Node resource group", partly("Open, can be locked"), good("Locked")),
            on("System node pool", plain("Yours"), good("Run by Microsoft, not charged")),
            on("Windows nodes", yes(), no()),
            on("Identity bindings", partly("Without VNet integration"), no()),
            on("Change to the other one", no(), partly("With a system pool of your own")))
        .why(
            "Automatic fixes many answers of this design: Azure RBAC, API server VNet integration, OIDC issuer and workload identity, overlay networking with Cilium, deployment safeguards, a locked node resource group. An Automatic cluster can become Standard, a Standard cluster never Automatic.")
        .see(AUTOMATIC)
        .suggest(ScopeStep::suggestFlavour)
        .undecided("Clusters that name no flavour are generated as AKS Standard, the only kind that leaves all other questions open.")
        .recordOnly("The clusters take it over where their row names no flavour.");

    static final Consideration CLUSTER_ORIGIN = Consideration
        .oneOf("cluster-origin", "New or existing cluster", "Are the clusters created by this design, or there already?",
            Option.of("new", "New clusters", "The bundle creates them.")
                .good("Roles of the cluster identity exist before the cluster", "Choices that are fixed at creation are still open")
                .bad("Workloads have to move in"),
            Option.of("existing", "Existing clusters", "The bundle never deploys a cluster over a live one.")
                .good("Nothing moves", "Changes are listed in a script with their disruption")
                .bad("Choices fixed at creation cannot be made any more", "Several changes reimage every node"))
        .why(
            "A template that describes only part of a live cluster resets what it leaves out. So an existing cluster is only ever referred to: rights, federation and namespaces are templates and manifests, changed settings become a script that shows what it would do before it does it.")
        .see(Reference.aks("Node disruption policy", "node-disruption-policy"))
        .suggest(
            design -> design.rows("clusters", Tables.CLUSTERS).stream().anyMatch(cluster -> !cluster.givenNamespaces().isEmpty() && cluster.pools().isEmpty())
                ? Suggestion.option("existing", "a cluster of this design has namespaces already and names no node pools")
                : Suggestion.none())
        .undecided("A cluster whose row does not say that it is new counts as existing, and no template makes it.")
        .recordOnly("The clusters take it over where their row names nothing.");

    static final Consideration CLUSTERS = Consideration.rows("clusters", "Clusters", "Which clusters are there?", Tables.CLUSTERS)
        .why(
            "Everything that follows is given for a cluster: identities, rights, namespaces, policies. What a row leaves empty stays an open point; no size, version or id is made up.")
        .see(MULTI_TENANCY, Reference.aks("Cluster isolation best practices", "operator-best-practices-cluster-isolation"))
        .undecided("Nothing is generated for any cluster.")
        .effect(ScopeStep::addClusters)
        .fact();

    static final Consideration TAGS = Consideration.rows("tags", "Tags", "Which tags do new Azure resources carry?", Tables.TAGS)
        .why(
            "Costs, owners and environments are told apart by tags, and many platforms refuse resources without them. They are set when a resource group, an identity or a cluster is made. What is there keeps the tags it has: a template that names tags would replace those that others added.")
        .see(new Reference("Tag resources", "https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources", "2022-03"),
            Reference.aks("Azure tags in AKS", "use-tags"))
        .visibleWhen(answered("clusters"))
        .undecided("New resources carry no tags.")
        .effect((by, plan) -> by.design().rows("tags", Tables.TAGS).stream().filter(row -> !row.name().isEmpty())
            .forEach(row -> plan.add(new Tag(row.name(), row.value()))))
        .orNone()
        .fact();

    static final Consideration CLUSTER_CHANGES = Consideration
        .rows("cluster-changes", "Changes of clusters", "When is a cluster that is there changed, and which hard changes are agreed to?",
            Tables.CLUSTER_CHANGES)
        .why(
            "A cluster that is there serves somebody. Some changes reimage every node, restart the API server, lock out people whose rights exist in the old model only, or can never be undone. They run when they are named here or on the command line, cluster by cluster, one wave after another; the first failure stops the rest.")
        .see(Reference.aks("Node disruption policy", "node-disruption-policy"), Reference.aks("Local accounts", "local-accounts"))
        .visibleWhen(answered("clusters"))
        .undecided("No such change is agreed to: the scripts name each one and change nothing until somebody consents.")
        .effect(ScopeStep::agreeToChanges)
        .orNone();

    static final Consideration REGULATORY_CLASS = Consideration.oneOf("regulatory-class", "Regulatory class", "Which rules from outside apply?",
        Option.of("none", "None", "Only the rules of the house.")
            .good("Has the fewest controls to run", "Soft tenancy is enough for teams that trust each other")
            .bad("A later audit scope may split clusters"),
        Option.of("confidential", "Confidential data", "Trade secrets, personal data.")
            .good("Reasons for private access and audit are on record", "Reviews follow from it")
            .bad("More approvals in daily work"),
        Option.of("pci-dss", "PCI DSS", "Card data; in-scope and out-of-scope apart.")
            .good("The team classes stand in AKS guidance", "Scope ends where the cluster ends")
            .bad("No standing rights of developers in production", "In-scope workloads need clusters of their own").see(PCI),
        Option.of("health", "Health data", "Patient data under national law.")
            .good("Access is traceable to persons", "Reviews follow from it")
            .bad("National rules come on top"),
        Option.of("other", "Another regulation", "Named in the reason.")
            .good("The reason is on record", "Suggestions lean to the strict side")
            .bad("The wizard knows none of its articles"))
        .why(
            "Regulation decides who may hold standing rights, how long logs are kept and whether two scopes may share a cluster. The AKS text for PCI DSS separates seven classes of people and says of each whether its rights are standing or just in time.")
        .see(PCI)
        .undecided("Suggestions assume no regulation.")
        .recordOnly("A fact that other suggestions refer to.")
        .fact();

    public static final List<Consideration> ALL = List.of(NAME, ORGANISATION, PEOPLE, TENANT, DEFAULT_SUBSCRIPTION, SUBSCRIPTIONS, ENVIRONMENTS, REGIONS,
        CLUSTER_FLAVOUR,
        CLUSTER_ORIGIN, CLUSTERS, TAGS, CLUSTER_CHANGES, REGULATORY_CLASS);

    private ScopeStep() {
    }

    /** Whether rules from outside apply, as far as decided. */
    static boolean isRegulated(Design design) {
        var regulation = design.choice("regulatory-class");
        return !regulation.isEmpty() && !regulation.equals("none");
    }

    private static Optional<Suggestion> suggestRegions(Design design) {
        var clusters = design.rows("clusters", Tables.CLUSTERS);
        var regions = clusters.stream().map(Cluster::region).filter(region -> !region.isEmpty()).distinct().toList();
        return regions.size() == 1 ? Suggestion.option("one-region", "all clusters of this design are in " + regions.getFirst()) : Suggestion.none();
    }

    private static Optional<Suggestion> suggestFlavour(Design design) {
        if (design.choice("sign-in").equals("client-certificates")) {
            return Suggestion.option("standard", "this design signs in with client certificates, which AKS Automatic cannot");
        }
        var pools = design.rows("clusters", Tables.CLUSTERS).stream().mapToInt(cluster -> cluster.pools().size()).sum();
        return pools > 0 ? Suggestion.option("standard", "this design names %s of its own".formatted(Suggestion.count(pools, "node pool"))) : Suggestion.none();
    }

    private static void addClusters(Contribution by, PlanBuilder plan) {
        var design = by.design();
        var names = new HashSet<String>();
        for (var row : design.rows("clusters", Tables.CLUSTERS)) {
            // A name that is empty, malformed or taken is reported by the check of the file; there is no cluster to speak of yet.
            if (row.name().isEmpty() || !Format.CLUSTER_NAME.fits(row.name()) || !names.add(row.name().toLowerCase(Locale.ROOT))) {
                continue;
            }
            var subscription = or(row.subscription(), design.text("default-subscription"));
            // While nobody said that it is new, deploying over it could reset a live cluster.
            var existing = !or(row.origin(), design.choice("cluster-origin")).equals("new");
            var cluster = new ClusterDraft(row, subscription, isProduction(row, design), existing,
                or(row.flavour(), design.choice("cluster-flavour")).equals("automatic"));
            plan.add(cluster);
            missingCells(cluster, by, plan);
            for (var namespace : row.givenNamespaces()) {
                if (!namespace.name().isEmpty()) {
                    plan.put(new Namespace(row.name(), namespace.name(), Namespace.Maker.GIVEN, Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty(), "", by.consideration()));
                }
            }
        }
    }

    private static void agreeToChanges(Contribution by, PlanBuilder plan) {
        for (var row : by.design().rows("cluster-changes", Tables.CLUSTER_CHANGES)) {
            plan.cluster(row.cluster()).ifPresent(cluster -> {
                cluster.wave = row.wave();
                row.consents().stream().filter(setting -> !cluster.consents.contains(setting)).forEach(cluster.consents::add);
            });
        }
    }

    private static void missingCells(ClusterDraft cluster, Contribution by, PlanBuilder plan) {
        var row = cluster.row();
        missingCell(row.environment(), "environment", cluster, by, plan);
        missingCell(row.region(), "region", cluster, by, plan);
        missingCell(cluster.subscription(), "subscription", cluster, by, plan);
        missingCell(row.resourceGroup(), "resource group", cluster, by, plan);
        if (cluster.existing()) {
            return;
        }
        for (var pool : row.pools()) {
            var cells = (pool.size().isEmpty() ? "VM size" : "") + (pool.size().isEmpty() && pool.count().isEmpty() ? " and " : "")
                + (pool.count().isEmpty() ? "number of nodes" : "");
            if (!cells.isEmpty()) {
                Effects.missing(plan, by, "Cluster %s, node pool %s: %s not named.".formatted(row.name(), pool.name(), cells));
            }
        }
    }

    private static void missingCell(String value, String cell, ClusterDraft cluster, Contribution by, PlanBuilder plan) {
        if (value.isEmpty()) {
            Effects.missing(plan, by, "Cluster %s: no %s is named.%s".formatted(cluster.name(), cell,
                cell.equals("environment") ? " It counts as production." : " It has no Azure output before."));
        }
    }

    /** An environment that is not named, or not described, counts as production: its rules are the stricter ones. */
    private static boolean isProduction(Cluster cluster, Design design) {
        return design.rows("environments", Tables.ENVIRONMENTS).stream().filter(environment -> environment.name().equals(cluster.environment())).findFirst()
            .map(Environment::production).orElse(true);
    }

    private static String or(String own, String common) {
        return own.isEmpty() ? common : own;
    }
}
