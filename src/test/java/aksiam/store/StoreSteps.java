package aksiam.store;

import java.util.concurrent.atomic.AtomicInteger;

/** Ends the process in front of a step that the store does to the disk, as a kill would. */
public final class StoreSteps {
    /** What a killed process ends with. */
    public static final int KILLED = 137;

    private StoreSteps() {
    }

    /** @param number from 1; no shutdown hook, no finally block runs then */
    public static void killBefore(int number) {
        var done = new AtomicInteger();
        AtomicFiles.BEFORE.set(_ -> {
            if (done.incrementAndGet() == number) {
                Runtime.getRuntime().halt(KILLED);
            }
        });
    }
}
