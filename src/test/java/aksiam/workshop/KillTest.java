package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.domain.Product;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.store.DesignFile;
import aksiam.store.StateFolder;
import aksiam.store.StoreSteps;
import aksiam.store.UnreadableDesign;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody types, saves and recovers while the process is killed again and again, in front of any step of writing: create, write, sync, rename,
 * remove. What was told to be kept is there after each kill. {@code -Dkills=200 -Dkills.seed=7} makes it longer and other.
 */
final class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final long SEED = Long.getLong("kills.seed", 13);
    /** No run does fewer steps. */
    private static final int STEPS = 120;
    /** Opening, recovering and the first change. */
    private static final int FIRST_STEPS = 25;

    @TempDir
    private Path folder;

    /** Types numbers that count up, and says which one is kept by now. */
    static final class Robot {
        private final Path file;
        private final Workshop workshop;
        private int typed;

        private Robot(Path folder) {
            file = folder.resolve("a.aksiam.json");
            var clock = Clock.systemUTC();
            var disk = new Disk(Product.version(), clock, new StateFolder(folder.resolve("state")));
            var outside = (Outside) Proxy.newProxyInstance(Outside.class.getClassLoader(), new Class<?>[]{Outside.class}, (_, method, arguments) -> {
                if (method.getName().equals("render")) {
                    return new Action.Rendered(Preview.NONE, List.of());
                }
                try {
                    return method.invoke(disk, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
            // What is typed is kept at once, so that what is lost does not depend on the time.
            workshop = new Workshop(outside, Executors.newSingleThreadExecutor(), clock, (_, task) -> task.run());
        }

        public static void main(String[] arguments) throws InterruptedException {
            var robot = new Robot(Path.of(arguments[0]));
            StoreSteps.killBefore(Integer.parseInt(arguments[1]));
            robot.live(new Random(Long.parseLong(arguments[2])));
            Runtime.getRuntime().halt(0);
        }

        private void live(Random random) throws InterruptedException {
            arrive();
            for (int i = 0; i < STEPS; i++) {
                type();
                if (random.nextInt(3) == 0) {
                    save();
                }
            }
        }

        /** Opens the file, and goes on with newer work where there is some. */
        private void arrive() throws InterruptedException {
            if (Files.exists(file)) {
                until(new Action.Open(file), state -> state.document().file().isPresent());
            } else {
                until(new Action.New(), state -> state.page() instanceof Page.At);
            }
            typed = number(workshop.state().design());
            var kept = until(new Action.Found(new Disk("", Clock.systemUTC(), new StateFolder(file.resolveSibling("state"))).kept()), _ -> true).shelf().kept();
            for (var recovery : kept.recoveries()) {
                int number = number(recovery.document().design());
                if (recovery.standing() == Shelf.Standing.NEWER && number > typed) {
                    until(new Action.Recover(recovery), state -> state.autosaved().isPresent());
                    typed = number;
                    say();
                }
            }
        }

        private void type() throws InterruptedException {
            var before = workshop.state().autosaved();
            typed++;
            until(new Action.Answered("design-name", new Answer.Text("n" + typed), workshop.now()), state -> !state.autosaved().equals(before));
            say();
        }

        private void save() throws InterruptedException {
            until(workshop.state().document().file().isEmpty() ? new Action.SaveAs(file) : new Action.Save(), state -> !state.isUnsaved());
            say();
        }

        /** What was told to the person: it must not be lost from now on. */
        private void say() {
            System.out.println(typed);
            System.out.flush();
        }

        private State until(Action action, java.util.function.Predicate<State> done) throws InterruptedException {
            var found = new SynchronousQueue<State>();
            var told = new java.util.concurrent.atomic.AtomicBoolean();
            var end = workshop.listen(state -> {
                if (done.test(state) && told.compareAndSet(false, true)) {
                    Thread.startVirtualThread(() -> {
                        try {
                            found.put(state);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
                }
            });
            workshop.dispatch(action);
            var state = found.take();
            end.run();
            return state;
        }
    }

    @Test
    void whatWasKeptIsThereAfterEachKill() throws Exception {
        var random = new Random(SEED);
        int told = 0;
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            var run = run(1 + random.nextInt(random.nextBoolean() ? FIRST_STEPS : STEPS), random.nextLong());
            assertTrue(run.waitFor(300, TimeUnit.SECONDS));
            var said = new String(run.getInputStream().readAllBytes()).lines().filter(line -> line.matches("\\d+")).mapToInt(Integer::parseInt).max();
            told = Math.max(told, said.orElse(told));
            killed += run.exitValue() == StoreSteps.KILLED ? 1 : 0;
            look(told, i);
        }
        System.out.println("window: " + killed + " of " + KILLS + " runs killed, seed " + SEED + ", " + told + " changes, none lost");
        assertEquals(KILLS, killed);
    }

    /** As the next start does. */
    private void look(int told, int run) throws IOException, UnreadableDesign {
        var where = "run " + run + ", seed " + SEED;
        var disk = new Disk(Product.version(), Clock.systemUTC(), new StateFolder(folder.resolve("state")));
        var file = folder.resolve("a.aksiam.json");
        int saved = Files.exists(file) ? number(DesignFile.read(file)) : 0;
        disk.readAhead(file);
        var kept = disk.shelf().kept();
        assertEquals(List.of(), kept.unreadable(), where);
        int newest = kept.recoveries().stream().mapToInt(recovery -> number(recovery.document().design())).max().orElse(0);
        assertTrue(Math.max(saved, newest) >= told, where + ": " + told + " was kept, " + saved + " and " + newest + " are there");
        for (var recovery : kept.recoveries()) {
            assertEquals(number(recovery.document().design()) < saved ? Shelf.Standing.OLDER : Shelf.Standing.NEWER, recovery.standing(), where);
        }
        try (var files = Files.walk(folder)) {
            assertEquals(List.of(), files.filter(path -> path.toString().endsWith(".tmp")).toList(), where);
        }
    }

    private Process run(int step, long seed) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
            Stream.of(java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"), Robot.class.getName(),
                folder.toString(), Integer.toString(step), Long.toString(seed)).toList())
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static int number(Design design) {
        var name = design.text("design-name");
        return name.isEmpty() ? 0 : Integer.parseInt(name.substring(1));
    }
}
