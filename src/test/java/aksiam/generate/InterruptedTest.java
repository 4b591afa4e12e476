package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.WritePlan.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed before any one of its steps: the next one makes the folder whole, whatever it generates. */
class InterruptedTest {
    private static final String OUTPUTS = "kubernetes/clusters/c/azure-outputs.env";
    private static final String ID = "3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11";
    private static final Bundle OLD = Trees.bundle("a.md", "one\n", "x/y/gone.md", "one\n", "x/stays.md", "one\n", OUTPUTS,
        "A=" + AzureOutputs.ZERO_GUID + "\n");
    private static final Bundle NEW = Trees.bundle("a.md", "two\n", "n/e/w.sh", "two\n", "x/stays.md", "one\n", OUTPUTS,
        "A=" + AzureOutputs.ZERO_GUID + "\nB=" + AzureOutputs.ZERO_GUID + "\n");
    private static final Bundle CHANGED = Trees.bundle("a.md", "three\n", "n/other.md", "three\n", "x/y/z.md", "three\n", OUTPUTS,
        "B=" + AzureOutputs.ZERO_GUID + "\nA=" + AzureOutputs.ZERO_GUID + "\n");
    @TempDir(factory = InMemory.class)
    private Path folder;
    private Path before;

    @BeforeEach
    void anEarlierBundleThatWasDeployed() throws IOException {
        before = folder.resolve("before");
        Trees.write(OLD, before);
        Files.writeString(before.resolve(OUTPUTS), "A=" + ID + "\n");
        Files.createDirectories(before.resolve("notes"));
    }

    @Test
    void theNextRunOfTheSameDesignMakesTheFolderWhole() throws IOException {
        var expected = Trees.after(before, NEW);
        assertTrue(expected.get(OUTPUTS).contains(ID));
        for (int step = 0; kill(step, NEW); step++) {
            assertEquals(List.of(), WritePlan.of(NEW, killed(step)).edited(), "step " + step);
            Trees.write(NEW, killed(step));
            assertEquals(expected, Trees.of(killed(step)), "step " + step);
        }
    }

    @Test
    void theNextRunOfAnotherDesignMakesTheFolderWhole() throws IOException {
        var expected = List.of(Trees.after(before, CHANGED), Trees.after(before, NEW, CHANGED));
        for (int step = 0; kill(step, NEW); step++) {
            var found = WritePlan.of(CHANGED, killed(step));
            assertEquals(List.of(), found.edited(), "step " + step);
            if (step % 2 == 0) {
                Trees.write(CHANGED, killed(step));
            } else {
                // The window shows what it found before anything is put back.
                Trees.write(found);
            }
            assertTrue(expected.contains(Trees.of(killed(step))), "step " + step + ": " + Trees.of(killed(step)));
        }
    }

    @Test
    void aRunThatChangesNothingClearsAwayWhatWasLeft() throws IOException {
        for (int step = 0; kill(step, NEW); step++) {
            Trees.write(OLD, killed(step));
            assertEquals(Trees.of(before).keySet(), Trees.of(killed(step)).keySet(), "step " + step);
        }
    }

    @Test
    void theFirstRunIntoAFolderLeavesNothingBehind() throws IOException {
        before = Files.createDirectory(folder.resolve("empty"));
        var expected = Trees.after(before, CHANGED);
        for (int step = 0; kill(step, NEW); step++) {
            Trees.write(CHANGED, killed(step));
            assertEquals(expected, Trees.of(killed(step)), "step " + step);
        }
    }

    @Test
    void repairingMayBeKilledAsWell() throws IOException {
        var random = new Random(13);
        var expected = List.of(Trees.after(before, CHANGED), Trees.after(before, NEW, CHANGED));
        for (int step = 0; kill(step, NEW); step++) {
            for (int again = random.nextInt(25); Kill.at(again, killed(step), plan(CHANGED, killed(step))); again += 1 + random.nextInt(25)) {
                assertEquals(List.of(), WritePlan.of(CHANGED, killed(step)).edited(), "step " + step + ", then " + again);
            }
            assertTrue(expected.contains(Trees.of(killed(step))), "step " + step + ": " + Trees.of(killed(step)));
        }
    }

