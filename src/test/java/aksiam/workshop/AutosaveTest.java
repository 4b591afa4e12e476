package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.model.Design;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Unsaved work is kept while somebody types, not only in a pause. Time is what the test says. */
final class AutosaveTest {
    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 24, 12, 0);
    private static final Duration MOST = Duration.ofSeconds(2);

    /** Runs what is due when time goes on. */
    private static final class Time implements AtLatest.Timer {
        private record Due(Duration at, Runnable task) {
        }

        private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
        private Duration now = Duration.ZERO;

        @Override
        public void run(Duration after, Runnable task) {
            due.add(new Due(now.plus(after), task));
        }

        /** How many tasks ran. */
        int pass(Duration time) {
            now = now.plus(time);
            int ran = 0;
            while (!due.isEmpty() && due.peek().at().compareTo(now) <= 0) {
                due.poll().task().run();
                ran++;
            }
            return ran;
        }
    }

    private final Time time = new Time();

    @Test
    void whoeverTypesWithoutAPauseLosesTwoSecondsAtMost() throws InterruptedException {
        var kept = new LinkedBlockingQueue<Design>();
        var home = new LinkedBlockingQueue<Runnable>();
        var workshop = new Workshop(outside(kept), home::add, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), time);
        workshop.dispatch(new Action.New());
        var onDisk = "";
        var typed = new ArrayList<>(List.of(""));
        for (int letters = 1; letters <= 400; letters++) {
            var text = "x".repeat(letters);
            typed.add(text);
            workshop.dispatch(new Action.Answered("design-name", new Answer.Text(text), START.plus(time.now)));
            for (var task = home.poll(); task != null; task = home.poll()) {
                task.run();
            }
            if (time.pass(Duration.ofMillis(100)) > 0) {
                var design = kept.poll(60, TimeUnit.SECONDS);
                onDisk = design == null ? "nothing" : design.text("design-name");
            }
            int lost = letters - typed.indexOf(onDisk);
            assertTrue(lost * 100L <= MOST.toMillis(), lost + " letters of " + letters + " would be lost");
        }
        assertTrue(onDisk.length() > 380, onDisk.length() + " letters of 400 are kept");
        workshop.close();
    }

    @Test
    void theLatestOfSeveralJobsRunsOnceAndNoneAfterCancelling() {
        var ran = new ArrayList<String>();
        var jobs = new AtLatest(MOST, time, Runnable::run);
        jobs.submit(() -> ran.add("first"));
        time.pass(MOST.minusMillis(1));
        jobs.submit(() -> ran.add("second"));
        time.pass(Duration.ofMillis(1));
        assertEquals(List.of("second"), ran);
        time.pass(MOST);
        assertEquals(List.of("second"), ran);
        jobs.submit(() -> ran.add("third"));
        jobs.cancel();
        time.pass(MOST);
        assertEquals(List.of("second"), ran);
    }

    private static Outside outside(BlockingQueue<Design> kept) {
        return (Outside) Proxy.newProxyInstance(Outside.class.getClassLoader(), new Class<?>[]{Outside.class}, (_, method, arguments) -> {
            switch (method.getName()) {
                case "autosave" -> kept.add((Design) arguments[1]);
                case "preferences" -> {
                    return Preferences.DEFAULT;
                }
                case "render" -> throw new Outside.Failure(new Problem("none", List.of()));
                default -> {
                }
            }
            return null;
        });
    }
}
