package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.domain.BuiltInRoles;
import aksiam.domain.Escalations;
import aksiam.domain.Operations;
import aksiam.model.Design;
import aksiam.model.Format;
import aksiam.model.Row;
import aksiam.model.rows.AzureRole;
import aksiam.model.rows.Cluster;
import aksiam.model.rows.Tables;
import aksiam.plan.AzureScope;
import aksiam.plan.CustomRole;
import aksiam.plan.OpenPoint;
import aksiam.plan.PlanBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The custom Azure roles that are proposed, one for each purpose, and the deployer's. Proposals built from the Cloud Adoption
 * Framework's roles and AKS's operations, not quotations; a row of the design for the same purpose takes their place.
 */
public final class CustomRoles {
    private static final String AKS = "Microsoft.ContainerService/managedClusters/";
    /** What every broad role has to exclude. */
    private static final List<String> BACK_DOORS = Escalations.backDoors();

    /** What starting pods always gives, whatever else a role leaves out. */
    private static final String PODS = "The pods that it starts can mount any secret and run as any service account of the namespace.";

    private static final AzureRole SRE = new AzureRole("AKS SRE repair", "sre",
        "Start, stop and abort clusters, renew node images, set maintenance windows. No upgrade of Kubernetes, no kubeconfig of the admin, no run command, no change of cluster settings.",
        List.of(AKS + "read", AKS + "start/action", AKS + "stop/action", AKS + "abort/action", AKS + "upgradeProfiles/read", AKS + "agentPools/read",
            AKS + "agentPools/abort/action",
            AKS + "agentPools/upgradeProfiles/read", AKS + "agentPools/upgradeNodeImageVersion/action", AKS + "agentPools/upgradeNodeImageVersion/write",
            AKS + "maintenanceConfigurations/read",
            AKS + "maintenanceConfigurations/write", AKS + "maintenanceConfigurations/delete", AKS + "detectors/read"),
        plus(BACK_DOORS, AKS + "write"), List.of(), List.of(), List.of());

    private static final AzureRole SECOPS = new AzureRole("AKS SecOps reader", "secops",
        "Read what runs and who may do what in a cluster: workloads, roles, bindings, admission webhooks, network policies, service accounts. No secrets.",
        List.of(AKS + "read", AKS + "listClusterUserCredential/action"), plus(BACK_DOORS, AKS + "write"),
        plus(BuiltInRoles.get("Azure Kubernetes Service RBAC Reader").dataActions(),
            data("rbac.authorization.k8s.io/roles/read", "rbac.authorization.k8s.io/rolebindings/read", "rbac.authorization.k8s.io/clusterroles/read",
                "rbac.authorization.k8s.io/clusterrolebindings/read", "admissionregistration.k8s.io/mutatingwebhookconfigurations/read",
                "admissionregistration.k8s.io/validatingwebhookconfigurations/read",
                "apiextensions.k8s.io/customresourcedefinitions/read")),
        List.of(), List.of());

    private static final AzureRole LANDING_ZONE_OWNER = owner();

    private static final AzureRole APPLICATION_TEAM = new AzureRole("AKS application team writer", "application-team",
        "As Azure Kubernetes Service RBAC Writer, but reads no secret, runs no command in a pod and writes no service account. " + PODS, List.of(), List.of(),
        plus(
            BuiltInRoles.get("Azure Kubernetes Service RBAC Writer").dataActions().stream()
                .filter(action -> Stream.of("secrets/read", "pods/exec/action", "serviceaccounts/impersonate/action")
                    .noneMatch(kept -> Operations.covers(action, AKS + kept)))
                .toList(),
            data("pods/read", "pods/write", "pods/delete", "serviceaccounts/read")),
        List.of(), List.of());

    private static final AzureRole DEPLOYER = new AzureRole("AKS namespace deployer", "other",
        "Deploys workloads into a namespace; reads no secret, runs no command in a pod, writes no service account and no network policy. " + PODS, List.of(),
        List.of(),
        List.of(
            data("apps/*", "batch/*", "autoscaling/horizontalpodautoscalers/*", "configmaps/*", "services/*", "networking.k8s.io/ingresses/*", "pods/read")),
        List.of(), List.of());

