package aksiam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.model.Design;
import aksiam.model.DesignId;
import aksiam.rules.Finding;
import aksiam.store.DesignFile;
import aksiam.store.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class CliTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "new", "schema", "check", "generate", "explain", "templates", "templates export"})
    void everyCommandHasHelp(String command) {
        var run = Run.of((command + " --help").strip().split(" "));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("Usage: aks-iam " + command), run.out());
    }

    @Test
    void versionIsTheOneOfTheBuild() {
        var run = Run.of("--version");
        assertEquals(0, run.code());
        assertTrue(run.out().matches("aks-iam \\d+\\.\\d+\\.\\d+\\R"), run.out());
    }

    @Test
    void withoutACommandTheWindowOpens() throws IOException {
        var opened = new ArrayList<Optional<Path>>();
        var there = Files.createFile(folder.resolve("contoso.aksiam.json"));
        assertEquals(0, Run.of(opened::add).code());
        assertEquals(0, Run.of(opened::add, there).code());
        assertEquals(0, Run.of(opened::add, "contoso.aksiam.json").code());
        assertEquals(List.of(Optional.empty(), Optional.of(there), Optional.of(Path.of("contoso.aksiam.json"))), opened);
        var typo = Run.of(opened::add, "chekc");
        assertEquals(2, typo.code());
        assertEquals("aks-iam: there is no command and no file 'chekc'", typo.errors().getFirst());
        assertEquals("aks-iam: there is no command and no file 'chekc'", Run.of("chekc", "a.json", "b.json").errors().getFirst());
        assertEquals("aks-iam: does not know what to do with 'b.json'", Run.of("check", "a.json", "b.json").errors().getFirst());
        assertEquals("aks-iam: Invalid value for option '--fail-on': expected error, warning or note",
            Run.of("check", "a.json", "--fail-on", "never").errors().getFirst());
    }

    @Test
    void newWritesAPresetOrAnEmptyDesignAndNeverOverAFile() throws Exception {
        assertEquals(String.join("\n", Presets.IDS), Run.of("new", "--list").out().strip());
        var file = folder.resolve("a.aksiam.json");
        assertEquals(0, Run.of("new", "--preset", "small-team", "-o", file).code());
        var made = DesignFile.read(file);
        assertEquals(Presets.design("small-team"), made.withId(DesignId.NONE));
        var again = Run.of("new", "-o", file);
        assertEquals(2, again.code());
        assertTrue(again.err().contains("exists already"), again.err());
        assertEquals(made, DesignFile.read(file));
        assertEquals(0, Run.of("new", "-o", folder.resolve("b.aksiam.json")).code());
        var empty = DesignFile.read(folder.resolve("b.aksiam.json"));
        assertEquals(Design.EMPTY, empty.withId(DesignId.NONE));
        assertNotEquals(made.id(), empty.id());
        assertEquals(2, Run.of("new", "--preset", "tiny", "-o", folder.resolve("c")).code());
        assertEquals(2, Run.of("new").code());
    }

    @Test
    void checkFailsOnTheLevelAskedFor() throws IOException {
        var note = design("{\"schema\": 1, \"tomorrow\": true}");
        assertEquals(0, Run.of("check", note).code());
        assertEquals(0, Run.of("check", note, "--fail-on", "warning").code());
        assertEquals(1, Run.of("check", note, "--fail-on", "note").code());
        var warning = design(
            "{\"schema\": 1, \"answers\": {\"environments\": [{\"name\": \"e\"}], \"clusters\": [{\"name\": \"c\", \"environment\": \"e\"}]}}");
        assertEquals(0, Run.of("check", warning).code());
        assertEquals(1, Run.of("check", warning, "--fail-on", "warning").code());
        var error = design("{\"schema\": 1,\n \"answers\": {\n \"teams\": [{\"name\": \"a\",\n \"clusters\": [\"gone\"]}]}}");
        var run = Run.of("check", error);
        assertEquals(1, run.code());
        assertTrue(run.out().startsWith(error + ":4: error dangling-reference $.answers.teams[0].clusters[0]: \"gone\" is not in Clusters"), run.out());
        assertTrue(run.out().stripTrailing().lines().toList().getLast().startsWith("1 error, "), run.out());
    }

    @Test
    void checkSpeaksJsonAndSarif() throws IOException {
        var file = design("{\"schema\": 1,\n \"answers\": {\"control-plane-identity\": \"magic\"}}");
        var json = JsonMapper.shared().readTree(Run.of("check", file, "--format", "json").out());
        assertEquals(1, json.get("errors").asInt());
        var first = json.get("findings").get(0);
        assertEquals("unknown-option", first.get("id").asString());
        assertEquals("$.answers.control-plane-identity", first.get("path").asString());
        assertEquals(2, first.get("line").asInt());
        var sarif = JsonMapper.shared().readTree(Run.of("check", file, "--format", "sarif").out());
        assertEquals("2.1.0", sarif.get("version").asString());
        var run = sarif.get("runs").get(0);
        var result = run.get("results").get(0);
        assertEquals("unknown-option", result.get("ruleId").asString());
        assertEquals("error", result.get("level").asString());
        assertEquals("unknown-option", run.get("tool").get("driver").get("rules").get(result.get("ruleIndex").asInt()).get("id").asString());
        assertEquals(2, result.get("locations").get(0).get("physicalLocation").get("region").get("startLine").asInt());
    }

    @Test
    void generateNumbersRecordsOnceAndKeepsTheNumbersInTheDesign() throws Exception {
        var preset = Presets.design("small-team");
        var file = design(DesignFile.print(new Design(preset.id(), preset.answers(), preset.decisions(), List.of(), preset.unknown())));
        var first = Run.of("generate", file, "-o", folder.resolve("bundle"));
        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().contains("gave the design id and record numbers 1 to "), first.out());
        var numbered = Files.readString(file);
        assertEquals(DesignId.derived(preset.text("tenant"), preset.text("design-name")), DesignFile.read(file).id());
        assertFalse(DesignFile.read(file).records().isEmpty());
        assertEquals(numbered, Files.readString(folder.resolve("bundle/design.aksiam.json")));
        var second = Run.of("generate", file, "-o", folder.resolve("bundle"));
        assertFalse(second.out().contains("gave "), second.out());
        assertEquals(numbered, Files.readString(file));
        assertTrue(second.out().matches("(?s)wrote .*: \\d+ unchanged\\R.*"), second.out());
    }

    @Test
    void generateIsTheSameAgainAndLeavesEditedFilesAlone() throws IOException {
        var file = folder.resolve("d.aksiam.json");
        Run.of("new", "--preset", "small-team", "-o", file);
        assertEquals(0, Run.of("generate", file, "-o", folder.resolve("a")).code());
        assertEquals(0, Run.of("generate", file, "-o", folder.resolve("b")).code());
        assertEquals(texts(folder.resolve("a")), texts(folder.resolve("b")));
        var edited = folder.resolve("a/records/index.md");
        Files.writeString(edited, "mine\n");
        for (var flag : List.of("--dry-run", "--only=records")) {
            var refused = Run.of("generate", file, "-o", folder.resolve("a"), flag);
            assertEquals(3, refused.code());
            assertTrue(refused.err().contains(edited.toString()), refused.err());
            assertEquals("mine\n", Files.readString(edited));
        }
        assertEquals(0, Run.of("generate", file, "-o", folder.resolve("a"), "--force").code());
        assertEquals(texts(folder.resolve("b")), texts(folder.resolve("a")));
    }

    @Test
    void templatesAloneComeWithTheSettingsTheyAreCompiledUnder() throws IOException {
        var file = folder.resolve("d.aksiam.json");
        Run.of("new", "--preset", "small-team", "-o", file);
        for (var only : List.of("infra", "roles", "policy", "records")) {
            assertEquals(0, Run.of("generate", file, "-o", folder.resolve(only), "--only=" + only).code());
            assertEquals(!only.equals("records"), Files.exists(folder.resolve(only).resolve("bicepconfig.json")), only);
            assertFalse(Files.exists(folder.resolve(only).resolve("deploy.sh")), only);
        }
    }

    @Test
    void dryRunWritesNothing() throws IOException {
        var file = folder.resolve("d.aksiam.json");
        Run.of("new", "--preset", "fleet", "-o", file);
        var before = Files.readString(file);
        var run = Run.of("generate", file, "-o", folder.resolve("bundle"), "--dry-run");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("new records/index.md"), run.out());
        assertFalse(Files.exists(folder.resolve("bundle")));
        assertEquals(before, Files.readString(file));
    }

    @Test
    void templatesCanBeExportedChangedAndPassedBack() throws IOException {
        var templates = folder.resolve("templates");
        assertEquals(0, Run.of("templates", "export", templates).code());
        assertEquals(0, Run.of("templates", "export", templates).code());
        var file = folder.resolve("d.aksiam.json");
        Run.of("new", "--preset", "small-team", "-o", file);
        var index = templates.resolve("record/index.md.ftl");
        Files.writeString(index, Files.readString(index) + "\nour own last line\n");
        assertEquals(0, Run.of("generate", file, "-o", folder.resolve("bundle"), "--templates", templates).code());
        assertTrue(Files.readString(folder.resolve("bundle/records/index.md")).endsWith("our own last line\n"));
        var again = Run.of("templates", "export", templates);
        assertEquals(2, again.code());
        assertTrue(again.err().contains("record/index.md.ftl"), again.err());
    }

    @Test
    void explainsEveryConsiderationAndFinding() {
        var list = Run.of("explain").out();
        Catalogue.all().forEach(consideration -> {
            assertTrue(list.contains("  " + consideration.id() + ": "), consideration.id());
            var text = Run.of("explain", consideration.id()).out();
            assertTrue(text.startsWith(consideration.title()), text);
            consideration.input().options().forEach(option -> assertTrue(text.contains("  " + option.id() + ": " + option.label()), option.id()));
        });
        for (var kind : Finding.Kind.values()) {
            assertTrue(Run.of("explain", kind.id()).out().contains(kind.help()), kind.id());
        }
        assertEquals(2, Run.of("explain", "nonsense").code());
    }

    private Path design(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "design", DesignFile.ENDING), text);
    }

    private static TreeMap<String, String> texts(Path root) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
