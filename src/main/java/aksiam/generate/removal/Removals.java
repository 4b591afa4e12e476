package aksiam.generate.removal;

import aksiam.generate.Escaping;
import aksiam.generate.KeptFile;
import aksiam.generate.bicep.GivenRight;
import aksiam.generate.bicep.GivenRight.Kind;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code removals.json}: what this bundle gives, and what earlier ones in the folder gave beyond that. An entry stays until the design
 * gives the right again, because a bundle that was generated may never have been deployed.
 */
public final class Removals implements KeptFile {
    static final String PATH = "removals.json";
    private static final int KEY_DIGITS = 16;
    private static final String LIST = "\"removals\"";
    private static final Pattern RECORD = Pattern.compile("\"([a-z0-9-]+)\": (\\d+)");
    private static final Pattern ENTRY = Pattern.compile("\\{[^{}]*\"kind\"\\s*:(?:[^\"{}]|\"(?:[^\"\\\\]|\\\\.)*\")*\\}");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Override
    public boolean isAt(String path) {
        return path.equals(PATH);
    }

    /** As the script checks it: JSON of objects, lists, texts and numbers, with the list that has to be kept. */
    @Override
    public boolean isWhole(String found) {
        var left = QUOTED.matcher(found).replaceAll("");
        return found.contains(LIST) && left.matches("[\\[\\]{}:,\\s0-9]*+") && count(left, "[\\[{]") == count(left, "[\\]}]");
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Override
    public String keep(String generated, String found) {
        var records = RECORD.matcher(generated).results().collect(Collectors.toMap(record -> record.group(1), record -> record.group(2), (first, _) -> first));
        var removals = entries(found);
        removals.keySet().removeAll(entries(generated).keySet());
        removals.forEach((key, fields) -> fields.put("key", key));
        removals.values().forEach(fields -> fields.computeIfAbsent("record", _ -> records.get(fields.getOrDefault("consideration", ""))));
        var list = removals.values().stream().map(Removals::print).sorted().collect(Collectors.joining(",\n"));
        return list.isEmpty() ? generated : generated.replace(LIST + ": []", LIST + ": [\n" + list + "\n  ]");
    }

    /** In words, what the bundle of one file gave and that of another does not give. */
    static List<String> lost(String before, String after) {
        var lost = entries(gives(before));
        lost.keySet().removeAll(entries(gives(after)).keySet());
        return lost.values().stream().map(fields -> fields.getOrDefault("what", "").replace("\\\"", "\"").replace("\\\\", "\\")).sorted().toList();
    }

    private static String gives(String text) {
        return text.contains(LIST) ? text.substring(0, text.lastIndexOf(LIST)) : "";
    }

    /** Something that the bundle gives, as an entry. */
    static String entry(GivenRight right) {
        return print(fields(right));
    }

    /** What tells it apart from everything else that bundles give. */
    static String key(GivenRight right) {
        return fields(right).get("key");
    }

    private static Map<String, String> fields(GivenRight right) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", right.kind().label());
        fields.put("stage", Integer.toString(right.stage()));
        fields.put("name", right.name());
        fields.put("scope", right.scope());
        fields.put("principal", right.principal());
        fields.put("role", right.role());
        fields.put("what", right.what());
        fields.put("consideration", right.consideration());
        fields.replaceAll((_, value) -> {
            var quoted = Escaping.json(RemovalsOutput.cell(value));
            return quoted.substring(1, quoted.length() - 1);
        });
        fields.put("key", key(fields));
        return fields;
    }

    /** The entries of a file by what tells them apart, with values as JSON strings hold them. */
    private static Map<String, Map<String, String>> entries(String text) {
        var entries = new LinkedHashMap<String, Map<String, String>>();
        ENTRY.matcher(text).results().forEach(entry -> {
            var fields = FIELD.matcher(entry.group()).results()
                .collect(Collectors.toMap(field -> field.group(1), field -> field.group(2), (first, _) -> first, LinkedHashMap::new));
            entries.put(key(fields), fields);
        });
        return entries;
    }

    /**
     * What a principal is given is the same under whatever name, and a custom role wherever it may be assigned. Azure knows no case in ids.
     */
    private static String key(Map<String, String> fields) {
        var kind = fields.getOrDefault("kind", "");
        var name = fields.getOrDefault("principal", "-").equals("-") ? fields.getOrDefault("name", "") : "";
        var scope = kind.equals(Kind.DEFINITION.label()) ? "" : fields.getOrDefault("scope", "");
        var parts = Stream.of(kind, name, scope, fields.getOrDefault("principal", ""), fields.getOrDefault("role", ""));
        var text = parts.map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.joining("\t"));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "").substring(0, KEY_DIGITS);
    }

    private static String print(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> "\"" + field.getKey() + "\": \"" + field.getValue() + "\"")
            .collect(Collectors.joining(", ", "    {", "}"));
    }
}
