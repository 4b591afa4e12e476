package aksiam.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.model.NameKey;
import aksiam.model.PortableName;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every system can have the files of a bundle, whatever namespaces and workloads are called. */
final class PortablePathsTest {
    private static final List<String> RESERVED = List.of("con", "aux", "nul", "prn", "com1", "lpt9");

    @Test
    void namespacesAndWorkloadsMayBeCalledWhatWindowsReserves() {
        var design = Designs.read("shared-platform");
        var teams = design.rows("teams").stream().limit(1).map(row -> row.with("namespaces", RESERVED)).toList();
        var workloads = design.rows("workloads").stream().limit(1).map(row -> row.with("name", "nul").with("namespace", "aux")).toList();
        var paths = Bundles.of(design.with("teams", new Answer.Table(teams)).with("workloads", new Answer.Table(workloads))).files().stream()
            .map(Artefact::path).toList();
        assertTrue(paths.stream().anyMatch(path -> path.endsWith("/aux_/nul_.yaml")), paths.toString());
        portable(paths);
    }

    @Test
    void everyBundleIsPortable() {
        for (var name : List.of("fleet", "aks-tenants")) {
            portable(Bundles.of(Designs.read(name)).files().stream().map(Artefact::path).toList());
        }
    }

    @Test
    void whatWindowsReservesIsWrittenAnotherWay() {
        assertEquals(List.of("con_", "Aux_.old", "com1_", "console", "com10", "a-", "b-", "-c", "d-e"),
            List.of("con", "Aux.old", "com1", "console", "com10", "a.", "b ", "..c", "d:e").stream().map(PortableName::of).toList());
    }

    private static void portable(List<String> paths) {
        var seen = new HashSet<String>();
        for (var path : paths) {
            assertTrue(seen.add(NameKey.of(path)), path + " is there twice where case is the same");
            for (var segment : path.split("/")) {
                assertFalse(PortableName.isReserved(segment) || segment.endsWith(".") || segment.endsWith(" "), path);
            }
        }
    }
}
