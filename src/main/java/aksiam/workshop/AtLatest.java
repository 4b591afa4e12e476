package aksiam.workshop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Runs the latest of several jobs a fixed time after the first of them was handed in. Jobs that keep coming never put it off,
 * so that what was done last is at most that time old.
 */
final class AtLatest {
    /** Runs a task later. */
    interface Timer {
        void run(Duration after, Runnable task);

        /** Of the clock on the wall. */
        Timer REAL = (after, task) -> Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(after);
                task.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private final Duration wait;
    private final Timer timer;
    private final Executor executor;
    /** Empty while nothing waits. */
    private Optional<Runnable> waiting = Optional.empty();

    /** @param executor runs the jobs after their wait; one that waits there is still replaced when a later one comes */
    AtLatest(Duration wait, Timer timer, Executor executor) {
        this.wait = wait;
        this.timer = timer;
        this.executor = executor;
    }

    synchronized void submit(Runnable job) {
        boolean first = waiting.isEmpty();
        waiting = Optional.of(job);
        if (first) {
            timer.run(wait, () -> executor.execute(() -> take().ifPresent(Runnable::run)));
        }
    }

    /** What has not begun never runs. */
    synchronized void cancel() {
        waiting = Optional.empty();
    }

    private synchronized Optional<Runnable> take() {
        var job = waiting;
        waiting = Optional.empty();
        return job;
    }
}
