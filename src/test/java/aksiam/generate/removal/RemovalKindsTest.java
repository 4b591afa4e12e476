package aksiam.generate.removal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.domain.ResourceTypes;
import aksiam.generate.bicep.GivenRight.Kind;
import aksiam.testkit.AzureAnswers;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of each kind goes what the bundle gave, what was adopted once it is named, and nothing of somebody else. */
class RemovalKindsTest {
    private static final String SUBSCRIPTION = "/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6";
    private static final String GROUP = SUBSCRIPTION + "/resourcegroups/rg-old";
    private static final String CLUSTER = GROUP + "/providers/microsoft.containerservice/managedclusters/aks-old";
    private static final String IDENTITY = GROUP + "/providers/microsoft.managedidentity/userassignedidentities/id-old";
    private static final String ACCOUNT = GROUP + "/providers/microsoft.documentdb/databaseaccounts/cosmos-old";
    private static final String MANAGEMENT_GROUP = "/providers/Microsoft.Management/managementGroups/mg-old";
    private static final String ROLE = "43d0d8ad-25c7-4714-9337-8ba259a9fe05";
    private static final String SUBJECT = "system:serviceaccount:shop:cart";
    private static final String SCHEDULES = "rest --method get --url " + GROUP + "/providers/Microsoft.Authorization/roleEligibilitySchedules";
    private static final String DEFINITIONS = "role definition list --custom-role-only true --scope " + SUBSCRIPTION + " --query ";
    private static final List<String> THERE = List.of(
        AzureAnswers.answer("aks get-credentials --subscription 75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6 --resource-group rg-tailwind", 3, ""),
        answer("identity list", IDENTITY + "\\tprincipal\\n"),
        answer("aks list", CLUSTER + "\\tcontrol\\tkubelet\\tnone\\n"), answer("aks show", "https://issuer/old\\n"), answer("resource list", ACCOUNT + "\\n"),
        answer(DEFINITIONS + "[?name", SUBSCRIPTION + "\\n" + MANAGEMENT_GROUP + "\\n"));
    @TempDir
    Path folder;
    private Path bundle;

    /**
     * @param entry   of removals.json: name, scope, principal and role
     * @param list    the call that lists what is there
     * @param own     what it says of what the bundle gave
     * @param adopted the same right under another name
     * @param others  what is not the bundle's
     * @param removal how it is taken away
     * @param consent what has to be named for the adopted one
     */
    private record Case(List<String> entry, String list, String own, Optional<String> adopted, String others, String removal, String consent) {
    }

    private static Case of(Kind kind) {
        return switch (kind) {
            case ROLE -> new Case(List.of("own", GROUP, IDENTITY, ROLE), "role assignment list --all", role("own", "principal"),
                Optional.of(role("found", "principal")), role("own", "somebody") + role("own", "principal").replace(ROLE, ROLE.replace('4', '5')),
                "role assignment delete --ids /id/", "role-found");
            case ELIGIBLE -> new Case(List.of("-", GROUP, "principal", ROLE), SCHEDULES, eligible("own", GROUP, "principal"), Optional.empty(),
                eligible("x", GROUP, "somebody") + eligible("y", SUBSCRIPTION, "principal"),
                "rest --method put --url " + GROUP + "/providers/Microsoft.Authorization/roleEligibilityScheduleRequests/", "");
            case COSMOS ->
                new Case(List.of("own", ACCOUNT + "/dbs/shop", IDENTITY, ROLE), "cosmosdb sql role assignment list", cosmos("own", "shop", "principal"),
                    Optional.of(cosmos("found", "shop", "principal")), cosmos("own", "shop", "somebody") + cosmos("own", "ledger", "principal"),
                    "cosmosdb sql role assignment delete --yes", "cosmos-found");
            case CREDENTIAL -> new Case(List.of("own", IDENTITY, CLUSTER, SUBJECT), "identity federated-credential list",
                "own\\t" + SUBJECT + "\\thttps://issuer/old\\n", Optional.of("found\\t" + SUBJECT + "\\thttps://issuer/old\\n"),
                "own\\t" + SUBJECT + "\\thttps://issuer/other\\nx\\tsystem:serviceaccount:other:cart\\thttps://issuer/old\\n",
                "identity federated-credential delete --yes", "credential-found");
            case BINDING -> new Case(List.of("own", CLUSTER, "-", "-"), "rest --method get --url " + CLUSTER + "/identityBindings", "own\\n", Optional.empty(),
                "other\\n", "resource delete --ids " + CLUSTER + "/identityBindings/own", "");
            case POLICY -> new Case(List.of("own", GROUP, "-", "-"), "policy assignment list --scope " + GROUP, "own\\n", Optional.empty(), "other\\n",
                "policy assignment delete --scope " + GROUP + " --name own", "");
            case DEFINITION -> new Case(List.of("own", SUBSCRIPTION, "-", "-"), DEFINITIONS + "[].name", "own\\n", Optional.empty(), "other\\n",
                "role definition delete --name own --scope " + SUBSCRIPTION, "");
            case CLUSTER -> new Case(List.of("aks-old", CLUSTER, "-", "-"), "get rolebindings", object("aks-iam"), Optional.of(object("Helm")), "",
                "--kubeconfig ", "object-aks-old/RoleBinding/shop/own");
        };
    }

