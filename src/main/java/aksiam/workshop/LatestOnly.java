package aksiam.workshop;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Runs the latest of several jobs after a pause; earlier ones that have not begun never run. */
final class LatestOnly {
    private final Duration pause;
    private final AtomicLong latest = new AtomicLong();

    LatestOnly(Duration pause) {
        this.pause = pause;
    }

    void submit(Runnable job) {
        long mine = latest.incrementAndGet();
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            if (mine == latest.get()) {
                job.run();
            }
        });
    }

    /** What has not begun never runs. */
    void cancel() {
        latest.incrementAndGet();
    }
}
