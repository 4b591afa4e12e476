package aksiam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.store.AtomicFiles;
import aksiam.store.DesignFile;
import aksiam.store.Presets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can be wrong with what a command is given. Each row is tried here, and what was printed stands in
 * docs/guide/errors.md; {@code -Dgolden=write} writes it anew.
 */
@EnabledOnOs(OS.LINUX)
final class BadInputTest {
    private static final Path PAGE = Path.of("docs/guide/errors.md");
    private static final String GUID = "3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11";

    private record Row(String input, String command, int code, String printed) {
        String line() {
            return "| " + input + " | `" + command + "` | " + code + " | "
                + printed.lines().map(line -> "`" + line.replace("|", "\\|") + "`").reduce((a, b) -> a + "<br>" + b).orElse("") + " |";
        }
    }

    @TempDir
    Path folder;
    private final List<Row> rows = new ArrayList<>();

    @Test
    void everyRowOfTheTable() throws Exception {
        unreadable("Not JSON", "hello: world\n");
        unreadable("Truncated file", DesignFile.print(Presets.design("small-team")).substring(0, 400));
        unreadable("Empty file", "");
        Files.createDirectory(folder.resolve("designs"));
        row("A folder", 2, "check", "designs");
        Files.write(file("binary"), new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff});
        row("Binary file", 2, "check", "binary");
        row("No such file", 2, "check", "missing");
        unreadable("Nested 100,000 deep", "{\"schema\": 1, \"answers\": " + "[".repeat(100_000));
        unreadable("A number that is too large", "{\n  \"schema\": 1,\n  \"answers\": {\"teams\": [{\"quotaPods\": 1e99999999999}]}\n}\n");
        row("A device", 2, "check", "/dev/zero");
        row("An empty name", 2, "check", "");
        unreadable("Wrong shape",
            "{\n  \"schema\": 1,\n  \"answers\": {\n    \"design-name\": {\"text\": 7},\n    \"clusters\": [{\"name\": [\"a\"]}]\n  }\n}\n");
        unreadable("Newer schema", "{\n  \"schema\": 99\n}\n");
        unreadable("Pasted secret", "{\n  \"schema\": 1,\n  \"answers\": {\n    \"organisation\": \"Account" + "Key=" + "abcdefgh".repeat(8) + "\"\n  }\n}\n");

        unfinished("Unknown option", "{\n  \"schema\": 1,\n  \"answers\": {\n    \"control-plane-identity\": \"magic\"\n  }\n}\n");
        unfinished("Wrong value",
            "{\n  \"schema\": 1,\n  \"answers\": {\n    \"environments\": [{\"name\": \"p\", \"production\": \"maybe\"}],\n    \"teams\": [{\"name\": \"web\", \"quotaPods\": \"twenty\"}]\n  }\n}\n");
        unfinished("Names that differ only in case",
            "{\n  \"schema\": 1,\n  \"answers\": {\n    \"environments\": [\n      {\"name\": \"test\"},\n      {\"name\": \"Test\"}\n    ]\n  }\n}\n");
        unfinished("Dangling team",
            "{\n  \"schema\": 1,\n  \"answers\": {\n    \"teams\": [{\"name\": \"web\"}],\n    \"flows\": [{\"fromTeam\": \"web\", \"toTeam\": \"payments\", \"port\": 443}]\n  }\n}\n");
        unfinished("Duplicate namespace",
            "{\n  \"schema\": 1,\n  \"answers\": {\n    \"teams\": [\n      {\"name\": \"web\", \"namespaces\": [\"shop\"]},\n      {\"name\": \"orders\", \"namespaces\": [\"shop\"]}\n    ]\n  }\n}\n");
        unfinished("Malformed GUID", "{\n  \"schema\": 1,\n  \"answers\": {\n    \"tenant\": \"3f2a91c4-6a0e\"\n  }\n}\n");
        unfinished("Object id given as client id",
            "{\n  \"schema\": 1,\n  \"answers\": {\n    \"principals\": [{\"name\": \"devs\", \"kind\": \"group\", \"objectId\": \"" + GUID
                + "\"}],\n    \"clusters\": [{\"name\": \"c\"}],\n    \"control-plane-identity\": \"service-principal\",\n    \"service-principals\": [{\"cluster\": \"c\", \"clientId\": \""
                + GUID + "\"}]\n  }\n}\n");

        Run.of("new", "--preset", "small-team", "-o", file("good.aksiam.json"));
        row("Read-only folder, for the bundle", 2, "generate", "good.aksiam.json", "-o", "/proc/bundle");
        row("Read-only folder, for a design", 2, "new", "-o", "/proc/new.aksiam.json");
        fullDisk("Full disk", "generate", "good.aksiam.json", "-o", "bundle");
        editedBundle();
        changedMeanwhile();
        row("Missing folder of templates", 2, "generate", "good.aksiam.json", "-o", "bundle", "--templates", "nowhere");
        template("Missing template", "<#include \"nowhere.ftl\">\n");
        template("Broken template", "# Records\n${nonsense\n");
        template("Template that names something unknown", "# Records\n${nonsense}\n");
        row("No display", 2, "good.aksiam.json");
        row("Wrong usage", 2, "generate", "good.aksiam.json");

