package aksiam.generate;

import aksiam.generate.WritePlan.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Carries a plan out: new files and copies of the old ones are prepared first, then files are replaced one by one. From opening to
 * finishing it can be taken back, by this process or, when this is killed, by the next one: see {@link Interrupted}.
 */
final class Rewrite {
    private final WritePlan plan;
    private final Staging staging;
    private final Journal journal;
    private final FileSteps steps;

    Rewrite(WritePlan plan, Staging staging, FileSteps steps) {
        this.plan = plan;
        this.staging = staging;
        this.steps = steps;
        journal = Journal.of(plan);
    }

    void begin() throws IOException {
        plan.requireUnchanged();
        try {
            steps.createFolder(staging.place());
            steps.write(staging.place().resolve(Staging.DRAFT), journal.text());
        } catch (IOException e) {
            throw BundleWriter.explained("write", plan.folder(), e);
        }
    }

    /** Prepares a new file, and keeps a copy of the old one. */
    void prepare(Change change) throws IOException {
        var file = staging.fresh(change.path());
        try {
            if (change.before().isPresent()) {
                createFolders(staging.old(change.path()).getParent());
                steps.copy(plan.folder().resolve(change.path()), staging.old(change.path()));
            }
            createFolders(file.getParent());
            steps.write(file, change.text().orElseThrow());
            if (change.path().endsWith(".sh") && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                var rights = Files.getPosixFilePermissions(file);
                rights.addAll(EnumSet.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE));
                Files.setPosixFilePermissions(file, rights);
            }
        } catch (IOException e) {
            throw BundleWriter.explained("write", plan.folder().resolve(change.path()), e);
        }
    }

    /** From here on files are replaced. */
    void open() throws IOException {
        try {
            for (var path : journal.removed()) {
                createFolders(staging.old(path).getParent());
            }
            try (var prepared = Files.walk(staging.place())) {
                steps.sync(prepared.filter(file -> !Files.isSymbolicLink(file)).toList());
            }
            steps.move(staging.place().resolve(Staging.DRAFT), staging.place().resolve(Staging.OPEN));
            steps.sync(List.of(staging.place()));
        } catch (IOException e) {
            throw BundleWriter.explained("write", plan.folder(), e);
        }
    }

    void put(Change change) throws IOException {
        plan.requireUnchanged(change);
        var file = plan.folder().resolve(change.path());
        try {
            createFolders(file.getParent());
            steps.move(staging.fresh(change.path()), file);
        } catch (IOException e) {
            throw BundleWriter.explained("write", file, e);
        }
    }

    void remove(Change change) throws IOException {
        plan.requireUnchanged(change);
        var file = plan.folder().resolve(change.path());
        try {
            steps.move(file, staging.old(change.path()));
        } catch (IOException e) {
            throw BundleWriter.explained("remove", file, e);
        }
    }

    /** Nothing can be taken back any more. */
    void finish() throws IOException {
        var touched = new TreeSet<Path>();
        for (var path : Stream.concat(journal.written().keySet().stream(), journal.removed().stream()).toList()) {
            touched.add(plan.folder().resolve(path).getParent());
        }
        try {
            steps.sync(touched);
            steps.move(staging.place().resolve(Staging.OPEN), staging.place().resolve(Staging.DONE));
        } catch (IOException e) {
            throw BundleWriter.explained("write", plan.folder(), e);
        }
    }

    /** Deletes what is needed no more, after finishing or taking back. */
    void clear() throws IOException {
        new Interrupted(staging, journal).clear(steps);
    }

    void takeBack() throws IOException {
        new Interrupted(staging, journal).takeBack(steps);
    }

    private void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            if (!folder.equals(plan.folder())) {
                createFolders(folder.getParent());
            }
            steps.createFolder(folder);
        }
    }
}
