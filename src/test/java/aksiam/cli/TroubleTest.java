package aksiam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.store.DesignFile;
import aksiam.store.Presets;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong is one sentence and exit code 2, and what nobody expected stands in the log. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class TroubleTest {
    private static final String STATE = "aksiam.state";

    @TempDir
    private Path folder;
    private final String before = System.getProperty(STATE, "");

    @BeforeEach
    void ownState() {
        System.setProperty(STATE, folder.resolve("state").toString());
    }

    @AfterEach
    void stateBefore() {
        System.setProperty(STATE, before);
    }

    @Test
    void numbersThatAreTooLarge() throws Exception {
        for (var number : List.of("1e99999999999", "1e2147483648", "-1E+99999999999")) {
            refused("line 3: holds a number that is too large", "check",
                design("{\"schema\": 1, \"answers\":\n {\"teams\": [\n {\"name\": \"a\", \"quotaPods\": " + number + "}]}}"));
        }
        var wrong = run("check", design("{\"schema\": 1, \"answers\": {\"teams\": [{\"name\": \"a\", \"quotaPods\": 1e999999999}]}}"));
        assertEquals(1, wrong.code(), wrong.err());
        assertTrue(wrong.out().contains("malformed-value $.answers.teams[0].quotaPods: \"1E+999999999\" is no whole number"), wrong.out());
        assertEquals(0, run("check", design("{\"schema\": 1, \"kept\": 1e999999999}")).code());
    }

    @Test
    void namesThatAreEmpty() throws Exception {
        var good = design(DesignFile.print(Presets.design("small-team")));
        refused("expected the name of a file or a folder, found nothing", "generate", good, "-o", "");
        refused("expected the name of a file or a folder, found nothing", "new", "-o", "");
        refused("expected the name of a file or a folder, found nothing", "check", " ");
        refused("expected the name of a file or a folder, found nothing", "templates", "export", "");
    }

    @Test
    void devicesPipesAndFilesLargerThanMemory() throws Exception {
        refused("/dev/zero: is a device or a pipe, expected a design file", "check", "/dev/zero");
        var pipe = folder.resolve("pipe.aksiam.json");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        refused("is a device or a pipe", "check", pipe);
        refused("is a device or a pipe", "generate", pipe, "-o", folder.resolve("bundle"));
        var large = folder.resolve("large.aksiam.json");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        refused("is larger than 32 MiB, expected a design file", "check", large);
    }

    @Test
    void letters_that_the_locale_does_not_have() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var builder = new ProcessBuilder("bash", "-c", "exec \"$@\" $'caf\\xc3\\xa9.aksiam.json'", "bash", java.toString(), "-cp",
            System.getProperty("java.class.path"), "aksiam.Main", "check").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor(), printed);
        assertTrue(printed.contains("cannot be the name of a file here") || printed.contains("does not exist"), printed);
        assertFalse(printed.contains("Exception"), printed);
    }

    @Test
    void a_folder_that_may_not_be_read() throws Exception {
        var closed = Files.createDirectory(folder.resolve("closed"));
        var file = Files.writeString(closed.resolve("a.aksiam.json"), "{}");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            Assumptions.assumeFalse(Files.isReadable(closed), "root reads everything");
            refused("may not be read by this user", "check", file);
            refused("cannot write", "generate", design(DesignFile.print(Presets.design("small-team"))), "-o", closed.resolve("bundle"));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Strings whose hash is the same in Java and, the second ones, in the parser. */
    @Test
    void keysWithOneHash() throws Exception {
        for (var pair : List.of(List.of("Aa", "BB"), List.of("Ab", "BA"))) {
            var keys = List.of("");
            for (int i = 0; i < 16; i++) {
                keys = keys.stream().flatMap(key -> pair.stream().map(key::concat)).toList();
            }
            var members = keys.stream().map(key -> "\"" + key + "\": 1").collect(Collectors.joining(",\n"));
            assertEquals(65_536, keys.size());
            for (var text : List.of("{\"schema\": 1, \"x\": {" + members + "}}", "{\"schema\": 1, " + members + "}",
                "{\"schema\": 1, \"answers\": {" + members + "}}",
                "{\"schema\": 1, \"answers\": {\"teams\": [{" + members + "}]}}")) {
                var file = design(text);
                var run = assertTimeoutPreemptively(Duration.ofMinutes(3), () -> run("check", file));
                assertTrue(run.code() < 2 || run.err().contains("too large for a design file"), run.err());
            }
        }
    }

    @Test
    void whatNobodyExpectedIsOneSentenceAndALineInTheLog() throws Exception {
        var typed = "hunter2" + "x";
        for (var trouble : new Throwable[]{new IllegalStateException(typed), new StackOverflowError(typed), new OutOfMemoryError(typed),
            new NoClassDefFoundError(typed)}) {
            var run = Run.of(_ -> {
                throw TroubleTest.<RuntimeException>sneaked(trouble);
            });
            assertEquals(2, run.code());
            assertEquals(1, run.errors().size(), run.err());
            assertFalse(run.err().contains(typed) || run.err().contains("\tat "), run.err());
        }
        assertEquals(2, Run.of(_ -> {
            throw new IllegalStateException(typed);
        }, "missing.aksiam.json").code());
        var log = folder.resolve("state").resolve("aks-iam.log");
        var lines = Files.readAllLines(log);
        assertEquals(5, lines.size(), lines::toString);
        assertTrue(lines.getFirst().contains("window: java.lang.IllegalStateException < aksiam.cli.TroubleTest."), lines.getFirst());
        assertFalse(lines.toString().contains(typed) || lines.toString().contains("missing.aksiam"), lines::toString);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log.getParent())));
    }

    /** 1 means a finding, and nothing else. */
    @Test
    void templatesThatNeverEnd() throws Exception {
        var templates = Files.createDirectories(folder.resolve("templates").resolve("record"));
        Files.writeString(templates.resolve("index.md.ftl"), "<#macro again><@again/></#macro><@again/>");
        refused("template record/index.md.ftl: calls itself without end", "generate", design(DesignFile.print(Presets.design("small-team"))), "-o",
            folder.resolve("bundle"),
            "--templates", folder.resolve("templates"));
        assertFalse(Files.exists(folder.resolve("bundle")));
    }

    private String design(String text) throws Exception {
        return Files.writeString(folder.resolve("bad.aksiam.json"), text).toString();
    }

    private void refused(String words, Object... arguments) {
        var run = run(arguments);
        assertEquals(2, run.code(), run.out() + run.err());
        assertTrue(run.err().contains(words), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    private static Run run(Object... arguments) {
        return Run.of(new ArrayList<>(Stream.of(arguments).map(Object::toString).toList()).toArray());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaked(Throwable trouble) throws T {
        throw (T) trouble;
    }
}
