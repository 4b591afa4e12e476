package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.Templates;
import aksiam.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * One deployment: a Bicep parameter file, the template that it fills, and where it is deployed.
 *
 * @param template path of the template as the file names it
 * @param scope    id of a subscription or management group
 * @param there    what Azure is asked for before it is deployed, so that what is there is left alone: words of infra/there.sh, escaped
 */
record ParameterFile(String path, String template, String scope, String about, List<Parameter> parameters, List<String> considerations,
    List<String> there) {
    ParameterFile(String path, String template, String scope, String about, List<Parameter> parameters, List<String> considerations) {
        this(path, template, scope, about, parameters, considerations, List.of());
    }

    /** Most copies in one loop of a deployment. */
    private static final int LIMIT = 800;

    /** One parameter. */
    public record Parameter(String name, String value) {
        static Parameter of(String name, BicepValue value) {
            return new Parameter(name, value.print());
        }
    }

    Artefact render(Plan plan, Templates templates) {
        var id = scope.substring(scope.lastIndexOf('/') + 1);
        var name = plan.nameOf(id);
        var called = name.equals(id) ? about : about + " Subscription " + name + ".";
        return new Artefact(path, templates.render("bicep/parameters.bicepparam.ftl", Map.of("about", called, "template", template, "parameters", parameters)),
            considerations, Optional.of(scope));
    }

    /** The deployments of a template: one for each scope and every 800 rows, named after the scope only where there are several. */
    static String path(String base, String scope, boolean severalScopes, Optional<Integer> part, Plan plan) {
        var name = new StringBuilder(base);
        if (severalScopes) {
            name.append('-').append(plan.nameOf(scope.substring(scope.lastIndexOf('/') + 1)));
        }
        part.ifPresent(number -> name.append(String.format(java.util.Locale.ROOT, "-%03d", number)));
        return name.append(".bicepparam").toString();
    }

    /** Lists cut into parts that one loop and one deployment can hold. */
    static <T> List<List<T>> parts(List<T> rows) {
        return parts(rows, LIMIT, _ -> 1);
    }

    /** Lists cut into parts of a size, with the weight that each row has in it. */
    static <T> List<List<T>> parts(List<T> rows, int limit, ToIntFunction<T> weight) {
        var parts = new ArrayList<List<T>>();
        int size = limit;
        for (var row : rows) {
            size += weight.applyAsInt(row);
            if (size > limit) {
                parts.add(new ArrayList<>());
                size = weight.applyAsInt(row);
            }
            parts.getLast().add(row);
        }
        return parts;
    }

    /** One of the parts, empty when there are fewer. */
    static <T> List<T> part(List<List<T>> parts, int index) {
        return index < parts.size() ? parts.get(index) : List.of();
    }

    /** Name of the file of a part: the first one has no number. */
    static String numbered(String base, int index) {
        return index == 0 ? base : base + String.format(java.util.Locale.ROOT, "-%03d", index + 1);
    }

    /** All considerations of some files. */
    static List<String> considerations(List<ParameterFile> files) {
        var all = new TreeSet<String>();
        files.forEach(file -> all.addAll(file.considerations()));
        return List.copyOf(all);
    }

}
