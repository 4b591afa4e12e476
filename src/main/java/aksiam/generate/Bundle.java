package aksiam.generate;

import aksiam.catalogue.Catalogue;
import aksiam.generate.bicep.AssignedNames;
import aksiam.generate.bicep.RootOutput;
import aksiam.generate.removal.RemovalsOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that a design generates, manifest aside: the same design and version give the same files.
 *
 * @param version of the product
 * @param files   those of the outputs asked for, and the design, sorted by path
 * @param outputs ids of the outputs asked for; empty: all
 * @param others  paths of the outputs that were not asked for
 */
public record Bundle(String version, List<Artefact> files, Set<String> outputs, Set<String> others) {
    public static final String DESIGN_PATH = "design.aksiam.json";
    /** Outputs with templates, which are compiled under the settings in the root. */
    private static final Set<String> WITH_BICEP = Set.of("infra", "roles", "policy");

    public Bundle {
        files = List.copyOf(files);
        outputs = Set.copyOf(outputs);
        others = Set.copyOf(others);
    }

    /** Everything; {@code designText} is the design file as it is stored. */
    public static Bundle of(Source source, String designText, String version, Templates templates) {
        return of(source, designText, version, templates, Set.of());
    }

    /**
     * The files of some outputs.
     *
     * @param only ids of outputs; empty: all
     * @throws IllegalArgumentException when there is no output of such an id
     */
    public static Bundle of(Source source, String designText, String version, Templates templates, Set<String> only) {
        for (var id : new TreeSet<>(only)) {
            if (Outputs.ALL.stream().noneMatch(output -> output.id().equals(id))) {
                throw new IllegalArgumentException("no output " + id + "; there are " + String.join(", ", Outputs.ALL.stream().map(Output::id).toList()));
            }
        }
        var files = new ArrayList<Artefact>();
        var others = new TreeSet<String>();
        Outputs.byOutput(source, templates).forEach((output, own) -> {
            for (var file : own) {
                if (only.isEmpty() || only.contains(output) || isReadBy(only, file.path())) {
                    files.add(file);
                } else {
                    others.add(file.path());
                }
            }
        });
        var answered = source.design().answers().sequencedKeySet().stream().filter(id -> Catalogue.find(id).isPresent()).toList();
        files.add(Artefact.of(DESIGN_PATH, designText.endsWith("\n") ? designText : designText + "\n", answered));
        return new Bundle(version, files.stream().sorted().toList(), only, others);
    }

    /** Whether a file of another output is what the files of these ones read. */
    private static boolean isReadBy(Set<String> only, String path) {
        return path.equals(RootOutput.BICEP_SETTINGS) && only.stream().anyMatch(WITH_BICEP::contains)
            || path.equals(AssignedNames.PATH) && only.contains("infra")
            || path.equals(RemovalsOutput.RIGHTS) && only.contains("roles");
    }

    /** Whether a file that stood in an earlier manifest is none of these any more, as far as the outputs asked for go. */
    boolean isObsolete(String path) {
        var output = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        return files.stream().noneMatch(file -> file.path().equals(path)) && !others.contains(path) && (outputs.isEmpty() || outputs.contains(output));
    }
}
