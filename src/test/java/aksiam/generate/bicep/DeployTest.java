package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Artefact;
import aksiam.generate.AzureOutputs;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.kubernetes.KubernetesOutput;
import aksiam.generate.removal.RemovalsOutput;
import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.testkit.Plans;
import aksiam.testkit.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy.sh shows what it would do, does it in order, trusts no forecast and takes no failure for an answer. */
class DeployTest {
    @TempDir
    Path folder;

    /** Without the script that removes, which has tests of its own. */
    static List<Artefact> files(Plan plan, Artefact... others) {
        var files = new ArrayList<Artefact>();
        for (var output : List.<Output>of(new InfraOutput(), new RolesOutput(), new PolicyOutput(), new KubernetesOutput(), new RemovalsOutput())) {
            files.addAll(output.render(new Source(Design.EMPTY, plan, files), Templates.embedded()));
        }
        files.removeIf(file -> file.path().startsWith("remov"));
        for (var other : others) {
            files.removeIf(file -> file.path().equals(other.path()));
            files.add(other);
        }
        files.addAll(new RootOutput().render(new Source(Design.EMPTY, plan, files), Templates.embedded()));
        return files;
    }

    /** Without the scripts of clusters that are there, which have tests of their own. */
    private static List<Artefact> deployable(String text) {
        return files(Plans.everything(text), updates());
    }

    /** For each cluster one that does nothing, and the others in place of what the bundle holds. */
    private static Artefact[] updates(Artefact... others) {
        var nothing = Plans.everything("").clusters().stream().filter(PlannedCluster::isDeployable).map(UpdateScript::path)
            .filter(path -> Stream.of(others).noneMatch(other -> other.path().equals(path))).map(path -> script(path, ""));
        return Stream.concat(nothing, Stream.of(others)).toArray(Artefact[]::new);
    }

    private Scripts scripts() throws Exception {
        return new Scripts(folder, deployable(Plans.HOSTILE));
    }

    @Test
    void showsBeforeItChangesAndDoesNothingTwiceButDeploy() throws Exception {
        var scripts = scripts();
        var env = AzureOutputs.path("aks-prd");
        var shown = scripts.run("deploy.sh");
        assertEquals(0, shown.code(), shown.output());
        assertEquals(List.of(), scripts.changes(), "nothing was asked for");
        assertTrue(scripts.text(env).contains(AzureOutputs.ZERO_GUID));

        var applied = scripts.run("deploy.sh", "--apply");
        assertEquals(0, applied.code(), applied.output());
        var first = scripts.changes();
        assertEquals(deployments(), first.stream().filter(call -> call.startsWith("deployment")).count(), String.join("\n", first));
        assertTrue(first.stream().anyMatch(call -> call.contains("role assignment create") && call.contains("Microsoft.Quantum")));
        assertFalse(scripts.text(env).contains(AzureOutputs.ZERO_GUID), scripts.text(env));

        var second = scripts.run("deploy.sh", "--apply");
        assertEquals(0, second.code(), second.output());
        var again = scripts.changes();
        assertTrue(again.stream().allMatch(call -> call.startsWith("deployment") && call.contains(" create ")), String.join("\n", again));
        assertEquals(List.of(), scripts.leftovers());
    }

    @Test
    void createsEveryDeploymentWhateverWhatIfSays() throws Exception {
        var scripts = scripts();
        scripts.answer("blind", "");
        var blind = scripts.run("deploy.sh", "--apply");
        assertEquals(0, blind.code(), blind.output());
        assertEquals(deployments(), scripts.changes().stream().filter(call -> call.startsWith("deployment")).count(), "what-if showed nothing");

        scripts.answer("fail", "what-if");
        var failed = scripts.run("deploy.sh", "--apply");
        assertEquals(0, failed.code(), failed.output());
        assertEquals(deployments(), scripts.changes().stream().filter(call -> call.startsWith("deployment")).count(), "what-if failed");
        assertTrue(failed.says("(Broken)") && failed.says("cannot tell what would change"), "it says why");
    }

    private static long deployments() {
        return files(Plans.everything("")).stream().filter(file -> file.scope().isPresent()).count();
    }

