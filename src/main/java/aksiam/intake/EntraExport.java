package aksiam.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What exports of Entra have that a spreadsheet has not: JSON, the line with the type of PowerShell, and columns that tell groups from users. */
final class EntraExport {
    /** Columns that only groups have: properties of the group resource of Microsoft Graph, and the heads of the portal's list of groups. */
    private static final Set<String> OF_GROUPS = Set.of("securityenabled", "mailenabled", "grouptypes", "grouptype", "membershiptype", "isassignabletorole",
        "membershiprule");

    private EntraExport() {
    }

    /** Without the line {@code #TYPE ...} that Export-Csv of Windows PowerShell writes first. */
    static String withoutType(String text) {
        var lines = text.stripLeading();
        return lines.regionMatches(true, 0, "#TYPE ", 0, 6) || lines.regionMatches(true, 0, "\"#TYPE ", 0, 7)
            ? lines.lines().skip(1).reduce((a, b) -> a + "\n" + b).orElse("")
            : text;
    }

    /** The objects of a JSON array, such as {@code az ad group list} prints, or of the answer of Microsoft Graph that holds one. */
    static Optional<List<List<String>>> records(String text) {
        var start = text.stripLeading();
        if (!start.startsWith("[") && !start.startsWith("{")) {
            return Optional.empty();
        }
        try {
            var tree = JsonMapper.shared().readTree(text);
            var objects = (tree.isArray() ? tree : tree.has("value") ? tree.get("value") : JsonMapper.shared().createArrayNode().add(tree)).valueStream()
                .filter(JsonNode::isObject).toList();
            var heads = objects.stream().flatMap(object -> object.propertyNames().stream()).distinct().toList();
            if (heads.isEmpty()) {
                return Optional.empty();
            }
            var records = new java.util.ArrayList<List<String>>(List.of(heads));
            objects.forEach(object -> records.add(heads.stream().map(head -> cell(object.path(head))).toList()));
            return Optional.of(records);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static String cell(JsonNode value) {
        return value.isArray()
            ? value.valueStream().filter(JsonNode::isValueNode).map(entry -> entry.asString("")).reduce((a, b) -> a + "; " + b).orElse("")
            : value.isValueNode() ? value.asString("") : "";
    }

    /** Whether a line is a group or a user, as its columns tell; an export of members holds both. */
    static Optional<String> kind(List<String> heads, List<String> record) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            cells.putIfAbsent(Spreadsheet.plain(heads.get(i)), i < record.size() ? record.get(i).strip() : "");
        }
        for (var column : List.of("odatatype", "objecttype")) {
            var type = cells.getOrDefault(column, "").toLowerCase(Locale.ROOT).replace("#microsoft.graph.", "");
            if (type.equals("group") || type.equals("user")) {
                return Optional.of(type);
            }
            if (!type.isEmpty()) {
                return Optional.empty();
            }
        }
        if (!cells.getOrDefault("userprincipalname", "").isEmpty()) {
            return Optional.of("user");
        }
        return cells.keySet().stream().anyMatch(OF_GROUPS::contains) || cells.getOrDefault("isgroup", "").equalsIgnoreCase("true")
            ? Optional.of("group")
            : Optional.empty();
    }
}
