package aksiam.rules;

import aksiam.domain.Operations;
import aksiam.model.Design;
import aksiam.rules.Finding.Kind;
import java.util.List;
import java.util.Map;

/** Operations of custom roles that nobody may know of. Of most providers there is no full list, so theirs are taken by their shape. */
final class RoleOperations {
    /** The columns, and whether data actions stand there. */
    private static final Map<String, Boolean> COLUMNS = Map.of("actions", false, "notActions", false, "dataActions", true, "notDataActions", true);

    private RoleOperations() {
    }

    static void look(Design design, List<Finding> findings) {
        for (var row : Rows.of(design, "azure-roles")) {
            COLUMNS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(column -> {
                var lines = row.row().list(column.getKey());
                for (int i = 0; i < lines.size(); i++) {
                    var line = lines.get(i).strip();
                    var place = row.place().key(column.getKey()).at(i);
                    Operations.doubt(line, column.getValue()).ifPresent(
                        doubt -> findings.add(new Finding(Kind.UNKNOWN_OPERATION, "azure-roles", place, "\"" + line + "\" of " + row.name() + " " + doubt)));
                }
            });
        }
    }
}