    @Test
    void runsTheStagesInOrderOrOneOfThem() throws Exception {
        var scripts = scripts();
        scripts.run("deploy.sh", "--apply");
        var order = scripts.changes();
        var stages = List
            .of("identities.bicepparam", "roles/definitions", "roles/cluster-identities", "-aks-prd --parameters", "roles/assignments", "policy/assignments",
                "kubectl")
            .stream().map(part -> order.indexOf(order.stream().filter(call -> call.contains(part)).findFirst().orElseThrow())).toList();
        assertEquals(stages.stream().sorted().toList(), stages, String.join("\n", order));

        assertEquals(0, scripts.run("deploy.sh", "--stage", "5", "--apply").code());
        assertTrue(scripts.changes().stream().allMatch(call -> call.contains("policy/")));
        assertEquals(2, scripts.run("deploy.sh", "--stage", "8").code());
        assertEquals(2, scripts.run("deploy.sh", "--consent", "--apply").code());
        assertTrue(scripts.run("deploy.sh", "--help").output().startsWith("Usage: deploy.sh"));
    }

    @Test
    void anAnswerThatDoesNotComeIsAFailureAndLeavesNoFile() throws Exception {
        for (var call : List.of("^identity show", "^role assignment list", "^aks list", "^account list", "^deployment sub create")) {
            var scripts = new Scripts(folder.resolve(call.replaceAll("[^a-z]", "")), deployable(""));
            scripts.answer("fail", call);
            var run = scripts.run("deploy.sh", "--apply");
            assertFalse(run.code() == 0 || run.says("nothing to change") || run.says("is there:"), call + "\n" + run.output());
            assertEquals(List.of(), scripts.leftovers(), call);
        }
    }

    @Test
    void theKubeconfigIsGoneAfterAFailure() throws Exception {
        var scripts = scripts();
        scripts.answer("fail-kubectl", "");
        scripts.tool("kubectl", "#!/bin/sh\ncase $1 in version) echo v1.36.3 ;; *) test -f \"$KUBECONFIG\" && exit 9 ;; esac\n");
        scripts.run("deploy.sh", "--stage", "7", "--apply");
        assertEquals(List.of(), scripts.leftovers());
    }

    @Test
    void aClusterThatTheLoginDoesNotSeeIsAFailure() throws Exception {
        var scripts = new Scripts(folder, files(Plans.everything("")));
        assertEquals(0, scripts.run("deploy.sh", "--stage", "3").code(), "it only shows");
        var run = scripts.run("deploy.sh", "--apply");
        assertEquals(1, run.code(), run.output());
        assertTrue(run.says("aks-old is not seen by this login in subscription " + Plans.SUBSCRIPTION), run.output());
        assertEquals(List.of(), scripts.changes(), "before anything else");
    }

    @Test
    void onlyOneIdIsWrittenAndItIsWritten() throws Exception {
        var scripts = scripts();
        var env = AzureOutputs.path("aks-prd");
        var generated = scripts.text(env);
        var key = generated.lines().filter(line -> line.contains("=")).findFirst().orElseThrow().split("=")[0];
        for (var answer : List.of("None\n", "<html>502</html>\n", "WARNING: new version\n7d0a2b3c-0000-4000-8000-000000000001\n",
            "7d0a2b3c-0000-4000-8000-000000000001\n7d0a2b3c-0000-4000-8000-000000000002\n", AzureOutputs.ZERO_GUID)) {
            scripts.answer("id", answer);
            var run = scripts.run("deploy.sh", "--stage", "1", "--apply");
            assertEquals(1, run.code(), answer + run.output());
            assertTrue(run.says("az does not answer with one id for " + key), run.output());
            assertEquals(generated, scripts.text(env), answer);
        }
        scripts.answer("id", "7D0A2b3c-0000-4000-8000-000000000001\r\n");
        var filled = generated.replace(AzureOutputs.ZERO_GUID, "7D0A2b3c-0000-4000-8000-000000000001");
        for (var before : List.of(generated, generated.replace("\n", "\r\n"), generated.replace(key + "=" + AzureOutputs.ZERO_GUID + "\n", ""), "")) {
            Files.writeString(scripts.bundle().resolve(env), before);
            var run = scripts.run("deploy.sh", "--stage", "1", "--apply");
            assertEquals(0, run.code(), run.output());
            assertEquals(filled.lines().filter(line -> line.contains("=")).sorted().toList(),
                scripts.text(env).lines().filter(line -> line.contains("=")).sorted().toList(), before);
        }
    }

