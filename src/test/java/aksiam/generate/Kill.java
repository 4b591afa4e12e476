package aksiam.generate;

import aksiam.generate.BundleWriter.Planner;
import aksiam.generate.BundleWriter.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** As if the process were killed before a step: that step and all that follow, also those of rolling back, are not done any more. */
final class Kill implements FileSteps.Before {
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A process of this computer that is no more: Linux gives no such number. */
    static final LockOwner DEAD = new LockOwner(LockOwner.ofThisProcess().host(), 99_999_999, 1);
    private final int step;
    private int done;

    private Kill(int step) {
        this.step = step;
    }

    @Override
    public void step(FileSteps.Step kind, Path file) {
        if (done == step) {
            throw new Killed();
        }
        done++;
    }

    /** Whether the process was killed before it was ready. */
    static boolean at(int step, Path folder, Planner planner) throws IOException {
        try {
            new BundleWriter(new FileSteps(new Kill(step), false), DEAD, Duration.ZERO).run(folder, planner, Progress.NONE);
            return false;
        } catch (Killed _) {
            return true;
        }
    }

    /** How many steps it takes when nothing happens. */
    static int steps(Path folder, Planner planner) throws IOException {
        var counted = new Kill(-1);
        new BundleWriter(new FileSteps(counted, false), DEAD, Duration.ZERO).run(folder, planner, Progress.NONE);
        return counted.done;
    }
}
