package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.model.Design;
import aksiam.model.Place;
import aksiam.model.rows.Tables;
import aksiam.rules.Finding.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names that are given twice, where one would not know which is meant. */
final class Names {
    /** The tables whose rows are referred to by their name. */
    private static final List<String> NAMED = List.of("subscriptions", "environments", "clusters", "tags", "cluster-changes", "audit-by-region", "principals",
        "teams",
        "personas", "azure-roles", "service-principals");

    /** Those whose names are the same in upper and lower case: to Azure, or to the folder in which files have them. */
    private static final Set<String> CASELESS = Set.of("tags", "subscriptions");

    private Names() {
    }

    static void look(Design design, List<Finding> findings) {
        NAMED.stream().filter(id -> Catalogue.find(id).isPresent()).forEach(id -> unique(Rows.of(design, id), findings));
        for (var cluster : Rows.of(design, "clusters")) {
            for (var column : List.of("pools", "givenNamespaces")) {
                unique(cluster.withNested().filter(row -> row.place().path().startsWith(cluster.place().key(column).path())).toList(), findings);
            }
        }
        namespaces(design, findings);
        subscriptions(design, findings);
    }

    private static void subscriptions(Design design, List<Finding> findings) {
        var first = new HashMap<String, String>();
        for (var row : Rows.of(design, "subscriptions")) {
            var id = row.row().text("id").strip().toLowerCase(Locale.ROOT);
            var before = id.isEmpty() ? null : first.putIfAbsent(id, row.name());
            if (before != null) {
                findings.add(row.finding(Kind.DUPLICATE_NAME, "id", "is called \"" + before + "\" already, and \"" + row.name() + "\" here"));
            }
        }
    }

    private static void unique(List<Rows.Located> rows, List<Finding> findings) {
        var first = new HashMap<String, Place>();
        for (var row : rows) {
            var before = row.name().isEmpty()
                ? null
                : first.putIfAbsent(CASELESS.contains(row.consideration().id()) ? row.name().toLowerCase(Locale.ROOT) : row.name(), row.place());
            if (before != null) {
                findings.add(row.finding(Kind.DUPLICATE_NAME, row.type().fields().getFirst().name(), "\"" + row.name() + "\" is also the name of " + before));
            }
        }
    }

    private static void namespaces(Design design, List<Finding> findings) {
        Map<String, Place> first = new HashMap<>();
        for (var row : Rows.of(design, "teams")) {
            var team = Tables.TEAMS.read(row.row());
            for (int i = 0; i < team.namespaces().size(); i++) {
                var namespace = team.namespaces().get(i);
                var place = row.place().key("namespaces").at(i);
                var clusters = team.clusters().isEmpty() ? List.of("") : team.clusters().stream().distinct().toList();
                for (var cluster : clusters) {
                    var before = first.putIfAbsent(cluster + "/" + namespace, place);
                    if (before != null) {
                        findings.add(new Finding(Kind.DUPLICATE_NAMESPACE, "teams", place,
                            "namespace \"" + namespace + "\"" + (cluster.isEmpty() ? "" : " in " + cluster) + " stands at " + before + " already"));
                    }
                }
            }
        }
    }
}
