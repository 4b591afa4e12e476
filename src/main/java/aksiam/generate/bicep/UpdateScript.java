package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.Escaping;
import aksiam.generate.Templates;
import aksiam.model.rows.Pool;
import aksiam.plan.Decided;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The script that brings a cluster that is there to the settings of the design, which no template may touch: one line a decision. A cluster
 * that the bundle makes is from then on such a cluster too, so every cluster has one; at run time Azure says whether it is there.
 */
final class UpdateScript {
    /** Clusters are changed one wave after another, and by name within a wave; those without one come last. */
    static final Comparator<PlannedCluster> ORDER = Comparator
        .comparingInt((PlannedCluster cluster) -> cluster.wave().orElse(Integer.MAX_VALUE)).thenComparing(PlannedCluster::name);

    /** A node pool to add where it is missing; one that is there is left alone. */
    public record NodePool(String from, String name, String arguments) {
    }

    /** A setting with the query of its value as one text. */
    public record Asked(String name, String text) {
    }

    private UpdateScript() {
    }

    static String path(PlannedCluster cluster) {
        return "infra/update-" + PathNames.segment(cluster.name()) + ".sh";
    }

    static Artefact render(PlannedCluster cluster, Plan plan, Lookup lookup, Templates templates) {
        var changes = SettingChanges.of(cluster, lookup);
        var pools = cluster.pools().stream().filter(pool -> !pool.name().isEmpty()).map(pool -> pool(pool, cluster)).toList();
        var needs = changes.stream().map(SettingChange::needs).filter(need -> !need.isEmpty()).distinct().toList();
        var rights = needs.isEmpty() ? List.<ClusterRights.Right>of() : ClusterRights.of(cluster, plan);
        var model = new HashMap<String, Object>();
        model.put("cluster", cluster);
        model.put("id", cluster.id().text());
        model.put("version", SettingChanges.version("Microsoft.ContainerService/managedClusters"));
        model.put("read", asked(changes, needs));
        model.put("changes", changes);
        model.put("pools", pools);
        model.put("agreed", cluster.consents().stream().map(setting -> cluster.name() + "/" + setting).toList());
        model.put("needs", needs);
        model.put("rights", rights);
        model.put("eligible", rights.stream().anyMatch(ClusterRights.Right::eligible));
        model.put("bindings", ClusterRights.bindings(cluster, plan));
        model.put("adminGroups", cluster.settings().adminGroups().stream().map(group -> group.id().text().toLowerCase(Locale.ROOT)).sorted().toList());
        model.put("design", plan.design().text());
        var considerations = Stream.of(Stream.of("clusters"), changes.stream().map(SettingChange::from),
            cluster.consents().isEmpty() ? Stream.<String>of() : Stream.of("cluster-changes")).flatMap(ids -> ids).toList();
        return Artefact.of(path(cluster), templates.render("bicep/infra/update.sh.ftl", model), considerations);
    }

    /** What is read of the cluster: its settings, its pools, and what says who gets in. */
    private static List<Asked> asked(List<SettingChange> changes, List<String> needs) {
        var asked = new LinkedHashMap<String, Asked>();
        asked.put("pools", new Asked("pools", "join(',', sort(not_null(properties.agentPoolProfiles[].name, keys(@)[:0])))"));
        changes.stream().filter(change -> change.below().isEmpty()).forEach(change -> asked.put(change.setting(), new Asked(change.setting(), change.text())));
        if (!needs.isEmpty()) {
            asked.putIfAbsent("azure-rbac", new Asked("azure-rbac", "to_string(properties.aadProfile.enableAzureRBAC)"));
            asked.putIfAbsent("admin-groups",
                new Asked("admin-groups", "join(',', sort(not_null(properties.aadProfile.adminGroupObjectIDs, keys(@)[:0])))"));
        }
        return List.copyOf(asked.values());
    }

    private static NodePool pool(Pool pool, PlannedCluster cluster) {
        var arguments = new StringBuilder("--mode " + Escaping.shell(pool.mode().isEmpty() ? "User" : pool.mode()));
        option(arguments, "--node-vm-size", pool.size());
        pool.count().ifPresent(count -> arguments.append(" --node-count ").append(count));
        option(arguments, "--vnet-subnet-id", pool.subnetOr(cluster.nodeSubnet()).isKnown() ? pool.subnetOr(cluster.nodeSubnet()).text() : "");
        option(arguments, "--node-taints", String.join(",", pool.taints()));
        if (!pool.labels().isEmpty()) {
            arguments.append(" --labels ").append(pool.labels().stream().map(Escaping::shell).collect(Collectors.joining(" ")));
        }
        cluster.settings().sshAccess().map(Decided::value).filter(_ -> !cluster.automatic())
            .ifPresent(access -> option(arguments, "--ssh-access", access.toLowerCase(Locale.ROOT)));
        return new NodePool("clusters", pool.name(), arguments.toString());
    }

    private static void option(StringBuilder arguments, String name, String value) {
        if (!value.isEmpty()) {
            arguments.append(' ').append(name).append(' ').append(Escaping.shell(value));
        }
    }
}
