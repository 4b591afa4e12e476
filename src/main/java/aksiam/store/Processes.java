package aksiam.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** Names of processes of this machine, as the names of files hold them: number and second of the start, because a number is given again after a while. */
final class Processes {
    /** This one. */
    static final String OWN = ProcessHandle.current().pid() + "-" + start(ProcessHandle.current());

    /** Tells this machine from others that write into the same folder. */
    static final String MACHINE = Integer.toHexString(machine().hashCode());

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

    /** As the system calls it, without asking the network. */
    private static String machine() {
        var named = Stream.of("COMPUTERNAME", "HOSTNAME").map(System::getenv).filter(Objects::nonNull).findFirst();
        try {
            return named.isPresent() ? named.get() : Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    }
}
