package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.FileSteps.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that fails: the folder is as it was, and the message says what happened. */
class FailedWriteTest {
    private static final Bundle NEW = Trees.bundle("a.md", "two\n", "b.md", "two\n", "c.md", "two\n", "n/e/w.md", "two\n");
    private static final Set<Step> TAKES_SPACE = EnumSet.of(Step.CREATE, Step.WRITE, Step.COPY, Step.SYNC);
    @TempDir(factory = InMemory.class)
    private Path folder;
    @TempDir(factory = InMemory.class)
    private Path places;

    @BeforeEach
    void anEarlierBundle() throws IOException {
        Trees.write(Trees.bundle("a.md", "one\n", "b.md", "one\n", "c.md", "one\n", "x/gone.md", "one\n"), folder);
    }

    @Test
    void onAFullDiskTheOldBundleStaysWhole() throws IOException {
        var before = Trees.of(folder);
        int failed = 0;
        for (int full = 0; full < 1000; full++) {
            var left = new AtomicInteger(full);
            try {
                run((step, _) -> TAKES_SPACE.contains(step) && left.getAndDecrement() <= 0, "No space left on device");
                break;
            } catch (IOException e) {
                assertTrue(e.getMessage().startsWith("cannot write") && e.getMessage().contains(folder.toString())
                    && e.getMessage().endsWith(": No space left on device"), e.getMessage());
                assertEquals(before, Trees.of(folder), "full at step " + full);
                failed++;
            }
        }
        assertTrue(failed > 20, "only " + failed);
        assertEquals("two\n", Trees.of(folder).get("n/e/w.md"));
    }

    @Test
    void whicheverStepFailsTheBundleIsTheOldOrTheNewOne() throws IOException {
        var before = Trees.of(folder);
        boolean failed = true;
        for (int at = 0; failed; at++) {
            var place = Trees.copy(folder, places.resolve("failed-" + at));
            var left = new AtomicInteger(at);
            try {
                // A folder that is empty, and cannot be deleted nevertheless, stays behind.
                run(place, (_, file) -> left.getAndDecrement() == 0 && !file.toString().endsWith(".files"), "Input/output error");
                assertEquals("two\n", Trees.of(place).get("n/e/w.md"));
                failed = left.get() < 0;
            } catch (IOException e) {
                assertTrue(e.getMessage().startsWith("cannot") && e.getMessage().contains("Input/output error"), e.getMessage());
                assertEquals(before, Trees.of(place), "failed at step " + at);
            }
            Trees.write(NEW, place);
            assertEquals(Set.of("a.md", "b.md", "c.md", "manifest.json", "n/", "n/e/", "n/e/w.md"), Trees.of(place).keySet());
        }
    }

    @Test
    void rollingBackGoesOnAndKeepsTheFirstCause() throws IOException {
        var before = Trees.of(folder);
        var broken = new AtomicBoolean();
        var failure = assertThrows(IOException.class, () -> new BundleWriter(new FileSteps((step, file) -> {
            boolean manifest = file.equals(folder.resolve("manifest.json"));
            if (step == Step.MOVE && manifest) {
                broken.set(true);
                throw new IOException("first");
            }
            if (broken.get() && step == Step.MOVE && Stream.of("b.md", "c.md").map(folder::resolve).anyMatch(file::equals)) {
                throw new IOException("then " + file.getFileName());
            }
        }, false), LockOwner.ofThisProcess(), Duration.ZERO).run(folder, () -> WritePlan.of(NEW, folder), BundleWriter.Progress.NONE));

        assertTrue(failure.getMessage().matches("cannot write .*manifest.json: first; and cannot put back .*c.md: then c.md .*the next run.*"),
            failure.getMessage());
        var first = failure.getCause();
        assertTrue(first.getMessage().endsWith("manifest.json: first"), first.getMessage());
        var undo = first.getSuppressed()[0];
        assertTrue(undo.getMessage().endsWith("c.md: then c.md"), undo.getMessage());
        assertTrue(undo.getSuppressed()[0].getMessage().endsWith("b.md: then b.md"), undo.getSuppressed()[0].getMessage());
        assertEquals("one\n", Files.readString(folder.resolve("a.md")), "files after the one that failed are put back");
        assertTrue(Files.notExists(folder.resolve("n/e/w.md")));

        Trees.write(Trees.bundle("a.md", "one\n", "b.md", "one\n", "c.md", "one\n", "x/gone.md", "one\n"), folder);
        assertEquals(before, Trees.of(folder), "the next run puts back the others");
    }

    @Test
    void aFileThatWasChangedAfterComparingIsNotOverwritten() throws IOException {
        var path = "kubernetes/clusters/c/azure-outputs.env";
        Trees.write(Trees.bundle(path, "A=" + AzureOutputs.ZERO_GUID + "\n"), folder);
        var plan = WritePlan.of(Trees.bundle(path, "A=" + AzureOutputs.ZERO_GUID + "\nB=" + AzureOutputs.ZERO_GUID + "\n"), folder);
        Files.writeString(folder.resolve(path), "A=3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11\n");
        var before = Trees.of(folder);
        var failure = assertThrows(IOException.class, () -> BundleWriter.write(plan, BundleWriter.Progress.NONE));
        assertEquals(folder.resolve(path) + " was changed by someone else meanwhile; nothing was written, compare again", failure.getMessage());
        assertEquals(before, Trees.of(folder));
    }

    /** The deployment fills the file after all was prepared. */
    @Test
    void aFileThatIsFilledWhileOthersAreWrittenIsNotOverwritten() throws IOException {
        var path = "kubernetes/clusters/c/azure-outputs.env";
        Trees.write(Trees.bundle("a.md", "one\n", path, "A=" + AzureOutputs.ZERO_GUID + "\n"), folder);
        var next = Trees.bundle("a.md", "two\n", path, "A=" + AzureOutputs.ZERO_GUID + "\nB=" + AzureOutputs.ZERO_GUID + "\n");
        var failure = assertThrows(IOException.class, () -> new BundleWriter(new FileSteps((step, file) -> {
            if (step == Step.MOVE && file.endsWith("a.md")) {
                Files.writeString(folder.resolve(path), "A=3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11\n");
            }
        }, false), LockOwner.ofThisProcess(), Duration.ZERO).run(folder, () -> WritePlan.of(next, folder), BundleWriter.Progress.NONE));
        assertTrue(failure.getMessage().contains(path + " was changed by someone else meanwhile"), failure.getMessage());
        assertEquals("A=3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11\n", Files.readString(folder.resolve(path)));
        assertEquals("one\n", Files.readString(folder.resolve("a.md")));
    }

    private void run(BiPredicate<Step, Path> fails, String reason) throws IOException {
        run(folder, fails, reason);
    }

    private static void run(Path folder, BiPredicate<Step, Path> fails, String reason) throws IOException {
        new BundleWriter(new FileSteps((step, file) -> {
            if (fails.test(step, file)) {
                throw new IOException(reason);
            }
        }, false), Kill.DEAD, Duration.ZERO).run(folder, () -> WritePlan.of(NEW, folder), BundleWriter.Progress.NONE);
    }
}
