package aksiam.generate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code manifest.json}: what was generated, by which version, from which considerations. It is how the next generation knows
 * which files a person edited since.
 *
 * @param files entries by path
 */
record Manifest(String version, SortedMap<String, Entry> files) {
    static final String PATH = "manifest.json";
    static final Manifest NONE = new Manifest("", new TreeMap<>());
    private static final String STRING = "\"([^\"\\\\]*)\"\\s*";
    /** Written by this class; white space may have been changed by a formatter since. */
    private static final Pattern ENTRY = Pattern.compile("\\{\\s*\"path\"\\s*:\\s*" + STRING + ",\\s*\"sha256\"\\s*:\\s*" + STRING
        + ",\\s*\"considerations\"\\s*:\\s*\\[([^\\]]*)\\]\\s*(?:,\\s*\"scope\"\\s*:\\s*" + STRING + ")?\\}");
    private static final Pattern QUOTED = Pattern.compile(STRING);

    /** @param sha256 of the text as it was generated, in hexadecimal */
    record Entry(String path, String sha256, List<String> considerations, Optional<String> scope) {
        static Entry of(Artefact file) {
            return new Entry(file.path(), Manifest.sha256(file.text()), file.considerations(), file.scope());
        }
    }

    static Manifest of(String version, Collection<Entry> entries) {
        return new Manifest(version, new TreeMap<>(entries.stream().collect(Collectors.toMap(Entry::path, entry -> entry))));
    }

    /** Reads what {@link #text()} wrote; empty when it is something else. */
    static Optional<Manifest> read(String text) {
        var entries = ENTRY.matcher(text).results().map(found -> new Entry(found.group(1), found.group(2),
            QUOTED.matcher(found.group(3)).results().map(id -> id.group(1)).toList(), Optional.ofNullable(found.group(4)))).toList();
        return entries.isEmpty() ? Optional.empty() : Optional.of(of("", entries));
    }

    String text() {
        var entries = files.values().stream()
            .map(entry -> "    {\"path\": " + Escaping.json(entry.path()) + ", \"sha256\": " + Escaping.json(entry.sha256()) + ", \"considerations\": ["
                + entry.considerations().stream().map(Escaping::json).collect(Collectors.joining(", ")) + "]"
                + entry.scope().map(scope -> ", \"scope\": " + Escaping.json(scope)).orElse("") + "}");
        return "{\n  \"version\": " + Escaping.json(version) + ",\n  \"files\": [\n" + entries.collect(Collectors.joining(",\n")) + "\n  ]\n}\n";
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
