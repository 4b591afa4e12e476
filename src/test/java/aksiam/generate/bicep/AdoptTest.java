package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.BundleWriter;
import aksiam.generate.WritePlan;
import aksiam.generate.bicep.GivenRight.Kind;
import aksiam.plan.Plan;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.Plans;
import aksiam.testkit.Predicted;
import aksiam.testkit.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rights that are there under another name are found and keep that name. */
class AdoptTest {
    private static final String FOUND = "0b5e2f8c-0000-4000-8000-00000000000";
    private static final String PRINCIPAL = "5c0a2b3c-0000-4000-8000-000000000001";
    private static final String ISSUER = "https://westeurope.oic.prod-aks.azure.com/t/i/";
    private final Plan plan = Plans.everything("plain");
    private final GivenRight ofGroup = right(Kind.ROLE, 4, "[0-9a-f-]{36}");
    private final GivenRight ofIdentity = right(Kind.ROLE, 2, "/.*[^#]*");
    private final GivenRight cosmos = right(Kind.COSMOS, 4, "[0-9a-f-]{36}");
    private final GivenRight credential = right(Kind.CREDENTIAL, 3, ".*");
    @TempDir
    Path folder;
    private Scripts scripts;

    private GivenRight right(Kind kind, int stage, String principal) {
        return GivenRights.of(plan).stream()
            .filter(right -> right.kind() == kind && right.stage() == stage && right.principal().matches(principal) && !right.name().isEmpty()).findFirst()
            .orElseThrow();
    }

    @BeforeEach
    void giveThemOtherNames() throws Exception {
        scripts = new Scripts(folder, DeployTest.files(plan));
        scripts.answer("list-identity-list", ofIdentity.principal() + "\t" + PRINCIPAL + "\n" + credential.scope() + "\t" + PRINCIPAL + "\n");
        scripts.answer("list-aks-list", credential.principal() + "\tNone\tNone\tNone\t" + ISSUER + "\n");
        scripts.answer("list-role-assignment", listed(ofGroup.scope().toUpperCase(Locale.ROOT), ofGroup.principal(), ofGroup.role(), 1)
            + listed(ofIdentity.scope(), PRINCIPAL, ofIdentity.role(), 2));
        scripts.answer("list-cosmosdb-sql", listed(cosmos.scope(), cosmos.principal(), cosmos.role(), 3));
        scripts.answer("list-identity-federated-credential", ISSUER + "\t" + credential.role() + "\tportal-made\n");
    }

    private static String listed(String scope, String principal, String role, int number) {
        return scope + "\t" + principal + "\t/providers/Microsoft.Authorization/roleDefinitions/" + role + "\t" + FOUND + number + "\n";
    }

    @Test
    void aRightWithAConditionIsNotMadeAWholeOne() throws Exception {
        var before = scripts.text(AssignedNames.PATH);
        scripts.answer("list-role-assignment", listed(ofGroup.scope(), ofGroup.principal(), ofGroup.role(), 1).strip() + "\tcondition\n");
        var refused = scripts.run("roles/adopt.sh", "--stage", "4", "--apply");
        assertEquals(1, refused.code(), refused.output());
        assertTrue(refused.says("has a condition in Azure, which deploying would take away: " + ofGroup.what() + " (" + FOUND + "1)"), refused.output());
        assertEquals(before, scripts.text(AssignedNames.PATH));
        scripts.answer("list-role-assignment", listed(ofGroup.scope(), ofGroup.principal(), ofGroup.role(), 1).strip() + "\tNone\n");
        assertEquals(0, scripts.run("roles/adopt.sh", "--stage", "4", "--apply").code(), "az prints None where there is no condition");
    }

