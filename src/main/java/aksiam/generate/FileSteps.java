package aksiam.generate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * The single steps in which files change.
 *
 * @param before is told of each before it is done, so that a test can end the process, or fail, at every one of them
 * @param safe   whether to wait until what was written would outlive a loss of power; tests that write thousands of times do not
 */
record FileSteps(Before before, boolean safe) {
    /** Called before a step, which is not done when this throws. */
    interface Before {
        void step(Step step, Path file) throws IOException;
    }

    enum Step {
        CREATE, WRITE, COPY, SYNC, MOVE, DELETE
    }

    static final FileSteps REAL = new FileSteps((_, _) -> {
    }, true);
    /** File systems write the journals of several callers at once, so that many files are safe within the time of a few. */
    private static final int SYNCED_AT_ONCE = 16;

    void createFolder(Path folder) throws IOException {
        before.step(Step.CREATE, folder);
        Files.createDirectory(folder);
    }

    void createFile(Path file) throws IOException {
        before.step(Step.CREATE, file);
        Files.createFile(file);
    }

    void write(Path file, String text) throws IOException {
        before.step(Step.WRITE, file);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    void copy(Path from, Path to) throws IOException {
        before.step(Step.COPY, to);
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    /** Puts a file into the place of another one, or none, at once. */
    void move(Path from, Path to) throws IOException {
        before.step(Step.MOVE, to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete(Path file) throws IOException {
        before.step(Step.DELETE, file);
        Files.delete(file);
    }

    /** Waits until files, and what folders list, would outlive a loss of power. */
    void sync(Collection<Path> paths) throws IOException {
        for (var path : paths) {
            before.step(Step.SYNC, path);
        }
        if (!safe) {
            return;
        }
        try (var threads = Executors.newFixedThreadPool(SYNCED_AT_ONCE)) {
            for (var synced : paths.stream().map(path -> threads.submit(() -> force(path))).toList()) {
                synced.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Path force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders.
            if (!Files.isDirectory(path)) {
                throw e;
            }
        }
        return path;
    }
}
