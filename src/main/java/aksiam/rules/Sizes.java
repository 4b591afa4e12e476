package aksiam.rules;

import aksiam.catalogue.steps.WaitingQuotas;
import aksiam.model.Design;
import aksiam.model.Quantity;
import aksiam.model.RowType.Field;
import aksiam.model.rows.Tables;
import aksiam.rules.Finding.Kind;
import java.util.List;

/** Sizes of a team that exclude each other, so that Kubernetes refuses the objects or every pod, and quotas that wait for defaults. */
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
            WaitingQuotas.of(Tables.TEAMS.read(team.row()))
                .forEach(waiting -> findings.add(team.finding(Kind.WAITING_QUOTA, waiting.column(), waiting.text())));
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