    @Test
    void findsThemShowsThemAndWritesTheirNamesDown() throws Exception {
        var before = scripts.text(AssignedNames.PATH);
        var shown = scripts.run("roles/adopt.sh");
        assertEquals(0, shown.code(), shown.output());
        assertTrue(shown.says(ofGroup.what() + " (" + FOUND + "1)"), shown.output());
        assertEquals(before, scripts.text(AssignedNames.PATH), "nothing was asked for");

        for (var stage : List.of("2", "3", "4")) {
            var applied = scripts.run("roles/adopt.sh", "--stage", stage, "--apply");
            assertEquals(0, applied.code(), applied.output());
        }
        var names = scripts.text(AssignedNames.PATH);
        for (var line : List.of('"' + ofGroup.name() + "\": \"" + FOUND + "1\"", '"' + ofIdentity.name() + "\": \"" + FOUND + "2\"",
            '"' + cosmos.name() + "\": \"" + FOUND + "3\"",
            '"' + (credential.scope() + "/" + credential.name()).toLowerCase(Locale.ROOT) + "\": \"portal-made\"")) {
            assertTrue(names.contains(line), line + "\n" + names);
        }
        for (var section : AssignedNames.Section.values()) {
            assertTrue(names.contains('"' + section.key() + "\": {\n"), "nobody lists what belongs in " + section.key() + "\n" + names);
        }
        assertEquals("", scripts.run("roles/adopt.sh", "--apply").output(), "all have the names that the templates use now");
        assertEquals(names, scripts.text(AssignedNames.PATH));
        assertEquals(List.of(), scripts.leftovers());
    }

    @Test
    void theTemplatesTakeTheNames() throws Exception {
        scripts.run("roles/adopt.sh", "--apply");
        var ids = Predicted.of(scripts.bundle()).ids();
        for (var name : List.of(FOUND + "1", FOUND + "2", FOUND + "3", "portal-made")) {
            assertTrue(ids.stream().anyMatch(id -> id.endsWith("/" + name)), name);
        }
        assertFalse(ids.stream().anyMatch(id -> id.endsWith("/" + ofGroup.name())), "its own name is not used any more");
    }

    @Test
    void generatingAgainKeepsTheNames() throws Exception {
        var design = Designs.read("small-team");
        var bundle = Bundles.write(design, folder.resolve("kept"));
        var names = bundle.resolve(AssignedNames.PATH);
        var filled = Files.readString(names).replaceFirst("\\{}", "{\n    \"own\": \"found\"\n  }");
        Files.writeString(names, filled);
        BundleWriter.write(WritePlan.of(Bundles.of(design), bundle), BundleWriter.Progress.NONE);
        assertEquals(filled, Files.readString(names));
    }

    @Test
    void aFileOfAnEarlierVersionKeepsItsNamesAndGetsTheNewSections() {
        var older = "{\n  \"roleAssignments\": {\n    \"own\": \"found\"\n  }\n}\n";
        var generated = "{\n  \"roleAssignments\": {},\n  \"cosmosDbRoleAssignments\": {},\n  \"federatedCredentials\": {}\n}\n";
        var kept = new AssignedNames.Kept();
        var merged = "{\n  \"roleAssignments\": {\n    \"own\": \"found\"\n  },\n  \"cosmosDbRoleAssignments\": {},\n  \"federatedCredentials\": {}\n}\n";
        assertEquals(merged, kept.keep(generated, older));
        assertEquals(merged, kept.keep(generated, merged));
        assertEquals(generated, kept.keep(generated, "{}"));
        assertEquals(generated, kept.keep(generated, ""));
    }

    /** deploy.sh calls it for the stages of the design, so it takes those and shows them. */
    @Test
    void takesEveryStageThatGivesARight() throws Exception {
        assertEquals(List.of(2, 3, 4), AssignedNames.stages(plan));
        for (var stage : List.of("1", "5", "", "2 | 3", "*")) {
            assertEquals(2, scripts.run("roles/adopt.sh", "--stage", stage).code(), stage);
        }
        assertTrue(scripts.run("roles/adopt.sh", "--help").says("--stage N  only the rights of one stage: 2, 3, 4\n"));
        var four = new Scripts(folder.resolve("one"), DeployTest.files(Plans.many(1)));
        assertEquals(List.of(4), AssignedNames.stages(Plans.many(1)));
        assertTrue(four.run("roles/adopt.sh", "--help").says("only the rights of one stage: 4\n"));
        assertEquals(0, four.run("roles/adopt.sh", "--stage", "4").code());
        assertEquals(2, four.run("roles/adopt.sh", "--stage", "2").code(), "no right of this design is given there");
    }

    @Test
    void whatCannotBeListedStopsTheStage() throws Exception {
        for (var call : List.of("^identity list", "^aks list", "^role assignment list", "^cosmosdb", "^identity federated")) {
            scripts.answer("fail", call);
            var applied = scripts.run("roles/adopt.sh", "--apply");
            assertEquals(1, applied.code(), call + "\n" + applied.output());
            assertEquals(0, scripts.run("roles/adopt.sh").code(), "shown as far as it goes");
        }
    }
}
