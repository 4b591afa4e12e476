package aksiam.generate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A process: its computer, its number there, and the second when it started, because numbers are given again. */
record LockOwner(String host, long process, long start) {
    /** Clocks are set while a process runs, so that it seems to have started a little earlier or later. */
    private static final long SAME_START = 60;
    private static final long UNKNOWN = 0;
    private static final int LONGEST_NAME = 64;

    LockOwner {
        var name = host.replaceAll("[^A-Za-z0-9.-]+", "-");
        host = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    static LockOwner ofThisProcess() {
        var process = ProcessHandle.current();
        return new LockOwner(thisHost(), process.pid(), process.info().startInstant().map(Instant::getEpochSecond).orElse(UNKNOWN));
    }

    /** Its address is asked for last: where no name server answers, that takes seconds. */
    private static String thisHost() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException _) {
            return Optional.ofNullable(System.getenv("COMPUTERNAME")).orElseGet(LockOwner::nameInNetwork);
        }
    }

    private static String nameInNetwork() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return Optional.ofNullable(e.getMessage()).map(text -> text.replaceAll(":.*", "")).orElse("unknown");
        }
    }

    /** Whether another owner has certainly ended. Of another computer nobody knows. */
    boolean seesEnded(LockOwner other) {
        return host.equals(other.host)
            && ProcessHandle.of(other.process).filter(process -> process.isAlive() && !isDefunct(other.process) && other.isSame(process))
                .isEmpty();
    }

    private boolean isSame(ProcessHandle other) {
        return start == UNKNOWN || other.info().startInstant().map(instant -> Math.abs(instant.getEpochSecond() - start) <= SAME_START).orElse(true);
    }

    /** A process that was killed stays in the list of Linux until its parent asks for it. */
    private static boolean isDefunct(long process) {
        try {
            return Files.readString(Path.of("/proc/" + process + "/stat")).matches("(?s).*\\) [ZX] .*");
        } catch (IOException _) {
            return false;
        }
    }
}
