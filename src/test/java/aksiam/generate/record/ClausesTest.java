package aksiam.generate.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Artefact;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How records read: each sentence is English and holds for the design it stands in. */
class ClausesTest {
    private static final Path READ = Path.of("src", "test", "resources", "record", "clauses.txt");

    /** No rule tells whether a clause is English. Whoever changes a card reads here how it stands after "because", and writes the list anew. */
    @Test
    void eachAdvantageAndDrawbackWasReadAfterBecause() throws IOException {
        var clauses = Catalogue.all().stream().flatMap(consideration -> consideration.input().options().stream())
            .flatMap(option -> Stream.concat(option.advantages().stream(), option.drawbacks().stream())).map(Argument::clause).distinct().sorted()
            .collect(Collectors.joining("\n", "", "\n"));
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(READ.getParent());
            Files.writeString(READ, clauses);
        }
        assertEquals(Files.readString(READ), clauses);
    }

    @Test
    void noBulletStandsTwice() {
        for (var preset : Designs.PRESETS) {
            for (var file : records(preset)) {
                var bullets = consequences(file.text());
                assertEquals(bullets.stream().distinct().toList(), bullets, preset + "/" + file.path());
            }
        }
    }

    @Test
    void aRoleThatNobodyIsGivenIsCalledSo() {
        assertTrue(record("small-team", "personas").contains("deployer: wherever it is given, its holder can run any code as any service account, "
            + "which nothing in this design gives"), record("small-team", "personas"));
        assertTrue(record("shared-platform", "personas").contains("* sre-read\n"), "sre-read is bound");
    }

    @Test
    void aCustomRoleSaysWhichWaysIntoClustersItOpens() {
        var record = record("shared-platform", "azure-roles");
        assertTrue(record.contains("Contoso AKS SRE repair: wherever it is given, its holder can take over nodes and other machines"), record);
        assertTrue(record.contains("* Contoso AKS security reader\n"), record);
    }

    @Test
    void namespacesOfOthersAreCountedApart() {
        assertTrue(record("shared-platform", "personas").contains("; 55 namespaces, and 2 that others make."), record("shared-platform", "personas"));
        assertTrue(record("small-team", "personas").contains("; 1 namespace."), record("small-team", "personas"));
    }

    @Test
    void aRuleForEverythingIsCountedAndNotCalledByItsStar() {
        assertTrue(record("small-team", "activations").contains("# Activation: 1 "), record("small-team", "activations"));
    }

    private static List<String> consequences(String text) {
        int start = text.indexOf("### Consequences");
        return start < 0
            ? List.of()
            : text.substring(start, text.indexOf("### Confirmation")).lines().filter(line -> line.startsWith("* ")).toList();
    }

    private static List<Artefact> records(String preset) {
        return Bundles.of(Designs.read(preset)).files().stream().filter(file -> file.path().matches("records/\\d.*\\.md")).toList();
    }

    private static String record(String preset, String consideration) {
        return records(preset).stream().filter(file -> file.path().endsWith("-" + consideration + ".md")).findFirst().orElseThrow().text();
    }
}