    /** The proposals by purpose. */
    private static final Map<String, AzureRole> BY_PURPOSE = Map.of("sre", SRE, "secops", SECOPS, "landing-zone-owner", LANDING_ZONE_OWNER, "application-team",
        APPLICATION_TEAM);

    private final Design design;
    private final List<AzureRole> rows;

    CustomRoles(Design design) {
        this.design = design;
        this.rows = design.rows("azure-roles", Tables.AZURE_ROLES);
    }

    /** The role for a purpose: the first row of the design that is meant for it, else the proposal. */
    CustomRole forPurpose(String purpose, String consideration) {
        return rows.stream().filter(row -> row.purpose().equals(purpose)).findFirst().map(row -> of(row, "azure-roles"))
            .orElseGet(() -> of(proposed(BY_PURPOSE.get(purpose)), consideration));
    }

    /** What deploys: the row of the design that carries the proposal's name, else the proposal. */
    CustomRole deployer() {
        return rows.stream().filter(row -> row.name().equalsIgnoreCase(DEPLOYER.name()) || row.name().equals(name(DEPLOYER))).findFirst()
            .map(row -> of(row, "azure-roles"))
            .orElseGet(() -> of(proposed(DEPLOYER), "deployer-rights"));
    }

    /** Effect of choosing a custom role for a purpose: the proposal, unless the table of custom roles holds one for it. */
    static void proposeIfCustom(String purpose, Contribution from, PlanBuilder plan) {
        var roles = new CustomRoles(from.design());
        if (from.design().choice(from.consideration()).equals("custom") && roles.rows.stream().noneMatch(row -> row.purpose().equals(purpose))) {
            define(roles.forPurpose(purpose, from.consideration()), from, plan);
        }
    }

    /** Effect of the table of custom roles. */
    static void contribute(Contribution from, PlanBuilder plan) {
        var roles = new CustomRoles(from.design());
        for (var row : roles.rows) {
            if (BuiltInRoles.find(row.name()).isPresent()) {
                plan.add(from.open(OpenPoint.Kind.INCOMPLETE, "Custom role " + row.name() + " has the name of a built-in role: it is left out."));
            } else if (!row.name().isEmpty()) {
                define(roles.of(row, from.consideration()), from, plan);
            }
        }
    }

    /** Adds the role, or says what keeps Azure from making it. */
    static void define(CustomRole role, Contribution from, PlanBuilder plan) {
        var groups = role.scopes().stream().filter(scope -> scope.kind() == AzureScope.Kind.MANAGEMENT_GROUP).toList();
        if (groups.size() > 1) {
            plan.add(from.open(OpenPoint.Kind.LIMIT,
                "Custom role " + role.name() + " names " + groups.size() + " management groups; Azure allows one. Only the first one is kept."));
            define(role.without(groups.subList(1, groups.size())), from, plan);
            return;
        }
        if (!groups.isEmpty() && !role.dataActions().isEmpty()) {
            plan.add(from.open(OpenPoint.Kind.LIMIT, "Custom role " + role.name()
                + " has data actions and names a management group: it cannot be assigned there, and whether it can be defined so is documented both ways. Name the subscriptions."));
        }
        if (role.scopes().isEmpty()) {
            plan.add(from.open(OpenPoint.Kind.INCOMPLETE, "Custom role " + role.name() + " has no assignable scope: it is left out."));
        } else if (role.actions().isEmpty() && role.dataActions().isEmpty()) {
            plan.add(from.open(OpenPoint.Kind.INCOMPLETE, "Custom role " + role.name() + " allows nothing: it is left out."));
        } else {
            plan.add(role);
        }
    }

    /** The role as the row says; a cluster among its scopes stands for its subscription. */
    CustomRole of(AzureRole row, String consideration) {
        var scopes = row.scopes().stream().flatMap(scope -> scope.startsWith("/") ? Stream.of(scope) : subscriptionsOf(scope)).distinct().map(AzureScope::new)
            .filter(AzureScope::isKnown).toList();
        return CustomRole.of(design, row.name(), row.description(), row.actions(), row.notActions(),
            row.dataActions(), row.notDataActions(), scopes, consideration);
    }

