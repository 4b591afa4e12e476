package aksiam.generate;

import aksiam.generate.WritePlan.Change;
import aksiam.generate.WritePlan.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Writes a bundle into a folder: all of it or nothing, and never over what a person edited unless told so. */
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

    /** Something to take back when a later step fails. */
    private interface Undo {
        void run() throws IOException;
    }

    private static final String STAGING = ".aks-iam-";
    private static final Comparator<Change> MANIFEST_LAST = Comparator.comparing(change -> change.path().equals(Manifest.PATH));

    private BundleWriter() {
    }

    /**
     * Does what the plan says.
     *
     * @throws EditedFiles           when files were edited and the plan does not say what becomes of them
     * @throws CancellationException when the progress says so
     * @throws IOException           naming the path and the reason; the folder is then as it was
     */
    public static void write(WritePlan plan, Progress progress) throws IOException {
        if (!plan.edited().isEmpty()) {
            throw new EditedFiles(plan.edited());
        }
        var writes = plan.changes().stream().filter(change -> change.status().isWritten()).sorted(MANIFEST_LAST).toList();
        var removals = plan.paths(Status.REMOVED);
        if (writes.isEmpty() && removals.isEmpty()) {
            return;
        }
        var folders = new ArrayDeque<Undo>();
        var undo = new ArrayDeque<Undo>();
        Path staging = null;
        boolean done = false;
        try {
            createFolder(plan.folder(), plan.folder(), folders);
            staging = stagingFolder(plan.folder());
            for (int i = 0; i < writes.size(); i++) {
                if (!progress.next(writes.get(i).path(), i, writes.size())) {
                    throw new CancellationException("cancelled");
                }
                stage(writes.get(i), staging, plan.folder());
            }
            for (var path : removals) {
                keepOld(path, staging, plan.folder());
            }
            for (var change : writes) {
                put(change.path(), staging, plan.folder(), undo);
            }
            for (var path : removals) {
                remove(path, staging, plan.folder(), undo);
            }
            done = true;
        } finally {
            if (!done) {
                rollBack(undo);
            }
            if (staging != null) {
                delete(staging);
            }
            if (!done) {
                rollBack(folders);
            }
        }
        for (var path : removals) {
            deleteEmptyParents(plan.folder(), path);
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

    /** A folder beside the files, so that moving them is atomic; what a killed run left behind goes. */
    private static Path stagingFolder(Path folder) throws IOException {
        try {
            try (var left = Files.newDirectoryStream(folder, STAGING + "*")) {
                for (var old : left) {
                    delete(old);
                }
            }
            return Files.createTempDirectory(folder, STAGING);
        } catch (IOException e) {
            throw explained("write into", folder, e);
        }
    }

    private static void stage(Change change, Path staging, Path folder) throws IOException {
        keepOld(change.path(), staging, folder);
        try {
            var file = staging.resolve("new").resolve(change.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, change.text().orElseThrow(), StandardCharsets.UTF_8);
            if (change.path().endsWith(".sh") && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                var rights = Files.getPosixFilePermissions(file);
                rights.addAll(EnumSet.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));
                Files.setPosixFilePermissions(file, rights);
            }
        } catch (IOException e) {
            throw explained("write", folder.resolve(change.path()), e);
        }
    }

    private static void keepOld(String path, Path staging, Path folder) throws IOException {
        var file = folder.resolve(path);
        if (Files.exists(file)) {
            try {
                var copy = staging.resolve("old").resolve(path);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            } catch (IOException e) {
                throw explained("replace", file, e);
            }
        }
    }

    private static void put(String path, Path staging, Path folder, Deque<Undo> undo) throws IOException {
        var file = folder.resolve(path);
        createFolder(file.getParent(), file, undo);
        try {
            Files.move(staging.resolve("new").resolve(path), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            undo.push(() -> restore(path, staging, folder));
        } catch (IOException e) {
            throw explained("write", file, e);
        }
    }

    private static void remove(String path, Path staging, Path folder, Deque<Undo> undo) throws IOException {
        try {
            Files.delete(folder.resolve(path));
            undo.push(() -> restore(path, staging, folder));
        } catch (IOException e) {
            throw explained("remove", folder.resolve(path), e);
        }
    }

    private static void restore(String path, Path staging, Path folder) throws IOException {
        var copy = staging.resolve("old").resolve(path);
        if (Files.exists(copy)) {
            Files.move(copy, folder.resolve(path), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(folder.resolve(path));
        }
    }

    /** Creates a folder and those above it, to be taken back again; {@code wanted} is what it is created for. */
    private static void createFolder(Path folder, Path wanted, Deque<Undo> undo) throws IOException {
        var absolute = folder.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            return;
        }
        if (absolute.getParent() != null) {
            createFolder(absolute.getParent(), wanted, undo);
        }
        try {
            Files.createDirectory(absolute);
            undo.push(() -> Files.deleteIfExists(absolute));
        } catch (IOException e) {
            throw explained("write", wanted, e);
        }
    }

    private static void rollBack(Deque<Undo> undo) throws IOException {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    private static void deleteEmptyParents(Path folder, String path) throws IOException {
        for (var parent = folder.resolve(path).getParent(); !parent.equals(folder); parent = parent.getParent()) {
            try (var content = Files.newDirectoryStream(parent)) {
                if (content.iterator().hasNext()) {
                    return;
                }
            } catch (NoSuchFileException _) {
                continue;
            }
            Files.delete(parent);
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
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
