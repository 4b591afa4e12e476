package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.BundleWriter.Progress;
import aksiam.generate.WritePlan.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {
    @TempDir
    private Path folder;

    @Test
    void writesEverythingThenNothing() throws IOException {
        var bundle = bundle("a.md", "one\n", "infra/deploy.sh", "#!/bin/bash\n");
        write(bundle, false);
        assertEquals(Set.of("a.md", "infra/deploy.sh", "manifest.json"), tree().keySet());
        assertTrue(Files.isExecutable(folder.resolve("infra/deploy.sh")));
        assertFalse(Files.isExecutable(folder.resolve("a.md")));
        assertTrue(WritePlan.of(bundle, folder).isEmpty());
    }

    @Test
    void refusesEditedFilesAndNamesThemAll() throws IOException {
        write(bundle("a.md", "one\n", "b.md", "one\n", "c.md", "one\n"), false);
        Files.writeString(folder.resolve("a.md"), "mine\n");
        Files.writeString(folder.resolve("b.md"), "mine\n");
        var next = bundle("a.md", "two\n", "b.md", "two\n", "c.md", "two\n");
        var before = tree();
        var refusal = assertThrows(BundleWriter.EditedFiles.class, () -> write(next, false));
        assertEquals(List.of("a.md", "b.md"), refusal.paths());
        assertEquals(before, tree());
        write(next, true);
        assertEquals("two\n", tree().get("a.md"));
    }

    @Test
    void editedFilesAreKeptOrReplacedOneByOne() throws IOException {
        write(bundle("a.md", "one\n", "b.md", "one\n", "c.md", "one\n"), false);
        Files.writeString(folder.resolve("a.md"), "mine\n");
        Files.writeString(folder.resolve("b.md"), "mine\n");
        var next = bundle("a.md", "two\n", "b.md", "two\n", "c.md", "two\n");
        BundleWriter.write(keeping(next, "b.md"), Progress.NONE);
        assertEquals(List.of("mine\n", "two\n", "two\n"), List.of(tree().get("a.md"), tree().get("b.md"), tree().get("c.md")));
        var again = keeping(next, "");
        assertEquals(List.of("a.md"), again.paths(Status.KEPT));
        assertTrue(again.isEmpty());
        Files.writeString(folder.resolve("a.md"), "one\n");
        assertEquals(List.of("a.md", "manifest.json"), keeping(next, "").paths(Status.CHANGED), "an edit that was taken back counts no longer");
    }

    @Test
    void aKeptFileThatIsNotOursStaysOutOfTheManifest() throws IOException {
        Files.writeString(folder.resolve("a.md"), "mine\n");
        BundleWriter.write(keeping(bundle("a.md", "ours\n", "b.md", "ours\n"), ""), Progress.NONE);
        assertEquals(Set.of("b.md"), Manifest.read(tree().get("manifest.json")).orElseThrow().files().keySet());
        BundleWriter.write(keeping(bundle("b.md", "ours\n"), ""), Progress.NONE);
        assertEquals("mine\n", tree().get("a.md"));
    }

    private WritePlan keeping(Bundle bundle, String replaced) throws IOException {
        return WritePlan.of(bundle, folder, path -> path.equals(replaced) ? Status.REPLACED : Status.KEPT);
    }

    @Test
    void aFileThatAPersonMadeIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("README.md"), "mine\n");
        assertEquals(List.of("README.md"), WritePlan.of(bundle("README.md", "ours\n"), folder).edited());
        assertTrue(WritePlan.of(bundle("README.md", "mine\n"), folder).edited().isEmpty());
    }

    @Test
    void aForeignManifestIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{\"name\": \"web application\"}\n");
        assertEquals(List.of("manifest.json"), WritePlan.of(bundle("a.md", "one\n"), folder).edited());
    }

    @Test
    void endsOfLinesChangedByGitAreNoEdit() throws IOException {
        write(bundle("a.md", "one\ntwo\n"), false);
        Files.writeString(folder.resolve("a.md"), "one\r\ntwo\r\n");
        assertTrue(WritePlan.of(bundle("a.md", "three\n"), folder).edited().isEmpty());
    }

    @Test
    void whatIsNoLongerGeneratedGoesUnlessEdited() throws IOException {
        write(bundle("x/a.md", "one\n", "y/b.md", "one\n", "c.md", "one\n"), false);
        Files.writeString(folder.resolve("y/b.md"), "mine\n");
        var plan = WritePlan.of(bundle("c.md", "one\n"), folder);
        assertEquals(List.of("x/a.md"), plan.paths(Status.REMOVED));
        assertEquals(List.of("y/b.md"), plan.paths(Status.LEFT));
        BundleWriter.write(plan, Progress.NONE);
        assertEquals(Set.of("c.md", "y/b.md", "manifest.json"), tree().keySet());
        assertFalse(Files.exists(folder.resolve("x")));
        assertFalse(tree().get("manifest.json").contains("y/b.md"));
    }

    @Test
    void keepsWhatTheDeploymentFilledIn() throws IOException {
        var path = "kubernetes/clusters/c/azure-outputs.env";
        var bundle = bundle(path, "# of the deployment\nA=" + AzureOutputs.ZERO_GUID + "\nB=" + AzureOutputs.ZERO_GUID + "\n");
        write(bundle, false);
        var filled = "# of the deployment\nA=3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11\nB=" + AzureOutputs.ZERO_GUID + "\n";
        Files.writeString(folder.resolve(path), filled);
        assertTrue(WritePlan.of(bundle, folder).isEmpty());
        write(bundle(path, "# of the deployment\nA=" + AzureOutputs.ZERO_GUID + "\nC=" + AzureOutputs.ZERO_GUID + "\n"), false);
        assertEquals("# of the deployment\nA=3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11\nC=" + AzureOutputs.ZERO_GUID + "\n", tree().get(path));
    }

    @Test
    void someOutputsLeaveTheOthersAndTheirEntries() throws IOException {
        write(bundle("infra/a.bicep", "one\n", "records/r.md", "one\n", "records/old.md", "one\n"), false);
        write(new Bundle("1", List.of(Artefact.of("records/r.md", "two\n", List.of("sign-in"))), Set.of("records"), Set.of("infra/a.bicep")), false);
        assertEquals(Set.of("infra/a.bicep", "records/r.md", "manifest.json"), tree().keySet());
        var manifest = Manifest.read(tree().get("manifest.json")).orElseThrow();
        assertEquals(Set.of("infra/a.bicep", "records/r.md"), manifest.files().keySet());
        assertEquals(List.of("sign-in"), manifest.files().get("records/r.md").considerations());
    }

    @Test
    void aFailureLeavesTheFolderAsItWas() throws IOException {
        write(bundle("a.md", "one\n", "gone.md", "one\n"), false);
        Files.createDirectories(folder.resolve("z.md/in-the-way"));
        var before = tree();
        var plan = new ArrayList<>(WritePlan.of(bundle("a.md", "two\n", "new/b.md", "one\n"), folder).changes());
        plan.add(new WritePlan.Change("z.md", Status.NEW, java.util.Optional.of("one\n"), java.util.Optional.empty(), java.util.Optional.empty()));
        var failure = assertThrows(IOException.class, () -> BundleWriter.write(new WritePlan(folder, plan), Progress.NONE));
        assertTrue(failure.getMessage().contains(folder.resolve("z.md").toString()), failure.getMessage());
        assertEquals(before, tree());
        assertFalse(Files.exists(folder.resolve("new")));
    }

    @Test
    void cancellingLeavesTheFolderAsItWas() {
        var target = folder.resolve("deep/er");
        var seen = new ArrayList<String>();
        assertThrows(CancellationException.class,
            () -> BundleWriter.write(WritePlan.of(bundle("a.md", "one\n", "b.md", "two\n"), target), (path, done, of) -> {
                seen.add(path + " " + done + "/" + of);
                return done < 1;
            }));
        assertEquals(List.of("a.md 0/3", "b.md 1/3"), seen);
        assertFalse(Files.exists(folder.resolve("deep")));
    }

    @Test
    void neverLeavesTheFolder() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> WritePlan.of(bundle("../a.md", "one\n"), folder));
        Files.writeString(folder.resolve("outside.md"), "one\n");
        var inner = folder.resolve("inner");
        Files.createDirectories(inner);
        Files.writeString(inner.resolve("manifest.json"),
            Manifest.of("1", List.of(Manifest.Entry.of(Artefact.of("../outside.md", "one\n", List.of())))).text());
        BundleWriter.write(WritePlan.of(bundle("a.md", "one\n"), inner), Progress.NONE);
        assertTrue(Files.exists(folder.resolve("outside.md")));
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("taken"), "x");
        assertEquals(file + " is not a folder", assertThrows(IOException.class, () -> WritePlan.of(bundle("a.md", "one\n"), file)).getMessage());
    }

    @Test
    void theManifestIsReadBackAsItWasWritten() {
        var manifest = Manifest.of("1",
            List.of(new Manifest.Entry("a.bicepparam", "0".repeat(64), List.of("clusters", "sign-in"), java.util.Optional.of("/subscriptions/1")),
                Manifest.Entry.of(Artefact.of("b.md", "x", List.of()))));
        assertEquals(manifest.files(), Manifest.read(manifest.text()).orElseThrow().files());
        assertEquals(manifest.files(), Manifest.read(manifest.text().replace(" ", "").replace("[", "[\n")).orElseThrow().files());
    }

    private void write(Bundle bundle, boolean force) throws IOException {
        BundleWriter.write(WritePlan.of(bundle, folder, _ -> force ? Status.REPLACED : Status.EDITED), Progress.NONE);
    }

    private static Bundle bundle(String... pathsAndTexts) {
        var files = new ArrayList<Artefact>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.add(Artefact.of(pathsAndTexts[i], pathsAndTexts[i + 1], List.of()));
        }
        return new Bundle("1", files, Set.of(), Set.of());
    }

    private Map<String, String> tree() throws IOException {
        var tree = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                tree.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return tree;
    }
}
