package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Artefact;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.testkit.Designs;
import aksiam.testkit.Plans;
import aksiam.testkit.Scripts;
import aksiam.testkit.Scripts.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of a cluster that is there, against a stand-in of az: it asks first, and changes what somebody agreed to. */
class UpdateScriptTest {
    private static final String SCRIPT = "infra/update-aks-old.sh";
    private static final Pattern MISSING = Pattern.compile("(?m)^consent needed: ([^ :]+): (.+)$");
    private static final Plan PLAN = Plans.everything(Plans.HOSTILE);
    private static final String CLUSTER = PLAN.cluster("aks-old").orElseThrow().id().text();
    @TempDir
    Path folder;
    private Path bundle;
    private Path state;
    private Scripts scripts;

    @BeforeEach
    void unfold() throws IOException {
        scripts = new Scripts(folder, render(PLAN));
        bundle = scripts.bundle();
        state = folder.resolve("state");
        for (var name : List.of("az", "kubectl")) {
            scripts.tool(name, Designs.text("/fakes/" + name + "-cluster"));
        }
        // Azure writes ids in its own case, and leaves out what was never set.
        Files.writeString(state.resolve("clusters"), CLUSTER.toUpperCase(java.util.Locale.ROOT) + "\n");
        Files.writeString(state.resolve("settings"), """
                                                     pools\tsystem
                                                     entra-id\tnull
                                                     azure-rbac\tnull
                                                     managed-identity\ttrue
                                                     network-policy\tcalico
                                                     authorized-ranges\t192.0.2.0/24
                                                     private-cluster\tnull
                                                     """);
    }

    private static List<Artefact> render(Plan plan) {
        return new InfraOutput().render(new Source(Design.EMPTY, plan, new ArrayList<>()), Templates.embedded());
    }

    private Run run(String... command) throws IOException, InterruptedException {
        return scripts.run(command);
    }