    @Test
    void stageSevenKeepsWhatIsKnownAndAsksForWhatIsNoId() throws Exception {
        var scripts = scripts();
        var env = AzureOutputs.path("aks-prd");
        var key = scripts.text(env).lines().filter(line -> line.contains("=")).findFirst().orElseThrow().split("=")[0];
        scripts.run("deploy.sh", "--stage", "1", "--apply");
        scripts.answer("id", "11111111-0000-4000-8000-000000000001\n");
        var known = scripts.text(env);
        assertEquals(0, scripts.run("deploy.sh", "--stage", "7", "--apply").code());
        assertEquals(known, scripts.text(env));
        Files.writeString(scripts.bundle().resolve(env), known.replaceFirst(key + "=.*", key + "=None"));
        assertEquals(0, scripts.run("deploy.sh", "--stage", "7", "--apply").code());
        assertTrue(scripts.text(env).contains(key + "=11111111-0000-4000-8000-000000000001\n"), scripts.text(env));
    }

    @Test
    void nothingIsAppliedWithAZeroId() throws Exception {
        var scripts = scripts();
        scripts.answer("not-there", "");
        var run = scripts.run("deploy.sh", "--stage", "7", "--apply");
        assertEquals(1, run.code(), run.output());
        var key = scripts.text(AzureOutputs.path("aks-old")).lines().filter(line -> line.contains("=")).findFirst().orElseThrow().split("=")[0];
        assertTrue(run.says("not known yet: " + key) && run.says("azure-outputs.env holds no id for") && run.says("nothing was changed"), run.output());
        assertEquals(List.of(), scripts.changes());
        assertEquals(0, scripts.run("deploy.sh", "--stage", "7").code(), "it only shows");
    }

    @Test
    void cdpathLeadsToNoOtherBundle() throws Exception {
        var scripts = scripts();
        var other = folder.resolve("other");
        for (var name : List.of("kubernetes", "roles", "checks", "bundle")) {
            Files.createDirectories(other.resolve(name));
        }
        for (var command : List.of("deploy.sh --stage 2", "roles/adopt.sh", "kubernetes/apply.sh aks-prd")) {
            var here = scripts.run(command.split(" "));
            var there = scripts.run("-c", "CDPATH=" + other + " bash " + command);
            assertEquals(here, there, command);
            var below = scripts.run("-c", "cd .. && export CDPATH=" + other + " && bash bundle/" + command);
            assertEquals(here, below, command);
        }
    }

    @Test
    void copiesOfParameterFilesDoNotStay() throws Exception {
        var scripts = scripts();
        var bundle = scripts.bundle();
        var before = parameterFiles(bundle);
        var own = "roles/cluster-identities.bicepparam";
        assertTrue(before.contains(own), before.toString());
        Files.writeString(bundle.resolve("roles/cluster-identities-123-45.bicepparam"), "left by a run that was killed");
        Files.writeString(bundle.resolve("roles/cluster-identities-of-others-1-2.bicepparam"), "not a copy");
        assertEquals(0, scripts.run("deploy.sh", "--stage", "5").code());
        var after = parameterFiles(bundle);
        assertTrue(after.remove("roles/cluster-identities-of-others-1-2.bicepparam"), "only what has the name of a copy goes");
        assertEquals(before, after);
    }

    @Test
    void whereNoCopyCanBeMadeTheFileItselfIsTaken() throws Exception {
        var scripts = scripts();
        scripts.tool("cp", "#!/bin/sh\ncase $2 in roles/*) echo 'cp: read-only file system' >&2 && exit 1 ;; esac\nexec /bin/cp \"$@\"\n");
        var shown = scripts.run("deploy.sh", "--stage", "2");
        assertEquals(0, shown.code(), shown.output());
        assertTrue(shown.says("Create\troles/cluster-identities.bicepparam"), shown.output());
    }

