package aksiam.rules;

import aksiam.model.Design;
import aksiam.model.Format;
import aksiam.rules.Finding.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ids of Entra that cannot be what their column says: the same object id twice, or an id of another kind. */
final class Identities {
    /** Application id of the server application of AKS, the same in every tenant (facts.md, well-known applications). */
    private static final String AKS_SERVER_APPLICATION = "6dae42f8-4368-4678-94ff-3960e28e3630";

    private Identities() {
    }

    static void look(Design design, List<Finding> findings) {
        var principals = Rows.of(design, "principals");
        var servicePrincipals = Rows.of(design, "service-principals");
        var others = new HashMap<String, String>();
        others.put(AKS_SERVER_APPLICATION, "the application id of the AKS server application");
        put(others, design.text("tenant"), "the id of the tenant");
        put(others, design.text("default-subscription"), "the id of a subscription");
        Rows.of(design, "subscriptions").forEach(row -> put(others, row.row().text("id"), "the id of a subscription"));
        Rows.of(design, "clusters").forEach(cluster -> put(others, cluster.row().text("subscription"), "the id of a subscription"));
        servicePrincipals.forEach(row -> put(others, row.row().text("clientId"), "the client id at " + row.place()));

        var objects = new HashMap<String, String>();
        for (var row : principals) {
            objectId(row, others, findings);
            var id = key(row.row().text("objectId"));
            var before = id.isEmpty() ? null : objects.putIfAbsent(id, row.name());
            if (before != null) {
                findings.add(row.finding(Kind.DUPLICATE_OBJECT_ID, "objectId", "\"" + row.name() + "\" has the object id of \"" + before + "\""));
            }
        }
        for (var row : servicePrincipals) {
            objectId(row, others, findings);
            var client = key(row.row().text("clientId"));
            if (objects.containsKey(client)) {
                findings.add(row.finding(Kind.CONFUSED_ID, "clientId", "is the object id of \"" + objects.get(client) + "\", expected a client id"));
            }
        }
    }

    private static void objectId(Rows.Located row, Map<String, String> others, List<Finding> findings) {
        var other = others.get(key(row.row().text("objectId")));
        if (other != null) {
            findings.add(row.finding(Kind.CONFUSED_ID, "objectId", "is " + other + ", expected an object id"));
        }
    }

    private static void put(Map<String, String> others, String id, String what) {
        if (!key(id).isEmpty()) {
            others.putIfAbsent(key(id), what);
        }
    }

    /** For comparing; empty when it is no id. */
    private static String key(String id) {
        return Format.GUID.fits(id.strip()) ? id.strip().toLowerCase(Locale.ROOT) : "";
    }
}
