package aksiam.workshop;

import aksiam.generate.Artefact;
import aksiam.model.Design;
import aksiam.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The bundle as it would be generated, and before the last change.
 *
 * @param design  what the files were rendered from; while it is not the present design a newer preview is on its way
 * @param plan    what the answers mean; empty before the first preview
 * @param record  empty where there is no open consideration, or it gets no record
 * @param trouble why there are no files, empty when there are
 */
public record Preview(Design design, Optional<Plan> plan, List<Artefact> files, List<Artefact> before, Optional<Record> record, Optional<String> trouble) {
    public static final Preview NONE = new Preview(Design.EMPTY, Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());

    /** The decision record of the open consideration as it stands, also while it is undecided. */
    public record Record(String consideration, String path, String markdown) {
    }

    /** What the last change did to a file. */
    public enum Sign {
        ADDED, CHANGED, REMOVED
    }

    /**
     * A file that the last change touched.
     *
     * @param added   lines that are new
     * @param removed lines that went
     */
    public record FileChange(String path, Sign sign, int added, int removed) {
    }

    public Preview {
        files = List.copyOf(files);
        before = List.copyOf(before);
    }

    public Optional<Artefact> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** The lines of a file against those before the last change. */
    public List<Lines.Line> lines(String path) {
        var old = before.stream().filter(file -> file.path().equals(path)).findFirst().map(Artefact::text);
        var now = file(path).map(Artefact::text);
        return Lines.compare(old.orElse(""), now.orElse(""));
    }

    /** What the last change did, by path. */
    public List<FileChange> changes() {
        var now = byPath(files);
        var old = byPath(before);
        var paths = new TreeSet<>(now.keySet());
        paths.addAll(old.keySet());
        return paths.stream().filter(path -> !text(now, path).equals(text(old, path))).map(path -> change(path, text(old, path), text(now, path))).toList();
    }

    private static FileChange change(String path, Optional<String> old, Optional<String> now) {
        var lines = Lines.compare(old.orElse(""), now.orElse(""));
        int added = (int) lines.stream().filter(line -> line.kind() == Lines.Kind.ADDED).count();
        int removed = lines.stream().filter(line -> line.kind() == Lines.Kind.REMOVED).mapToInt(Lines.Line::number).sum();
        return new FileChange(path, old.isEmpty() ? Sign.ADDED : now.isEmpty() ? Sign.REMOVED : Sign.CHANGED, added, removed);
    }

    private static Map<String, Artefact> byPath(List<Artefact> files) {
        return files.stream().collect(Collectors.toMap(Artefact::path, Function.identity(), (first, _) -> first));
    }

    private static Optional<String> text(Map<String, Artefact> files, String path) {
        return Optional.ofNullable(files.get(path)).map(Artefact::text);
    }
}