    private static String role(String name, String principal) {
        return String.join("\\t", name, GROUP, principal, "/roleDefinitions/" + ROLE, "/id/" + name) + "\\n";
    }

    private static String eligible(String name, String scope, String principal) {
        return String.join("\\t", name, scope, principal, "/roleDefinitions/" + ROLE) + "\\n";
    }

    private static String cosmos(String name, String database, String principal) {
        return String.join("\\t", name, ACCOUNT + "/dbs/" + database, principal, "/sqlRoleDefinitions/" + ROLE) + "\\n";
    }

    private static String object(String maker) {
        return "RoleBinding\\tshop\\town\\t" + maker + "\\tgroup,\\n";
    }

    @BeforeEach
    void deployed() {
        bundle = Bundles.write(Designs.read("small-team"), folder.resolve("bundle"));
    }

    @Test
    void whatTheBundleGaveGoes() throws Exception {
        for (var kind : Kind.values()) {
            var its = of(kind);
            var shown = run(kind, its.own);
            assertEquals(4, shown.code(), kind + shown.output());
            assertTrue(shown.output().contains("waits to be removed: ") && shown.changes().isEmpty(), kind + shown.output());
            var gone = run(kind, its.own, "--apply");
            assertEquals(0, gone.code(), kind + gone.output());
            assertEquals(1, gone.changes().size(), kind + gone.output());
            assertTrue(gone.changes().getFirst().startsWith(its.removal), gone.changes().toString());
            assertTrue(gone.changes().getFirst().contains("own"), gone.changes().toString());
        }
    }

    @Test
    void whatWasAdoptedGoesOnceItIsNamed() throws Exception {
        for (var kind : Kind.values()) {
            var its = of(kind);
            if (its.adopted.isPresent()) {
                var refused = run(kind, its.adopted.get(), "--apply");
                assertEquals(5, refused.code(), kind + refused.output());
                assertTrue(refused.output().contains("consent needed: " + its.consent + ": ") && refused.changes().isEmpty(), kind + refused.output());
                var shown = run(kind, its.adopted.get());
                assertTrue(shown.output().endsWith("1 wait. To take them away: deploy.sh --apply --remove --consent " + its.consent + "\n"), shown.output());
                var gone = run(kind, its.adopted.get(), "--apply", "--consent", its.consent);
                assertEquals(0, gone.code(), kind + gone.output());
                assertEquals(1, gone.changes().size(), kind + gone.output());
            }
        }
    }

    @Test
    void nothingOfSomebodyElseGoes() throws Exception {
        for (var kind : Kind.values()) {
            for (var there : List.of(of(kind).others, "")) {
                var run = run(kind, there, "--apply");
                assertEquals(0, run.code(), kind + run.output());
                assertTrue(run.output().endsWith("nothing to remove\n") && run.changes().isEmpty(), kind + run.output());
            }
        }
    }

    @Test
    void whatCannotBeAskedIsAFailure() throws Exception {
        for (var kind : Kind.values()) {
            for (var option : List.of("--plan", "--apply", "")) {
                entry(kind);
                var run = run(List.of(AzureAnswers.answer(of(kind).list, 1, "")), option);
                assertEquals(1, run.code(), kind + run.output());
                assertEquals(List.of(), run.changes());
            }
        }
    }

