package aksiam.workshop;

import aksiam.generate.Artefact;
import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.rules.Finding;
import aksiam.rules.Fix;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bundle as it would be generated, and what the last change did to it.
 *
 * @param design  what the files were rendered from; while it is not the present design a newer preview is on its way
 * @param plan    what the answers mean; empty before the first preview
 * @param changes the files that the last change touched, by path
 * @param rights  what the last change gave and took away
 * @param fixes   of those findings that one answer settles
 * @param record  empty where there is no open consideration, or it gets no record
 * @param trouble why there are no files, empty when there are
 */
public record Preview(Design design, Optional<Plan> plan, List<Artefact> files, List<FileChange> changes, RightsChange rights, Map<Finding, Fix> fixes,
    Optional<Record> record,
    Optional<String> trouble) {
    public static final Preview NONE = new Preview(Design.EMPTY, Optional.empty(), List.of(), List.of(), RightsChange.NONE, Map.of(), Optional.empty(),
        Optional.empty());

    /**
     * The decision record of the open consideration as it stands, also while it is undecided.
     *
     * @param path   in the bundle, empty while the bundle holds none
     * @param before what it said before the last change
     * @param words  what people wrote in it
     */
    public record Record(String consideration, Optional<String> path, String markdown, String before, List<String> words) {
        public Record {
            words = List.copyOf(words);
        }
    }

    public Preview {
        files = List.copyOf(files);
        changes = List.copyOf(changes);
        fixes = Map.copyOf(fixes);
    }

    /** Of a design that could not be rendered. */
    static Preview troubled(Design design, String trouble) {
        return new Preview(design, Optional.empty(), List.of(), List.of(), RightsChange.NONE, Map.of(), Optional.empty(), Optional.of(trouble));
    }

    public Optional<Artefact> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    public Optional<FileChange> change(String path) {
        return changes.stream().filter(change -> change.path().equals(path)).findFirst();
    }

    /** The lines of a file against those before the last change; none of a file that there is not. */
    public List<Lines.Line> lines(String path) {
        return change(path).map(FileChange::lines).orElseGet(() -> file(path).map(file -> Lines.compare(file.text(), file.text())).orElse(List.of()));
    }
}
