package aksiam.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What exports of Entra have that a spreadsheet has not: JSON, the line with the type of PowerShell, and columns that tell groups from users. */
final class EntraExport {
    /** Columns that only groups have: properties of the group resource of Microsoft Graph, and the heads of the portal's list of groups. */
    private static final Set<String> OF_GROUPS = Set.of("securityenabled", "mailenabled", "grouptypes", "grouptype", "membershiptype", "isassignabletorole",
        "membershiprule");

    /** Heads of a column of client ids: of the portal, the Azure CLI, Microsoft Graph and PowerShell. */
    private static final Set<String> CLIENT_IDS = Set.of("applicationclientid", "applicationid", "appid", "clientid");

    private EntraExport() {
    }

    static boolean isClientId(String head) {
        return CLIENT_IDS.contains(Spreadsheet.plain(head));
    }

    /** Whether the lines are applications, whose id is not that of their service principal: only the application resource of Microsoft Graph has this property. */
    private static boolean ofApplications(List<String> heads) {
        return heads.stream().map(Spreadsheet::plain).anyMatch("requiredresourceaccess"::equals);
    }

    /** Why a column of ids holds no object ids of principals; empty: it may. */
    static Optional<String> noObjectIds(String head, List<String> heads) {
        if (isClientId(head)) {
            return Optional.of("\"" + head.strip() + "\" holds client ids, expected object ids of service principals: left out. "
                + "az ad sp show --id CLIENT_ID --query id prints one.");
        }
        return Spreadsheet.plain(head).equals("id") && ofApplications(heads)
            ? Optional.of("\"" + head.strip() + "\" holds ids of applications, expected object ids of their service principals: left out. "
                + "az ad sp list prints those, az ad app list does not.")
            : Optional.empty();
    }

    /** What an import of groups should know: who keeps their members, and which can hold no rights. Properties of the group resource of Microsoft Graph. */
    static List<String> notes(List<String> heads, List<List<String>> records) {
        var notes = new ArrayList<String>();
        note(notes, heads, records, cells -> cells.getOrDefault("grouptypes", "").contains("DynamicMembership")
            || cells.getOrDefault("membershiptype", "").equalsIgnoreCase("Dynamic") || !cells.getOrDefault("membershiprule", "").isEmpty(),
            "A rule decides who is a member, so whoever can change an attribute of a user gives the rights: ");
        note(notes, heads, records, cells -> cells.getOrDefault("onpremisessyncenabled", "").equalsIgnoreCase("true"),
            "Members are kept in the directory on premises, so its administrators give the rights: ");
        note(notes, heads, records, cells -> cells.getOrDefault("securityenabled", "").equalsIgnoreCase("false"),
            "No security group, so Azure gives it no rights: ");
        return notes;
    }

    private static void note(List<String> notes, List<String> heads, List<List<String>> records, Predicate<Map<String, String>> which, String words) {
        var names = records.stream().map(record -> cells(heads, record)).filter(which)
            .map(cells -> cells.getOrDefault("displayname", cells.getOrDefault("name", cells.getOrDefault("groupname", "")))).filter(name -> !name.isEmpty())
            .distinct().toList();
        if (!names.isEmpty()) {
            notes.add(words + String.join(", ", names) + ".");
        }
    }

    private static Map<String, String> cells(List<String> heads, List<String> record) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            cells.putIfAbsent(Spreadsheet.plain(heads.get(i)), i < record.size() ? record.get(i).strip() : "");
        }
        return cells;
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
            var records = new ArrayList<List<String>>(List.of(heads));
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
        var cells = cells(heads, record);
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