    /** Entries of earlier versions name no stage; then the kind says it. */
    @Test
    void aStageTakesAwayWhatItGaveAndAsksForNothingElse() throws Exception {
        for (var kind : Kind.values()) {
            var its = of(kind);
            var stage = switch (kind) {
                case DEFINITION -> 2;
                case CREDENTIAL, BINDING -> 3;
                case ROLE, COSMOS -> 4;
                case POLICY -> 5;
                case ELIGIBLE -> 6;
                case CLUSTER -> 7;
            };
            var waits = run(kind, its.own, "--stage", "" + stage);
            assertEquals(4, waits.code(), kind + waits.output());
            assertTrue(waits.output().contains("1 wait. To take them away: deploy.sh --stage " + stage + " --apply --remove\n"), waits.output());
            var gone = run(kind, its.own, "--stage", "" + stage, "--apply");
            assertEquals(0, gone.code(), kind + gone.output());
            assertEquals(1, gone.changes().size(), kind + gone.output());
            for (var other : List.of(stage - 1, stage % 7 + 1)) {
                var left = run(kind, its.own, "--stage", "" + other, "--apply");
                assertEquals(0, left.code(), kind + left.output());
                assertEquals(List.of(), left.changes());
                assertTrue(left.output().contains("not asked here: 1 in removals.json, which deploy.sh --stage " + stage + " asks\n"), left.output());
                assertTrue(left.calls().stream().noneMatch(call -> call.startsWith(its.list) || other != 7 && call.startsWith("get ")),
                    left.calls().toString());
            }
        }
        entry(Kind.ROLE);
        var file = bundle.resolve(Removals.PATH);
        Files.writeString(file, Files.readString(file).replace("\"key\": \"old\"", "\"key\": \"old\", \"stage\": \"2\""));
        var there = List.of(answer(of(Kind.ROLE).list, of(Kind.ROLE).own));
        assertEquals(4, run(there, "--stage", "2").code(), "a role of the identity of a cluster");
        assertEquals(0, run(there, "--stage", "4").code());
        assertEquals(2, run(there, "--stage", "8").code());
    }

    /** Who may sign in to a cluster, and nothing else in Azure, may not list it. */
    @Test
    void stageSevenAsksOnlyTheClusters() throws Exception {
        entry(Kind.CLUSTER);
        var run = run(List.of(AzureAnswers.answer("aks list", 1, ""), answer("get rolebindings", object("aks-iam"))), "--stage", "7", "--apply");
        assertEquals(0, run.code(), run.output());
        assertEquals(1, run.changes().size(), run.output());
        var gone = run(List.of(AzureAnswers.answer("aks get-credentials", 3, ""), answer("get rolebindings", object("aks-iam"))), "--stage", "7", "--apply");
        assertEquals(0, gone.code(), gone.output());
        assertTrue(gone.output().endsWith("nothing to remove\n"), gone.output());
    }

    @Test
    void anIdentityThatTheDesignDropsIsLeftToPeopleByItsOwnStage() throws Exception {
        entry(Kind.ROLE);
        for (var options : List.of(List.of(""), List.of("--apply"), List.of("--stage", "1"))) {
            var run = run(List.of(), options.toArray(String[]::new));
            assertEquals(0, run.code(), run.output());
            assertTrue(run.output().contains("left to you: identity id-old\n") && run.changes().isEmpty(), run.output());
        }
        assertFalse(run(List.of(), "--stage", "4").output().contains("left to you"), "another stage does not ask for it");
        assertFalse(run(List.of(answer("identity list", "")), "").output().contains("left to you"), "it is gone");
    }

    /** Where the design names no administrator, only the kubeconfig of the local accounts gets in. */
    @Test
    void objectsAreAskedForWithTheAdminKubeconfigWhereNobodyElseGetsIn() throws Exception {
        var open = Designs.read("aks-tenants");
        for (var design : List.of(open, Designs.read("small-team"))) {
            bundle = Bundles.write(design, folder.resolve("bundle-" + design.text("design-name").length()));
            var run = AzureAnswers.run(bundle, folder, List.of(), "remove.sh", "--stage", "7");
            var calls = run.calls().stream().filter(call -> call.startsWith("aks get-credentials")).toList();
            assertFalse(calls.isEmpty(), run.output());
            assertEquals(design == open, calls.getFirst().contains(" --admin "), calls.toString());
        }
    }

