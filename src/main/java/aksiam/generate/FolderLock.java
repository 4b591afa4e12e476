package aksiam.generate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One process at a time writes into a folder. Whoever wants to makes a file whose name says who it is, and then looks for those of others,
 * so that of two at least one sees the other and steps back. No name is used twice: deleting the file of a dead process never hits a living one.
 */
final class FolderLock implements AutoCloseable {
    static final String ENDING = ".lock";
    static final String PREFIX = ".aks-iam-";
    private static final Pattern NAME = Pattern.compile("\\.aks-iam-(.+)\\.(\\d{1,10})\\.(\\d{1,11})\\.[0-9a-f]{8}\\.lock");
    private static final int LONGEST_PAUSE = 60;
    private static final int HEX = 8;

    private final Path folder;
    private final Path file;
    private final LockOwner self;
    private final FileSteps steps;

    private FolderLock(Path folder, Path file, LockOwner self, FileSteps steps) {
        this.folder = folder;
        this.file = file;
        this.self = self;
        this.steps = steps;
    }

    /**
     * Waits until nobody else writes into the folder.
     *
     * @throws IOException in words, when somebody still does after that time
     */
    static FolderLock take(Path folder, LockOwner self, Duration wait, FileSteps steps) throws IOException {
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            var id = self.host() + "." + self.process() + "." + self.start() + "." + UUID.randomUUID().toString().substring(0, HEX);
            var lock = new FolderLock(folder, folder.resolve(PREFIX + id + ENDING), self, steps);
            var other = lock.tried();
            if (other.isEmpty()) {
                return lock;
            }
            if (System.nanoTime() >= end) {
                throw new IOException(lock.refusal(other.get()));
            }
            pause();
        }
    }

    /** Makes the file, unless somebody else is at work: then their file. */
    private Optional<Path> tried() throws IOException {
        try {
            var other = otherAtWork();
            if (other.isEmpty()) {
                steps.createFile(file);
                other = otherAtWork();
                if (other.isPresent()) {
                    steps.delete(file);
                }
            }
            return other;
        } catch (IOException e) {
            close();
            throw BundleWriter.explained("write into", folder, e);
        }
    }

    private Optional<Path> otherAtWork() throws IOException {
        return locks(folder).stream().filter(lock -> !lock.equals(file) && !self.seesEnded(owner(lock).orElseThrow())).findFirst();
    }

    private String refusal(Path lock) {
        var other = owner(lock).orElseThrow();
        var start = "cannot write into " + folder + ": process " + other.process();
        return other.host().equals(self.host())
            ? start + " of this computer, started at " + Instant.ofEpochSecond(other.start())
                + ", is writing into it; try again when it has ended (if it is not aks-iam, delete "
                + lock + ")"
            : start + " of the computer " + other.host() + " is writing into it, or ended in the middle; delete " + lock
                + " when it runs no more, and the next run puts the folder in order";
    }

    /** Deletes the files of processes that are no more, but not one that somebody makes in order to look whether this process is at work. */
    void deleteEnded() throws IOException {
        try {
            for (var other : locks(folder)) {
                if (!other.equals(file) && self.seesEnded(owner(other).orElseThrow())) {
                    steps.delete(other);
                }
            }
        } catch (IOException e) {
            throw BundleWriter.explained("write into", folder, e);
        }
    }

    private static List<Path> locks(Path folder) throws IOException {
        var locks = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder, PREFIX + "*" + ENDING)) {
            files.forEach(locks::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return locks.stream().filter(FolderLock::isLock).sorted().toList();
    }

    private static Optional<LockOwner> owner(Path lock) {
        return Optional.of(NAME.matcher(lock.getFileName().toString())).filter(Matcher::matches)
            .map(name -> new LockOwner(name.group(1), Long.parseLong(name.group(2)), Long.parseLong(name.group(3))));
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled");
        }
    }

    /** Whether a file is there that locks the folder it stands in. */
    static boolean isLock(Path file) {
        return owner(file).isPresent() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    Path file() {
        return file;
    }

    Path folder() {
        return folder;
    }

    /** What cannot be deleted now is the file of a dead process as soon as this one ends. */
    @Override
    public void close() {
        try {
            steps.delete(file);
        } catch (IOException _) {
            return;
        }
    }
}