    @Test
    void anEditThatWasBeingOverwrittenIsThereStill() throws IOException {
        Files.writeString(before.resolve("a.md"), "mine\n");
        int refused = 0;
        for (int step = 0; kill(step, NEW, Status.REPLACED); step++) {
            if (!WritePlan.of(NEW, killed(step)).edited().isEmpty()) {
                int at = step;
                assertThrows(BundleWriter.EditedFiles.class, () -> Trees.write(NEW, killed(at)));
                assertEquals(Trees.of(before), Trees.of(killed(step)), "step " + step);
                refused++;
            }
        }
        assertTrue(refused > 20, "only " + refused);
    }

    @Test
    void whatWasDoneAfterTheKillStays() throws IOException {
        for (int step = 0; kill(step, NEW); step++) {
            var filled = Files.readString(killed(step).resolve(OUTPUTS)).replace(ID, "11111111-6a0e-4b57-9d1c-0a7b5e2f8c11");
            Files.writeString(killed(step).resolve(OUTPUTS), filled);
            Files.writeString(killed(step).resolve("a.md"), "mine\n");
            assertEquals(List.of("a.md"), WritePlan.of(CHANGED, killed(step)).edited(), "step " + step);
            var plan = plan(CHANGED, killed(step), Status.KEPT);
            BundleWriter.write(killed(step), plan, BundleWriter.Progress.NONE);
            assertEquals("mine\n", Files.readString(killed(step).resolve("a.md")));
            assertTrue(Files.readString(killed(step).resolve(OUTPUTS)).contains("A=11111111-"), "step " + step);
        }
    }

    /** Somebody deletes the lock of another computer, as the message says: the files beside are known by their journal. */
    @Test
    void whatWasLeftIsFoundWithoutItsLock() throws IOException {
        var expected = Trees.after(before, CHANGED);
        int open = 0;
        for (int step = 0; kill(step, NEW); step++) {
            try (var locks = Files.newDirectoryStream(killed(step), "*" + FolderLock.ENDING)) {
                for (var lock : locks) {
                    Files.delete(lock);
                }
            }
            if (!Interrupted.in(killed(step)).isEmpty()) {
                Trees.write(CHANGED, killed(step));
                assertEquals(expected, Trees.of(killed(step)), "step " + step);
                open++;
            }
        }
        assertTrue(open > 5, "only " + open);
    }

    @Test
    void aJournalThatNobodyUnderstandsStopsTheRun() throws IOException {
        int step = 0;
        while (kill(step, NEW) && Interrupted.in(killed(step)).isEmpty()) {
            step++;
        }
        var place = Staging.in(killed(step)).getFirst().place();
        for (var text : List.of("aks-iam journal 2\nend\n", "aks-iam journal 1\nremoved - ../before/a.md\nend\n", "aks-iam journal 1\nremoved - a.md\n")) {
            Files.writeString(place.resolve("journal"), text);
            int at = step;
            var failure = assertThrows(IOException.class, () -> Trees.write(NEW, killed(at)));
            assertTrue(failure.getMessage().contains(place + "/journal cannot be understood"), failure.getMessage());
        }
    }

    private boolean kill(int step, Bundle bundle) throws IOException {
        return kill(step, bundle, Status.EDITED);
    }

    private boolean kill(int step, Bundle bundle, Status edited) throws IOException {
        var copy = Trees.copy(before, killed(step));
        return Kill.at(step, copy, plan(bundle, copy, edited));
    }

    private Path killed(int step) {
        return folder.resolve("killed-" + step);
    }

    private static BundleWriter.Planner plan(Bundle bundle, Path folder) {
        return plan(bundle, folder, Status.EDITED);
    }

    private static BundleWriter.Planner plan(Bundle bundle, Path folder, Status edited) {
        return () -> WritePlan.of(bundle, folder, _ -> edited);
    }
}
