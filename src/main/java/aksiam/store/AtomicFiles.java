package aksiam.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
            write(backup(file), Files.readAllBytes(real(file)));
        }
        return write(file, text);
    }

    /** Where {@link #replace} keeps the file before. */
    public static Path backup(Path file) {
        return file.resolveSibling(file.getFileName() + ".bak");
    }

    /** Writes a text in UTF-8. Folders above are made. */
    public static Stamp write(Path file, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        write(file, bytes);
        return stamp(bytes);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        var target = real(file);
        var folder = target.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            var temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
            try {
                force(temporary, bytes);
                keepPermissions(target, temporary);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
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
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void keepPermissions(Path target, Path temporary) throws IOException {
        if (!Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
            return;
        }
        // Temporary files are private; a design is as readable as the file it replaces, or as a new file would be.
        var permissions = Files.exists(target) ? Files.getPosixFilePermissions(target) : PosixFilePermissions.fromString("rw-r--r--");
        Files.setPosixFilePermissions(temporary, permissions);
    }

    private static void move(Path from, Path to) throws IOException {
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
