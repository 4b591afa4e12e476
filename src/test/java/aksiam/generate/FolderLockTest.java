package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    private static final LockOwner SELF = LockOwner.ofThisProcess();
    private static final Bundle BUNDLE = Trees.bundle("a.md", "one\n");
    @TempDir
    private Path folder;

    @Test
    void nobodyWritesBesideALivingProcess() throws IOException {
        var lock = lock(SELF);
        assertEquals("cannot write into " + folder + ": process " + SELF.process() + " of this computer, started at "
            + java.time.Instant.ofEpochSecond(SELF.start()) + ", is writing into it; try again when it has ended (if it is not aks-iam, delete " + lock + ")",
            refusal());
        assertEquals(Set.of(lock.getFileName().toString()), Trees.of(folder).keySet());
    }

    @Test
    void aWriterWaitsForTheOneBefore() throws Exception {
        var lock = FolderLock.take(folder, SELF, Duration.ZERO, FileSteps.REAL);
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            lock.close();
        });
        Trees.write(BUNDLE, folder);
        waiting.join();
        assertEquals(Set.of("a.md", "manifest.json"), Trees.of(folder).keySet());
    }

    @Test
    void theLockOfADeadProcessIsTakenOver() throws IOException {
        lock(Kill.DEAD);
        lock(new LockOwner(SELF.host(), SELF.process(), SELF.start() - 3600));
        write();
        assertEquals(Set.of("a.md", "manifest.json"), Trees.of(folder).keySet());
    }

    @Test
    void theClockMayHaveBeenSetWhileAProcessRuns() {
        assertFalse(SELF.seesEnded(new LockOwner(SELF.host(), SELF.process(), SELF.start() + 2)));
        assertFalse(SELF.seesEnded(new LockOwner(SELF.host(), SELF.process(), 0)), "nobody knows when it started");
    }

    @Test
    void theLockOfAnotherComputerIsNeverTakenOver() throws IOException {
        var lock = lock(new LockOwner("elsewhere.example.com", Kill.DEAD.process(), 1));
        assertEquals(
            "cannot write into " + folder + ": process " + Kill.DEAD.process() + " of the computer elsewhere.example.com is writing into it, or ended in the "
                + "middle; delete " + lock + " when it runs no more, and the next run puts the folder in order",
            refusal());
        Files.delete(lock);
        write();
        assertEquals(Set.of("a.md", "manifest.json"), Trees.of(folder).keySet());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatIsListedOnlyIsDead() throws Exception {
        var parent = new ProcessBuilder("bash", "-c", "exec 3<&0; cat <&3 > /dev/null & echo $!; exec 3<&-; exec sleep 60").start();
        try {
            long child = Long.parseLong(parent.inputReader(StandardCharsets.UTF_8).readLine());
            while (!Files.readString(Path.of("/proc/" + parent.pid() + "/comm")).contains("sleep")) {
                Thread.onSpinWait();
            }
            parent.getOutputStream().close();
            while (!Files.readString(Path.of("/proc/" + child + "/stat")).contains(" Z ")) {
                Thread.onSpinWait();
            }
            assertTrue(SELF.seesEnded(new LockOwner(SELF.host(), child, 0)));
            assertFalse(SELF.seesEnded(new LockOwner(SELF.host(), parent.pid(), 0)));
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void namesOfComputersFitIntoNamesOfFiles() throws IOException {
        var odd = new LockOwner("a/b c\u00fc" + "x".repeat(300), SELF.process(), SELF.start());
        try (var lock = FolderLock.take(folder, odd, Duration.ZERO, FileSteps.REAL)) {
            assertTrue(FolderLock.isLock(lock.file()));
        }
        assertTrue(Trees.of(folder).isEmpty());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        var gone = folder.resolve("gone");
        var failure = assertThrows(IOException.class, () -> FolderLock.take(gone, SELF, Duration.ZERO, FileSteps.REAL));
        assertTrue(failure.getMessage().startsWith("cannot write into " + gone + ": "), failure.getMessage());
    }

    private Path lock(LockOwner owner) throws IOException {
        return Files.createFile(folder.resolve(".aks-iam-" + owner.host() + "." + owner.process() + "." + owner.start() + ".0123abcd.lock"));
    }

    private String refusal() {
        return assertThrows(IOException.class, this::write).getMessage();
    }

    private void write() throws IOException {
        new BundleWriter(FileSteps.REAL, SELF, Duration.ZERO).run(folder, () -> WritePlan.of(BUNDLE, folder), BundleWriter.Progress.NONE);
    }
}
