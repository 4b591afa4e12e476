package aksiam.generate.guide;

import aksiam.generate.Escaping;
import aksiam.model.Design;
import aksiam.model.ResourceId;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Target;
import aksiam.plan.AzureScope;
import aksiam.plan.EligibleGrant;
import aksiam.plan.ManagedIdentity;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.PolicyAssignment;
import aksiam.plan.RoleAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to be there before the first stage, one Markdown line each. */
final class Prerequisites {
    private static final int LISTED = 40;

    private Prerequisites() {
    }

    /** Resources and management groups that the bundle names and does not make. */
    static List<String> resources(Plan plan, Design told) {
        var made = Stream.concat(plan.clusters().stream().filter(cluster -> !cluster.existing()).map(PlannedCluster::id),
            plan.identities().stream().filter(identity -> !identity.given()).map(ManagedIdentity::id)).map(Prerequisites::key).toList();
        var named = Stream.of(plan.clusters().stream().flatMap(Prerequisites::named),
            scopes(plan).filter(scope -> scope.kind() == AzureScope.Kind.RESOURCE).map(AzureScope::resource), databases(told),
            plan.cosmosRoleAssignments().stream().map(assignment -> assignment.account()),
            plan.identities().stream().filter(ManagedIdentity::given).map(ManagedIdentity::id)).flatMap(ids -> ids);
        var byId = new TreeMap<String, ResourceId>();
        named.filter(ResourceId::isKnown).forEach(id -> byId.putIfAbsent(key(id), id));
        byId.keySet().removeIf(key -> made.stream().anyMatch(own -> key.equals(own) || key.startsWith(own + "/")));
        byId.values().removeIf(id -> id.type().toLowerCase(Locale.ROOT).startsWith("microsoft.containerservice/managedclusters/"));
        var groups = scopes(plan).filter(scope -> scope.kind() == AzureScope.Kind.MANAGEMENT_GROUP).map(AzureScope::id)
            .map(id -> id.substring(id.lastIndexOf('/') + 1)).collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        var lines = groups.stream().map(group -> "management group " + Escaping.md(group)).collect(Collectors.toCollection(ArrayList::new));
        lines.addAll(byId.values().stream().limit(LISTED).map(Prerequisites::line).toList());
        if (byId.size() > LISTED) {
            lines.add("and " + (byId.size() - LISTED) + " more that the parameter files name");
        }
        return lines;
    }

    /** Where the bundle gives a right, standing or to be activated, or assigns a policy. */
    private static Stream<AzureScope> scopes(Plan plan) {
        return Stream.of(plan.roleAssignments().stream().map(RoleAssignment::scope),
            plan.eligibleGrants().stream().map(EligibleGrant::scope).map(AzureScope::new).filter(AzureScope::isKnown),
            plan.policyAssignments().stream().map(PolicyAssignment::scope), plan.customRoles().stream().flatMap(role -> role.scopes().stream()))
            .flatMap(scopes -> scopes).distinct();
    }

    /** Databases in which a workload gets a user. */
    private static Stream<ResourceId> databases(Design told) {
        return told.rows("workloads", Tables.WORKLOADS).stream().flatMap(workload -> workload.targets().stream())
            .filter(target -> target.service().equals("sql")).map(Target::resource);
    }

    private static Stream<ResourceId> named(PlannedCluster cluster) {
        var settings = cluster.settings();
        return Stream.of(Stream.of(cluster.nodeSubnet(), cluster.apiServerSubnet(), cluster.routeTable()), cluster.registries().stream(),
            cluster.existing() ? Stream.of(cluster.id()) : Stream.<ResourceId>empty(),
            settings.privateDnsZone().map(zone -> new ResourceId(zone.value())).stream(), settings.auditDestination().map(place -> place.value()).stream(),
            settings.servicePrincipal().map(principal -> principal.vault()).stream()).flatMap(ids -> ids);
    }

    private static String line(ResourceId id) {
        return Escaping.md(String.join("/", id.names())) + " (" + Escaping.md(id.type()) + ") in resource group "
            + Escaping.md(id.resourceGroup()) + " of subscription " + Escaping.md(id.subscription())
            + (id.type().equalsIgnoreCase("Microsoft.EventHub/namespaces/authorizationRules") ? ", with the rights Manage, Send and Listen" : "");
    }

    /** Azure knows no case in ids. */
    private static String key(ResourceId id) {
        return id.text().toLowerCase(Locale.ROOT);
    }
}
