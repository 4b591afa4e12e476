package aksiam.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TroubleLogTest {
    @TempDir
    private Path folder;

    @Test
    void aMessageThatIsOnlyAPathBecomesASentence() {
        says("/a/b is not there", new NoSuchFileException("/a/b"));
        says("/a/b may not be read or written by this user", new AccessDeniedException("/a/b"));
        says("/a/b is not a folder", new NotDirectoryException("/a/b"));
        says("/a/b cannot be used: No space left on device", new FileSystemException("/a/b", null, "No space left on device"));
        says("/a/b cannot be used: file system", new FileSystemException("/a/b"));
        says("/a/b is not there", new CompletionException(new UncheckedIOException(new NoSuchFileException("/a/b"))));
        says("/a/b cannot be used: io", new IOException("/a/b"));
        says("no space left here", new IOException("no space left here"));
        says("io", new IOException());
        says("there is not enough memory for it", new OutOfMemoryError("Java heap space"));
    }

    @Test
    void neitherTheSentenceNorTheLogQuotesWhatWasTyped() throws Exception {
        var log = new TroubleLog(new StateFolder(folder.resolve("state")), Clock.systemUTC());
        assertTrue(log.report().contains("Nothing has gone wrong so far."));
        var sentence = log.note("Compare", new IllegalStateException("typed by a person", new NumberFormatException("For input string: \"typed\"")));
        assertFalse(sentence.contains("typed"), sentence);
        assertTrue(sentence.startsWith("something unexpected happened inside of the application: illegal state (TroubleLogTest.java:"), sentence);
        assertFalse(log.report().contains("typed"), log.report());
        assertTrue(log.report().contains(" Compare: java.lang.IllegalStateException < aksiam.store.TroubleLogTest."), log.report());
        assertTrue(log.report().contains(" caused by java.lang.NumberFormatException < "), log.report());
    }

    @Test
    void whatHappensInEachFrameIsNotedOnceAndTheFileStaysSmall() throws Exception {
        var log = new TroubleLog(new StateFolder(folder), Clock.systemUTC());
        var trouble = new IllegalStateException();
        for (int i = 0; i < 100; i++) {
            log.note("frame", trouble);
        }
        assertEquals(1, Files.readAllLines(log.file()).size());
        Files.writeString(log.file(), "x".repeat(600_000));
        log.note("other", trouble);
        assertEquals(1, Files.readAllLines(log.file()).size());
        assertEquals(600_000, Files.size(folder.resolve("aks-iam.log.1")));
    }

    @Test
    void aLogThatCannotBeWrittenIsNoFurtherTrouble() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        assertEquals("/a is not there", new TroubleLog(new StateFolder(file), Clock.systemUTC()).note("x", new NoSuchFileException("/a")));
    }

    /** Without settings the window opens all the same. */
    @Test
    void settingsThatNobodyCanReadAreNone() throws Exception {
        for (var text : new String[]{"{\"zoom\": 1e99999999999}", "{\"zoom\": \"wide\"}", "[", "{\"recent\": [{\"file\": \"a\\u0000b\", \"at\": \"x\"}]}"}) {
            Files.writeString(folder.resolve("settings.json"), text);
            assertEquals(Settings.NONE, Settings.load(new StateFolder(folder)), text);
        }
    }

    private static void says(String sentence, Throwable trouble) {
        assertEquals(sentence, Trouble.sentence(trouble));
    }
}
