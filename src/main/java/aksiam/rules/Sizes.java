package aksiam.rules;

import aksiam.model.Design;
import aksiam.model.Quantity;
import aksiam.model.RowType.Field;
import aksiam.rules.Finding.Kind;
import java.util.List;

/** Sizes of a team that exclude each other: Kubernetes refuses the objects, or every pod. */
final class Sizes {
    private Sizes() {
    }

    static void look(Design design, List<Finding> findings) {
        for (var team : Rows.of(design, "teams")) {
            for (var resource : List.of("Cpu", "Memory")) {
                atMost(team, "request" + resource, "limit" + resource, "Kubernetes refuses a default request above the default limit", findings);
                atMost(team, "request" + resource, "quota" + resource, "no container that names no size would fit into the quota", findings);
                atMost(team, "limit" + resource, "quotaLimit" + resource, "no container that names no size would fit into the quota", findings);
            }
        }
    }

    private static void atMost(Rows.Located team, String small, String large, String because, List<Finding> findings) {
        var less = Quantity.value(team.row().text(small));
        var more = Quantity.value(team.row().text(large));
        if (less.isPresent() && more.isPresent() && less.get().compareTo(more.get()) > 0) {
            findings.add(team.finding(Kind.CONTRADICTION, small, "\"" + label(team, small) + "\" of " + team.name() + " is " + team.row().text(small) + ", \""
                + label(team, large) + "\" " + team.row().text(large) + ": " + because));
        }
    }

    private static String label(Rows.Located row, String column) {
        return row.type().field(column).map(Field::label).orElse(column);
    }
}