    /** Rows to propose: for each purpose that is to have a custom role. */
    List<Row> proposals() {
        return Stream.of("sre", "secops", "landing-zone-owner", "application-team").filter(purpose -> design.choice(purpose + "-rights").equals("custom"))
            .map(BY_PURPOSE::get).map(this::proposed).map(CustomRoles::row).toList();
    }

    /** Names of the proposals that a design takes as they are, short as grants may write them, and in full. */
    public static Set<String> names(Design design) {
        var roles = new CustomRoles(design);
        return BY_PURPOSE.entrySet().stream().filter(role -> design.choice(role.getKey() + "-rights").equals("custom")).map(Map.Entry::getValue)
            .flatMap(role -> Stream.of(role.name(), roles.name(role))).collect(Collectors.toSet());
    }

    private String name(AzureRole proposal) {
        return nameIn(design, proposal.name());
    }

    /** Name of a proposed role in a design, which carries what the design says of its roles, else the name of the design itself. */
    static String nameIn(Design design, String purpose) {
        return CustomRole.nameIn(
            Stream.of("role-names", "design-name", "organisation").map(design::text).filter(name -> !name.isEmpty()).findFirst().orElse(""),
            purpose);
    }

    private AzureRole proposed(AzureRole role) {
        return new AzureRole(name(role), role.purpose(), role.description(), role.actions(), role.notActions(), role.dataActions(), role.notDataActions(),
            subscriptionsOf("*").toList());
    }

    /** Subscriptions of a cluster, or of all with {@code *}. */
    private Stream<String> subscriptionsOf(String cluster) {
        return design.rows("clusters", Tables.CLUSTERS).stream().filter(row -> cluster.equals("*") || row.name().equals(cluster)).map(Cluster::subscription)
            .map(subscription -> subscription.isEmpty() ? design.text("default-subscription") : subscription)
            .filter(subscription -> !subscription.isEmpty() && Format.GUID.fits(subscription)).distinct()
            .map(subscription -> "/subscriptions/" + subscription);
    }

    private static Row row(AzureRole role) {
        return Row.EMPTY.with("name", role.name()).with("purpose", role.purpose()).with("description", role.description()).with("actions", role.actions())
            .with("notActions", role.notActions())
            .with("dataActions", role.dataActions()).with("notDataActions", role.notDataActions()).with("scopes", role.scopes());
    }

    /**
     * The framework's subscription owner. Ways into clusters that serve nothing but access are closed; what an owner needs for his work stays,
     * and the description says where it leads.
     */
    private static AzureRole owner() {
        var actions = List.of("*");
        var asFramework = List.of("Microsoft.Authorization/*/write", "Microsoft.Network/vpnGateways/*", "Microsoft.Network/expressRouteCircuits/*",
            "Microsoft.Network/routeTables/write", "Microsoft.Network/vpnSites/*");
        var notActions = Stream.of(asFramework.stream(), BACK_DOORS.stream().filter(operation -> !Operations.covers(asFramework, operation)),
            Escalations.get("A09").operations().stream().filter(operation -> operation.endsWith("/action"))).flatMap(list -> list).distinct().toList();
        var open = Escalations.ways().stream().filter(way -> way.intoClusters() && way.isOpenTo(actions, notActions)).map(Escalations.Way::opens).toList();
        return new AzureRole("AKS landing zone owner", "landing-zone-owner",
            "Owns the subscription without granting Azure roles and without changing VPN, ExpressRoute and route tables. Leaves out the admin kubeconfig, the run command of clusters and machines, "
                + "and trusted access. Ways into clusters that stay open, because an owner needs what they belong to: " + String.join("; ", open) + ".",
            actions, notActions, List.of(), List.of(), List.of());
    }

    private static String[] data(String... operations) {
        return Stream.of(operations).map(operation -> AKS + operation).toArray(String[]::new);
    }

    private static List<String> plus(List<String> list, String... more) {
        return Stream.concat(list.stream(), Stream.of(more)).distinct().toList();
    }
}
