package aksiam.store;

import java.time.Instant;

/** Names of processes of this machine, as the names of files hold them: number and second of the start, because a number is given again after a while. */
final class Processes {
    /** This one. */
    static final String OWN = ProcessHandle.current().pid() + "-" + start(ProcessHandle.current());

    /** Linux derives the start from the clock, so that two processes see it up to a second apart. */
    private static final long APART = 2;

    private Processes() {
    }

    /** Whether the process of that name still runs. */
    static boolean isRunning(String name) {
        int dash = name.indexOf('-');
        try {
            long start = Long.parseLong(name.substring(dash + 1));
            return dash > 0 && ProcessHandle.of(Long.parseLong(name.substring(0, dash))).filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(start(process) - start) <= APART).isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }
}