    @Test
    void theTrustOfAClusterThatIsGoneIsKnownByItsName() throws Exception {
        entry(Kind.CREDENTIAL);
        var rows = "own\\t" + SUBJECT + "\\thttps://issuer/any\\nother\\t" + SUBJECT + "\\thttps://issuer/any\\n";
        var run = run(List.of(answer("aks list", ""), answer("identity federated-credential list", rows)), "--apply");
        assertEquals(0, run.code(), run.output());
        assertTrue(run.changes().size() == 1 && run.changes().getFirst().endsWith("--name own"), run.changes().toString());
    }

    @Test
    void aGroupThatIsGoneHasNoPolicy() throws Exception {
        entry(Kind.POLICY);
        var list = AzureAnswers.answer("policy assignment list", 3, "");
        assertEquals(0, run(List.of(answer("group exists", "false\\n"), list), "--apply").code());
        assertEquals(3, run(List.of(answer("group exists", "true\\n"), list), "--apply").code());
        assertEquals(1, run(List.of(AzureAnswers.answer("group exists", 1, ""), list), "--apply").code(), "a question that fails is no answer");
    }

    @Test
    void aCustomRoleStaysForAsLongAsItIsAssignedInAnyOfItsScopes() throws Exception {
        entry(Kind.DEFINITION);
        for (var scope : List.of("role assignment list --all --subscription 75b7bc8d", "role assignment list --scope " + MANAGEMENT_GROUP)) {
            var kept = run(List.of(answer(DEFINITIONS + "[].name", "own\\n"), answer(scope, "/somewhere/assignment\\n")), "--apply");
            assertEquals(4, kept.code(), kept.output());
            assertTrue(kept.output().contains("because it is still assigned:\n  /somewhere/assignment"), kept.output());
            assertEquals(List.of(), kept.changes());
        }
    }

    @Test
    void anObjectThatTheBundleHoldsStays() throws Exception {
        var own = Files.readAllLines(bundle.resolve(RemovalsOutput.RIGHTS)).stream().filter(line -> line.startsWith("cluster\t")).findFirst().orElseThrow()
            .split("\t");
        var held = "apiVersion: rbac.authorization.k8s.io/v1\\nkind: RoleBinding\\nmetadata:\\n  name: held\\n  namespace: shop\\nsubjects:\\n  - name: other\\n";
        var there = Stream.of("held", "other").map(name -> "RoleBinding\\tshop\\t" + name + "\\taks-iam\\tgroup,\\n").collect(Collectors.joining());
        var run = run(List.of(answer("aks get-credentials", ""), answer("kustomize kubernetes/clusters/" + own[2], held), answer("get rolebindings", there)),
            "--apply");
        assertEquals(0, run.code(), run.output());
        assertEquals(1, run.changes().size(), run.output());
        assertTrue(run.changes().getFirst().endsWith("delete --ignore-not-found rolebindings.rbac.authorization.k8s.io other --namespace shop"),
            run.changes().toString());
    }

    @Test
    void theBindingByWhichTheRunIsSignedInStays() throws Exception {
        entry(Kind.CLUSTER);
        var run = run(List.of(answer("auth whoami", "me\\nadmins\\n"),
            answer("get clusterrolebindings", "ClusterRoleBinding\\t-\\tmine\\taks-iam\\tothers,admins,\\n")), "--apply");
        assertEquals(4, run.code(), run.output());
        assertTrue(run.output().contains("stays: ClusterRoleBinding mine in aks-old, because you are signed in by it"), run.output());
        assertEquals(List.of(), run.changes());
    }

