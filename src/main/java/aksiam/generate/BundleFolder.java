package aksiam.generate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the folder of a bundle. Links below it are not followed, because what they lead to belongs to somebody else, and what a
 * run that was interrupted has replaced is read as it was before.
 */
record BundleFolder(Path root, List<Interrupted> interrupted) {
    /** A file that stands there: its text, and the hash of its bytes. */
    record Found(String text, String sha256, boolean isLink) {
    }

    static BundleFolder of(Path root) throws IOException {
        return new BundleFolder(root, Interrupted.in(root));
    }

    /** @throws IOException naming the path, when it cannot be read or leads through a link */
    Optional<Found> find(String path) throws IOException {
        var file = root.resolve(path);
        requireNoLink(root, path);
        try {
            for (var run : interrupted) {
                var before = run.before(path);
                if (!before.equals(file)) {
                    return find(before);
                }
            }
            return find(file);
        } catch (IOException e) {
            throw BundleWriter.explained("read", file, e);
        }
    }

    /** What is no file of text has a text that no generated file has. */
    static Optional<Found> find(Path file) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        if (attributes.isSymbolicLink()) {
            var target = "link to " + Files.readSymbolicLink(file);
            return Optional.of(new Found(target, Manifest.sha256(target), true));
        }
        if (!attributes.isRegularFile()) {
            throw new IOException(attributes.isDirectory() ? "it is a folder" : "it is no regular file");
        }
        var bytes = Files.readAllBytes(file);
        return Optional.of(new Found(text(bytes), Manifest.sha256(bytes), false));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return "\u0000";
        }
    }

    /** The folders above a path are folders. */
    static void requireNoLink(Path root, String path) throws IOException {
        var link = linkAbove(root, path);
        if (link.isPresent()) {
            throw new IOException("cannot write " + root.resolve(path) + ": " + link.get() + " is a link, and a bundle is not written through links");
        }
    }

    /** The first link among the folders above a path. */
    static Optional<Path> linkAbove(Path root, String path) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            var folder = root.resolve(path.substring(0, end));
            if (Files.isSymbolicLink(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
