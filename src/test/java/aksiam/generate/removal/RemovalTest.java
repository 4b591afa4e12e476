package aksiam.generate.removal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.BundleWriter;
import aksiam.generate.WritePlan;
import aksiam.generate.bicep.GivenRight.Kind;
import aksiam.generate.bicep.GivenRights;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.plan.FederatedCredential;
import aksiam.plan.IdentityBinding;
import aksiam.plan.ManagedIdentity;
import aksiam.plan.PlanBuilder;
import aksiam.testkit.AzureAnswers;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
    private static final String ACCESS_ADMINISTRATOR = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";
    private static final String SCOPE = "/subscriptions/" + SUBSCRIPTION;
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
                + "\", \"what\": \"Monitoring Reader of tailwind-admins at " + GROUP + "\", \"consideration\": \"grants\", \"key\": \""),
            once);
        assertTrue(once.contains("\", \"record\": \"43\"}"), once);
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

    /** The bundle gave the caller these roles at the subscription and does not give them any more; these rights of the caller are there. */
    private AzureAnswers.Run ownRights(List<String> roles, String mine, String... answers) throws Exception {
        var entries = roles.stream().map(role -> "    {\"kind\": \"role\", \"name\": \"own-" + role + "\", \"scope\": \"" + SCOPE
            + "\", \"principal\": \"me\", \"role\": \"" + role + "\", \"what\": \"" + role + "\", \"consideration\": \"grants\", \"key\": \"" + role + "\"}");
        lost(entries.collect(Collectors.joining(",\n")));
        var there = new ArrayList<>(List.of(answers));
        there.add(answer(LIST, 0, roles.stream().map(role -> String.join("\\t", "own-" + role, SCOPE, "me", "/x/" + role, "/id/own-" + role) + "\\n")
            .collect(Collectors.joining())));
        there.add(answer("account show --query user.type", 0, "user\\n"));
        there.add(answer("ad signed-in-user show", 0, "me\\n"));
        there.add(answer("role assignment list --scope " + SCOPE.toLowerCase(Locale.ROOT) + " --include-inherited", 0,
            roles.stream().map(role -> own("/id/own-" + role, role, "free")).collect(Collectors.joining()) + mine));
        return run(there, "remove.sh", "--apply");
    }

    private static String own(String id, String role, String condition) {
        return String.join("\\t", id, "/x/" + role, condition) + "\\n";
    }

    private void lost(String entries) throws IOException {
        var file = bundle.resolve(Removals.PATH);
        Files.writeString(file, Files.readString(file).replaceAll("(?s)\"removals\": \\[.*", "\"removals\": [\n") + entries + "\n  ]\n}\n");
    }

    @Test
    void theRightByWhichTheRunSignsInStays() throws Exception {
        var kept = ownRights(List.of(OWNER), "");
        assertEquals(4, kept.code(), kept.output());
        assertTrue(kept.output().contains("stays: " + OWNER + ", because you are signed in by it"), kept.output());
        assertEquals(List.of(), kept.changes());
        assertEquals(1, ownRights(List.of(OWNER), own("/id/wider", OWNER, "free")).changes().size(), "another right is left to the run");
        assertEquals(List.of(), ownRights(List.of(OWNER), own("/id/reader", MONITORING_READER, "free")).changes(), "one that manages no access is none");
        assertEquals(List.of(), ownRights(List.of(OWNER), own("/id/limited", OWNER, "conditional")).changes(), "one under a condition is not as good");

        var failed = ownRights(List.of(OWNER), "", answer("role assignment list --scope " + SCOPE, 1, ""));
        assertFalse(failed.code() == 0);
        assertEquals(List.of(), failed.changes(), "who cannot be asked is not taken for somebody else");
    }

    @Test
    void twoRightsOfTheCallerAreNotEachTheReasonWhyTheOtherOneGoes() throws Exception {
        var one = ownRights(List.of(OWNER, ACCESS_ADMINISTRATOR), "");
        assertEquals(4, one.code(), one.output());
        assertEquals(List.of("role assignment delete --ids /id/own-" + OWNER), one.changes());
        assertTrue(one.output().contains("stays: " + ACCESS_ADMINISTRATOR + ", because you are signed in by it"), one.output());
        assertEquals(2, ownRights(List.of(OWNER, ACCESS_ADMINISTRATOR), own("/id/wider", OWNER, "free")).changes().size());
    }

    /** The directory tells a managed identity nothing; its token says who it is. */
    @Test
    void aManagedIdentityIsKnownByItsToken() throws Exception {
        var payload = "{\"aud\":\"https://management.azure.com\",\"name\":\"Zoë ☂\",\"oid\":\"1D5D20F4-c630-4ae3-adc2-dd9143f775e2\",\"tid\":\"x\"}";
        var token = "e30." + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            + ".c2ln";
        for (var name : List.of("systemAssignedIdentity", "userAssignedIdentity")) {
            var login = new String[]{answer("account show --query user.type", 0, "servicePrincipal\\n"),
                answer("account show --query user.name", 0, name + "\\n"), answer("account get-access-token", 0, token + "\\n"), answer("ad ", 1, "")};
            var kept = ownRights(List.of(OWNER), "", login);
            assertEquals(4, kept.code(), kept.output());
            assertTrue(kept.calls().stream().anyMatch(call -> call.contains("--assignee " + ADMINS)), kept.calls().toString());
            assertFalse(kept.output().contains(token.substring(4, 20)), "nobody reads the token");
            login[2] = answer("account get-access-token", 0, "e30.e30.c2ln\\n");
            var unknown = ownRights(List.of(OWNER), "", login);
            assertFalse(unknown.code() == 0 || unknown.code() == 4, unknown.output());
            assertEquals(List.of(), unknown.changes());
        }
        var principal = ownRights(List.of(OWNER), "", answer("account show --query user.type", 0, "servicePrincipal\\n"),
            answer("account show --query user.name", 0, "11111111-2222-4333-8444-555555555555\\n"), answer("ad sp show --id 11111111", 0, "me\\n"));
        assertEquals(4, principal.code(), principal.output());
    }

    @Test
    void deployNamesWhatTakesAwayWhatWaits() throws Exception {
        Bundles.write(without("Monitoring Reader"), bundle);
        var there = List.of(answer("account show", 0, DESIGN.text("tenant") + "\\n"), answer("account list", 0, SUBSCRIPTION + "\\n"),
            answer(LIST, 0, assignment("found", GROUP, ADMINS, MONITORING_READER)));
        var run = run(there, "deploy.sh", "--stage", "5");
        assertEquals(0, run.code(), run.output());
        assertTrue(run.output().contains("not asked here: 1 in removals.json, which deploy.sh --stage 4 asks\n"), run.output());
        run = run(there, "deploy.sh", "--stage", "4");
        assertEquals(4, run.code(), run.output());
        assertTrue(run.output().contains("1 wait. To take them away: deploy.sh --stage 4 --apply --remove --consent role-found\n"), run.output());
    }

    @Test
    void aCustomRoleThatManagesAccessIsARightToStayToo() throws Exception {
        var custom = "0f1e2d3c-4b5a-4687-9786-a5b4c3d2e1f0";
        var definitions = "role definition list --custom-role-only true --scope " + SCOPE;
        assertEquals(List.of(), ownRights(List.of(custom), "", answer(definitions, 0, custom + "\\tMicrosoft.Authorization/*\\t\\n")).changes());
        assertEquals(1, ownRights(List.of(custom), "", answer(definitions, 0, custom + "\\t*\\tMicrosoft.Authorization/*/write\\n")).changes().size());
    }

    @Test
    void anEligibleRightByWhichTheRunIsActiveStays() throws Exception {
        lost("    {\"kind\": \"eligible\", \"name\": \"-\", \"scope\": \"" + SCOPE + "\", \"principal\": \"" + ADMINS + "\", \"role\": \"" + OWNER
            + "\", \"what\": \"eligible Owner\", \"consideration\": \"grants\", \"key\": \"x\"}");
        var rows = " --output tsv --query value";
        var there = List.of(answer("account show --query user.type", 0, "user\\n"), answer("ad signed-in-user show", 0, "me\\n"),
            answer("rest --method get --url " + SCOPE + "/providers/Microsoft.Authorization/roleEligibilitySchedules?api-version=2020-10-01&%24filter=atScope()"
                + rows, 0, String.join("\\t", "schedule", SCOPE, ADMINS, "/x/" + OWNER) + "\\n"));
        var active = answer("rest --method get --url " + SCOPE
            + "/providers/Microsoft.Authorization/roleAssignmentScheduleInstances?api-version=2020-10-01&%24filter=asTarget()" + rows, 0,
            "/id/active\\t" + SCOPE + "/providers/Microsoft.Authorization/roleEligibilitySchedules/schedule\\n");
        var mine = "role assignment list --scope " + SCOPE + " --include-inherited";
        var kept = run(Stream.concat(there.stream(), Stream.of(active, answer(mine, 0, own("/id/active", OWNER, "free")))).toList(), "remove.sh", "--apply");
        assertEquals(4, kept.code(), kept.output());
        assertEquals(List.of(), kept.changes());
        var gone = run(Stream.concat(there.stream(), Stream.of(active, answer(mine, 0, own("/id/active", OWNER, "free") + own("/id/standing", OWNER, "free"))))
            .toList(), "remove.sh", "--apply");
        assertEquals(0, gone.code(), gone.output());
        assertEquals(1, gone.changes().size(), gone.output());
    }

    @Test
    void fromAListThatIsNotWholeNothingGoes() throws Exception {
        Bundles.write(without("Monitoring Reader"), bundle);
        for (var name : List.of(RemovalsOutput.RIGHTS, Removals.PATH)) {
            var file = bundle.resolve(name);
            var whole = Files.readString(file);
            var lines = whole.lines().toList();
            var damaged = new ArrayList<>(Stream.of(0, 1, 500, 3000, whole.length() - 3).map(length -> whole.substring(0, length)).toList());
            damaged.add(whole.replaceFirst("\n", "\n<<<<<<< HEAD\n"));
            damaged.add(whole.replaceFirst("\n", "\n=======\n"));
            damaged.add(String.join("\n", lines.subList(1, lines.size())) + "\n");
            if (name.equals(RemovalsOutput.RIGHTS)) {
                damaged.add(whole.replace(lines.get(3) + "\n", ""));
            }
            for (var text : damaged) {
                Files.writeString(file, text);
                for (var option : List.of("--plan", "--apply")) {
                    var run = run(List.of(answer(LIST, 0, assignment(OWN_NAME, GROUP, ADMINS, MONITORING_READER))), "remove.sh", option);
                    assertEquals(1, run.code(), text + run.output());
                    assertTrue(run.output().startsWith(name + " is not whole, so nothing is taken away: "), run.output());
                    assertTrue(run.output().contains("git checkout -- " + name), run.output());
                    assertEquals(List.of(), run.calls());
                }
            }
            Files.writeString(file, whole.replace("\n", "\r\n"));
            assertEquals(4, run(List.of(answer(LIST, 0, assignment(OWN_NAME, GROUP, ADMINS, MONITORING_READER))), "remove.sh").code(), "git may change ends");
            Files.delete(file);
            assertEquals(1, run(List.of(), "remove.sh").code());
            Files.writeString(file, whole);
        }
    }

    @Test
    void nothingIsGeneratedOverAListThatIsNotWhole() throws Exception {
        Bundles.write(without("Monitoring Reader"), bundle);
        var file = bundle.resolve(Removals.PATH);
        var whole = Files.readString(file);
        for (var text : List.of("", "{", whole.substring(0, 500), whole.substring(0, 3000), whole.replaceFirst("\n", "\n<<<<<<< HEAD\n"), "{}\n")) {
            Files.writeString(file, text);
            var error = assertThrows(IOException.class, () -> WritePlan.of(Bundles.of(DESIGN), bundle, _ -> WritePlan.Status.REPLACED));
            assertTrue(error.getMessage().startsWith(file + " is not whole"), error.getMessage());
            assertEquals(text, Files.readString(file));
        }
    }

    @Test
    void aNameTellsApartOnlyWhatHasNoPrincipal() throws Exception {
        var file = bundle.resolve(Removals.PATH);
        var gave = Files.readString(file);
        Files.writeString(file, gave.replace(OWN_NAME, OWN_NAME.replace('c', 'd')));
        Bundles.write(DESIGN, bundle);
        assertEquals(gave, Files.readString(file), "the same right under another name");
        var policy = gave.lines().filter(line -> line.contains("\"kind\": \"policy\"")).findFirst().orElseThrow().replaceAll("\"name\": \"[^\"]+\"",
            "\"name\": \"old\"");
        Files.writeString(file, gave.replace("\"gives\": [", "\"gives\": [\n" + policy + (policy.endsWith(",") ? "" : ",")));
        Bundles.write(DESIGN, bundle);
        assertTrue(removals().contains("\"name\": \"old\""), removals());
        Files.writeString(file, gave.replaceAll("(\"kind\": \"definition\", [^{}]*\"scope\": \")[^\"]+", "$1/subscriptions/other"));
        Bundles.write(DESIGN, bundle);
        assertEquals(gave, Files.readString(file), "a custom role that the bundle gives is not lost because its first scope is another one");
    }

    @Test
    void whatNoTemplateGivesIsNotListedAsGiven() {
        var plan = new PlanBuilder();
        for (var subscription : List.of("", SUBSCRIPTION)) {
            var cluster = "aks-" + subscription;
            plan.add(Plans.cluster(cluster, subscription, false, false, List.of()));
            plan.add(new FederatedCredential(cluster, "id-cart", cluster + "-cart", "shop", "cart", "workloads"));
            plan.add(new IdentityBinding(cluster, "id-cart", "cart", "workloads"));
        }
        plan.add(new ManagedIdentity("id-cart", SUBSCRIPTION, "rg-identities", "westeurope", ManagedIdentity.Purpose.WORKLOAD, List.of("aks-"), "workloads"));
        var given = GivenRights.of(plan.build());
        for (var kind : List.of(Kind.CREDENTIAL, Kind.BINDING, Kind.CLUSTER)) {
            assertEquals(1, given.stream().filter(right -> right.kind() == kind).count(), kind + ": " + given);
        }
    }

    @Test
    void aFolderOfThatNameElsewhereIsNotEntered() throws Exception {
        Files.createDirectories(folder.resolve("elsewhere/bundle"));
        var run = run(List.of(), "-c", "export CDPATH=" + folder.resolve("elsewhere") + "; cd ..; bash bundle/remove.sh");
        assertEquals(0, run.code(), run.output());
        assertEquals("nothing to remove\n", run.output());
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
