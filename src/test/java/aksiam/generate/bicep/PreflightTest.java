package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Artefact;
import aksiam.model.Design;
import aksiam.plan.Decided;
import aksiam.plan.Plan;
import aksiam.plan.PlanBuilder;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.Plans;
import aksiam.testkit.Scripts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before anything else everything that is missing is named at once. */
class PreflightTest {
    private static final String ELSEWHERE = "99999999-9999-4999-8999-999999999999";
    private final Design design = Designs.read("small-team");
    private final Plan plan = Catalogue.plan(design);
    private final String subscription = plan.clusters().getFirst().subscription();
    @TempDir
    Path folder;
    private Scripts scripts;

    @BeforeEach
    void signIn() throws Exception {
        scripts = new Scripts(folder, Bundles.of(design).files());
        scripts.answer("tenant", plan.tenant() + "\n");
        scripts.answer("subscriptions", subscription + "\n");
    }

    @Test
    void says0WhenAllIsThere() throws Exception {
        var run = scripts.run("preflight.sh", "--apply");
        assertEquals(0, run.code(), run.output());
        assertEquals("", run.output());
    }

    @Test
    void namesTenantSubscriptionsAndToolsInOnePass() throws Exception {
        scripts.answer("tenant", ELSEWHERE + "\n");
        scripts.answer("subscriptions", ELSEWHERE + "\n");
        scripts.answer("version", "2.46.9\n");
        scripts.tool("kubectl", "#!/bin/sh\necho 'Client Version: v1.21.14'\n");
        scripts.withoutTool("kubelogin");
        var run = scripts.run("deploy.sh", "--apply");
        assertEquals(1, run.code(), run.output());
        for (var said : List.of(ELSEWHERE, plan.tenant(), "does not see subscription " + subscription, "Azure CLI is version 2.46.9: version 2.54.0",
            "kubectl is version 1.21.14: version 1.22", "kubelogin (az aks install-cli) is missing", "Nothing was changed.")) {
            assertTrue(run.says(said), said + "\n" + run.output());
        }
        assertEquals(List.of(), scripts.changes());
        assertFalse(run.says("== Stage"), "it ended before");
    }

    @Test
    void asksForWhatTheStageNeeds() throws Exception {
        scripts.withoutTool("kubelogin");
        assertEquals(0, scripts.run("preflight.sh", "--stage", "1", "--apply").code());
        assertEquals(1, scripts.run("preflight.sh", "--stage", "7", "--apply").code());
        scripts.answer("fail", "^bicep version");
        assertEquals(1, scripts.run("preflight.sh", "--stage", "1", "--apply").code());
        scripts.tool("kubelogin", "#!/bin/sh\necho 'git hash: v0.1.9'\n");
        assertEquals(0, scripts.run("preflight.sh", "--stage", "7", "--apply").code(), "the stage of Kubernetes needs no Bicep");
    }

    @Test
    void kubeloginIsNeededUnlessPeopleSignInWithoutEntra() {
        assertTrue(needsKubelogin(Optional.of(true)));
        assertTrue(needsKubelogin(Optional.empty()), "the cluster may sign in with Entra ID as long as nobody says how");
        assertFalse(needsKubelogin(Optional.of(false)));
    }

    private static boolean needsKubelogin(Optional<Boolean> entra) {
        var cluster = Plans.cluster("aks-open", Plans.SUBSCRIPTION, false, false, List.of());
        entra.ifPresent(decided -> cluster.entra = new Decided<>(decided, "sign-in"));
        var plan = new PlanBuilder();
        plan.add(cluster);
        var manifests = Artefact.of("kubernetes/clusters/aks-open/kustomization.yaml", "", List.of());
        return Preflight.tools(plan.build(), List.of(manifests)).contains(Tool.KUBELOGIN);
    }

    @Test
    void withoutApplyAMissingToolOnlyHidesWhatNeedsIt() throws Exception {
        scripts.withoutTool("kubelogin");
        var run = scripts.run("deploy.sh", "--stage", "7");
        assertEquals(0, run.code(), run.output());
        assertTrue(run.says("kubelogin (az aks install-cli) is missing") && run.says("== Stage 7"), run.output());
    }

    @Test
    void refusesAStageThatCannotRunAsTheDesignStands() throws Exception {
        var drones = Designs.read("aks-dronedelivery");
        scripts = new Scripts(folder.resolve("drones"), Bundles.of(drones).files());
        scripts.answer("tenant", Catalogue.plan(drones).tenant() + "\n");
        scripts.answer("subscriptions", Catalogue.plan(drones).clusters().getFirst().subscription() + "\n");
        var run = scripts.run("deploy.sh", "--apply");
        assertEquals(1, run.code(), run.output());
        assertTrue(run.says("stage 3 cannot run: The identity of cluster aks-dronedelivery has no right to join subnet snet-clusternodes"), run.output());
        assertFalse(run.says("== Stage"), "it ended before");
        assertEquals(0, scripts.run("preflight.sh", "--stage", "2", "--apply").code(), "another stage can run");
        scripts.answer("list-aks-list", Catalogue.plan(drones).clusters().getFirst().id().text().toUpperCase(Locale.ROOT) + "\n");
        var there = scripts.run("preflight.sh", "--apply");
        assertEquals(0, there.code(), "a cluster that is there is not made again\n" + there.output());
    }
}
