package aksiam.workshop;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** Runs the latest of several jobs after a pause; earlier ones that have not begun never run. */
final class LatestOnly {
    private final Duration pause;
    private final Executor executor;
    private final AtomicLong latest = new AtomicLong();

    /** @param executor runs the jobs after their pause; one that waits there is still left out when a later one comes */
    LatestOnly(Duration pause, Executor executor) {
        this.pause = pause;
        this.executor = executor;
    }

    void submit(Runnable job) {
        long mine = latest.incrementAndGet();
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            executor.execute(() -> {
                if (mine == latest.get()) {
                    job.run();
                }
            });
        });
    }

    /** What has not begun never runs. */
    void cancel() {
        latest.incrementAndGet();
    }
}
