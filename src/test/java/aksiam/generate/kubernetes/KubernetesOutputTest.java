package aksiam.generate.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Artefact;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.plan.Plan;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.SharedTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KubernetesOutputTest {
    private static final Templates TEMPLATES = Templates.embedded();

    static List<Artefact> render(Plan plan) {
        return new KubernetesOutput().render(new Source(Design.EMPTY, plan), TEMPLATES);
    }

    static void write(List<Artefact> files, Path folder) throws IOException {
        for (var file : files) {
            var path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
    }

    private static Map<String, String> texts(Plan plan) {
        return render(plan).stream().collect(Collectors.toMap(Artefact::path, Artefact::text));
    }

    @Test
    void aRealApiServerTakesEveryKindOfObject(@TempDir Path folder) throws IOException {
        SharedTools.require();
        write(render(HandmadePlans.everything("plain")), folder);
        SharedTools.verify(List.of(folder), "--only", "kubernetes").requireClean();
    }

    @Test
    void typedTextNeverBecomesSyntax(@TempDir Path folder) throws IOException {
        SharedTools.require();
        write(render(HandmadePlans.everything(HandmadePlans.HOSTILE)), folder);
        Files.writeString(folder.resolve("design.aksiam.json"), "{\"typed\": " + aksiam.generate.Escaping.json(HandmadePlans.HOSTILE) + "}");
        SharedTools.verify(List.of(folder), "--only", "kubernetes").requireClean();
    }

    @Test
    void onlyAnAccountWithRightsInTheClusterBringsItsTokenIntoPods() {
        var texts = texts(HandmadePlans.everything("plain"));
        var folder = "kubernetes/clusters/prd/";
        var withoutToken = "automountServiceAccountToken: false";
        assertFalse(texts.get(folder + "payments/service-accounts.yaml").contains(withoutToken), "payments-api is bound in shop");
        assertFalse(texts.get("kubernetes/samples/prd/payments/payments-api.yaml").contains(withoutToken));
        assertTrue(texts.get(folder + "shop/service-accounts.yaml").contains(withoutToken), "shop-web is bound nowhere");
    }

    @Test
    void samplesAreOutsideOfWhatIsAppliedAndBelongToTheTeam() {
        var files = texts(HandmadePlans.everything("plain"));
        files.forEach((path, text) -> assertEquals(path.startsWith("kubernetes/samples/"), text.contains("\nkind: Deployment\n"), path));
        var sample = files.get("kubernetes/samples/prd/payments/payments-api.yaml");
        assertFalse(sample.contains("managed-by") || sample.contains("aks-iam/design"), sample);
        assertTrue(files.get("kubernetes/clusters/prd/kustomization.yaml").contains("payments/secrets.yaml"), "what it mounts is applied");
    }

    @Test
    void aServiceAccountThatAChartMakesIsGivenAndNeverPrinted(@TempDir Path folder) throws IOException {
        var design = Designs.read("small-team");
        var rows = design.rows("workloads").stream().map(row -> row.text("serviceAccount").equals("web") ? row.with("accountGiven", true) : row).toList();
        var bundle = Bundles.write(design.with("workloads", new Answer.Table(rows)), folder.resolve("bundle"));
        var cluster = bundle.resolve("kubernetes/clusters/aks-tailwind");
        assertFalse(Files.readString(cluster.resolve("shop/service-accounts.yaml")).contains("name: web\n"));
        assertTrue(Files.readString(cluster.resolve("given.yaml")).contains("kind: ServiceAccount\nmetadata:\n  name: web\n"));
        var readme = Files.readString(bundle.resolve("README.md"));
        assertTrue(readme.contains("azure.workload.identity/client-id") && readme.contains("azure.workload.identity/use"), readme);
        try (var records = Files.list(bundle.resolve("records"))) {
            var record = Files.readString(records.filter(file -> file.toString().endsWith("-workloads.md")).findFirst().orElseThrow());
            assertTrue(record.contains("azure.workload.identity/client-id"), record);
        }
        SharedTools.verify(List.of(bundle), "--only", "kubernetes").requireClean();
    }

    @Test
    void aQuotaOfPodsStandsWithoutDefaultsAndOneOfSizesSaysWhoSetsThem(@TempDir Path folder) throws IOException {
        var design = Designs.read("small-team");
        for (boolean own : List.of(true, false)) {
            var rows = design.rows("teams").stream()
                .map(row -> row.with("requestCpu", "").with("requestMemory", "").with("limitCpu", "").with("limitMemory", "")
                    .with("quotaCpu", "4").with("quotaPods", 20).with("ownSizes", own))
                .toList();
            var bundle = Bundles.write(design.with("teams", new Answer.Table(rows)), folder.resolve("bundle-" + own));
            var quota = Files.readString(bundle.resolve("kubernetes/clusters/aks-tailwind/shop/quota.yaml"));
            assertTrue(quota.contains("pods: \"20\""), quota);
            assertEquals(own, quota.contains("requests.cpu: \"4\"") && quota.contains("aks-iam/requests: set-by-teams"), quota);
            assertFalse(quota.contains("LimitRange"), quota);
            SharedTools.verify(List.of(bundle), "--only", "kubernetes").requireClean();
        }
    }

    @Test
    void theSamePlanGivesTheSameFiles() {
        assertEquals(render(HandmadePlans.everything("plain")), render(HandmadePlans.everything("plain")));
    }

    @Test
    void undecidedPodSecurityIsNotPrinted() {
        var text = texts(HandmadePlans.everything("plain")).get("kubernetes/clusters/prd/namespaces.yaml");
        var later = text.substring(text.indexOf("name: later"), text.indexOf("name: payments"));
        assertFalse(later.substring(0, later.indexOf("---")).contains("pod-security"), later);
    }

    @Test
    void namespacesOfOthersStandOnlyInGiven() {
        var files = texts(HandmadePlans.everything("plain"));
        assertFalse(files.get("kubernetes/clusters/prd/namespaces.yaml").contains("name: flux-system"));
        assertTrue(files.get("kubernetes/clusters/prd/given.yaml").contains("name: flux-system"));
        assertTrue(files.get("kubernetes/clusters/prd/given.yaml").contains("name: managed"));
        assertFalse(files.get("kubernetes/clusters/prd/kustomization.yaml").contains("given.yaml"));
    }

    @Test
    void withClientCertificatesOnlyServiceAccountsAreBound() {
        var files = texts(HandmadePlans.everything("plain", false));
        assertFalse(files.containsKey("kubernetes/clusters/prd/cluster-bindings.yaml"));
        assertFalse(files.containsKey("kubernetes/clusters/prd/payments/rbac.yaml"));
        var shop = files.get("kubernetes/clusters/prd/shop/rbac.yaml");
        assertEquals(1, shop.split("kind: RoleBinding", -1).length - 1, shop);
        assertTrue(shop.contains("- kind: ServiceAccount\n"), shop);
        assertEquals("ID_PAYMENTS_CLIENT_ID=00000000-0000-0000-0000-000000000000\n", files.get("kubernetes/clusters/prd/azure-outputs.env"));
    }

    @Test
    void aClusterWithoutNamespacesHoldsOnlyTheBase() {
        var files = texts(HandmadePlans.everything("plain"));
        assertTrue(files.containsKey("kubernetes/clusters/undecided/kustomization.yaml"));
        assertEquals(1, files.keySet().stream().filter(path -> path.startsWith("kubernetes/clusters/undecided/")).count());
    }
}
