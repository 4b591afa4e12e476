package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.KeptFile;
import aksiam.generate.Templates;
import aksiam.generate.bicep.GivenRight.Kind;
import aksiam.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rights that are in Azure already under another name. Azure refuses the same right twice, so {@code roles/adopt.sh} looks for them before a
 * stage and writes what it finds into {@code roles/assigned-names.json}, which the parameter files read.
 */
public final class AssignedNames {
    static final String FOLDER = "roles/";
    private static final String NAME = "assigned-names.json";
    public static final String PATH = FOLDER + NAME;
    static final String SCRIPT = FOLDER + "adopt.sh";

    /**
     * What is listed and named in one way: in the file its own name stands before the name that was found. A credential's own name is
     * unique in its identity only, so the id of the identity, in small letters, stands before it.
     */
    public enum Section {
        ROLES(Kind.ROLE, "roleAssignments"), COSMOS(Kind.COSMOS, "cosmosDbRoleAssignments"), CREDENTIALS(Kind.CREDENTIAL, "federatedCredentials");

        private final Kind kind;
        private final String key;

        Section(Kind kind, String key) {
            this.kind = kind;
            this.key = key;
        }

        public String key() {
            return key;
        }

        /** Reads the names of this section, from a parameter file in a folder. */
        ParameterFile.Parameter parameter(String name, String folder) {
            var path = folder.equals(FOLDER) ? NAME : "../" + PATH;
            return new ParameterFile.Parameter(name, "loadJsonContent('" + path + "')." + key);
        }

        private static Optional<Section> of(GivenRight right) {
            return Stream.of(values()).filter(section -> section.kind == right.kind() && !right.name().isEmpty()).findFirst();
        }
    }

    private AssignedNames() {
    }

    /** The stages that look for such rights. */
    static List<Integer> stages(Plan plan) {
        return rights(plan).map(GivenRight::stage).distinct().sorted().toList();
    }

    private static Stream<GivenRight> rights(Plan plan) {
        return GivenRights.of(plan).stream().filter(right -> Section.of(right).isPresent());
    }

    /** The file of names and the script that fills it; nothing when no template gives a right. */
    static List<Artefact> render(Plan plan, Templates templates) {
        var rights = rights(plan).toList();
        if (rights.isEmpty()) {
            return List.of();
        }
        var considerations = rights.stream().map(GivenRight::consideration).distinct().toList();
        var words = Stream.of(Section.values()).map(section -> section.kind.label() + " " + section.key).collect(Collectors.joining(" "));
        var model = Map.of("sections", List.of(Section.values()), "words", words, "stages", stages(plan));
        return List.of(Artefact.of(PATH, templates.render("bicep/roles/assigned-names.json.ftl", model), considerations),
            Artefact.of(SCRIPT, templates.render("bicep/roles/adopt.sh.ftl", model), considerations));
    }

    /** Keeps the names that were found. A file of an earlier version lacks sections that the parameter files read by now; it gets them, empty. */
    public static final class Kept implements KeptFile {
        @Override
        public boolean isAt(String path) {
            return path.equals(PATH);
        }

        @Override
        public String keep(String generated, String found) {
            var missing = Stream.of(Section.values()).map(section -> '"' + section.key + '"').filter(key -> !found.contains(key)).toList();
            if (missing.isEmpty()) {
                return found;
            }
            int end = found.lastIndexOf('}');
            if (end < 0) {
                return generated;
            }
            var text = new StringBuilder(found.substring(0, end).stripTrailing());
            for (var key : missing) {
                text.append(text.charAt(text.length() - 1) == '{' ? "" : ",").append("\n  ").append(key).append(": {}");
            }
            return text.append("\n}\n").toString();
        }
    }
}
