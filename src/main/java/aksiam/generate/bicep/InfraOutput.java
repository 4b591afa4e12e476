package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.plan.PlannedCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Resource groups, identities, clusters and federation: stages 1 and 3. */
public final class InfraOutput implements Output {
    /** Says what of a deployment is there already. */
    static final String THERE = "infra/there.sh";

    /** What is asked before a parameter file is deployed. */
    public record Questions(String path, List<String> there) {
    }

    @Override
    public String id() {
        return "infra";
    }

    @Override
    public String title() {
        return "Clusters and identities";
    }

    @Override
    public String description() {
        return "Bicep for resource groups and identities (stage 1), clusters, pools, federation and audit logs (stage 3), and a script for each cluster that is there.";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var plan = source.plan();
        var lookup = Lookup.of(plan);
        var names = new PathNames();
        var identities = new IdentityFiles(plan, lookup).render(names);
        var clusters = new ClusterFiles(plan, lookup).render(names);
        var files = new ArrayList<Artefact>();
        identities.forEach(file -> files.add(file.render(plan, templates)));
        clusters.forEach(file -> files.add(file.render(plan, templates)));
        if (!identities.isEmpty()) {
            var considerations = ParameterFile.considerations(identities);
            files.add(Artefact.of("infra/identities.bicep", templates.render("bicep/infra/identities.bicep.ftl", Map.of("types", Types.ALL)), considerations));
            files.add(Artefact.of("infra/modules/identities.bicep", templates.render("bicep/infra/identities-module.bicep.ftl", Map.of("types", Types.ALL)),
                considerations));
        }
        clusterTemplates(clusters.stream().filter(file -> !file.template().contains("preview")).toList(), false, files, templates);
        clusterTemplates(clusters.stream().filter(file -> file.template().contains("preview")).toList(), true, files, templates);
        var asked = Stream.concat(identities.stream(), clusters.stream()).filter(file -> !file.there().isEmpty()).toList();
        if (!asked.isEmpty()) {
            files.add(Artefact.of(THERE,
                templates.render("bicep/infra/there.sh.ftl", Map.of("files", asked.stream().map(file -> new Questions(file.path(), file.there())).toList())),
                ParameterFile.considerations(asked)));
        }
        plan.clusters().stream().filter(PlannedCluster::isDeployable).map(cluster -> UpdateScript.render(cluster, plan, lookup, templates))
            .forEach(files::add);
        return files;
    }

    /** The templates of a cluster; those in preview stand beside the others, so that only clusters that asked for it use them. */
    private static void clusterTemplates(List<ParameterFile> parameters, boolean preview, List<Artefact> files, Templates templates) {
        if (parameters.isEmpty()) {
            return;
        }
        var suffix = preview ? "-preview" : "";
        var considerations = ParameterFile.considerations(parameters);
        var model = Map.of("types", Types.ALL, "preview", preview, "suffix", suffix, "managedClusters",
            preview ? Types.PREVIEW_CLUSTERS : Types.ALL.get("managedClusters"));
        files.add(Artefact.of("infra/clusters" + suffix + ".bicep", templates.render("bicep/infra/clusters.bicep.ftl", model), considerations));
        for (var module : List.of("types", "cluster", "cluster-additions", "federated-credentials")) {
            files.add(
                Artefact.of("infra/modules/" + module + suffix + ".bicep", templates.render("bicep/infra/" + module + ".bicep.ftl", model), considerations));
        }
    }
}
