package aksiam.generate;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A run that began to replace files and did not come to its end, because it failed or was killed. */
record Interrupted(Staging staging, Journal journal) {
    /** Those in a folder whose changes are to be taken back. */
    static List<Interrupted> in(Path root) throws IOException {
        var all = new ArrayList<Interrupted>();
        for (var staging : Staging.in(root)) {
            if (staging.isOpen()) {
                all.add(new Interrupted(staging,
                    staging.journal(Staging.OPEN).orElseThrow(() -> new IOException("cannot put back what a run that was interrupted replaced: "
                        + staging.place().resolve(Staging.OPEN) + " cannot be understood; take the bundle from version control and delete "
                        + staging.place()))));
            }
        }
        return all;
    }

    /** Takes back what processes began that are no more, and clears away what they left. */
    static void repair(FolderLock lock, FileSteps steps) throws IOException {
        for (var interrupted : in(lock.folder())) {
            interrupted.takeBack(steps);
        }
        for (var staging : Staging.in(lock.folder())) {
            new Interrupted(staging, staging.journal(Staging.DONE).orElse(Journal.EMPTY)).clear(steps);
        }
        lock.deleteEnded();
    }

    /** Where that is which stood at a path before the run, if anything stood there: there still, or among the old files. */
    Path before(String path) throws IOException {
        var here = staging.root().resolve(path);
        var old = staging.old(path);
        var sha256 = journal.written().get(path);
        boolean replaced = sha256 == null
            ? journal.removed().contains(path) && isThere(old) && !isThere(here)
            : !isThere(staging.fresh(path)) && BundleFolder.find(here).filter(found -> found.sha256().equals(sha256)).isPresent();
        return replaced ? old : here;
    }

    /**
     * Puts back what stood there before. What somebody changed since stays as it is.
     *
     * @throws IOException for the first file that could not be put back, with those for others; the rest was
     */
    void takeBack(FileSteps steps) throws IOException {
        if (!staging.isOpen()) {
            return;
        }
        var failures = new ArrayList<IOException>();
        for (var path : Stream.concat(journal.removed().stream(), journal.written().sequencedKeySet().reversed().stream()).toList()) {
            try {
                restore(path, steps);
            } catch (IOException e) {
                failures.add(BundleWriter.explained("put back", staging.root().resolve(path), e));
            }
        }
        if (!failures.isEmpty()) {
            var first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
        for (var folder : journal.folders().reversed()) {
            deleteIfEmpty(folder, steps);
        }
        steps.move(staging.place().resolve(Staging.OPEN), staging.place().resolve(Staging.DONE));
    }

    /** Deletes the folders that became empty, and what the run had prepared and kept. */
    void clear(FileSteps steps) throws IOException {
        for (var path : journal.removed()) {
            for (int end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
                deleteIfEmpty(path.substring(0, end), steps);
            }
        }
        staging.delete(steps);
    }

    private void restore(String path, FileSteps steps) throws IOException {
        BundleFolder.requireNoLink(staging.root(), path);
        var here = staging.root().resolve(path);
        var before = before(path);
        if (before.equals(here)) {
            return;
        }
        if (isThere(before)) {
            createFolders(here.getParent(), steps);
            steps.move(before, here);
        } else {
            steps.delete(here);
        }
    }

    private static void createFolders(Path folder, FileSteps steps) throws IOException {
        if (!isThere(folder)) {
            createFolders(folder.getParent(), steps);
            steps.createFolder(folder);
        }
    }

    private void deleteIfEmpty(String path, FileSteps steps) throws IOException {
        var folder = staging.root().resolve(path);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || BundleFolder.linkAbove(staging.root(), path).isPresent()) {
            return;
        }
        try {
            steps.delete(folder);
        } catch (DirectoryNotEmptyException _) {
            return;
        } catch (IOException e) {
            throw BundleWriter.explained("remove", folder, e);
        }
    }

    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