    private static TreeSet<String> parameterFiles(Path bundle) throws Exception {
        try (var files = Files.walk(bundle)) {
            return files.map(file -> bundle.relativize(file).toString()).filter(file -> file.endsWith(".bicepparam"))
                .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void asksForEveryConsentBeforeItChangesAnything() throws Exception {
        var update = script("infra/update-aks-old.sh", """
                                                       # knows --plan
                                                       echo "update $*"
                                                       case "$*" in
                                                         *--plan*--consent*) exit 0 ;;
                                                         *--plan*) echo "consent needed: reimage: all pools of aks-old" && exit 5 ;;
                                                       esac
                                                       """);
        var scripts = new Scripts(folder, files(Plans.everything(""), updates(update, script("kubernetes/apply.sh", "echo \"apply $*\"\n"),
            script("remove.sh", "echo \"remove $*\"\ncase \"$*\" in *--plan*|*--apply*) ;; *) exit 4 ;; esac\n"))));
        var asked = scripts.run("deploy.sh", "--apply");
        assertEquals(5, asked.code(), asked.output());
        assertTrue(asked.says("consent needed: reimage: all pools of aks-old"), asked.output());
        assertEquals(List.of(), scripts.changes());

        var given = scripts.run("deploy.sh", "--apply", "--consent", "reimage");
        assertEquals(4, given.code(), "removals wait\n" + given.output());
        var lines = given.output().lines().filter(line -> line.matches("(update|apply aks-prd --apply|apply aks-prd --consent|remove).*")).toList();
        assertTrue(lines.getFirst().contains("--plan") && lines.get(1).startsWith("update --part 1 --consent reimage --apply"), lines.toString());
        assertTrue(lines.get(lines.size() - 2).startsWith("update --part 2 --consent reimage --apply"), "after stage 7: " + lines);
        assertEquals("remove ", lines.getLast(), "removals come last, and are only listed");

        var removed = scripts.run("deploy.sh", "--apply", "--remove", "--consent", "reimage");
        assertEquals(0, removed.code(), removed.output());
        assertTrue(removed.says("remove --plan --consent reimage") && removed.says("remove --consent reimage --apply"), removed.output());
        assertEquals(4, scripts.run("deploy.sh", "--stage", "4", "--apply").code(), "what a stage gave waits for --remove");
        var stage = scripts.run("deploy.sh", "--stage", "4", "--apply", "--remove", "--consent", "reimage");
        assertEquals(0, stage.code(), stage.output());
        assertTrue(stage.says("remove --stage 4 --plan --consent reimage") && stage.says("remove --stage 4 --consent reimage --apply"), stage.output());
    }

    @Test
    void asksEveryClusterAndEndsBeforeStageOneWhateverTheFirstOneSays() throws Exception {
        var scripts = new Scripts(folder, files(Plans.everything(""), script("infra/update-aks-old.sh", "echo \"update $*\"\n"),
            script("kubernetes/apply.sh", """
                                          case "$*" in
                                            *--plan*) ;;
                                            *) echo "applied $1" >> "$FAKE/changes" && exit 0 ;;
                                          esac
                                          [ -f "$FAKE/stop-$1" ] || exit 0
                                          echo "$1 says $(cat "$FAKE/stop-$1")"
                                          exit "$(cat "$FAKE/stop-$1")"
                                          """)));
        for (var answers : List.of(List.of("1", "5"), List.of("5", "1"), List.of("5", "5"), List.of("1", "1"))) {
            scripts.answer("stop-aks-prd", answers.getFirst());
            scripts.answer("stop-aks-tst", answers.getLast());
            for (var stage : List.of("", "7")) {
                var run = stage.isEmpty() ? scripts.run("deploy.sh", "--apply") : scripts.run("deploy.sh", "--apply", "--stage", stage);
                assertEquals(answers.contains("1") ? 1 : 5, run.code(), run.output());
                assertTrue(run.says("aks-prd says " + answers.getFirst()) && run.says("aks-tst says " + answers.getLast()), run.output());
                assertEquals(answers.contains("5"), run.says("give each consent with --consent ID"), run.output());
                assertEquals(List.of(), scripts.changes(), "before stage 1");
            }
            assertEquals(answers.contains("5") ? 5 : 0, scripts.run("deploy.sh").code(), "it only shows");
            assertEquals(List.of(), scripts.changes().stream().filter(change -> !change.startsWith("applied")).toList());
        }
    }

    private static Artefact script(String path, String body) {
        return Artefact.of(path, "#!/usr/bin/env bash\nset -euo pipefail\n" + body, List.of());
    }
}
