package aksiam.workshop;

import aksiam.generate.Artefact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file that the last change touched.
 *
 * @param lines   the file as it is now, against what it was
 * @param places  rows of {@code lines} at which a change begins
 * @param added   lines that are new or changed
 * @param removed lines that went or changed
 */
public record FileChange(String path, Sign sign, List<Lines.Line> lines, List<Integer> places, int added, int removed) {
    /** What the last change did to a file. */
    public enum Sign {
        ADDED, CHANGED, REMOVED;

        /** As it stands beside a file. */
        public String text() {
            return switch (this) {
                case ADDED -> "+";
                case CHANGED -> "~";
                case REMOVED -> "\u2212";
            };
        }
    }

    public FileChange {
        lines = List.copyOf(lines);
        places = List.copyOf(places);
    }

    /** The files that differ, by path. */
    static List<FileChange> between(List<Artefact> before, List<Artefact> now) {
        var old = byPath(before);
        var present = byPath(now);
        var paths = new TreeSet<>(present.keySet());
        paths.addAll(old.keySet());
        return paths.stream().filter(path -> !text(present, path).equals(text(old, path))).map(path -> of(path, text(old, path), text(present, path))).toList();
    }

    private static FileChange of(String path, Optional<String> old, Optional<String> now) {
        var lines = Lines.compare(old.orElse(""), now.orElse(""));
        var places = IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).kind() != Lines.Kind.SAME && (i == 0 || lines.get(i - 1).kind() == Lines.Kind.SAME))
            .boxed().toList();
        int changed = count(lines, Lines.Kind.CHANGED);
        int gone = lines.stream().filter(line -> line.kind() == Lines.Kind.REMOVED).mapToInt(Lines.Line::number).sum();
        return new FileChange(path, old.isEmpty() ? Sign.ADDED : now.isEmpty() ? Sign.REMOVED : Sign.CHANGED, lines, places,
            count(lines, Lines.Kind.ADDED) + changed, gone + changed);
    }

    private static int count(List<Lines.Line> lines, Lines.Kind kind) {
        return (int) lines.stream().filter(line -> line.kind() == kind).count();
    }

    private static Map<String, Artefact> byPath(List<Artefact> files) {
        return files.stream().collect(Collectors.toMap(Artefact::path, Function.identity(), (first, _) -> first));
    }

    private static Optional<String> text(Map<String, Artefact> files, String path) {
        return Optional.ofNullable(files.get(path)).map(Artefact::text);
    }
}
