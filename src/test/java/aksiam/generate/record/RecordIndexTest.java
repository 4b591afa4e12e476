package aksiam.generate.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Escaping;
import aksiam.generate.Source;
import aksiam.model.Decision;
import aksiam.rules.Check;
import aksiam.rules.Finding.Severity;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index holds what the check says of the design, and why a record is proposed that the design calls accepted. */
class RecordIndexTest {
    @ParameterizedTest
    @ValueSource(strings = {"aks-dronedelivery", "cluster-in-use", "aks-pim", "small-team"})
    void eachErrorAndWarningOfTheCheckStandsInIt(String name) {
        var source = Source.of(Designs.read(name));
        var index = index(name);
        for (var finding : Check.findings(source.design(), source.plan())) {
            boolean said = index.contains(Escaping.md(finding.message()))
                || source.plan().openPoints().stream().anyMatch(point -> finding.message().contains(point.text()) && index.contains(Escaping.md(point.text())));
            assertTrue(said || finding.severity() == Severity.NOTE, () -> name + ": " + finding);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster-in-use", "aks-dronedelivery"})
    void anAcceptedDecisionWhoseRecordIsProposedSaysWhatItLacks(String name) {
        var source = Source.of(Designs.read(name));
        var index = index(name);
        var line = index.lines().filter(own -> own.startsWith("- without who decided: ")).findFirst().orElse("");
        int proposed = 0;
        for (var file : Bundles.of(Designs.read(name)).files()) {
            var number = file.path().replaceFirst("^records/([0-9]{4})-.*", "$1");
            if (number.length() == 4 && file.text().lines().anyMatch(own -> own.matches("status: .*proposed.*"))
                && source.design().decision(file.path().substring(13, file.path().length() - 3)).status() == Decision.Status.ACCEPTED) {
                assertTrue(line.contains(number), () -> String.format(Locale.ROOT, "%s %s: %s", name, number, line));
                proposed++;
            }
        }
        assertEquals(line.split(",").length, proposed);
    }

    private static String index(String name) {
        return Bundles.of(Designs.read(name)).files().stream().filter(file -> file.path().equals("records/index.md")).findFirst().orElseThrow().text();
    }
}
