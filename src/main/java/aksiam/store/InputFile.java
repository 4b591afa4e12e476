package aksiam.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody names, which may be anything: a device that never ends, a pipe that nobody writes to, larger than the memory. */
public final class InputFile {
    /** A thousand teams take less than a tenth of it. */
    public static final long LARGEST = 32L * 1024 * 1024;

    private InputFile() {
    }

    /**
     * What the file holds.
     *
     * @throws Unfit in words that go behind the name of the file
     */
    public static byte[] bytes(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Unfit(Files.isDirectory(file) ? "is a folder" : "is a device or a pipe");
        }
        try (var stream = Files.newInputStream(file)) {
            var bytes = stream.readNBytes((int) LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Unfit("is larger than " + LARGEST / 1024 / 1024 + " MiB");
            }
            return bytes;
        }
    }

    /** It is no file to read. */
    public static final class Unfit extends IOException {
        private static final long serialVersionUID = 1;

        Unfit(String message) {
            super(message);
        }
    }
}
