package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.domain.Product;
import aksiam.store.StateFolder;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopTest {
    @TempDir
    private Path folder;

    /** A preview that comes late is dropped. */
    private final ExecutorService home = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final CountDownLatch began = new CountDownLatch(1);

    @AfterEach
    void stop() {
        home.shutdownNow();
    }

    /** The disk, on which what is kept for the next start takes its time. */
    private Workshop workshop() {
        var disk = new Disk(Product.version(), Clock.systemDefaultZone(), new StateFolder(folder));
        var slow = (Outside) Proxy.newProxyInstance(Outside.class.getClassLoader(), new Class<?>[]{Outside.class}, (_, method, arguments) -> {
            boolean keeps = method.getName().equals("keep") || method.getName().equals("autosave");
            if (keeps) {
                began.countDown();
                Thread.sleep(200);
            }
            try {
                return method.invoke(disk, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                if (keeps) {
                    written.add(method.getName());
                }
            }
        });
        return new Workshop(slow, home, Clock.systemDefaultZone());
    }

    @Test
    void closing_waits_for_what_is_being_written_and_nothing_is_written_afterwards() throws Exception {
        var workshop = workshop();
        workshop.dispatch(new Action.Prefer(Preferences.DEFAULT));
        began.await();
        home.submit(workshop::close).get();
        assertEquals(List.of("keep"), written);

        workshop.dispatch(new Action.Prefer(Preferences.DEFAULT));
        workshop.dispatch(new Action.FromPreset("small-team"));
        home.submit(() -> {
        }).get();
        assertEquals(List.of("keep"), written);
    }

    @Test
    void what_was_saved_while_closing_is_not_kept_for_recovery() throws Exception {
        var workshop = workshop();
        var opened = new CountDownLatch(1);
        home.submit(() -> workshop.listen(state -> {
            if (!(state.page() instanceof Page.Start)) {
                opened.countDown();
            }
        })).get();
        workshop.dispatch(new Action.FromPreset("small-team"));
        opened.await();
        home.submit(() -> {
            workshop.dispatch(new Action.SaveAs(folder.resolve("a.aksiam.json")));
            workshop.close();
        }).get();
        assertTrue(home.submit(() -> workshop.state().document().file().isPresent()).get());
        assertEquals(List.of(), recovered());
    }

    private List<Path> recovered() throws IOException {
        var recovery = folder.resolve("recovery");
        if (!Files.isDirectory(recovery)) {
            return List.of();
        }
        try (var kept = Files.list(recovery)) {
            return kept.toList();
        }
    }
}
