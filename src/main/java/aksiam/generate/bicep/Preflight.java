package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.Templates;
import aksiam.model.ResourceId;
import aksiam.plan.AzureScope;
import aksiam.plan.Decided;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a bundle needs from the place it is deployed from: tools, the tenant, and the subscriptions of each stage. Management groups are left to
 * the stages, since who may deploy to one may often not read it.
 */
public final class Preflight {
    static final String PATH = "preflight.sh";

    /** A subscription with the numbers of the stages that need it, in one word. */
    public record Subscription(String id, String stages) {
    }

    private final Plan plan;
    private final List<Artefact> files;

    Preflight(Plan plan, List<Artefact> files) {
        this.plan = plan;
        this.files = files;
    }

    /** The tools that the bundle needs at all. */
    public static Set<Tool> tools(Plan plan, List<Artefact> files) {
        var preflight = new Preflight(plan, files);
        return Stream.of(Tool.values()).filter(tool -> !preflight.stages(tool).isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    Artefact render(Templates templates) {
        var tools = Stream.of(Tool.values()).collect(Collectors.toMap(Tool::name, this::stages));
        var model = Map.of("tools", tools, "tenant", plan.tenant(), "obstacles", plan.obstacles(), "subscriptions", subscriptions(), "versions",
            Stream.of(Tool.values()).collect(Collectors.toMap(Tool::name, tool -> tool)));
        return Artefact.of(PATH, templates.render("bicep/preflight.sh.ftl", model), plan.clusters().isEmpty() ? List.of() : List.of("clusters"));
    }

    /** Numbers of the stages that call a tool, in one word; empty when none does. */
    private String stages(Tool tool) {
        return switch (tool) {
            case AZURE_CLI -> "1234567";
            case BICEP -> Stream.of(1, 2, 3, 4, 5).filter(stage -> !Deployment.of(stage, files).isEmpty()).map(String::valueOf).collect(Collectors.joining());
            case KUBECTL -> targets().anyMatch(_ -> true) ? "7" : "";
            case KUBELOGIN -> targets().anyMatch(cluster -> cluster.settings().entra().map(Decided::value).orElse(true)) ? "7" : "";
        };
    }

    private Stream<PlannedCluster> targets() {
        var paths = files.stream().map(Artefact::path).collect(Collectors.toSet());
        return plan.clusters().stream().filter(cluster -> cluster.isDeployable() && paths.contains(RootOutput.folder(cluster) + "/kustomization.yaml"));
    }

    private List<Subscription> subscriptions() {
        var stages = new TreeMap<String, Set<Integer>>();
        for (var stage : List.of(1, 2, 3, 4, 5)) {
            Deployment.of(stage, files).stream().filter(deployment -> deployment.level().equals("sub"))
                .forEach(deployment -> add(stages, deployment.id(), stage));
        }
        for (var right : GivenRights.of(plan)) {
            add(stages, new AzureScope(right.scope()).resource().subscription(), right.stage());
            if (right.principal().startsWith("/")) {
                add(stages, new ResourceId(right.principal()).subscription(), right.stage());
            }
        }
        plan.clusters().stream().filter(PlannedCluster::isDeployable).forEach(cluster -> {
            add(stages, cluster.subscription(), 3);
            add(stages, cluster.subscription(), 7);
        });
        return stages.entrySet().stream()
            .map(entry -> new Subscription(entry.getKey(), entry.getValue().stream().map(String::valueOf).collect(Collectors.joining()))).toList();
    }

    private static void add(Map<String, Set<Integer>> stages, String subscription, int stage) {
        if (!subscription.isEmpty()) {
            stages.computeIfAbsent(subscription.toLowerCase(Locale.ROOT), _ -> new TreeSet<>()).add(stage);
        }
    }
}
