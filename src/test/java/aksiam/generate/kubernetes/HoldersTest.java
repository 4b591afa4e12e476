package aksiam.generate.kubernetes;

import static aksiam.testkit.AzureAnswers.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.testkit.AzureAnswers;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** checks/run.sh reports whoever holds a way into the cluster and is not in the design, and what was to be removed. */
class HoldersTest {
    private static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    private static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    private static final String CUSTOM = "9d3f0c0e-0000-4000-8000-00000000bad1";
    private static final String BREAK_GLASS = "b04a3674-a00a-4080-a50d-254920d4d24d";
    private static final String CONTRIBUTOR = "ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8";
    @TempDir
    Path folder;
    private Path bundle;
    private String cluster;

    @BeforeEach
    void deployed() throws Exception {
        bundle = Bundles.write(Designs.read("small-team"), folder.resolve("bundle"));
        var held = Files.readString(bundle.resolve("checks/aks-tailwind/holders.tsv"));
        cluster = held.lines().filter(line -> line.startsWith("# cluster: ")).findFirst().orElseThrow().substring("# cluster: ".length());
        Files.delete(bundle.resolve("checks/aks-tailwind/azure.tsv"));
    }

    private AzureAnswers.Run check(String... assignments) throws Exception {
        var definitions = String.join("", definition(OWNER, "Owner", "*", ""), definition(READER, "Reader", "*/read", ""),
            definition(CUSTOM, "Credential reader", "Microsoft.ContainerService/*", "Microsoft.ContainerService/managedClusters/write"),
            definition(CONTRIBUTOR, "Azure Kubernetes Service Contributor Role", "Microsoft.ContainerService/managedClusters/*", ""));
        return AzureAnswers.run(bundle, folder, List.of(answer("account show --query user.type", 0, "user\\n"), answer("ad signed-in-user show", 0, "me\\n"),
            answer("role definition list", 0, definitions), answer("identity show", 0, "identity\\n"),
            answer("role assignment list --scope " + cluster + " --include-inherited", 0, String.join("", assignments))), "checks/run.sh", "--only", "azure",
            "aks-tailwind");
    }

    private static String definition(String guid, String name, String actions, String notActions) {
        return String.join("\\t", guid, name, actions, notActions, "", "") + "\\n";
    }

    private String assignment(String role, String name, String principal, String scope) {
        return String.join("\\t", name, "User", "somebody@example.com", principal, scope, "/providers/Microsoft.Authorization/roleDefinitions/" + role) + "\\n";
    }

    @Test
    void whoIsInTheDesignIsNoFinding() throws Exception {
        var run = check(assignment(CONTRIBUTOR, "Azure Kubernetes Service Contributor Role", BREAK_GLASS, cluster.toUpperCase(java.util.Locale.ROOT)),
            assignment(READER, "Reader", "somebody", "/"), assignment(OWNER, "Owner", "me", "/"));
        assertEquals(0, run.code(), run.output());
        assertTrue(run.output().contains("note  you hold Owner at / yourself"), run.output());
        assertTrue(run.output().contains("ok    nobody else: holds a way into aks-tailwind"), run.output());
    }

    @Test
    void everyOtherWayInIsReportedWhateverTheRoleIsCalled() throws Exception {
        var run = check(assignment(OWNER, "Owner", "rogue", "/subscriptions/x"), assignment(CUSTOM, "Credential reader", "thief", cluster),
            assignment(CONTRIBUTOR, "Azure Kubernetes Service Contributor Role", BREAK_GLASS, "/subscriptions/x"));
        assertEquals(1, run.code(), run.output());
        assertTrue(run.output().contains("User somebody@example.com (rogue) holds Owner at /subscriptions/x"), run.output());
        assertTrue(run.output().contains("(thief) holds Credential reader at " + cluster), run.output());
        assertTrue(run.output().contains("(" + BREAK_GLASS + ") holds"), "at another scope than the design says: " + run.output());
        assertTrue(run.output().contains("3 questions, 3 answered otherwise"), run.output());
    }

    @Test
    void whatWasToBeRemovedIsAskedFor() throws Exception {
        var design = Designs.read("small-team");
        var grants = new ArrayList<>(design.rows("grants"));
        grants.removeIf(row -> row.text("role").equals("Monitoring Reader"));
        Bundles.write(design.with("grants", new Answer.Table(grants)), bundle);
        var scope = cluster.substring(0, cluster.indexOf("/providers/"));
        var there = String.join("\\t", "c88520ae-1c42-53a9-9d1a-8d8d8590d5e0", scope, "1d5d20f4-c630-4ae3-adc2-dd9143f775e2",
            "/providers/x/roleDefinitions/43d0d8ad-25c7-4714-9337-8ba259a9fe05", "/id") + "\\n";
        var run = AzureAnswers.run(bundle, folder, List.of(answer("role assignment list --all", 0, there)), "checks/run.sh", "--only", "removed",
            "aks-tailwind");
        assertEquals(1, run.code(), run.output());
        assertTrue(run.output().contains("FAIL  expected gone, found there: Monitoring Reader of tailwind-admins at " + scope), run.output());
        assertEquals(List.of(), run.changes());
        var failed = AzureAnswers.run(bundle, folder, List.of(answer("role assignment list --all", 1, "")), "checks/run.sh", "--only", "removed",
            "aks-tailwind");
        assertFalse(failed.code() == 0, failed.output());
    }
}
