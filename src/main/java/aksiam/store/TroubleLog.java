package aksiam.store;

import aksiam.domain.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line for everything that went wrong: when, doing what, which exception, where in the program. The messages of exceptions are left
 * out, because they may quote what was typed. The file {@code aks-iam.log} in the state folder is readable for its user alone.
 */
public final class TroubleLog {
    static final String FILE = "aks-iam.log";
    private static final int FRAMES = 12;
    private static final int CAUSES = 4;
    private static final int REPORTED = 50;
    /** At this size the file becomes aks-iam.log.1, over the one before. */
    private static final long FULL = 512 * 1024;

    private final Path folder;
    private final Clock clock;
    private String last = "";

    public TroubleLog(StateFolder state, Clock clock) {
        this.folder = state.path();
        this.clock = clock;
    }

    /** Where the lines stand. */
    public Path file() {
        return folder.resolve(FILE);
    }

    /**
     * Notes what went wrong, and says it in a sentence. Something that goes wrong again and again, as in each frame of the window, is
     * noted once. A log that cannot be written is no further trouble.
     *
     * @param doing what was being done, in words of the program and never of a person
     */
    public synchronized String note(String doing, Throwable trouble) {
        var what = doing + ": " + described(trouble);
        if (!what.equals(last)) {
            last = what;
            try {
                append(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + Product.version() + " " + what + "\n");
            } catch (IOException | RuntimeException _) {
                // There is nowhere left to say it.
            }
        }
        return Trouble.sentence(trouble);
    }

    /** What somebody who looks into it needs to know; holds nothing of the design. */
    public String report() {
        var about = Stream.of("AKS IAM Designer " + Product.version(), "Java " + Runtime.version(),
            System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"), "");
        return Stream.concat(about, lines().stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    private List<String> lines() {
        try {
            var lines = Files.readAllLines(file());
            return lines.subList(Math.max(0, lines.size() - REPORTED), lines.size());
        } catch (IOException _) {
            return List.of("Nothing has gone wrong so far.");
        }
    }

    private void append(String line) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            if (posix) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        }
        if (Files.exists(file()) && Files.size(file()) > FULL) {
            Files.move(file(), folder.resolve(FILE + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        var bytes = java.nio.ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        try (var channel = posix
            ? Files.newByteChannel(file(), options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.newByteChannel(file(), options)) {
            channel.write(bytes);
        }
    }

    private static String described(Throwable trouble) {
        return Stream.iterate(trouble, it -> it != null, Throwable::getCause).limit(CAUSES)
            .map(it -> Stream.concat(Stream.of(it.getClass().getName()), Stream.of(it.getStackTrace()).limit(FRAMES)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())).collect(Collectors.joining(" < ")))
            .collect(Collectors.joining(" caused by "));
    }
}
