package aksiam.generate;

import aksiam.generate.BundleFolder.Found;
import java.io.IOException;
import java.nio.file.Files;
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
     * @param path   from the folder, with forward slashes
     * @param text   as it is generated; empty where it no longer is
     * @param found  as it stands in the folder, where a person had a hand in it
     * @param before hash of what stands there; empty where nothing does
     */
    public record Change(String path, Status status, Optional<String> text, Optional<String> found, Optional<String> before) {
    }

    private static final Comparator<Change> MANIFEST_LAST = Comparator.comparing(change -> change.path().equals(Manifest.PATH));

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
        requireFolder(folder);
        var now = BundleFolder.of(folder);
        var manifestFound = now.find(Manifest.PATH);
        var last = manifestFound.map(Found::text).flatMap(Manifest::read).orElse(Manifest.NONE);
        var changes = new ArrayList<Change>();
        var entries = new TreeMap<>(last.files());
        for (var file : bundle.files()) {
            requireInside(file.path());
            var found = now.find(file.path());
            requireWhole(folder, file.path(), found);
            var change = change(file, found, Optional.ofNullable(last.files().get(file.path())), edited);
            changes.add(change);
            if (change.status() != Status.KEPT) {
                entries.put(file.path(), Manifest.Entry.of(file));
            }
        }
        for (var entry : last.files().values()) {
            if (bundle.isObsolete(entry.path()) && isInside(entry.path())) {
                entries.remove(entry.path());
                if (BundleFolder.linkAbove(folder, entry.path()).isEmpty()) {
                    now.find(entry.path()).map(found -> obsolete(entry, found)).ifPresent(changes::add);
                }
            }
        }
        var manifest = Manifest.of(bundle.version(), entries.values()).text();
        var status = manifestFound.map(Found::text)
            .map(text -> text.equals(manifest) ? Status.UNCHANGED : last.files().isEmpty() ? edited.apply(Manifest.PATH) : Status.CHANGED).orElse(Status.NEW);
        changes.add(new Change(Manifest.PATH, status, Optional.of(manifest), Optional.empty(), manifestFound.map(Found::sha256)));
        changes.sort(Comparator.comparing(Change::path));
        return new WritePlan(folder, changes);
    }

    static void requireFolder(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException(folder + " is not a folder");
        }
    }

    private static void requireWhole(Path folder, String path, Optional<Found> found) throws IOException {
        var kept = KeptFile.of(path);
        if (kept.isEmpty() || found.isEmpty()) {
            return;
        }
        if (found.get().isLink()) {
            throw new IOException(folder.resolve(path) + " is a link, and what it keeps would be lost: put the file itself there");
        }
        if (!kept.get().isWhole(found.get().text())) {
            throw new IOException(folder.resolve(path) + " is not whole, and what it keeps would be lost: take it back from version control"
                + " (git checkout -- " + path + "), or delete it to forget what earlier bundles gave");
        }
    }

    /** Files that get their generated text, the manifest last. */
    List<Change> written() {
        return changes.stream().filter(change -> change.status().isWritten()).sorted(MANIFEST_LAST).toList();
    }

    /** Files that go. */
    List<Change> removed() {
        return changes.stream().filter(change -> change.status() == Status.REMOVED).toList();
    }

    /** Makes sure that the plan still holds: the window shows it to a person before it is carried out. */
    void requireUnchanged() throws IOException {
        for (var change : changes) {
            if (change.status().isWritten() || change.status() == Status.REMOVED || change.path().equals(Manifest.PATH)) {
                requireUnchanged(change);
            }
        }
    }

    /** A script of the bundle may fill a file while others are written. */
    void requireUnchanged(Change change) throws IOException {
        if (!new BundleFolder(folder, List.of()).find(change.path()).map(Found::sha256).equals(change.before())) {
            throw new IOException(folder.resolve(change.path()) + " was changed by someone else meanwhile; nothing was written, compare again");
        }
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

    private static Change change(Artefact file, Optional<Found> found, Optional<Manifest.Entry> last, Function<String, Status> edited) {
        var before = found.map(Found::sha256);
        var present = found.map(Found::text);
        var kept = KeptFile.of(file.path()).flatMap(it -> present.map(text -> it.keep(file.text(), text)));
        if (kept.isPresent()) {
            return new Change(file.path(), kept.equals(present) ? Status.UNCHANGED : Status.CHANGED, kept, Optional.empty(), before);
        }
        var status = present.map(text -> {
            boolean ours = last.filter(entry -> isAsGenerated(text, entry)).isPresent();
            return text.equals(file.text()) ? Status.UNCHANGED : ours ? Status.CHANGED : edited.apply(file.path());
        }).orElse(Status.NEW);
        return new Change(file.path(), status, Optional.of(file.text()), present.filter(_ -> status.isByHand()), before);
    }

    private static Change obsolete(Manifest.Entry entry, Found found) {
        var status = !found.isLink() && isAsGenerated(found.text(), entry) ? Status.REMOVED : Status.LEFT;
        return new Change(entry.path(), status, Optional.empty(), Optional.of(found.text()), Optional.of(found.sha256()));
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

    static boolean isInside(String path) {
        return path.matches("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*") && !path.matches("(.*/)?\\.{1,2}(/.*)?");
    }
}
