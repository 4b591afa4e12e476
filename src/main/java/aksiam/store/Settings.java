package aksiam.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the application remembers for a person. A broken file counts as empty: settings are never a reason not to start.
 *
 * @param theme    as the window names it, empty when never chosen
 * @param contrast as the window names it, empty when never chosen
 * @param animated whether things may move
 * @param zoom     percent, 0 when never chosen
 * @param hints    whether the window explains itself
 * @param widths   in em, by the name that the window gives them
 * @param recent   newest first
 */
public record Settings(String theme, String contrast, boolean animated, int zoom, boolean hints, Map<String, Double> widths, List<Recent> recent) {
    public static final Settings NONE = new Settings("", "", true, 0, true, Map.of(), List.of());
    private static final String FILE = "settings.json";
    private static final int MOST_RECENT = 12;

    /**
     * A design that was open once.
     *
     * @param place where in it, as the window names it; empty when unknown
     */
    public record Recent(Path file, LocalDateTime at, String place) {
    }

    public Settings {
        widths = Map.copyOf(widths);
        recent = List.copyOf(recent);
    }

    /** As they were kept, {@link #NONE} when there are none or they cannot be read. */
    public static Settings load(StateFolder folder) {
        try {
            var text = Files.readString(folder.path().resolve(FILE));
            var root = JsonMapper.shared().readTree(text);
            return new Settings(root.path("theme").asString(""), root.path("contrast").asString(""), root.path("animated").asBoolean(true),
                root.path("zoom").asInt(0), root.path("hints").asBoolean(true), widths(root.path("widths")),
                root.path("recent").valueStream().flatMap(node -> recent(node).stream()).toList());
        } catch (IOException | RuntimeException e) {
            return NONE;
        }
    }

    public void save(StateFolder folder) throws IOException {
        var root = new LinkedHashMap<String, Object>();
        root.put("theme", theme);
        root.put("contrast", contrast);
        root.put("animated", animated);
        root.put("zoom", zoom);
        root.put("hints", hints);
        root.put("widths", new TreeMap<>(widths));
        var files = new ArrayList<Object>();
        recent.forEach(entry -> {
            var map = new LinkedHashMap<String, Object>();
            map.put("file", entry.file().toString());
            map.put("at", entry.at().toString());
            map.put("place", entry.place());
            files.add(map);
        });
        root.put("recent", files);
        folder.write(FILE, JsonText.of(root));
    }

    /** With how the window looks. */
    public Settings withLook(String theme, String contrast, boolean animated, int zoom, boolean hints, Map<String, Double> widths) {
        return new Settings(theme, contrast, animated, zoom, hints, widths, recent);
    }

    /** With a file that is open now as the newest one. */
    public Settings opened(Path file, LocalDateTime at) {
        var entry = new Recent(file.toAbsolutePath().normalize(), at, place(file).orElse(""));
        return new Settings(theme, contrast, animated, zoom, hints, widths,
            Stream.concat(Stream.of(entry), forgotten(file).recent.stream()).limit(MOST_RECENT).toList());
    }

    /** Where a file was left. */
    public Optional<String> place(Path file) {
        var wanted = file.toAbsolutePath().normalize();
        return recent.stream().filter(entry -> entry.file().equals(wanted)).map(Recent::place).findFirst();
    }

    /** With the place where a file was left. */
    public Settings left(Path file, String place) {
        var left = file.toAbsolutePath().normalize();
        return new Settings(theme, contrast, animated, zoom, hints, widths,
            recent.stream().map(entry -> entry.file().equals(left) ? new Recent(left, entry.at(), place) : entry).toList());
    }

    /** Without a file that is no longer wanted in the list. */
    public Settings forgotten(Path file) {
        var gone = file.toAbsolutePath().normalize();
        return new Settings(theme, contrast, animated, zoom, hints, widths, recent.stream().filter(entry -> !entry.file().equals(gone)).toList());
    }

    private static Map<String, Double> widths(JsonNode node) {
        return node.propertyStream().filter(entry -> entry.getValue().isNumber())
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asDouble()));
    }

    private static Optional<Recent> recent(JsonNode node) {
        try {
            var file = node.path("file").asString("");
            return file.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recent(Path.of(file), LocalDateTime.parse(node.path("at").asString("")), node.path("place").asString("")));
        } catch (InvalidPathException | DateTimeParseException | JacksonException e) {
            return Optional.empty();
        }
    }
}
