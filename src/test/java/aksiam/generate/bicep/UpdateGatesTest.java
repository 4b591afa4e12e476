package aksiam.generate.bicep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Design;
import aksiam.model.DesignId;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.Decided;
import aksiam.plan.KubernetesBinding;
import aksiam.plan.Plan;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Role;
import aksiam.plan.RoleAssignment;
import aksiam.testkit.Designs;
import aksiam.testkit.Plans;
import aksiam.testkit.Scripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of a cluster that is there waits for, and the change that has a command of its own for what is new. */
class UpdateGatesTest {
    private static final Role RBAC_READER = new Role("Azure Kubernetes Service RBAC Reader", "7f6c6a51-bcf8-42ba-9220-52d62157d7db", false);
    private static final String SCRIPT = "infra/update-aks-gate.sh";
    private static final List<String> ABOVE = List.of("/providers/microsoft.management/managementgroups/mg-landing-zones",
        "/subscriptions/" + Plans.SUBSCRIPTION, "/subscriptions/" + Plans.SUBSCRIPTION + "/resourcegroups/rg-aks-gate");
    private static final Plan PLAN = plan();
    @TempDir
    Path folder;
    private Scripts scripts;

    /** Three bindings, and rights at every height above the cluster; people sign in with Entra ID, Kubernetes decides. */
    private static Plan plan() {
        var plan = new PlanBuilder();
        plan.design = DesignId.derived("tenant", "gates");
        var cluster = Plans.cluster("aks-gate", Plans.SUBSCRIPTION, true, false, List.of());
        cluster.entra = new Decided<>(true, "sign-in");
        cluster.azureRbac = new Decided<>(false, "authorization");
        cluster.disableLocalAccounts = new Decided<>(true, "local-accounts");
        cluster.safeguards = new Decided<>("Enforce", "policy-addon");
        plan.add(cluster);
        for (int i = 1; i <= 3; i++) {
            plan.add(new KubernetesBinding("aks-gate", Optional.of("team-" + i), "edit", Plans.group(i), "grants", ""));
        }
        for (var scope : ABOVE) {
            right(plan, scope);
        }
        right(plan, "/subscriptions/" + Plans.OTHER_SUBSCRIPTION);
        right(plan, "/subscriptions/" + Plans.SUBSCRIPTION + "/resourceGroups/rg-aks-gate-2");
        return plan.build();
    }

    private static void right(PlanBuilder plan, String scope) {
        plan.add(new RoleAssignment(Plans.group(1), RBAC_READER, new AzureScope(scope), 4, Access.STANDING, "grants", ""));
    }

    @BeforeEach
    void unfold() throws Exception {
        scripts = new Scripts(folder, new InfraOutput().render(new Source(Design.EMPTY, PLAN, new ArrayList<>()), Templates.embedded()));
        for (var name : List.of("az", "kubectl")) {
            scripts.tool(name, Designs.text("/fakes/" + name + "-cluster"));
        }
        scripts.answer("clusters", PLAN.cluster("aks-gate").orElseThrow().id().text() + "\n");
        scripts.answer("settings", "entra-id\ttrue\nazure-rbac\tFalse\nlocal-accounts\tFalse\n");
        scripts.answer("rest", "Enforce\n");
    }

    private void bindings(int count) throws Exception {
        scripts.answer("bindings", String.join("", IntStream.range(0, count).mapToObj(i -> "rolebinding.rbac.authorization.k8s.io/b" + i + "\n").toList()));
    }

    @Test
    void localAccountsCloseOnceAsManyBindingsAreThereAsTheDesignHas() throws Exception {
        for (int count : List.of(0, 2)) {
            bindings(count);
            var waits = scripts.run(SCRIPT, "--part", "2", "--apply", "--consent", "aks-gate/local-accounts");
            assertEquals(0, waits.code(), waits.output());
            assertTrue(waits.says("aks-gate/local-accounts waits until somebody of the design can get in"), waits.output());
            assertEquals(List.of(), scripts.changes(), count + " of 3 bindings");
        }
        for (int count : List.of(3, 4)) {
            bindings(count);
            scripts.answer("settings", "entra-id\ttrue\nazure-rbac\tFalse\nlocal-accounts\tFalse\n");
            var closes = scripts.run(SCRIPT, "--part", "2", "--apply", "--consent", "aks-gate/local-accounts");
            assertEquals(0, closes.code(), closes.output());
            var changes = scripts.changes();
            assertEquals(1, changes.size(), closes.output());
            assertTrue(changes.getFirst().contains("--disable-local-accounts"), changes.toString());
        }
    }

    @Test
    void bindingsThatCannotBeListedAreNotTakenAsThere() throws Exception {
        scripts.answer("fail-kubectl", "");
        assertEquals(1, scripts.run(SCRIPT, "--part", "2", "--apply", "--consent", "aks-gate/local-accounts").code());
        assertEquals(List.of(), scripts.changes());
    }

    @Test
    void safeguardsAreMadeOnceAndUpdatedFromThenOn() throws Exception {
        for (var found : List.of("", "Warning\n")) {
            scripts.answer("rest", found);
            var run = scripts.run(SCRIPT, "--part", "1", "--apply", "--consent", "aks-gate/safeguards");
            assertEquals(0, run.code(), run.output());
            var changes = scripts.changes();
            assertEquals(1, changes.size(), run.output());
            assertTrue(changes.getFirst().startsWith("aks safeguards " + (found.isEmpty() ? "create " : "update ")), changes.toString());
            assertTrue(changes.getFirst().contains("--level Enforce") || changes.getFirst().contains("--level enforce"), changes.toString());
        }
    }

    @Test
    void rightsAboveTheClusterAreWaitedForAndThoseBesideItAreNot() {
        var scopes = ClusterRights.of(PLAN.cluster("aks-gate").orElseThrow(), PLAN).stream().map(ClusterRights.Right::scope).sorted().toList();
        assertEquals(ABOVE.stream().sorted().toList(), scopes);
    }
}
