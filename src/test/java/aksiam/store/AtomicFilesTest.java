package aksiam.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void replacesAndKeepsTheOneBefore() throws IOException {
        var file = folder.resolve("deep/new/a.aksiam.json");
        var first = AtomicFiles.replace(file, "one\n", AtomicFiles.Stamp.ABSENT);
        assertFalse(Files.exists(AtomicFiles.backup(file)));
        var second = AtomicFiles.replace(file, "two\n", first);
        assertEquals("two\n", Files.readString(file));
        assertEquals("one\n", Files.readString(AtomicFiles.backup(file)));
        AtomicFiles.replace(file, "three\n", second);
        assertEquals("two\n", Files.readString(AtomicFiles.backup(file)));
        assertEquals(List.of("a.aksiam.json", "a.aksiam.json.bak"), names(file.getParent()));
    }

    @Test
    void doesNotReplaceWhatSomebodyElseChanged() throws IOException {
        var file = folder.resolve("a");
        var stamp = AtomicFiles.write(file, "mine");
        Files.writeString(file, "theirs");
        var refusal = assertThrows(AtomicFiles.ChangedMeanwhile.class, () -> AtomicFiles.replace(file, "mine again", stamp));
        assertTrue(refusal.getMessage().contains("changed by someone else"), refusal.getMessage());
        assertEquals("theirs", Files.readString(file));
        assertThrows(AtomicFiles.ChangedMeanwhile.class, () -> AtomicFiles.replace(file, "x", AtomicFiles.Stamp.ABSENT));
        Files.delete(file);
        assertThrows(AtomicFiles.ChangedMeanwhile.class, () -> AtomicFiles.replace(file, "x", stamp));
    }

    @Test
    void keepsPermissionsAndLinks() throws IOException {
        var file = folder.resolve("real");
        AtomicFiles.write(file, "one");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        var link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFiles.replace(link, "two", AtomicFiles.stamp("one"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("two", Files.readString(file));
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aBackupIsReadableByNobodyElse() throws IOException {
        var file = folder.resolve("secret");
        var stamp = AtomicFiles.write(file, "one");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        AtomicFiles.replace(file, "two", stamp);
        assertEquals("rw-------", permissions(AtomicFiles.backup(file)));
        assertEquals("rw-------", permissions(file));
    }

    @Test
    void onlyTemporaryFilesOfDeadProcessesOfThisMachineAreRemoved() throws IOException {
        var prefix = ".aks-iam-" + Processes.MACHINE + "-";
        var dead = Files.writeString(folder.resolve(prefix + (Integer.MAX_VALUE - 1) + "-1-17.tmp"), "half");
        var kept = List.of(".aks-iam-elsewhere-" + (Integer.MAX_VALUE - 1) + "-1-17.tmp", prefix + Processes.OWN + "-17.tmp", "a.aksiam.json", "b.tmp");
        for (var name : kept) {
            Files.writeString(folder.resolve(name), "x");
        }
        AtomicFiles.cleanUp(folder);
        assertFalse(Files.exists(dead));
        assertEquals(kept.stream().sorted().toList(), names(folder));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void failureNamesTheFileAndLeavesItWhole() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "text");
        var below = assertThrows(IOException.class, () -> AtomicFiles.write(file.resolve("below"), "x"));
        assertTrue(below.getMessage().startsWith(file.resolve("below") + " cannot be written"), below.getMessage());
        assertEquals("text", Files.readString(file));
    }

    /** Not even the administrator may write below /proc. */
    @Test
    void readOnlyFolderIsNamed() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "Linux only");
        var error = assertThrows(IOException.class, () -> AtomicFiles.write(Path.of("/proc/self/net/x"), "x"));
        assertTrue(error.getMessage().startsWith("/proc/self/net/x cannot be written: "), error.getMessage());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