        var table = String.join("\n", rows.stream().map(Row::line).toList());
        var page = Files.readString(PAGE);
        int start = page.indexOf("| --- |");
        start = page.indexOf('\n', start) + 1;
        int end = page.indexOf("\n\n", start);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page.substring(0, start) + table + page.substring(end));
        } else {
            assertEquals(page.substring(start, end), table);
        }
    }

    /** Exit 2 from check and generate, and the same faults. */
    private void unreadable(String input, String text) throws IOException {
        Files.writeString(file("bad.aksiam.json"), text);
        var generate = run("generate", "bad.aksiam.json", "-o", "bundle");
        row(input, 2, "check", "bad.aksiam.json");
        assertEquals(2, generate.code());
        assertEquals(rows.getLast().printed(), shown(generate));
    }

    /** Exit 1 from check, 2 from generate; the design opens and is printed again as typed. */
    private void unfinished(String input, String text) throws Exception {
        Files.writeString(file("bad.aksiam.json"), text);
        var check = run("check", "bad.aksiam.json");
        assertEquals(1, check.code(), check.err());
        row(input, 2, "generate", "bad.aksiam.json", "-o", "bundle");
        for (var line : rows.getLast().printed().lines().filter(line -> line.startsWith("bad.aksiam.json")).toList()) {
            assertTrue(check.out().replace(folder + "/", "").contains(line), check.out());
        }
        var design = DesignFile.read(file("bad.aksiam.json"));
        assertEquals(design, DesignFile.parse(DesignFile.print(design), "again"));
    }

    private void template(String input, String text) throws IOException {
        Files.createDirectories(file("templates/record"));
        Files.writeString(file("templates/record/index.md.ftl"), text);
        row(input, 2, "generate", "good.aksiam.json", "-o", "bundle", "--templates", "templates");
    }

    private void editedBundle() throws IOException {
        assertEquals(0, run("generate", "good.aksiam.json", "-o", "edited").code());
        Files.writeString(file("edited/records/index.md"), "mine\n");
        row("Bundle edited since", 3, "generate", "good.aksiam.json", "-o", "edited");
    }

    /** The window's way of saving: what is in the file is not what was opened. */
    private void changedMeanwhile() throws IOException {
        var file = file("good.aksiam.json");
        var stamp = AtomicFiles.stamp(file);
        var before = Files.readString(file);
        Files.writeString(file, before.replace("\"schema\": 1", "\"schema\":  1"));
        var theirs = Files.readString(file);
        try {
            AtomicFiles.replace(file, before, stamp);
            throw new AssertionError("written over the work of someone else");
        } catch (AtomicFiles.ChangedMeanwhile e) {
            rows.add(new Row("File changed by someone else meanwhile", "save", 2, e.getMessage().replace(folder + "/", "")));
        }
        assertEquals(theirs, Files.readString(file));
        Files.writeString(file, before);
    }

    /** A limit on the size of files fails at the same point as a full disk does; a process of its own, because it cannot be lifted again. */
    private void fullDisk(String input, String... arguments) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = Stream.concat(Stream.of("bash", "-c", "ulimit -f 4; exec \"$@\"", "bash", java.toString(), "-XX:-UsePerfData", "-cp",
            System.getProperty("java.class.path"), "aksiam.Main"), Stream.of(arguments)).toList();
        var before = texts();
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(2, process.waitFor(), printed);
        assertEquals(before, texts(), "something was written");
        rows.add(new Row(input, String.join(" ", Stream.concat(Stream.of("aks-iam"), Stream.of(arguments)).toList()), 2,
            printed.replaceAll("write \\S+: .*", "write bundle/...: No space left on device")));
    }

    private void row(String input, int code, String... arguments) throws IOException {
        var before = texts();
        var run = run(arguments);
        assertEquals(code, run.code(), run.out() + run.err());
        assertEquals(before, texts(), "something was written");
        rows.add(
            new Row(input, "aks-iam " + Stream.of(arguments).map(argument -> argument.isEmpty() ? "\"\"" : argument).collect(Collectors.joining(" ")), code,
                shown(run)));
    }

    private Run run(String... arguments) {
        var files = List.of("designs", "binary", "missing", "bundle", "edited", "templates", "nowhere");
        return Run.of((Object[]) Stream.of(arguments)
            .map(argument -> argument.endsWith(DesignFile.ENDING) && !argument.startsWith("/") || files.contains(argument)
                ? folder.resolve(argument).toString()
                : argument)
            .toArray(String[]::new));
    }

    private String shown(Run run) {
        return run.err().replace(folder + "/", "").lines().filter(line -> !line.isBlank()).limit(4)
            .map(line -> line.length() > 200 ? line.substring(0, 200) + "..." : line).reduce((a, b) -> a + "\n" + b).orElse("");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private TreeMap<String, String> texts() throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }
}
