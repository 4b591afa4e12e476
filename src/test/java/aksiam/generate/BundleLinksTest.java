package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.WritePlan.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What links in the folder of a bundle lead to, and what others put there, belongs to others. */
class BundleLinksTest {
    private static final Bundle OLD = Trees.bundle("a.md", "one\n", "x/b.md", "one\n");
    private static final String STAGING = ".aks-iam-computer.7.1764408000.0123abcd.files";
    @TempDir(factory = InMemory.class)
    private Path top;
    private Path folder;
    private Path outside;

    @BeforeEach
    void aBundle() throws IOException {
        folder = top.resolve("bundle");
        outside = Files.createDirectories(top.resolve("outside"));
        Trees.write(OLD, folder);
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        linkX();
        var before = all();
        for (var next : List.of(Trees.bundle("a.md", "two\n", "x/b.md", "two\n"), Trees.bundle("x/new.md", "two\n"))) {
            var failure = assertThrows(IOException.class, () -> Trees.write(next, folder));
            assertTrue(failure.getMessage().endsWith(": " + folder.resolve("x") + " is a link, and a bundle is not written through links"),
                failure.getMessage());
            assertEquals(before, all());
        }
    }

    @Test
    void nothingIsRemovedThroughALink() throws IOException {
        linkX();
        Trees.write(Trees.bundle("a.md", "two\n"), folder);
        assertEquals("one\n", Files.readString(outside.resolve("b.md")));
        assertTrue(Files.isSymbolicLink(folder.resolve("x")));
        assertEquals("two\n", Files.readString(folder.resolve("a.md")));
    }

    @Test
    void aLinkInPlaceOfAFileIsTheWorkOfAPerson() throws IOException {
        linkA();
        var next = Trees.bundle("a.md", "two\n", "x/b.md", "two\n");
        assertEquals(List.of("a.md"), WritePlan.of(next, folder).edited());
        BundleWriter.write(folder, () -> WritePlan.of(next, folder, _ -> Status.REPLACED), BundleWriter.Progress.NONE);
        assertEquals("two\n", Trees.of(folder).get("a.md"), "the link itself is replaced");
        assertEquals("one\n", Files.readString(outside.resolve("a.md")));
    }

    @Test
    void aLinkThatIsReplacedIsPutBackAsALink() throws IOException {
        linkA();
        var before = all();
        var next = Trees.bundle("a.md", "two\n", "x/b.md", "two\n");
        for (int step = 0; Kill.at(step, folder, () -> WritePlan.of(next, folder, _ -> Status.REPLACED)); step++) {
            if (Trees.of(folder).get("x/b.md").equals("one\n") || Interrupted.in(folder).size() == 1) {
                assertThrows(BundleWriter.EditedFiles.class, () -> Trees.write(next, folder));
                assertEquals(before, all(), "step " + step);
            }
        }
    }

    @Test
    void aLinkThatIsNoLongerGeneratedStays() throws IOException {
        linkA();
        var plan = WritePlan.of(Trees.bundle("x/b.md", "one\n"), folder);
        assertEquals(List.of("a.md"), plan.paths(Status.LEFT));
        BundleWriter.write(plan, BundleWriter.Progress.NONE);
        assertTrue(Files.isSymbolicLink(folder.resolve("a.md")));
        assertEquals("one\n", Files.readString(outside.resolve("a.md")));
    }

    @Test
    void aLinkThatKeepsSomethingIsNotReplaced() throws IOException {
        var path = "kubernetes/clusters/c/azure-outputs.env";
        var bundle = Trees.bundle(path, "A=" + AzureOutputs.ZERO_GUID + "\n");
        Files.createDirectories(folder.resolve(path).getParent());
        Files.createSymbolicLink(folder.resolve(path), Files.writeString(outside.resolve("ids"), "A=1\n"));
        var failure = assertThrows(IOException.class, () -> Trees.write(bundle, folder));
        assertEquals(folder.resolve(path) + " is a link, and what it keeps would be lost: put the file itself there", failure.getMessage());
    }

    @Test
    void foldersOfOthersStayWhateverTheyAreCalled() throws IOException {
        for (var name : List.of(".aks-iam-notes", ".aks-iam-", STAGING, "x/" + STAGING)) {
            Files.createDirectories(folder.resolve(name).resolve("old"));
            Files.writeString(folder.resolve(name).resolve("old/a.md"), "mine\n");
        }
        Files.createDirectory(folder.resolve(".aks-iam-empty.files"));
        Files.createSymbolicLink(folder.resolve(".aks-iam-computer.7.1.0123abcd.files"), outside);
        Files.writeString(outside.resolve("journal"), "aks-iam journal 1\nremoved - a.md\nend\n");
        Files.createDirectories(outside.resolve("old"));
        var before = all();
        Trees.write(Trees.bundle("a.md", "two\n", "x/b.md", "one\n"), folder);
        var after = all();
        assertEquals("two\n", after.put("bundle/a.md", "one\n"));
        after.put("bundle/manifest.json", before.get("bundle/manifest.json"));
        assertEquals(before, after);
    }

    private void linkX() throws IOException {
        Files.move(folder.resolve("x/b.md"), outside.resolve("b.md"));
        Files.delete(folder.resolve("x"));
        Files.createSymbolicLink(folder.resolve("x"), outside);
    }

    private void linkA() throws IOException {
        Files.move(folder.resolve("a.md"), outside.resolve("a.md"));
        Files.createSymbolicLink(folder.resolve("a.md"), outside.resolve("a.md"));
    }

    private SortedMap<String, String> all() {
        return Trees.of(top);
    }
}
