package aksiam.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Writes files so that at every moment the old or the new one is there as a whole, whatever is killed when. */
public final class AtomicFiles {
    /** What a file held, to find out whether somebody else has changed it since. An absent file has a stamp too. */
    public record Stamp(String sha256) {
        public static final Stamp ABSENT = new Stamp("");
    }

    /** Somebody else has changed the file since it was read. */
    public static final class ChangedMeanwhile extends IOException {
        private static final long serialVersionUID = 1;

        private final transient Stamp found;

        ChangedMeanwhile(Path file, Stamp found) {
            super(file + " was changed by someone else meanwhile; nothing was written");
            this.found = found;
        }

        /** What the file holds instead. */
        public Stamp found() {
            return found;
        }
    }

    /** What is about to be done to the disk. */
    enum Step {
        CREATE, WRITE, SYNC, RENAME, REMOVE
    }

    private static final String TEMPORARY = ".aks-iam-";
    private static final Set<PosixFilePermission> FOR_ALL = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> FOR_THIS_USER = PosixFilePermissions.fromString("rw-------");

    private static final Set<PosixFilePermission> FOLDER_OF_THIS_USER = PosixFilePermissions.fromString("rwx------");

    /** Told each step before it is done, so that a test can end the process there. */
    static final AtomicReference<Consumer<Step>> BEFORE = new AtomicReference<>(_ -> {
    });

    private AtomicFiles() {
    }

    /** Of what the file holds now. */
    public static Stamp stamp(Path file) throws IOException {
        try {
            return stamp(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Stamp.ABSENT;
        }
    }

    /** Of a text that was read from or written to a file. */
    public static Stamp stamp(String text) {
        return stamp(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces a file if it still is as it was when it was stamped, and keeps the one before as {@code FILE.bak}. */
    public static Stamp replace(Path file, String text, Stamp expected) throws IOException {
        var found = stamp(file);
        if (!found.equals(expected)) {
            throw new ChangedMeanwhile(file, found);
        }
        if (!expected.equals(Stamp.ABSENT)) {
            var present = real(file);
            write(backup(file), Files.readAllBytes(present), permissions(present, FOR_ALL));
        }
        return write(file, text);
    }

    /** Where {@link #replace} keeps the file before. */
    public static Path backup(Path file) {
        return file.resolveSibling(file.getFileName() + ".bak");
    }

    /** Writes a text in UTF-8, as readable as the file that it replaces, or as a new file would be. Folders above are made. */
    public static Stamp write(Path file, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        write(file, bytes, permissions(real(file), FOR_ALL));
        return stamp(bytes);
    }

    /** Writes a text that only this user may read. */
    static void writePrivate(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8), FOR_THIS_USER);
    }

    /** Makes a folder for this user alone. One that all may write into is shared on purpose and stays so. */
    static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER_OF_THIS_USER));
            } else {
                Files.createDirectories(folder);
            }
        } else if (isPosix(folder) && !Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)
            && Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
            Files.setPosixFilePermissions(folder, FOLDER_OF_THIS_USER);
        }
    }

    /** Removes a file, if it is there. */
    static void remove(Path file) throws IOException {
        BEFORE.get().accept(Step.REMOVE);
        Files.deleteIfExists(file);
    }

    /** Removes temporary files in a folder that applications of this machine left there when they were killed. */
    public static void cleanUp(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var own = TEMPORARY + Processes.MACHINE + "-";
        try (var files = Files.newDirectoryStream(folder, own + "*.tmp")) {
            for (var file : files) {
                var name = file.getFileName().toString();
                if (!Processes.isRunning(name.substring(own.length(), name.lastIndexOf('-')))) {
                    remove(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void write(Path file, byte[] bytes, Set<PosixFilePermission> permissions) throws IOException {
        var target = real(file);
        var folder = target.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            BEFORE.get().accept(Step.CREATE);
            var temporary = Files.createTempFile(folder, TEMPORARY + Processes.MACHINE + "-" + Processes.OWN + "-", ".tmp");
            try {
                force(temporary, bytes);
                // Temporary files are private.
                if (isPosix(temporary)) {
                    Files.setPosixFilePermissions(temporary, permissions);
                }
                move(temporary, target);
            } finally {
                remove(temporary);
            }
        } catch (AccessDeniedException e) {
            throw new IOException(file + " cannot be written: the folder or the file is read-only for this user", e);
        } catch (NoSuchFileException | FileAlreadyExistsException | NotDirectoryException e) {
            throw new IOException(file + " cannot be written: its folder " + folder + " is not there and cannot be made", e);
        } catch (FileSystemException e) {
            throw new IOException(file + " cannot be written: " + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason()), e);
        } catch (IOException e) {
            // The channel says "No space left on device" without naming the file.
            throw new IOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void force(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            BEFORE.get().accept(Step.WRITE);
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            BEFORE.get().accept(Step.SYNC);
            channel.force(true);
        }
    }

    private static Set<PosixFilePermission> permissions(Path file, Set<PosixFilePermission> ofNew) throws IOException {
        return Files.exists(file) && isPosix(file) ? Files.getPosixFilePermissions(file) : ofNew;
    }

    static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix");
    }

    private static void move(Path from, Path to) throws IOException {
        BEFORE.get().accept(Step.RENAME);
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What a symbolic link leads to, so that a link stays one. */
    private static Path real(Path file) throws IOException {
        return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
    }

    private static Stamp stamp(byte[] bytes) {
        try {
            return new Stamp(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
