package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of deploy.sh.
 *
 * @param level sub or mg, as the Azure command line calls them
 * @param id    of the subscription or management group
 */
public record Deployment(int stage, String level, String id, String file) {
    private static final Pattern FIRST = Pattern.compile("^infra/(shared|update-)|definitions");
    /** Stage of each template, in the order in which they are deployed. */
    private static final Map<String, Integer> STAGES = Map.of("infra/identities", 1, "roles/definitions", 2, "roles/management-group-definitions", 2,
        "roles/cluster-identities", 2, "infra/clusters", 3,
        "infra/clusters-preview", 3, "roles/assignments", 4, "roles/management-group-assignments", 4, "policy/assignments", 5,
        "policy/management-group-assignments", 5);

    /**
     * The order of what runs in one stage, by path: resource groups that clusters share before what goes into them, settings of an existing
     * cluster before what needs them, custom roles before what assigns them, a cluster before its further parts.
     */
    public static final Comparator<String> ORDER = Comparator.comparing((String path) -> !FIRST.matcher(path).find())
        .thenComparing(path -> path.replace(".bicepparam", ""));

    /** The deployments of a stage among the files of a bundle. */
    static List<Deployment> of(int stage, List<Artefact> files) {
        return files.stream().flatMap(file -> of(file).stream()).filter(deployment -> deployment.stage() == stage)
            .sorted(Comparator.comparing(Deployment::file, ORDER)).toList();
    }

    /** The stage that deploys a file; empty for what is no deployment. */
    public static Optional<Integer> stage(Artefact file) {
        return of(file).map(Deployment::stage);
    }

    private static Optional<Deployment> of(Artefact file) {
        return file.scope().map(scope -> new Deployment(STAGES.get(template(file)), scope.startsWith("/providers/") ? "mg" : "sub",
            scope.substring(scope.lastIndexOf('/') + 1), file.path()));
    }

    /** Path of the template that a parameter file uses, without its ending. */
    private static String template(Artefact file) {
        var using = file.text().lines().filter(line -> line.startsWith("using './")).findFirst().orElseThrow();
        return file.path().substring(0, file.path().indexOf('/') + 1) + using.substring("using './".length(), using.indexOf(".bicep"));
    }
}
