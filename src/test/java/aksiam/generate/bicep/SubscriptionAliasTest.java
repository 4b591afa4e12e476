package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Artefact;
import aksiam.generate.BundleWriter;
import aksiam.generate.WritePlan;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.rules.Check;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameter files are named after the alias of their subscription, where the design gives one. */
class SubscriptionAliasTest {
    private static final String PRODUCTION = "2ea6a04d-2f09-4b82-aa6e-6f308113d877";
    private static final String TEST = "d4f3062c-bda5-4904-a9c7-74402f344871";
    private static final Design DESIGN = Designs.read("shared-platform");

    @TempDir
    private Path folder;

    private static Design calling(Row... rows) {
        return DESIGN.with("subscriptions", new Answer.Table(List.of(rows)));
    }

    private static Row row(String alias, String id) {
        return Row.of("alias", alias, "id", id);
    }

    private static Map<String, String> files(Design design) {
        return Bundles.of(design).files().stream().collect(Collectors.toMap(Artefact::path, Artefact::text));
    }

    @Test
    void filesAndCommentsSayTheAlias() {
        var files = files(calling(row("prod", PRODUCTION.toUpperCase(java.util.Locale.ROOT))));
        assertTrue(files.get("roles/assignments-prod-001.bicepparam").startsWith(
            "// Stage 4: rights of people, pipelines, workloads, and of identities that AKS makes. Subscription prod.\n"));
        assertTrue(files.get("infra/prd-weu.bicepparam").contains("  subscription: '" + PRODUCTION + "' // prod\n"));
        assertTrue(files.get("deploy.sh").contains("roles/assignments-prod-001.bicepparam"));
        assertTrue(files.containsKey("roles/assignments-" + TEST + "-001.bicepparam"), "without an alias it keeps the id");
        assertFalse(files.containsKey("roles/assignments-" + PRODUCTION + "-001.bicepparam"));
    }

    @Test
    void theFileOfTheOldNameIsRemoved() throws IOException {
        BundleWriter.write(WritePlan.of(Bundles.of(calling()), folder), BundleWriter.Progress.NONE);
        var old = folder.resolve("roles/assignments-" + PRODUCTION + "-001.bicepparam");
        assertTrue(Files.exists(old));
        BundleWriter.write(WritePlan.of(Bundles.of(calling(row("prod", PRODUCTION))), folder), BundleWriter.Progress.NONE);
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(folder.resolve("roles/assignments-prod-001.bicepparam")));
    }

    @Test
    void anAliasIsShortAndBelongsToOneSubscription() {
        assertEquals(List.of(), faults(row("prod", PRODUCTION), row("test", TEST)));
        assertEquals(List.of("duplicate-name $.answers.subscriptions[1].alias"), faults(row("prod", PRODUCTION), row("Prod", TEST)));
        assertEquals(List.of("duplicate-name $.answers.subscriptions[1].id"), faults(row("prod", PRODUCTION), row("live", PRODUCTION)));
        for (var wrong : List.of("prod/eu", "-prod", "a b", "prod-001", "x".repeat(33))) {
            assertEquals(List.of("malformed-value $.answers.subscriptions[0].alias"), faults(row(wrong, PRODUCTION)), wrong);
        }
        assertEquals(files(calling()).keySet(), files(calling(row("prod-001", PRODUCTION))).keySet(), "what is refused names no file");
    }

    private static List<String> faults(Row... rows) {
        return Check.findings(calling(rows)).stream().filter(finding -> finding.place().path().startsWith("$.answers.subscriptions"))
            .map(finding -> finding.id() + " " + finding.place().path()).toList();
    }
}
