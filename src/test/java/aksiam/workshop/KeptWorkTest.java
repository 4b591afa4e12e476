package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.domain.Product;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.DesignId;
import aksiam.store.AtomicFiles;
import aksiam.store.AtomicFiles.Stamp;
import aksiam.store.DeadProcess;
import aksiam.store.DesignFile;
import aksiam.store.StateFolder;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unsaved work of an earlier run, and a file that changed or went meanwhile. */
final class KeptWorkTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);
    private static final Design SAVED = Design.EMPTY.withId(DesignId.derived("t", "a")).with("design-name", new Answer.Text("Contoso"));
    private static final Design TYPED = SAVED.with("organisation", new Answer.Text("Fabrikam"));

    @TempDir
    private Path folder;
    private Path file;
    private StateFolder state;
    private Disk disk;
    private Stamp stamp;

    @BeforeEach
    void setUp() throws IOException {
        file = folder.resolve("a.aksiam.json");
        state = new StateFolder(folder.resolve("state"));
        disk = new Disk(Product.version(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), state);
        stamp = AtomicFiles.write(file, DesignFile.print(SAVED));
        changedAt(NOON.minusHours(1));
    }

    @Test
    void workThatGoesOnFromTheFileIsNewer() throws IOException {
        keep(1, TYPED, NOON);
        var found = disk.kept().of(file).orElseThrow();
        assertEquals(Shelf.Standing.NEWER, found.standing());
        assertEquals(List.of("Organisation: undecided → Fabrikam"), found.differs());
        assertEquals(TYPED, found.document().design());
        assertEquals(Optional.empty(), disk.kept().of(folder.resolve("b.aksiam.json")));
        assertTrue(disk.kept().of(folder.resolve("x/../a.aksiam.json")).isPresent());
    }

    @Test
    void workThatTheFileHasOvertakenIsOlder() throws IOException {
        keep(1, TYPED, NOON);
        Files.writeString(file, DesignFile.print(SAVED.with("design-name", new Answer.Text("Northwind"))));
        changedAt(NOON.plusMinutes(1));
        assertEquals(Shelf.Standing.OLDER, disk.kept().newest().orElseThrow().standing());
        changedAt(NOON.minusMinutes(1));
        assertEquals(Shelf.Standing.APART, disk.kept().newest().orElseThrow().standing());
        Files.delete(file);
        assertEquals(Shelf.Standing.GONE, disk.kept().newest().orElseThrow().standing());
    }

    @Test
    void whatTheFileHoldsAndWhatIsThereTwiceIsNotOffered() throws IOException {
        keep(1, SAVED, NOON);
        assertEquals(Shelf.Kept.NONE, disk.kept());
        keep(2, TYPED, NOON);
        keep(3, TYPED, NOON.plusMinutes(1));
        keep(4, TYPED.with("organisation", new Answer.Text("Northwind")), NOON.minusMinutes(1));
        assertEquals(List.of("Fabrikam", "Northwind"),
            disk.kept().recoveries().stream().map(recovery -> recovery.document().design().text("organisation")).toList());
        assertEquals(2, kept().size());
    }

    /** Whenever the process ends, one of the two copies is there. */
    @Test
    void recoveredWorkIsKeptAgainBeforeTheEarlierCopyGoes() throws IOException {
        keep(1, TYPED, NOON);
        var calls = new CopyOnWriteArrayList<String>();
        var recovery = disk.kept().newest().orElseThrow();
        try (var workshop = workshop(calls, false)) {
            workshop.dispatch(new Action.Recover(recovery));
        }
        assertEquals(List.of("autosave", "drop"), calls.subList(0, 2));
        assertEquals(1, kept().size());

        keep(1, TYPED, NOON);
        calls.clear();
        try (var workshop = workshop(calls, true)) {
            workshop.dispatch(new Action.Recover(recovery));
        }
        assertFalse(calls.contains("drop"), calls.toString());
    }

    @Test
    void openingAFileLooksForUnsavedWorkOfIt() throws IOException {
        keep(1, TYPED, NOON);
        keep(2, TYPED, Optional.empty(), NOON.plusMinutes(1));
        try (var workshop = workshop(new CopyOnWriteArrayList<>(), false)) {
            workshop.dispatch(new Action.Opened(new Document(SAVED, Optional.of(file), stamp), Optional.empty()));
            finish(workshop, () -> !workshop.state().shelf().kept().recoveries().isEmpty());
            assertEquals(TYPED, workshop.state().shelf().kept().of(file).orElseThrow().document().design());
        }
    }

    @Test
    void aChangedFileIsSavedOverOnPurposeOnly() throws Exception {
        var document = new Document(SAVED, Optional.of(file), stamp);
        Files.writeString(file, "theirs");
        var problem = assertThrows(Outside.Failure.class, () -> disk.save(document, TYPED, file)).problem();
        assertEquals("a.aksiam.json was changed by someone else", problem.title());
        saveOver(problem, document);
        assertEquals(DesignFile.print(TYPED), Files.readString(file));
        assertEquals("theirs", Files.readString(AtomicFiles.backup(file)));
    }

    @Test
    void whatChangesAgainIsNotSavedOver() throws Exception {
        var document = new Document(SAVED, Optional.of(file), stamp);
        Files.writeString(file, "theirs");
        var problem = assertThrows(Outside.Failure.class, () -> disk.save(document, TYPED, file)).problem();
        Files.writeString(file, "theirs again");
        assertThrows(Outside.Failure.class, () -> saveOver(problem, document));
        assertEquals("theirs again", Files.readString(file));
    }

    @Test
    void aDeletedFileIsSavedAgainOnPurposeOnly() throws Exception {
        var document = new Document(SAVED, Optional.of(file), stamp);
        Files.delete(file);
        var problem = assertThrows(Outside.Failure.class, () -> disk.save(document, TYPED, file)).problem();
        assertEquals("a.aksiam.json is not there any more", problem.title());
        assertFalse(Files.exists(file));
        saveOver(problem, document);
        assertEquals(DesignFile.print(TYPED), Files.readString(file));
    }

    /** What the button of the problem does. */
    private void saveOver(Problem problem, Document document) throws Outside.Failure {
        var opened = State.start(Preferences.DEFAULT).opened(document, TYPED, new Page.At(1, ""));
        var write = (Effect.Write) Update.apply(opened, problem.way().orElseThrow().action()).effects().getFirst();
        disk.save(write.document(), write.design(), write.file());
    }

    private void keep(int process, Design design, LocalDateTime at) throws IOException {
        keep(process, design, Optional.of(file), at);
    }

    private void keep(int process, Design design, Optional<Path> of, LocalDateTime at) throws IOException {
        DeadProcess.autosave(state, process).keep(design, of, stamp, at);
    }

    private void changedAt(LocalDateTime at) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(at.toInstant(ZoneOffset.UTC)));
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.list(state.path().resolve("recovery"))) {
            return files.toList();
        }
    }

    private static void finish(Workshop workshop, java.util.function.BooleanSupplier done) {
        for (int i = 0; i < 6_000 && !done.getAsBoolean(); i++) {
            workshop.dispatch(new Action.Dismiss());
            Thread.onSpinWait();
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Workshop workshop(List<String> calls, boolean full) {
        var outside = (Outside) Proxy.newProxyInstance(Outside.class.getClassLoader(), new Class<?>[]{Outside.class}, (_, method, arguments) -> {
            calls.add(method.getName());
            calls.removeIf(call -> !call.equals("autosave") && !call.equals("drop"));
            if (full && method.getName().equals("autosave")) {
                throw new Outside.Failure(new Problem("full", List.of()));
            }
            try {
                return method.invoke(disk, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return new Workshop(outside, Runnable::run, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }
}
