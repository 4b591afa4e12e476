package aksiam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.Rights;
import aksiam.testkit.SharedTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published designs: each line that their sources state about who may do what stands, by hand, in {@code NAME.expected.json} and is
 * asked of the compiled templates, of a real API server or of the network policy oracle.
 */
class PublishedDesignsTest {
    static final List<String> CASES = Designs.CASES;
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @FieldSource("CASES")
    void everyLineOfTheSourceIsAnsweredAsItStandsThere(String name, @TempDir Path folder) throws IOException {
        SharedTools.require();
        var bundle = Bundles.write(Designs.read(name), folder.resolve(name));
        var predicted = folder.resolve("predicted.json");
        if (Files.exists(bundle.resolve("infra")) || Files.exists(bundle.resolve("roles"))) {
            SharedTools.verify(List.of(bundle), "--predicted", predicted.toString()).requireClean();
        } else {
            // Nothing of it is known in Azure, so there is no template to compile.
            SharedTools.verify(List.of(bundle), "--only", "files,kubernetes,records").requireClean();
            Files.writeString(predicted, "[]");
        }
        var rights = new Rights(JSON.readTree(Files.readString(predicted)));
        var rows = JSON.readTree(Designs.text("/designs/" + name + ".expected.json")).valueStream().toList();
        var wrong = new ArrayList<String>();
        var questions = new LinkedHashMap<String, Map<String, List<JsonNode>>>();
        for (var row : rows) {
            switch (text(row, "ask")) {
                case "kubernetes", "network" -> questions.computeIfAbsent(text(row, "ask"), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(text(row, "cluster"), _ -> new ArrayList<>()).add(row);
                default -> {
                    if (answer(rights, row) != row.get("expected").asBoolean()) {
                        wrong.add(row.toString());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(rows.size() > 5);
        ask("ask-api-server", "questions.json", questions.getOrDefault("kubernetes", Map.of()), bundle);
        ask("ask-network", "network.json", questions.getOrDefault("network", Map.of()), bundle);
    }

    private static boolean answer(Rights rights, JsonNode row) {
        var principal = text(row, "principal").isEmpty() ? text(row, "identity") : text(row, "principal");
        return switch (text(row, "ask")) {
            case "assignment" -> rights.isAssigned(principal, text(row, "role"), text(row, "scope"));
            case "role-at" -> rights.isAssigned(text(row, "role"), text(row, "scope"));
            case "any-assignment" -> rights.hasAnyAssignment(principal);
            case "operation" -> rights.mayDo(principal, text(row, "operation"), row.get("data").asBoolean(), text(row, "scope"));
            case "admin-group" -> rights.isAdminGroup(text(row, "cluster"), principal);
            case "policy" -> rights.hasPolicy(text(row, "definition"), text(row, "effect"), texts(row, "excluded"), texts(row, "looked-at"));
            case "setting" -> rights.cluster(text(row, "cluster")).path("properties").path(text(row, "setting")).equals(row.get("value"));
            case "federation" -> rights.isFederated(principal, text(row, "credential"), text(row, "cluster"), text(row, "subject"), text(row, "audience"));
            case "cosmos" -> rights.hasCosmosRole(principal, text(row, "role"), text(row, "account"), text(row, "scope"));
            default -> throw new IllegalArgumentException(row.toString());
        };
    }

    /** Puts the questions beside the manifests of each cluster and asks the tool. */
    private static void ask(String tool, String file, Map<String, List<JsonNode>> byCluster, Path bundle) throws IOException {
        var cases = new ArrayList<String>();
        for (var entry : byCluster.entrySet()) {
            var folder = bundle.resolve("kubernetes").resolve("clusters").resolve(entry.getKey());
            var questions = JSON.createArrayNode();
            for (var row : entry.getValue()) {
                var question = row.get("question").deepCopy().asObject();
                question.set("expected", row.get("expected"));
                questions.add(question);
            }
            Files.writeString(folder.resolve(file), questions.toString());
            cases.add(folder.toString());
        }
        if (!cases.isEmpty()) {
            SharedTools.run(tool, cases).requireClean();
        }
    }

    private static List<String> texts(JsonNode row, String key) {
        return row.get(key).valueStream().map(JsonNode::asString).toList();
    }

    private static String text(JsonNode row, String key) {
        return row.path(key).asString("");
    }
}
