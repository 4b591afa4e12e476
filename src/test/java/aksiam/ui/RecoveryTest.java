package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.domain.Product;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.DesignId;
import aksiam.store.AtomicFiles;
import aksiam.store.DeadProcess;
import aksiam.store.DesignFile;
import aksiam.store.StateFolder;
import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Disk;
import aksiam.workshop.Page;
import aksiam.workshop.Shelf;
import aksiam.workshop.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed loses at most the last two seconds. */
class RecoveryTest {
    @TempDir
    private Path folder;

    /** Answers, waits until the answer is kept, and is gone without a word. */
    static final class Killed {
        public static void main(String[] arguments) throws InterruptedException {
            var clock = Clock.systemUTC();
            var workshop = new Workshop(new Disk(Product.version(), clock, new StateFolder(Path.of(arguments[0]))), Executors.newSingleThreadExecutor(), clock);
            var kept = new CountDownLatch(1);
            workshop.listen(state -> {
                if (state.autosaved().isPresent()) {
                    kept.countDown();
                }
            });
            workshop.dispatch(new Action.New());
            workshop.dispatch(new Action.Answered("organisation", new Answer.Text("Contoso"), workshop.now()));
            boolean done = kept.await(60, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(done ? 9 : 1);
        }
    }

    @Test
    void work_of_a_killed_process_is_offered_and_recovered() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Killed.class.getName(), folder.toString()).inheritIO().start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals(9, process.exitValue());
        try (var room = new Room(folder, 1000, 900)) {
            room.show();
            Fx.click("#recover");
            room.await(state -> state.design().text("organisation").equals("Contoso"));
            assertTrue(room.state().isUnsaved());
        }
    }

    @Test
    void a_file_opened_by_name_offers_its_unsaved_work() throws IOException {
        var file = folder.resolve("a.aksiam.json");
        var saved = Design.EMPTY.withId(DesignId.derived("t", "a")).with("design-name", new Answer.Text("Contoso"));
        var stamp = AtomicFiles.write(file, DesignFile.print(saved));
        DeadProcess.autosave(new StateFolder(folder), 1).keep(saved.with("organisation", new Answer.Text("Fabrikam")), Optional.of(file), stamp,
            LocalDateTime.of(2026, 11, 24, 9, 30));
        try (var room = new Room(folder, 1280, 800)) {
            room.show();
            room.take(new Action.Open(file));
            room.await(state -> state.page() instanceof Page.At && state.shelf().kept().of(file).isPresent());
            assertTrue(Fx.exists("Unsaved work from today, 09:30"));
            Fx.click("#differs");
            assertTrue(Fx.exists("Organisation: undecided → Fabrikam"));
            Fx.keys(KeyCode.ESCAPE);
            Files.writeString(file, DesignFile.print(saved.with("design-name", new Answer.Text("Northwind"))));
            room.take(new Action.Open(file));
            room.await(state -> state.shelf().kept().of(file).filter(kept -> kept.standing() == Shelf.Standing.OLDER).isPresent());
            assertTrue(Fx.exists("Older unsaved work from today, 09:30"));
            Fx.click("#recover");
            room.await(state -> state.design().text("organisation").equals("Fabrikam"));
            assertFalse(Fx.exists("Older unsaved work from today, 09:30"));
        }
    }
}
