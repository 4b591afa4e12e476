package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.model.Design;
import aksiam.model.NameKey;
import aksiam.model.Place;
import aksiam.model.PortableName;
import aksiam.model.rows.Tables;
import aksiam.rules.Finding.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that are given twice, where one would not know which is meant. Names that differ only in case are one name. */
final class Names {
    /** The tables whose rows are referred to by their name. */
    private static final List<String> NAMED = List.of("subscriptions", "environments", "clusters", "tags", "cluster-changes", "audit-by-region", "principals",
        "teams",
        "personas", "azure-roles", "service-principals");

    private static final String ONE_NAME = "case does not tell names apart";

    private Names() {
    }

    static void look(Design design, List<Finding> findings) {
        NAMED.stream().filter(id -> Catalogue.find(id).isPresent()).forEach(id -> unique(Rows.of(design, id), findings));
        for (var cluster : Rows.of(design, "clusters")) {
            for (var column : List.of("pools", "givenNamespaces")) {
                unique(cluster.withNested().filter(row -> row.place().path().startsWith(cluster.place().key(column).path())).toList(), findings);
            }
        }
        Rows.of(design, "clusters").stream().filter(row -> PortableName.isReserved(row.name())).forEach(row -> findings.add(
            row.finding(Kind.RESERVED_NAME, "name", "no folder of Windows can be called \"" + row.name() + "\", and the bundle has one for each cluster")));
        namespaces(design, findings);
        var groups = new HashMap<String, Spelling>();
        Rows.of(design, "clusters").forEach(row -> alike(row, "resourceGroup", subscription(design, row), groups, findings));
        var identities = new HashMap<String, Spelling>();
        Rows.of(design, "workloads").forEach(row -> alike(row, "identity", "", identities, findings));
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
        var first = new HashMap<String, Rows.Located>();
        for (var row : rows) {
            var before = row.name().isEmpty() ? null : first.putIfAbsent(NameKey.of(row.name()), row);
            if (before != null) {
                findings.add(row.finding(Kind.DUPLICATE_NAME, row.type().fields().getFirst().name(), "\"" + row.name() + "\" is also the name of "
                    + before.place() + (before.name().equals(row.name()) ? "" : ", there \"" + before.name() + "\": " + ONE_NAME)));
            }
        }
    }

    /** How a name was written first. */
    private record Spelling(String name, Place place) {
    }

    /** A name that may stand in several rows is written in one way. */
    private static void alike(Rows.Located row, String column, String within, Map<String, Spelling> first, List<Finding> findings) {
        var name = row.row().text(column).strip();
        var before = name.isEmpty()
            ? null
            : first.putIfAbsent(within + "/" + NameKey.of(name), new Spelling(name, row.place().key(column)));
        if (before != null && !before.name().equals(name)) {
            findings.add(row.finding(Kind.SPELLED_DIFFERENTLY, column,
                "\"" + name + "\" is written \"" + before.name() + "\" at " + before.place() + ": " + ONE_NAME));
        }
    }

    private static String subscription(Design design, Rows.Located cluster) {
        var own = cluster.row().text("subscription").strip();
        return NameKey.of(own.isEmpty() ? design.text("default-subscription") : own);
    }

    private static void namespaces(Design design, List<Finding> findings) {
        var first = new HashMap<String, Spelling>();
        for (var row : Rows.of(design, "teams")) {
            var team = Tables.TEAMS.read(row.row());
            for (int i = 0; i < team.namespaces().size(); i++) {
                var namespace = team.namespaces().get(i);
                var place = row.place().key("namespaces").at(i);
                var clusters = team.clusters().isEmpty() ? List.of("") : team.clusters().stream().distinct().toList();
                for (var cluster : clusters) {
                    var before = first.putIfAbsent(NameKey.of(cluster) + "/" + NameKey.of(namespace), new Spelling(namespace, place));
                    if (before != null) {
                        findings.add(new Finding(Kind.DUPLICATE_NAMESPACE, "teams", place,
                            "namespace \"" + namespace + "\"" + (cluster.isEmpty() ? "" : " in " + cluster) + " stands at " + before.place() + " already"
                                + (before.name().equals(namespace) ? "" : ", there \"" + before.name() + "\": " + ONE_NAME)));
                    }
                }
            }
        }
    }
}
