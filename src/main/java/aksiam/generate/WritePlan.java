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
        /** A person edited it, or made it, and nobody has said yet what becomes of it: nothing is written while there is one. */
        EDITED,
        /** A person edited it, and what they wrote stays. */
        KEPT,
        /** A person edited it, and it is overwritten all the same. */
        REPLACED,
        /** It is no longer generated, but a person edited it: it stays and leaves the manifest. */
        LEFT;

        /** Whether the file gets its generated text. */
        public boolean isWritten() {
            return this == NEW || this == CHANGED || this == REPLACED;
        }

        /** Whether a person had a hand in the file. */
        public boolean isByHand() {
            return this == EDITED || this == KEPT || this == REPLACED || this == LEFT;
        }
    }

    /**
     * One file.
     *
     * @param path  from the folder, with forward slashes
     * @param text  as it is generated; empty where it no longer is
     * @param found as it stands in the folder, where a person had a hand in it
     */
    public record Change(String path, Status status, Optional<String> text, Optional<String> found) {
    }

    public WritePlan {
        changes = List.copyOf(changes);
    }

    /** Paths of this status. */
    public List<String> paths(Status status) {
        return changes.stream().filter(change -> change.status() == status).map(Change::path).toList();
    }

    /** Files that a person edited and nobody has said yet what becomes of: while there are any, nothing is written. */
    public List<String> edited() {
        return paths(Status.EDITED);
    }

    /** Whether writing would change nothing. */
    public boolean isEmpty() {
        return changes.stream().noneMatch(change -> change.status().isWritten() || change.status() == Status.REMOVED || change.status() == Status.EDITED);
    }
}
