package aksiam.generate;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What writing a bundle into a folder would do, file by file, sorted by path. Nothing is written yet. */
public record WritePlan(Path folder, List<Change> changes) {
    /** What happens to a file. */
    public enum Status {
        /** It is not there yet. */
        NEW,
        /** Its generated text changed. */
        CHANGED,
        /** It is as it would be generated. */
        UNCHANGED,
        /** It is no longer generated and goes. */
        REMOVED,
        /** A person edited it, or made it, and nobody has said yet what becomes of it: nothing is written while there is one. */
        EDITED,
        /** A person edited it, and what they wrote stays. */
        KEPT,
        /** A person edited it, and it is overwritten all the same. */
        REPLACED,
        /** It is no longer generated, but a person edited it: it stays and leaves the manifest. */
        LEFT;

        /** Whether the file gets its generated text. */
        public boolean isWritten() {
            return this == NEW || this == CHANGED || this == REPLACED;
        }

        /** Whether a person had a hand in the file. */
        public boolean isByHand() {
            return this == EDITED || this == KEPT || this == REPLACED || this == LEFT;
        }
    }

    /**
     * One file.
     *
     * @param path  from the folder, with forward slashes
     * @param text  as it is generated; empty where it no longer is
     * @param found as it stands in the folder, where a person had a hand in it
     */
    public record Change(String path, Status status, Optional<String> text, Optional<String> found) {
    }

    public WritePlan {
        changes = List.copyOf(changes);
    }

    /** What writing would do, if nobody has said yet what becomes of edited files. */
    public static WritePlan of(Bundle bundle, Path folder) throws IOException {
        return of(bundle, folder, _ -> Status.EDITED);
    }

    /**
     * What writing would do. The manifest goes on saying of a kept file what was generated last, so that it counts as edited until
     * the edit is taken back.
     *
     * @param edited what becomes of a path that a person edited: {@code EDITED}, {@code KEPT} or {@code REPLACED}
     * @throws IOException naming the path that cannot be read, or the kept file that is not whole
     */
    public static WritePlan of(Bundle bundle, Path folder, Function<String, Status> edited) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is not a folder");
        }
        var manifestText = read(folder, Manifest.PATH);
        var last = manifestText.flatMap(Manifest::read).orElse(Manifest.NONE);
        var changes = new ArrayList<Change>();
        var entries = new TreeMap<>(last.files());
        for (var file : bundle.files()) {
            requireInside(file.path());
            var found = read(folder, file.path());
            if (found.isPresent() && KeptFile.of(file.path()).filter(kept -> !kept.isWhole(found.get())).isPresent()) {
                throw new IOException(folder.resolve(file.path()) + " is not whole, and what it keeps would be lost: take it back from version control"
                    + " (git checkout -- " + file.path() + "), or delete it to forget what earlier bundles gave");
            }
            var change = change(file, found, Optional.ofNullable(last.files().get(file.path())), edited);
            changes.add(change);
            if (change.status() != Status.KEPT) {
                entries.put(file.path(), Manifest.Entry.of(file));
            }
        }
        for (var entry : last.files().values()) {
            if (bundle.isObsolete(entry.path()) && isInside(entry.path())) {
                entries.remove(entry.path());
                read(folder, entry.path())
                    .ifPresent(text -> changes
                        .add(new Change(entry.path(), isAsGenerated(text, entry) ? Status.REMOVED : Status.LEFT, Optional.empty(), Optional.of(text))));
            }
        }
        var manifest = Manifest.of(bundle.version(), entries.values()).text();
        changes.add(new Change(Manifest.PATH,
            manifestText.isEmpty()
                ? Status.NEW
                : manifestText.get().equals(manifest) ? Status.UNCHANGED : last.files().isEmpty() ? edited.apply(Manifest.PATH) : Status.CHANGED,
            Optional.of(manifest), Optional.empty()));
        changes.sort(Comparator.comparing(Change::path));
        return new WritePlan(folder, changes);
    }

    /** Paths of this status. */
    public List<String> paths(Status status) {
        return changes.stream().filter(change -> change.status() == status).map(Change::path).toList();
    }

    /** Files that a person edited and nobody has said yet what becomes of: while there are any, nothing is written. */
    public List<String> edited() {
        return paths(Status.EDITED);
    }

    /** Whether writing would change nothing. */
    public boolean isEmpty() {
        return changes.stream().noneMatch(change -> change.status().isWritten() || change.status() == Status.REMOVED || change.status() == Status.EDITED);
    }

    private static Change change(Artefact file, Optional<String> found, Optional<Manifest.Entry> last, Function<String, Status> edited) {
        var kept = KeptFile.of(file.path()).flatMap(it -> found.map(text -> it.keep(file.text(), text)));
        if (kept.isPresent()) {
            return new Change(file.path(), kept.equals(found) ? Status.UNCHANGED : Status.CHANGED, kept, Optional.empty());
        }
        var status = found.map(text -> {
            boolean ours = last.filter(entry -> isAsGenerated(text, entry)).isPresent();
            return text.equals(file.text()) ? Status.UNCHANGED : ours ? Status.CHANGED : edited.apply(file.path());
        }).orElse(Status.NEW);
        return new Change(file.path(), status, Optional.of(file.text()), found.filter(_ -> status.isByHand()));
    }

    /** Git may have changed the ends of lines on checkout: that is no edit. */
    private static boolean isAsGenerated(String text, Manifest.Entry entry) {
        return KeptFile.of(entry.path()).isPresent() || entry.sha256().equals(Manifest.sha256(text))
            || entry.sha256().equals(Manifest.sha256(text.replace("\r\n", "\n")));
    }

    private static void requireInside(String path) {
        if (!isInside(path)) {
            throw new IllegalArgumentException("path outside the bundle: " + path);
        }
    }

    private static boolean isInside(String path) {
        return path.matches("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*") && !path.matches("(.*/)?\\.{1,2}(/.*)?");
    }

    private static Optional<String> read(Path folder, String path) throws IOException {
        try {
            return Optional.of(Files.readString(folder.resolve(path)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.of("\u0000");
        } catch (IOException e) {
            throw BundleWriter.explained("read", folder.resolve(path), e);
        }
    }
}
