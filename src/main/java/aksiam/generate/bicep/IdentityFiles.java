package aksiam.generate.bicep;

import aksiam.generate.Escaping;
import aksiam.generate.bicep.BicepValue.Fields;
import aksiam.generate.bicep.BicepValue.Items;
import aksiam.model.ResourceId;
import aksiam.model.rows.Pool;
import aksiam.plan.ManagedIdentity;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parameter files of stage 1. Everything is declared once: what one cluster uses stands in the file of that cluster, what several
 * use in the shared one, and what is in another subscription than its cluster in a file for that subscription.
 */
final class IdentityFiles {
    private static final String SHARED = "";
    /** Most rows of each of the two lists in one file: together they stay below the 800 of one deployment. */
    private static final int PART = 390;

    /** A file: its cluster, empty for the shared one, and the subscription that it is deployed at. */
    private record Key(String cluster, String subscription) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return cluster.equals(other.cluster) ? subscription.compareTo(other.subscription) : cluster.compareTo(other.cluster);
        }
    }

    /** A resource group that is made, with who uses it. */
    private record Group(String name, String subscription, String region, Set<String> clusters, Set<String> considerations) {
    }

    private final Lookup lookup;
    private final Plan plan;

    IdentityFiles(Plan plan, Lookup lookup) {
        this.plan = plan;
        this.lookup = lookup;
    }

    List<ParameterFile> render(PathNames names) {
        var groups = new TreeMap<Key, List<Group>>();
        resourceGroups().forEach(group -> groups.computeIfAbsent(key(group.clusters(), group.subscription()), _ -> new ArrayList<>()).add(group));
        var identities = new TreeMap<Key, List<ManagedIdentity>>();
        made().forEach(identity -> identities
            .computeIfAbsent(key(new TreeSet<>(identity.clusters()), identity.subscription().toLowerCase(Locale.ROOT)), _ -> new ArrayList<>()).add(identity));
        var keys = new TreeSet<>(groups.keySet());
        keys.addAll(identities.keySet());
        var sharedSubscriptions = keys.stream().filter(key -> key.cluster().equals(SHARED)).count();
        var files = new ArrayList<ParameterFile>();
        for (var key : keys) {
            var base = base(key, sharedSubscriptions > 1);
            var groupParts = ParameterFile.parts(groups.getOrDefault(key, List.of()), PART, _ -> 1);
            var identityParts = ParameterFile.parts(identities.getOrDefault(key, List.of()), PART, _ -> 1);
            for (int i = 0; i < Math.max(groupParts.size(), identityParts.size()); i++) {
                files.add(file(names.unique(ParameterFile.numbered(base, i)), key, ParameterFile.part(groupParts, i), ParameterFile.part(identityParts, i)));
            }
        }
        return files;
    }

    /** The identities that are not there yet. */
    private List<ManagedIdentity> made() {
        return plan.identities().stream().filter(identity -> !identity.given()).toList();
    }

    private String base(Key key, boolean severalShared) {
        var elsewhere = key.cluster().equals(SHARED)
            ? severalShared
            : !lookup.clusters().get(key.cluster()).subscription().equalsIgnoreCase(key.subscription());
        return "infra/" + (key.cluster().equals(SHARED) ? "shared" : PathNames.segment(key.cluster()) + "-identities")
            + (elsewhere ? "-" + key.subscription() : "");
    }

    private Key key(Set<String> clusters, String subscription) {
        return new Key(clusters.size() == 1 && lookup.clusters().containsKey(clusters.iterator().next()) ? clusters.iterator().next() : SHARED, subscription);
    }

    /** Those of new clusters and of identities, unless the design names something in them that is there already. */
    private List<Group> resourceGroups() {
        var groups = new LinkedHashMap<String, Group>();
        for (var cluster : plan.clusters()) {
            if (!cluster.existing() && !cluster.groupExists() && cluster.isPlaced()) {
                group(groups, cluster.id(), cluster.region(), List.of(cluster.name()), "clusters");
            }
        }
        for (var identity : made()) {
            group(groups, identity.id(), identity.region(), identity.clusters(), identity.consideration());
        }
        existing().forEach(groups::remove);
        return List.copyOf(groups.values());
    }

    private static void group(Map<String, Group> groups, ResourceId id, String region, List<String> clusters, String consideration) {
        var group = groups.computeIfAbsent(groupKey(id),
            _ -> new Group(id.resourceGroup(), id.subscription().toLowerCase(Locale.ROOT), region, new TreeSet<>(), new TreeSet<>()));
        group.clusters().addAll(clusters);
        group.considerations().add(consideration);
    }

    private Set<String> existing() {
        var made = new HashSet<String>();
        made().forEach(identity -> made.add(identity.id().text().toLowerCase(Locale.ROOT)));
        plan.clusters().stream().filter(cluster -> !cluster.existing()).forEach(cluster -> made.add(cluster.id().text().toLowerCase(Locale.ROOT)));
        var given = new ArrayList<ResourceId>();
        plan.identities().stream().filter(ManagedIdentity::given).map(ManagedIdentity::id).forEach(given::add);
        for (var cluster : plan.clusters()) {
            if (cluster.existing() || cluster.groupExists()) {
                given.add(cluster.id());
            }
            given.addAll(networkOf(cluster));
            given.addAll(cluster.registries());
        }
        plan.cosmosRoleAssignments().forEach(assignment -> given.add(assignment.account()));
        for (var assignment : plan.roleAssignments()) {
            var id = assignment.scope().resource();
            if (!id.type().isEmpty() && !isOurs(id, made)) {
                given.add(id);
            }
        }
        var groups = new HashSet<String>();
        given.stream().filter(id -> !id.resourceGroup().isEmpty()).forEach(id -> groups.add(groupKey(id)));
        return groups;
    }

    /** Whether it is, or is inside, something that this plan makes. */
    private static boolean isOurs(ResourceId id, Set<String> made) {
        return made.contains(id.text().toLowerCase(Locale.ROOT)) || made.contains(id.parent().text().toLowerCase(Locale.ROOT));
    }

    private static List<ResourceId> networkOf(PlannedCluster cluster) {
        return Stream.concat(cluster.pools().stream().map(Pool::subnet), Stream.of(cluster.nodeSubnet(), cluster.apiServerSubnet(), cluster.routeTable(),
            cluster.settings().auditDestination().map(destination -> destination.value()).orElse(ResourceId.NONE),
            cluster.settings().servicePrincipal().map(principal -> principal.vault()).orElse(ResourceId.NONE))).toList();
    }

    private static String groupKey(ResourceId id) {
        return (id.subscription() + "/" + id.resourceGroup()).toLowerCase(Locale.ROOT);
    }

    private ParameterFile file(String path, Key key, List<Group> groups, List<ManagedIdentity> identities) {
        var parameters = new ArrayList<ParameterFile.Parameter>();
        var considerations = new TreeSet<String>();
        var there = new ArrayList<String>();
        Tags.of(plan).ifPresent(tags -> {
            parameters.add(tags);
            considerations.add("tags");
        });
        if (!groups.isEmpty()) {
            there.add("groups " + words(key, groups.stream().map(Group::name)));
            parameters.add(ParameterFile.Parameter.of("existingGroups", BicepValue.items(List.of())));
            parameters.add(ParameterFile.Parameter.of("resourceGroups", new Items(groups.stream()
                .map(group -> new Items.Item(String.join(", ", group.considerations()), new Fields().put("name", group.name()).put("location", group.region())))
                .toList())));
            groups.forEach(group -> considerations.addAll(group.considerations()));
        }
        if (!identities.isEmpty()) {
            var byGroup = new TreeMap<String, List<Items.Item>>(String.CASE_INSENSITIVE_ORDER);
            for (var identity : identities) {
                byGroup.computeIfAbsent(identity.resourceGroup(), _ -> new ArrayList<>())
                    .add(new Items.Item(identity.consideration(), new Fields().put("name", identity.resourceName()).put("location", identity.region())));
                considerations.add(identity.consideration());
            }
            there.add("identities " + words(key, identities.stream().map(identity -> identity.resourceGroup() + "/" + identity.resourceName())));
            parameters.add(ParameterFile.Parameter.of("existingIdentities", BicepValue.items(List.of())));
            parameters.add(ParameterFile.Parameter.of("identityGroups", BicepValue.items(byGroup.entrySet().stream()
                .map(group -> new Fields().put("resourceGroup", group.getKey()).put("identities", new Items(group.getValue()))).toList())));
        }
        var whose = key.cluster().equals(SHARED) ? "what several clusters share" : "what cluster " + key.cluster() + " uses";
        return new ParameterFile(path, "./identities.bicep", "/subscriptions/" + key.subscription(),
            "Stage 1: resource groups and managed identities, " + whose + ".", parameters, List.copyOf(considerations), there);
    }

    private static String words(Key key, Stream<String> names) {
        return Stream.concat(Stream.of(key.subscription()), names).map(Escaping::shell).collect(Collectors.joining(" "));
    }
}
