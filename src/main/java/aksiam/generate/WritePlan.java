package aksiam.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What writing a bundle into a folder would do, file by file, sorted by path. Nothing is written yet. */
public record WritePlan(Path folder, List<Change> changes) {
    /** What happens to a file. */
    public enum Status {
        /** It is not there yet. */
        NEW,
        /** Its generated text changed. */
        CHANGED,
        /** It is as it would be generated. */
        UNCHANGED,
        /** It is no longer generated and goes. */
        REMOVED,
        /** A person edited it, or made it: it is only overwritten when forced. */
        EDITED,
        /** It is no longer generated, but a person edited it: it stays and leaves the manifest. */
        LEFT
    }

    /**
     * One file.
     *
     * @param path from the folder, with forward slashes
     * @param text what is written; empty where nothing is
     */
    public record Change(String path, Status status, Optional<String> text) {
    }

    public WritePlan {
        changes = List.copyOf(changes);
    }

    /** Paths of this status. */
    public List<String> paths(Status status) {
        return changes.stream().filter(change -> change.status() == status).map(Change::path).toList();
    }

    /** Files that a person edited: while there are any, only a forced write goes through. */
    public List<String> edited() {
        return paths(Status.EDITED);
    }

    /** Whether writing would change nothing. */
    public boolean isEmpty() {
        return changes.stream().allMatch(change -> change.status() == Status.UNCHANGED || change.status() == Status.LEFT);
    }
}
