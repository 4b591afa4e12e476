package aksiam.generate;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Writes a bundle into a folder: all of it or nothing, one process at a time, and never over what a person edited unless told so. */
public final class BundleWriter {
    /** Follows the writing and may stop it. */
    public interface Progress {
        Progress NONE = (_, _, _) -> true;

        /** Called before each file is written; {@code false} cancels, and nothing has happened then. */
        boolean next(String path, int done, int of);
    }

    /** Files that a person edited stand in the way; nothing was written. */
    public static final class EditedFiles extends IOException {
        private static final long serialVersionUID = 1;
        private final List<String> paths;

        EditedFiles(List<String> paths) {
            super("edited since they were generated: " + String.join(", ", paths));
            this.paths = paths;
        }

        public List<String> paths() {
            return paths;
        }
    }

    /** Finds out what is to be done, as soon as nobody else writes into the folder. */
    public interface Planner {
        WritePlan plan() throws IOException;
    }

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final FileSteps steps;
    private final LockOwner self;
    private final Duration wait;

    BundleWriter(FileSteps steps, LockOwner self, Duration wait) {
        this.steps = steps;
        this.self = self;
        this.wait = wait;
    }

    /**
     * Does what the plan says, if the folder still is as it was when that was made.
     *
     * @throws EditedFiles           when files were edited and the plan does not say what becomes of them
     * @throws CancellationException when the progress says so
     * @throws IOException           naming the path and the reason; the folder is then as it was
     */
    public static void write(WritePlan plan, Progress progress) throws IOException {
        write(plan.folder(), () -> plan, progress);
    }

    /** Finds out what is to be done and does it, while nobody else writes into the folder. */
    public static WritePlan write(Path folder, Planner planner, Progress progress) throws IOException {
        return new BundleWriter(FileSteps.REAL, LockOwner.ofThisProcess(), LONGEST_WAIT).run(folder, planner, progress);
    }

    WritePlan run(Path folder, Planner planner, Progress progress) throws IOException {
        WritePlan.requireFolder(folder);
        var made = new ArrayDeque<Path>();
        boolean done = false;
        try {
            createFolder(folder.toAbsolutePath(), folder, made);
            try (var lock = FolderLock.take(folder, self, wait, steps)) {
                Interrupted.repair(lock, steps);
                var plan = planner.plan();
                carryOut(plan, lock, progress);
                done = true;
                return plan;
            }
        } finally {
            if (!done) {
                deleteMade(made);
            }
        }
    }

    private void carryOut(WritePlan plan, FolderLock lock, Progress progress) throws IOException {
        if (!plan.edited().isEmpty()) {
            throw new EditedFiles(plan.edited());
        }
        if (plan.isEmpty()) {
            return;
        }
        var rewrite = new Rewrite(plan, Staging.beside(lock), steps);
        try {
            rewrite.begin();
            int done = 0;
            for (var change : plan.written()) {
                if (!progress.next(change.path(), done++, plan.written().size())) {
                    throw new CancellationException("cancelled");
                }
                rewrite.prepare(change);
            }
            rewrite.open();
            for (var change : plan.written()) {
                rewrite.put(change);
            }
            for (var change : plan.removed()) {
                rewrite.remove(change);
            }
            rewrite.finish();
        } catch (IOException | RuntimeException | Error failure) {
            takeBack(rewrite, failure);
            throw failure;
        }
        try {
            rewrite.clear();
        } catch (IOException _) {
            // The bundle is whole; the next run deletes what is left.
            return;
        }
    }

    private static void takeBack(Rewrite rewrite, Throwable failure) throws IOException {
        try {
            rewrite.takeBack();
            rewrite.clear();
        } catch (IOException undo) {
            failure.addSuppressed(undo);
            throw new IOException(failure.getMessage() + "; and " + undo.getMessage() + " (the next run tries it again)", failure);
        }
    }

    /** When a bundle was last written into a folder; empty when none was. */
    public static Optional<Instant> lastWritten(Path folder) {
        try {
            return Optional.of(Files.getLastModifiedTime(folder.resolve(Manifest.PATH)).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Creates a folder and those above it; {@code wanted} is what it is created for. */
    private void createFolder(Path folder, Path wanted, Deque<Path> made) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            createFolder(folder.getParent(), wanted, made);
        }
        try {
            steps.createFolder(folder);
            made.push(folder);
        } catch (IOException e) {
            // Another process may have made it at the same moment.
            if (!Files.isDirectory(folder)) {
                throw explained("write", wanted, e);
            }
        }
    }

    /** A folder that somebody put something into meanwhile stays. */
    private void deleteMade(Deque<Path> made) {
        try {
            while (!made.isEmpty()) {
                steps.delete(made.pop());
            }
        } catch (IOException _) {
            return;
        }
    }

    static IOException explained(String what, Path path, IOException e) {
        var reason = switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "something of that name is in the way";
            case NoSuchFileException _ -> "the folder is not there and cannot be made";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        };
        return new IOException("cannot " + what + " " + path + ": " + reason, e);
    }
}
