package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.AzureOutputs;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.ResourceId;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What belongs to all stages: the settings of the Bicep linter, and the script that runs them in order. */
public final class RootOutput implements Output {
    /** What all templates are compiled under. */
    public static final String BICEP_SETTINGS = "bicepconfig.json";

    /** One value that the script reads in Azure for the manifests of a cluster. */
    public record Value(String file, String key, String command, ResourceId id, String query) {
    }

    /** One cluster whose manifests the script applies. */
    public record Target(String name, String folder, String subscription, String resourceGroup) {
    }

    @Override
    public String id() {
        return "root";
    }

    @Override
    public String title() {
        return "Script that deploys";
    }

    @Override
    public String description() {
        return "bicepconfig.json for all stages, and deploy.sh, which runs the stages in order.";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var paths = source.files().stream().map(Artefact::path).collect(Collectors.toSet());
        var stages = List.of(1, 2, 3, 4, 5).stream().map(stage -> Map.of("number", stage, "deployments", Deployment.of(stage, source.files()))).toList();
        var updates = source.files().stream().map(Artefact::path).filter(path -> path.startsWith("infra/update-")).sorted().toList();
        var model = Map.<String, Object>of("stages", stages, "hasDeployments", source.files().stream().anyMatch(file -> file.scope().isPresent()), "location",
            location(source.plan()), "updates", updates, "otherAssignments", paths.contains(OtherAssignments.PATH), "pim", paths.contains("pim/apply.sh"),
            "values",
            values(source.plan(), paths), "clusters", targets(source.plan(), paths), "unreachable",
            source.plan().clusters().stream().filter(cluster -> !cluster.isDeployable()).map(PlannedCluster::name).toList());
        return List.of(Artefact.of(BICEP_SETTINGS, templates.render("bicep/bicepconfig.json.ftl", Map.of()), List.of()),
            Artefact.of("deploy.sh", templates.render("bicep/deploy.sh.ftl", model), source.plan().clusters().isEmpty() ? List.of() : List.of("clusters")));
    }

    /** Where Azure keeps the records of the deployments; nothing else depends on it. */
    private static String location(Plan plan) {
        return plan.clusters().stream().map(PlannedCluster::region).filter(region -> !region.isEmpty()).findFirst().orElse("");
    }

    private static List<Value> values(Plan plan, Set<String> paths) {
        var lookup = Lookup.of(plan);
        var values = new ArrayList<Value>();
        AzureOutputs.of(plan).forEach((cluster, needed) -> {
            if (paths.contains(AzureOutputs.path(cluster))) {
                for (var value : needed) {
                    var query = switch (value.property()) {
                        case CLIENT_ID -> AzureQuery.clientId(value.subject());
                        case PRINCIPAL_ID -> AzureQuery.principalId(value.subject());
                    };
                    if (lookup.id(value.subject()).isKnown() && !query.isEmpty()) {
                        values.add(new Value(AzureOutputs.path(cluster), value.key(), AzureQuery.command(value.subject()), lookup.id(value.subject()), query));
                    }
                }
            }
        });
        return values;
    }

    private static List<Target> targets(Plan plan, Set<String> paths) {
        return plan.clusters().stream()
            .filter(cluster -> cluster.isDeployable() && paths.contains("kubernetes/clusters/" + cluster.name() + "/kustomization.yaml"))
            .map(cluster -> new Target(cluster.name(), "kubernetes/clusters/" + cluster.name(), cluster.subscription(), cluster.resourceGroup())).toList();
    }
}