    @Test
    void aClusterThatCannotBeAskedIsAFailureOfScriptAndCheck() throws Exception {
        entry(Kind.CLUSTER);
        for (var call : List.of("aks get-credentials", "get customresourcedefinitions", "auth whoami", "get serviceaccounts")) {
            for (var option : List.of("--plan", "--apply", "")) {
                var run = run(List.of(AzureAnswers.answer(call, 1, "")), option);
                assertEquals(1, run.code(), call + run.output());
                assertTrue(run.output().contains("cannot be asked: the objects in cluster aks-old"), run.output());
                assertFalse(run.output().contains("nothing to remove"), run.output());
            }
        }
        assertEquals(2, check(AzureAnswers.answer("aks get-credentials", 1, "")).code());
        var left = check(answer("get rolebindings", object("aks-iam")));
        assertEquals(1, left.code(), left.output());
        assertTrue(left.output().contains("FAIL  expected gone, found there: RoleBinding own in shop, cluster aks-old"), left.output());
        var stays = check(answer("auth whoami", "me\\n"), answer("get clusterrolebindings", "ClusterRoleBinding\\t-\\tmine\\taks-iam\\tme,\\n"));
        assertEquals(1, stays.code(), stays.output());
        assertEquals(0, check(answer("get rolebindings", "")).code());
    }

    /** An object of a kind that the script does not list would stay for ever. */
    @Test
    void everyKindOfObjectIsListed() throws Exception {
        var script = Files.readString(bundle.resolve(RemovalsOutput.SCRIPT));
        try (var files = Files.walk(Path.of("src/test/resources/golden"))) {
            var kinds = files.filter(file -> file.toString().matches(".*/kubernetes/clusters/[^/]+/.*\\.yaml") && !file.endsWith("given.yaml"))
                .flatMap(RemovalKindsTest::kinds).filter(kind -> !List.of("Namespace", "Kustomization", "ConfigMap").contains(kind)).distinct().toList();
            assertTrue(kinds.contains("RoleBinding"), kinds.toString());
            for (var kind : kinds) {
                var plural = (kind.replaceAll("y$", "ie").replaceAll("s$", "se") + "s").toLowerCase(java.util.Locale.ROOT);
                assertTrue(script.matches("(?s).*[ ']" + plural + "[. '].*"), plural);
            }
        }
    }

    private static Stream<String> kinds(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> line.startsWith("kind: ")).map(line -> line.substring("kind: ".length()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String answer(String beginning, String answer) {
        return AzureAnswers.answer(beginning, 0, answer);
    }

    /** What an earlier bundle gave. */
    private void entry(Kind kind) throws IOException {
        var fields = of(kind).entry;
        var entry = "    {\"kind\": \"" + kind.label() + "\", \"name\": \"" + fields.get(0) + "\", \"scope\": \"" + fields.get(1) + "\", \"principal\": \""
            + fields.get(2) + "\", \"role\": \"" + fields.get(3) + "\", \"what\": \"it\", \"consideration\": \"grants\", \"key\": \"old\"}";
        var file = bundle.resolve(Removals.PATH);
        Files.writeString(file, Files.readString(file).replaceAll("(?s)\"removals\": \\[.*", "\"removals\": [\n") + entry + "\n  ]\n}\n");
    }

    private AzureAnswers.Run run(Kind kind, String there, String... options) throws Exception {
        entry(kind);
        return run(List.of(answer(of(kind).list + (kind == Kind.ELIGIBLE || kind == Kind.BINDING ? pages(kind) : ""), there)), options);
    }

    /** The rest of a call for the rows of a page; the one for the next page gets no answer. */
    private static String pages(Kind kind) {
        return (kind == Kind.ELIGIBLE
            ? "?api-version=2020-10-01&%24filter=atScope()"
            : "?api-version=" + ResourceTypes.find("Microsoft.ContainerService/managedClusters/identityBindings").orElseThrow().apiVersion())
            + " --output tsv --query value";
    }

    private AzureAnswers.Run run(List<String> answers, String... options) throws Exception {
        var all = new ArrayList<>(answers);
        all.addAll(THERE);
        return AzureAnswers.run(bundle, folder, all,
            Stream.concat(Stream.of("remove.sh"), Stream.of(options).filter(option -> !option.isEmpty())).toArray(String[]::new));
    }

    private AzureAnswers.Run check(String... answers) throws Exception {
        var all = new ArrayList<>(List.of(answers));
        all.addAll(THERE);
        return AzureAnswers.run(bundle, folder, all, "checks/run.sh", "--only", "removed", "aks-tailwind");
    }
}
