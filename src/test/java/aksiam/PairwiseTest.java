package aksiam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Outputs;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.rules.Check;
import aksiam.rules.Finding;
import aksiam.testkit.Bundles;
import aksiam.testkit.Pairwise;
import aksiam.testkit.SharedTools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks a set of designs in which every possible pair of options occurs. */
class PairwiseTest {
    private static final List<aksiam.model.Design> DESIGNS = Pairwise.designs();

    @Test
    void holdsEveryOptionThatIsPossible() {
        for (var consideration : Catalogue.all()) {
            for (var option : consideration.input().options()) {
                assertTrue(DESIGNS.stream().anyMatch(design -> design.chose(consideration.id(), option.id())),
                    consideration.id() + " " + option.id() + " in no design");
            }
        }
        assertTrue(DESIGNS.size() > 20, DESIGNS.size() + " designs");
    }

    @Test
    void everyDesignIsPlannedAndPrintedTheSameTwice() {
        for (var design : DESIGNS) {
            var first = Outputs.render(Source.of(design), Templates.embedded());
            assertFalse(first.isEmpty());
            assertEquals(first, Outputs.render(Source.of(design), Templates.embedded()));
        }
    }

    @Test
    void noDesignHasAnError() {
        for (var design : DESIGNS) {
            assertEquals(List.of(), Check.findings(design).stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).toList());
        }
    }

    @Test
    void theRealToolsAcceptEveryBundle(@TempDir Path folder) {
        SharedTools.require();
        var bundles = new ArrayList<Path>();
        for (var design : DESIGNS) {
            bundles.add(Bundles.write(design, folder.resolve("design-" + bundles.size())));
        }
        SharedTools.verifyMany(bundles).requireClean();
    }
}
