package aksiam.generate.removal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.WritePlan;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.DesignId;
import aksiam.store.DesignFile;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new name makes anew is said when the bundle is generated, and the old one waits to be removed. */
class TakenAwayTest {
    private static final Design DESIGN = Designs.read("small-team").identified();
    @TempDir
    Path folder;

    private List<String> taken(Design before, Design after) throws Exception {
        var bundle = Bundles.write(before, bundle(before));
        var lines = TakenAway.of(WritePlan.of(Bundles.of(after), bundle));
        Bundles.write(after, bundle);
        assertEquals(List.of(), TakenAway.of(WritePlan.of(Bundles.of(after), bundle)), "once");
        return lines;
    }

    private Path bundle(Design design) {
        return folder.resolve(design.id().text());
    }

    private String removals(Design design) throws Exception {
        var text = Files.readString(bundle(design).resolve(Removals.PATH));
        return text.substring(text.lastIndexOf("\"removals\": ["));
    }

    @Test
    void rolesOfADesignUnderAnotherNameAreOtherRoles() throws Exception {
        for (var id : List.of(DESIGN.id(), DesignId.random())) {
            var unnamed = DESIGN.without("role-names").withId(id);
            var lines = taken(unnamed, unnamed.with("design-name", new Answer.Text("Renamed")));
            var roles = lines.stream().filter(line -> line.startsWith("  custom role ")).toList();
            assertEquals(1, roles.size(), lines.toString());
            assertTrue(lines.getFirst().contains("gave more than this one; deploy.sh --apply --remove takes it away"), lines.toString());
            assertTrue(lines.getLast().contains("answer role-names with the earlier name"), lines.toString());
            var removals = removals(unnamed);
            for (var role : roles) {
                assertTrue(removals.contains(role.strip()), removals);
            }
            Bundles.write(unnamed, bundle(unnamed));
            assertTrue(removals(unnamed).contains("Renamed") && !removals(unnamed).contains("custom role AKS namespace deployer, Tailwind"),
                "what is given again does not wait");
        }
    }

    @Test
    void rolesThatCarryANameOfTheirOwnStayWhenTheDesignIsRenamed() throws Exception {
        assertEquals(List.of(), taken(DESIGN, DESIGN.with("design-name", new Answer.Text("Renamed"))));
    }

    @Test
    void bindingsOfAPrincipalUnderAnotherNameAreOtherBindings() throws Exception {
        var design = Designs.read("regulated").identified();
        var renamed = DesignFile.parse(DesignFile.print(design).replace("pci-settlement-pipeline", "pci-settlement-deploy"), "renamed");
        var lines = taken(design, renamed);
        var cluster = "kubernetes/clusters/cde-weu/settlement/rbac.yaml";
        assertTrue(lines.stream().anyMatch(line -> line.matches("  RoleBinding deployer-pci-settlement-pipeline-\\w+ of " + cluster)), lines.toString());
        assertTrue(lines.stream().skip(1).allMatch(line -> line.startsWith("  RoleBinding deployer-pci-settlement-pipeline-")), lines.toString());
    }
}
