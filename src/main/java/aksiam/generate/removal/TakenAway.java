package aksiam.generate.removal;

import aksiam.generate.WritePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the bundle in a folder gave and the one that is about to be written does not give any more. A new name is enough for that: custom
 * roles are called after the design and bindings after the principal, and what is called otherwise is another role and another binding.
 */
public final class TakenAway {
    private static final Pattern OBJECT = Pattern.compile("(?m)^kind: (\\S+)\\nmetadata:\\n  name: (\\S+)$");
    private static final String CUSTOM_ROLE = "custom role ";

    private TakenAway() {
    }

    /** Lines to read; none when nothing is taken away. */
    public static List<String> of(WritePlan plan) throws IOException {
        var rights = new ArrayList<String>();
        var given = new ArrayList<String>();
        var made = new HashSet<String>();
        var gone = new TreeMap<String, String>();
        for (var change : plan.changes()) {
            if (change.status().isWritten() || change.status() == WritePlan.Status.REMOVED) {
                var before = read(plan.folder().resolve(change.path()));
                var after = change.text().orElse("");
                if (change.path().equals(Removals.PATH)) {
                    rights.addAll(Removals.lost(before, after));
                    given.addAll(Removals.lost(after, before));
                } else if (change.path().matches("kubernetes/clusters/.*\\.yaml") && !change.path().endsWith("/given.yaml")) {
                    var cluster = change.path().split("/")[2];
                    objects(after).stream().filter(object -> !objects(before).contains(object)).forEach(object -> made.add(cluster + " " + object));
                    objects(before).stream().filter(object -> !objects(after).contains(object))
                        .forEach(object -> gone.put(object + " of " + change.path(), cluster + " " + object));
                }
            }
        }
        // What only moved to another file is there still.
        var objects = gone.entrySet().stream().filter(object -> !made.contains(object.getValue())).map(Map.Entry::getKey).toList();
        var lines = new ArrayList<String>();
        if (!rights.isEmpty() || !objects.isEmpty()) {
            lines.add("the bundle in " + plan.folder() + " gave more than this one; deploy.sh --apply --remove takes it away where it was deployed:");
            Stream.of(rights, objects).flatMap(List::stream).map(line -> "  " + line).forEach(lines::add);
        }
        if (rights.stream().filter(line -> line.startsWith(CUSTOM_ROLE)).map(TakenAway::purpose)
            .anyMatch(given.stream().map(TakenAway::purpose).toList()::contains)) {
            lines.add(
                "These custom roles are new ones because they are called after the design. To keep those that are deployed, answer role-names with the earlier name.");
        }
        return lines;
    }

    /** A custom role without the name of the design. */
    private static String purpose(String line) {
        return line.split(", ", 2)[0];
    }

    private static TreeSet<String> objects(String manifests) {
        var objects = new TreeSet<String>();
        OBJECT.matcher(manifests).results().forEach(object -> objects.add(object.group(1) + " " + object.group(2)));
        return objects;
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (NoSuchFileException _) {
            return "";
        }
    }
}
