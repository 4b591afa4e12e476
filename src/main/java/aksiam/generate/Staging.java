package aksiam.generate;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A folder beside the files of a bundle, so that moving them is one step. It holds new files before they are put, old ones that were replaced,
 * and the journal, whose name says how far the run is.
 */
record Staging(Path root, Path place) {
    /** Nothing was replaced yet. */
    static final String DRAFT = "draft";
    /** Files are being replaced. */
    static final String OPEN = "journal";
    /** All were replaced, or all were put back. */
    static final String DONE = "done";
    private static final List<String> JOURNALS = List.of(DRAFT, OPEN, DONE);
    private static final String ENDING = ".files";

    /** The one of the process that holds the lock. */
    static Staging beside(FolderLock lock) {
        var name = lock.file().getFileName().toString();
        return new Staging(lock.folder(), lock.folder().resolve(name.substring(0, name.length() - FolderLock.ENDING.length()) + ENDING));
    }

    /** Those in a folder that surely are of this program: a lock stands beside, or a journal inside. Whatever else has such a name is left alone. */
    static List<Staging> in(Path root) throws IOException {
        var all = new ArrayList<Staging>();
        try (var found = Files.newDirectoryStream(root, FolderLock.PREFIX + "*" + ENDING)) {
            for (var place : found) {
                var staging = new Staging(root, place);
                if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) && staging.isOurs()) {
                    all.add(staging);
                }
            }
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw BundleWriter.explained("read", root, e.getCause());
        } catch (IOException e) {
            throw BundleWriter.explained("read", root, e);
        }
        return all;
    }

    private boolean isOurs() throws IOException {
        var name = place.getFileName().toString();
        if (FolderLock.isLock(place.resolveSibling(name.substring(0, name.length() - ENDING.length()) + FolderLock.ENDING))) {
            return true;
        }
        for (var journal : JOURNALS) {
            if (Journal.isBegun(place.resolve(journal))) {
                return true;
            }
        }
        return false;
    }

    boolean isOpen() {
        return Files.exists(place.resolve(OPEN), LinkOption.NOFOLLOW_LINKS);
    }

    /** Empty when there is none, or one that cannot be understood. */
    Optional<Journal> journal(String name) throws IOException {
        var file = place.resolve(name);
        return Journal.isBegun(file) ? BundleFolder.find(file).flatMap(found -> Journal.read(found.text())) : Optional.empty();
    }

    Path fresh(String path) {
        return place.resolve("new").resolve(path);
    }

    Path old(String path) {
        return place.resolve("old").resolve(path);
    }

    /** The journal goes last, because it says whose the folder is. */
    void delete(FileSteps steps) throws IOException {
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        var last = Comparator.comparing((Path file) -> file.equals(place))
            .thenComparing(file -> JOURNALS.contains(place.relativize(file).toString())).thenComparing(Comparator.reverseOrder());
        try (var files = Files.walk(place)) {
            for (var file : files.sorted(last).toList()) {
                steps.delete(file);
            }
        } catch (IOException e) {
            throw BundleWriter.explained("remove", place, e);
        }
    }
}
