package aksiam.generate.removal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.BundleWriter;
import aksiam.generate.WritePlan;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.testkit.AzureAnswers;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the design does not give any more is listed for as long as it is not given again, and taken away when told to. */
class RemovalTest {
    private static final Design DESIGN = Designs.read("small-team");
    private static final String SUBSCRIPTION = "75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6";
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg-tailwind-aks";
    private static final String ADMINS = "1d5d20f4-c630-4ae3-adc2-dd9143f775e2";
    private static final String MONITORING_READER = "43d0d8ad-25c7-4714-9337-8ba259a9fe05";
    private static final String OWN_NAME = "c88520ae-1c42-53a9-9d1a-8d8d8590d5e0";
    private static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    private static final String LIST = "role assignment list --all";
    @TempDir
    Path folder;
    private Path bundle;

    @BeforeEach
    void deployed() {
        bundle = Bundles.write(DESIGN, folder.resolve("bundle"));
    }

    private static Design without(String role) {
        return DESIGN.with("grants", new Answer.Table(DESIGN.rows("grants").stream().filter(row -> !row.text("role").equals(role)).toList()));
    }

    private String removals() throws IOException {
        return removals(bundle);
    }

    private static String removals(Path bundle) throws IOException {
        var text = Files.readString(bundle.resolve(Removals.PATH));
        return text.substring(text.indexOf("\"removals\": ["));
    }

    @Test
    void anEntryStaysUntilTheRightIsGivenAgain() throws Exception {
        var empty = removals();
        assertTrue(empty.contains("\"removals\": []"), empty);

        Bundles.write(without("Monitoring Reader"), bundle);
        var once = removals();
        assertTrue(
            once.contains("\"name\": \"" + OWN_NAME + "\", \"scope\": \"" + GROUP + "\", \"principal\": \"" + ADMINS + "\", \"role\": \"" + MONITORING_READER
                + "\", \"what\": \"Monitoring Reader of tailwind-admins at " + GROUP + "\", \"consideration\": \"grants\", \"record\": \"43\"}"),
            once);
        assertEquals(1, once.lines().filter(line -> line.contains("\"kind\"")).count());

        Bundles.write(without("Monitoring Reader"), bundle);
        assertEquals(once, removals(), "a bundle that was never deployed is not forgotten");
        var plan = WritePlan.of(Bundles.of(without("Monitoring Reader")), bundle);
        assertTrue(plan.isEmpty(), plan.changes().toString());

        Bundles.write(DESIGN.with("grants", new Answer.Table(List.of())), bundle);
        assertEquals(8, removals().lines().filter(line -> line.contains("\"kind\"")).count(), removals());
        Bundles.write(DESIGN, bundle);
        assertEquals(empty, removals());
        assertEquals(Files.readString(bundle.resolve(Removals.PATH)), Files.readString(Bundles.write(DESIGN, folder.resolve("empty")).resolve(Removals.PATH)),
            "an empty folder gets the same bytes");
    }

    @Test
    void whatAnEditorLaidOutAnewIsStillUnderstood() throws Exception {
        Bundles.write(without("Monitoring Reader"), bundle);
        var printed = Files.readString(bundle.resolve(Removals.PATH));
        Files.writeString(bundle.resolve(Removals.PATH),
            printed.replace("{\"kind\"", "{\n      \"kind\"").replace(", \"", ",\n      \"").replace("\": ", "\" : "));
        assertEquals(List.of("role\t" + OWN_NAME), entries());
        BundleWriter.write(WritePlan.of(Bundles.of(without("Monitoring Reader")), bundle), BundleWriter.Progress.NONE);
        assertEquals(printed, Files.readString(bundle.resolve(Removals.PATH)));
    }

    @Test
    void whatAnEarlierBundleGaveIsKnownAlsoWhereItsFileStayed() throws Exception {
        var gave = Files.readString(bundle.resolve(Removals.PATH));
        var second = Bundles.write(without("Monitoring Reader"), folder.resolve("second"));
        Files.writeString(second.resolve(Removals.PATH), gave);
        bundle = second;
        assertEquals(List.of("role\t" + OWN_NAME), entries());
    }

    private List<String> entries() throws Exception {
        var run = run(List.of(answer(LIST, 0, "")), "-c", "eval \"$(sed -n '/^entries() {/,/^}/p' remove.sh)\"; entries | cut -f 1,2");
        assertEquals(0, run.code(), run.output());
        return run.output().lines().toList();
    }

    @Test
    void whatTheBundleGaveIsListedAndTakenAwayWhenToldTo() throws Exception {
        Bundles.write(without("Monitoring Reader"), bundle);
        var there = answer(LIST, 0, assignment(OWN_NAME, GROUP, ADMINS, MONITORING_READER));
        var shown = run(List.of(there), "remove.sh");
        assertEquals(4, shown.code(), shown.output());
        assertTrue(shown.output().contains("waits to be removed: Monitoring Reader of tailwind-admins at " + GROUP + " (grants)"), shown.output());
        assertEquals(List.of(), shown.changes());

        var removed = run(List.of(there), "remove.sh", "--apply");
        assertEquals(0, removed.code(), removed.output());
        assertEquals(List.of("role assignment delete --ids " + id(OWN_NAME)), removed.changes());

        var gone = run(List.of(answer(LIST, 0, "")), "remove.sh");
        assertEquals(0, gone.code(), gone.output());
        assertTrue(gone.output().endsWith("nothing to remove\n"), gone.output());
    }

