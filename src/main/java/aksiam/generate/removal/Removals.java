package aksiam.generate.removal;

import aksiam.generate.Escaping;
import aksiam.generate.KeptFile;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code removals.json}: what earlier bundles in the folder gave and this one does not. An entry stays until the design gives the right
 * again, because a bundle that was generated may never have been deployed.
 */
public final class Removals implements KeptFile {
    static final String PATH = "removals.json";
    /** Columns of rights.tsv that an entry takes over, in that order. */
    private static final String[] KEYS = {"kind", "stage", "name", "scope", "principal", "role", "what", "consideration"};
    private static final Pattern RECORD = Pattern.compile("\"([a-z0-9-]+)\": (\\d+)");
    private static final Pattern ENTRY = Pattern.compile("\\{[^{}]*\"kind\"\\s*:(?:[^\"{}]|\"(?:[^\"\\\\]|\\\\.)*\")*\\}");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Override
    public boolean isAt(String path) {
        return path.equals(PATH);
    }

    @Override
    public String keep(String path, String generated, Texts texts) {
        var given = rows(texts.generated(RemovalsOutput.RIGHTS));
        var entries = new TreeMap<String, String>();
        texts.found(path).ifPresent(text -> ENTRY.matcher(text).results().forEach(entry -> {
            var fields = FIELD.matcher(entry.group()).results().collect(Collectors.toMap(field -> field.group(1), field -> field.group(2), (first, _) -> first,
                LinkedHashMap::new));
            entries.put(key(fields), print(fields));
        }));
        var records = RECORD.matcher(generated).results().collect(Collectors.toMap(record -> record.group(1), record -> record.group(2), (first, _) -> first));
        rows(texts.found(RemovalsOutput.RIGHTS)).forEach((key, fields) -> entries.computeIfAbsent(key, _ -> {
            Optional.ofNullable(records.get(fields.getOrDefault("consideration", ""))).ifPresent(number -> fields.put("record", number));
            return print(fields);
        }));
        entries.keySet().removeAll(given.keySet());
        return text(generated, entries.values());
    }

    /** The generated text with these entries. */
    private static String text(String generated, Iterable<String> entries) {
        var list = String.join(",\n", entries);
        return list.isEmpty() ? generated : generated.replace("\"removals\": []", "\"removals\": [\n" + list + "\n  ]");
    }

    /** The rows of a rights.tsv, with values as JSON strings hold them. */
    private static Map<String, Map<String, String>> rows(Optional<String> rights) {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        rights.stream().flatMap(String::lines).filter(line -> !line.startsWith("#")).forEach(line -> {
            var cells = line.split("\t", -1);
            var fields = new LinkedHashMap<String, String>();
            for (int i = 0; i < Math.min(cells.length, KEYS.length); i++) {
                var quoted = Escaping.json(cells[i]);
                fields.put(KEYS[i], quoted.substring(1, quoted.length() - 1));
            }
            rows.put(key(fields), fields);
        });
        return rows;
    }

    /** What tells an entry from every other one: what a principal is given is the same under whatever name. Azure knows no case in ids. */
    private static String key(Map<String, String> fields) {
        var name = fields.getOrDefault("principal", "-").equals("-") ? fields.getOrDefault("name", "") : "";
        return Stream
            .of(fields.getOrDefault("kind", ""), name, fields.getOrDefault("scope", ""), fields.getOrDefault("principal", ""), fields.getOrDefault("role", ""))
            .map(value -> value.toLowerCase(Locale.ROOT)).collect(Collectors.joining("\t"));
    }

    private static String print(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> "\"" + field.getKey() + "\": \"" + field.getValue() + "\"")
            .collect(Collectors.joining(", ", "    {", "}"));
    }
}