    private Run run(List<String> options) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of(SCRIPT), options.stream()).toArray(String[]::new));
    }

    private List<String> changes() throws IOException {
        return scripts.changes();
    }

    private static List<String> missing(Run run) {
        return MISSING.matcher(run.output()).results().map(match -> match.group(1)).toList();
    }

    private static List<String> agreeing(List<String> ids, String... options) {
        return Stream.concat(Stream.of(options), ids.stream().flatMap(id -> Stream.of("--consent", id))).toList();
    }

    /** The rights of the design in the cluster, as Azure lists them. */
    private void giveRights() throws IOException {
        var rights = ClusterRights.of(PLAN.cluster("aks-old").orElseThrow(), PLAN).stream()
            .map(right -> right.principal() + "\t/providers/Microsoft.Authorization/roleDefinitions/" + right.role().toUpperCase(java.util.Locale.ROOT) + "\t"
                + right.scope())
            .toList();
        assertFalse(rights.isEmpty());
        Files.write(state.resolve("rights"), rights);
    }

    @Test
    void everyClusterHasAScriptAndOneThatIsNotThereIsLeftToTheTemplate() throws Exception {
        for (var cluster : PLAN.clusters()) {
            assertEquals(cluster.isDeployable(), Files.exists(bundle.resolve(UpdateScript.path(cluster))), cluster.name());
        }
        var shown = run("infra/update-aks-prd.sh", "--apply");
        assertEquals(0, shown.code(), shown.output());
        assertTrue(shown.output().contains("aks-prd is not there yet"), shown.output());
        var late = run("infra/update-aks-prd.sh", "--part", "2", "--apply");
        assertEquals(1, late.code(), late.output());
        assertTrue(late.says("aks-prd is not listed in subscription " + Plans.SUBSCRIPTION + ", so sign-in, authorizer and local accounts stay as they are"),
            late.output());
        assertEquals(0, run("infra/update-aks-prd.sh", "--part", "1", "--apply").code(), "stage 3 makes it after its first part");
        assertEquals(0, run("infra/update-aks-prd.sh", "--part", "2").code(), "it only shows");
        Files.writeString(state.resolve("clusters"), "");
        var unseen = "aks-old is not seen by this login in subscription " + Plans.SUBSCRIPTION + ", although the design says that it is there";
        assertEquals(0, run(SCRIPT).code(), "it only shows");
        for (var option : List.of("--plan", "--apply")) {
            var run = run(SCRIPT, option);
            assertEquals(1, run.code(), option);
            assertTrue(run.says(unseen), run.output());
        }
        assertEquals(List.of(), changes());
    }

    @Test
    void theSecondPartOfAClusterOfWhichNothingIsDecidedFailsToo() throws Exception {
        var scripts = new Scripts(folder.resolve("open"), render(Plans.undecided()));
        scripts.tool("az", Designs.text("/fakes/az-cluster"));
        assertEquals(1, scripts.run("infra/update-aks-open.sh", "--part", "2", "--apply").code());
        assertEquals(0, scripts.run("infra/update-aks-open.sh", "--part", "1", "--apply").code());
        scripts.answer("clusters", Plans.undecided().clusters().getFirst().id().text() + "\n");
        assertEquals(0, scripts.run("infra/update-aks-open.sh", "--part", "2", "--apply").code());
    }

    @Test
    void printsFromWhatToWhatAndWhatItCosts() throws Exception {
        var plan = run(SCRIPT, "--plan");
        assertEquals(5, plan.code(), plan.output());
        assertTrue(plan.output().contains("aks-old/network-policy: calico -> cilium\n"), plan.output());
        assertTrue(plan.output().contains("reimages nodes") && plan.output().contains("OWD-21"), plan.output());
        assertTrue(plan.output().contains("aks-old/run-command: nothing -> true\n"), plan.output());
        assertTrue(plan.output().contains("as decided: aks-old/private-cluster (false)\n"), "what Azure does not show is false: " + plan.output());
        assertTrue(plan.output().contains("is there: node pool system\n"), plan.output());
        var ids = missing(plan);
        assertTrue(ids.containsAll(List.of("aks-old/network-policy", "aks-old/oidc-issuer", "aks-old/azure-rbac", "aks-old/local-accounts")), ids.toString());
        assertFalse(ids.contains("aks-old/run-command") || ids.contains("aks-old/admin-groups"), "nobody loses anything by these: " + ids);
        assertEquals(ids.size(), ids.stream().distinct().count());
        assertEquals(0, run(SCRIPT).code());
        assertEquals(List.of(), changes());
    }

    @Test
    void withoutConsentNothingIsChangedAndWithItOnlyWhatWasNamed() throws Exception {
        var ids = missing(run(SCRIPT, "--plan"));
        for (var id : ids) {
            var refused = run(agreeing(ids.stream().filter(other -> !other.equals(id)).toList(), "--apply"));
            assertEquals(5, refused.code(), refused.output());
            assertEquals(List.of(id), missing(refused));
        }
        assertEquals(List.of(), changes(), "one that is missing keeps all others back");

        // Settled but for one: the one that was agreed to is the only command.
        var first = run(agreeing(ids, "--part", "1", "--apply"));
        assertEquals(0, first.code(), first.output());
        changes();
        Files.writeString(state.resolve("settings"), "network-policy\tazure\n", java.nio.file.StandardOpenOption.APPEND);
        assertEquals(0, run(SCRIPT, "--part", "1", "--apply", "--consent", "aks-old/network-policy").code());
        var only = changes();
        assertEquals(1, only.size(), only.toString());
        assertTrue(only.getFirst().contains("--network-policy cilium"), only.toString());
    }

    @Test
    void aSecondRunWritesNothing() throws Exception {
        giveRights();
        var ids = missing(run(SCRIPT, "--plan"));
        var first = run(agreeing(ids, "--apply"));
        assertEquals(0, first.code(), first.output());
        assertFalse(changes().isEmpty());
        var second = run(SCRIPT, "--apply");
        assertEquals(0, second.code(), second.output());
        assertEquals(List.of(), changes(), second.output());
        assertEquals(List.of(), missing(run(SCRIPT, "--plan")));
    }

    @Test
    void theSecondPartWaitsForTheRights() throws Exception {
        var ids = missing(run(SCRIPT, "--plan"));
        assertEquals(0, run(agreeing(ids, "--part", "1", "--apply")).code());
        assertTrue(changes().stream().noneMatch(call -> call.contains("--enable-aad") || call.contains("local-accounts")));

        var waits = run(agreeing(ids, "--part", "2", "--apply"));
        assertEquals(0, waits.code(), waits.output());
        assertTrue(waits.output().contains("aks-old/azure-rbac waits for") && waits.output().contains("aks-old/local-accounts waits"), waits.output());
        assertEquals(List.of(), changes());

        giveRights();
        assertEquals(0, run(agreeing(ids, "--part", "2", "--apply")).code());
        var last = changes();
        assertTrue(last.getFirst().contains("--enable-aad") && last.getFirst().contains("--enable-azure-rbac"), "never one without the other: " + last);
        assertTrue(last.getLast().contains("--disable-local-accounts"), last.toString());
    }

    @Test
    void aCallThatFailsIsAFailure() throws Exception {
        giveRights();
        var ids = missing(run(SCRIPT, "--plan"));
        for (var call : List.of("aks-list", "resource-show", "role-assignment")) {
            var fails = Files.createFile(state.resolve("fail-" + call));
            var run = run(agreeing(ids, "--part", "2", "--apply"));
            assertEquals(1, run.code(), call + ": " + run.output());
            assertEquals(List.of(), changes(), call);
            Files.delete(fails);
        }
        Files.createFile(state.resolve("fail-aks-update"));
        var stopped = run(agreeing(ids, "--part", "1", "--apply"));
        assertEquals(1, stopped.code(), stopped.output());
        assertTrue(stopped.output().contains("what follows it was not tried"), stopped.output());
    }

    @Test
    void wrongOptionsAreRefused() throws Exception {
        for (var options : List.of("--nonsense", "--part", "--part 3", "--consent", "--consent --apply", "--plan --apply")) {
            assertEquals(2, run(Stream.concat(Stream.of(SCRIPT), Stream.of(options.split(" "))).toArray(String[]::new)).code(), options);
        }
    }

    @Test
    void whatIsThereIsLeftOutOfTheDeployment() throws Exception {
        var identity = PLAN.identity("id-aks-prd-kubelet").orElseThrow();
        Files.writeString(state.resolve("groups"), "RG-AKS-PRD\nrg-of-others\n");
        Files.writeString(state.resolve("identities"), identity.resourceGroup().toUpperCase(java.util.Locale.ROOT) + "/" + identity.resourceName() + "\n");
        Files.writeString(state.resolve("clusters"), PLAN.cluster("aks-prd").orElseThrow().id().text() + "\n");
        assertEquals("existingGroups=[\"rg-aks-prd\"]\nexistingIdentities=[\"rg-aks-prd/id-aks-prd-kubelet\"]\n",
            run("infra/there.sh", "infra/aks-prd-identities.bicepparam").output());
        assertEquals("clusterExists=true\n", run("infra/there.sh", "infra/aks-prd.bicepparam").output());
        assertEquals("clusterExists=false\n", run("infra/there.sh", "infra/aks-tst.bicepparam").output());
        assertEquals("", run("infra/there.sh", "infra/aks-old.bicepparam").output());
        Files.createFile(state.resolve("fail-group-list"));
        assertEquals(1, run("infra/there.sh", "infra/aks-prd-identities.bicepparam").code());
    }

    /** azure-aks-docs 05793c123 (2026-08-11) withdrew that LocalDNS does not go with policies on DNS names. */
    @Test
    void localDnsStaysAsItIsUnderPoliciesOnDnsNames() {
        assertEquals(List.of(), new InfraOutput().render(Source.of(Designs.read("fleet")), Templates.embedded()).stream()
            .filter(file -> file.text().toLowerCase(java.util.Locale.ROOT).contains("localdns")).map(file -> file.path()).toList());
    }

    private static String update(String preset) {
        return new InfraOutput().render(Source.of(Designs.read(preset)), Templates.embedded()).stream()
            .filter(file -> file.path().startsWith("infra/update-")).findFirst().orElseThrow().text();
    }
}