    @Test
    void whatOthersMadeGoesOnlyWhenItIsNamed() throws Exception {
        Bundles.write(without("Monitoring Reader"), bundle);
        var name = "0d7c3a52-1111-4222-8333-444455556666";
        var there = answer(LIST, 0, assignment(name, GROUP, ADMINS, MONITORING_READER));
        for (var option : List.of("--plan", "--apply")) {
            var refused = run(List.of(there), "remove.sh", option);
            assertEquals(5, refused.code(), refused.output());
            assertTrue(refused.output().contains("consent needed: role-" + name + ": take away Monitoring Reader of tailwind-admins"), refused.output());
            assertEquals(List.of(), refused.changes());
        }
        assertEquals(0, run(List.of(there), "remove.sh", "--plan", "--consent", "role-" + name).code());
        var removed = run(List.of(there), "remove.sh", "--apply", "--consent", "role-" + name);
        assertEquals(0, removed.code(), removed.output());
        assertEquals(1, removed.changes().size());
    }

    @Test
    void theRightByWhichTheRunSignsInStays() throws Exception {
        var owner = DESIGN.rows("grants").getLast().with("principal", "tailwind-admins").with("role", "Owner").with("scope", "/subscriptions/" + SUBSCRIPTION)
            .with("access", "standing");
        Bundles.write(DESIGN.with("grants", new Answer.Table(Stream.concat(DESIGN.rows("grants").stream(), Stream.of(owner)).toList())), bundle);
        Bundles.write(DESIGN, bundle);
        var name = removals().replaceAll("(?s).*\"name\": \"([^\"]+)\".*", "$1");
        var scope = "/subscriptions/" + SUBSCRIPTION;
        var own = scope + "/providers/Microsoft.Authorization/roleAssignments/" + name + "\\t" + OWNER + "\\n";
        var there = new ArrayList<>(List.of(answer(LIST, 0, assignment(name, scope, ADMINS, OWNER)), answer("account show --query user.type", 0, "user\\n"),
            answer("ad signed-in-user show", 0, "me\\n"), answer("role assignment list --scope " + scope + " --include-inherited", 0, own)));
        var kept = run(there, "remove.sh", "--apply");
        assertEquals(0, kept.code(), kept.output());
        assertTrue(kept.output().contains("stays: Owner of tailwind-admins at " + scope + ", because you are signed in by it"), kept.output());
        assertEquals(List.of(), kept.changes());

        there.set(3, answer("role assignment list --scope " + scope + " --include-inherited", 0, own + "/x\\t" + OWNER + "\\n"));
        assertEquals(1, run(there, "remove.sh", "--apply").changes().size(), "another right is left to the run");
        there.set(3, answer("role assignment list --scope " + scope + " --include-inherited", 1, ""));
        var failed = run(there, "remove.sh", "--apply");
        assertFalse(failed.code() == 0);
        assertEquals(List.of(), failed.changes(), "who cannot be asked is not taken for somebody else");
    }

    @Test
    void aCustomRoleKeepsAScopeForAsLongAsItIsAssignedThere() throws Exception {
        var elsewhere = "/subscriptions/11111111-2222-4333-8444-555555555555";
        var role = Files.readAllLines(bundle.resolve("roles/kept-scopes.sh")).stream().filter(line -> line.startsWith("role ")).findFirst().orElseThrow()
            .split("'")[3];
        var definition = "role definition list --custom-role-only true --scope /subscriptions/" + SUBSCRIPTION + " --query [?name=='" + role + "']";
        var scopes = answer(definition, 0, "/subscriptions/" + SUBSCRIPTION + "\\n" + elsewhere + "\\n");
        var used = run(List.of(scopes, answer(LIST + " --subscription 11111111", 0, "2\\n")), "roles/kept-scopes.sh", "roles/definitions.bicepparam");
        assertEquals(0, used.code(), used.output());
        assertTrue(used.output().contains("keeps " + elsewhere + ", where it is still assigned (2)"), used.output());
        assertTrue(used.output().endsWith("keptScopes={\"" + role + "\":[\"" + elsewhere + "\"]}\n"), used.output());
        assertEquals("",
            run(List.of(scopes, answer(LIST + " --subscription 11111111", 0, "0\\n")), "roles/kept-scopes.sh", "roles/definitions.bicepparam").output());
        assertEquals(1, run(List.of(scopes, answer(LIST, 1, "")), "roles/kept-scopes.sh", "roles/definitions.bicepparam").code());
        assertEquals("", run(List.of(answer(definition, 1, "")), "roles/kept-scopes.sh", "roles/other.bicepparam").output());
    }

    @Test
    void anAnswerThatFailsIsNoAnswer() throws Exception {
        Bundles.write(without("Monitoring Reader"), bundle);
        for (var option : List.of("--plan", "--apply")) {
            var failed = run(List.of(answer(LIST, 1, "")), "remove.sh", option);
            assertEquals(1, failed.code(), failed.output());
            assertEquals(List.of(), failed.changes());
        }
    }

    private static String id(String name) {
        return (GROUP + "/providers/Microsoft.Authorization/roleAssignments/" + name).toLowerCase(java.util.Locale.ROOT);
    }

    private static String assignment(String name, String scope, String principal, String role) {
        return String.join("\\t", name, scope, principal, "/providers/x/roleDefinitions/" + role,
            scope + "/providers/Microsoft.Authorization/roleAssignments/" + name)
            + "\\n";
    }

    private static String answer(String beginning, int code, String answer) {
        return AzureAnswers.answer(beginning, code, answer);
    }

    private AzureAnswers.Run run(List<String> answers, String... command) throws Exception {
        return AzureAnswers.run(bundle, folder, answers, command);
    }
}
