package aksiam.rules;

import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.rows.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spreads the workloads of one identity over as many as their federated credentials need, each with the rights of the one. */
final class MoreIdentities {
    private MoreIdentities() {
    }

    /** None where the identity is there already, or a grant gives it rights: those would not follow. */
    static Optional<Fix> fix(Design design, String identity) {
        var rows = design.rows("workloads");
        var users = rows.stream().filter(row -> row.text("identity").equals(identity)).toList();
        if (users.stream().anyMatch(row -> !row.text("identityId").isEmpty())
            || design.rows("grants", Tables.GRANTS).stream().anyMatch(grant -> grant.principal().equals(identity))) {
            return Optional.empty();
        }
        var targets = new ArrayList<>(new LinkedHashSet<>(users.stream().flatMap(row -> row.rows("targets").stream()).toList()));
        var spread = new ArrayList<Row>();
        Set<String> pairs = new HashSet<>();
        int number = 1;
        for (var row : rows) {
            if (!row.text("identity").equals(identity)) {
                spread.add(row);
                continue;
            }
            var own = Limits.pairs(Tables.WORKLOADS.read(row));
            var more = new HashSet<>(pairs);
            more.addAll(own);
            boolean full = more.size() > Limits.CREDENTIALS;
            number += full ? 1 : 0;
            pairs = full ? own : more;
            var moved = number == 1 ? row : row.with("identity", identity + "-" + number);
            spread.add(full ? moved.with("targets", List.copyOf(targets)) : moved);
        }
        return Optional.of(new Fix.Answering("Spread over " + number + " identities", "workloads", new Answer.Table(spread)));
    }
}
