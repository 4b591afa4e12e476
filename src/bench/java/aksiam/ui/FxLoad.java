package aksiam.ui;

import aksiam.testkit.Fx;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * How long the JavaFX thread was taken at a stretch: something is put into its queue again and again, and what it waits for there is
 * one piece of work, such as the handling of an event or the layout of a frame.
 */
final class FxLoad implements AutoCloseable {
    /** Milliseconds; what the thread computed does not count the time for which others had the processor. */
    record Longest(double waited, double computed) {
        Longest and(Longest other) {
            return new Longest(Math.max(waited, other.waited), Math.max(computed, other.computed));
        }
    }

    private volatile boolean open = true;
    private Longest longest = new Longest(0, 0);
    private long computedBefore = -1;
    /** Last, since it looks at the others. */
    private final Thread watcher = Thread.ofPlatform().daemon().start(this::watch);

    /** The longest stretch since the last call. */
    synchronized Longest take() {
        var taken = longest;
        longest = new Longest(0, 0);
        return taken;
    }

    @Override
    public void close() {
        open = false;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void watch() {
        while (open) {
            var ran = new CountDownLatch(1);
            long asked = System.nanoTime();
            Platform.runLater(() -> {
                long computed = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                ran(System.nanoTime() - asked, computedBefore < 0 ? 0 : computed - computedBefore);
                computedBefore = computed;
                ran.countDown();
            });
            try {
                ran.await();
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private synchronized void ran(long waited, long computed) {
        longest = longest.and(new Longest(waited / 1e6, computed / 1e6));
    }

    /** Waits until nothing is left to be done. */
    static void settle() {
        Fx.drain();
        Fx.drain();
    }
}
