package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.AzureOutputs;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.kubernetes.KubernetesOutput;
import aksiam.model.ResourceId;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What belongs to all stages: the settings of the Bicep linter, what they need, and the script that runs them in order. */
public final class RootOutput implements Output {
    /** What all templates are compiled under. */
    public static final String BICEP_SETTINGS = "bicepconfig.json";

    /** One value that the script reads in Azure for the manifests of a cluster. */
    public record Value(String file, String key, String command, ResourceId id, String query) {
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
        return "bicepconfig.json for all stages, preflight.sh, which asks whether they can run, and deploy.sh, which runs them in order.";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var plan = source.plan();
        var paths = source.files().stream().map(Artefact::path).collect(Collectors.toSet());
        var model = new HashMap<String, Object>();
        model.put("stages",
            List.of(1, 2, 3, 4, 5).stream().map(stage -> Map.of("number", stage, "deployments", Deployment.of(stage, source.files()))).toList());
        model.put("files", source.files().stream().filter(file -> file.scope().isPresent()).map(Artefact::path).toList());
        model.put("hasDeployments", source.files().stream().anyMatch(file -> file.scope().isPresent()));
        model.put("location", location(plan));
        model.put("updates", plan.clusters().stream().sorted(UpdateScript.ORDER).map(UpdateScript::path).filter(paths::contains).toList());
        model.put("adopts", AssignedNames.stages(plan));
        model.put("otherAssignments", paths.contains(OtherAssignments.PATH));
        model.put("keptScopes", paths.contains("roles/kept-scopes.sh"));
        model.put("there", paths.contains(InfraOutput.THERE));
        model.put("pim", paths.contains("pim/apply.sh"));
        model.put("removals", paths.contains("remove.sh"));
        model.put("values", values(plan, paths));
        model.put("clusters", applied(plan, paths));
        model.put("unreachable", plan.clusters().stream().filter(cluster -> !cluster.isDeployable()).toList());
        return List.of(Artefact.of(BICEP_SETTINGS, templates.render("bicep/bicepconfig.json.ftl", Map.of()), List.of()),
            new Preflight(plan, source.files()).render(templates),
            Artefact.of("deploy.sh", templates.render("bicep/deploy.sh.ftl", model), plan.clusters().isEmpty() ? List.of() : List.of("clusters")));
    }

    /** Where the manifests of a cluster stand. */
    static String folder(PlannedCluster cluster) {
        return "kubernetes/clusters/" + cluster.name();
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

    private static List<String> applied(Plan plan, Set<String> paths) {
        return plan.clusters().stream().filter(cluster -> cluster.isDeployable() && paths.contains(KubernetesOutput.SCRIPT)).map(PlannedCluster::name).toList();
    }
}
