package aksiam.generate.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.generate.AzureOutputs;
import aksiam.model.Design;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.LivingCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Stage 7 on a cluster in which others live: they made objects in four ways, some of them with names that the design uses. */
final class LivingClusterTest {
    private static final String CLUSTER = "aks-tailwind";
    private static final Design DESIGN = Designs.read("small-team").identified();
    private static final String LEVEL = "pod-security.kubernetes.io/";
    @TempDir
    private static Path folder;
    private static LivingCluster cluster;
    private static int bundles;

    @BeforeAll
    static void start() throws IOException {
        cluster = LivingCluster.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
    }

    @BeforeEach
    void empty() throws IOException {
        cluster.reset();
    }

    /** A bundle whose identities are in Azure. */
    private static Path bundle(Design design) throws IOException {
        var bundle = Bundles.write(design, folder.resolve("bundle-" + bundles++));
        var outputs = bundle.resolve(AzureOutputs.path(CLUSTER));
        if (Files.exists(outputs)) {
            Files.writeString(outputs, Files.readString(outputs).replace(AzureOutputs.ZERO_GUID, "7d0a2b3c-0000-4000-8000-000000000001"));
        }
        return bundle;
    }

    private static void make(String manifest, String... how) throws IOException {
        cluster.kubectl(manifest, how).done();
    }

    /** What others made: names of the design where no value of theirs contradicts it, other names where one would. */
    private static void fill() throws IOException {
        make(object("v1", "Namespace", "", "shop", "{team.example/tier: gold, " + LEVEL + "enforce: restricted, " + LEVEL + "enforce-version: v1.30}", ""),
            "apply", "-f", "-");
        make(object("v1", "Namespace", "", "other", "{" + LEVEL + "enforce: baseline}", ""), "create", "-f", "-");
        make(object("v1", "ServiceAccount", "shop", "cart", "{app.kubernetes.io/managed-by: Helm}", ""), "apply", "--server-side", "--field-manager=helm", "-f",
            "-");
        make(object("v1", "ServiceAccount", "shop", "web", "{team.example/tier: gold}", ""), "create", "-f", "-");
        make(object("v1", "ResourceQuota", "shop", "team-own", "{team.example/tier: gold}", "spec: {hard: {count/jobs.batch: '7'}}"), "create", "-f", "-");
        make(object("v1", "LimitRange", "other", "team", "{}", "spec: {limits: [{type: Pod, max: {cpu: '4'}}]}"), "apply", "-f", "-");
        make(object("networking.k8s.io/v1", "NetworkPolicy", "shop", "team-own", "{kustomize.toolkit.fluxcd.io/name: apps}",
            "spec: {podSelector: {matchLabels: {app: own}}, policyTypes: [Ingress]}"), "apply", "--server-side", "--field-manager=kustomize-controller", "-f",
            "-");
        make(object("rbac.authorization.k8s.io/v1", "Role", "shop", "own", "{}", "rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]"), "apply", "-f",
            "-");
        make(object("rbac.authorization.k8s.io/v1", "RoleBinding", "shop", "own", "{}",
            "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: own}\nsubjects: [{kind: ServiceAccount, name: web, namespace: shop}]"), "apply",
            "-f", "-");
        for (var name : List.of("cart", "web")) {
            make(object("apps/v1", "Deployment", "shop", name, "{app.kubernetes.io/managed-by: Helm}",
                """
                spec:
                  replicas: 12
                  selector: {matchLabels: {app.kubernetes.io/name: %1$s}}
                  template:
                    metadata: {labels: {app.kubernetes.io/name: %1$s}}
                    spec: {serviceAccountName: %1$s, containers: [{name: %1$s, image: 'registry.example/%1$s:4.7.1'}]}
                """.formatted(name)), "apply", "--server-side", "--field-manager=helm", "-f", "-");
        }
    }

    private static String object(String version, String kind, String namespace, String name, String labels, String rest) {
        return "apiVersion: " + version + "\nkind: " + kind + "\nmetadata:\n  name: " + name + "\n"
            + (namespace.isEmpty() ? "" : "  namespace: " + namespace + "\n")
            + "  labels: " + labels + "\n" + rest;
    }

    /** Whether everything that one holds the other holds with the same value. */
    private static boolean holds(JsonNode more, JsonNode less) {
        return less.isObject()
            ? more.isObject() && less.properties().stream().allMatch(entry -> more.has(entry.getKey()) && holds(more.get(entry.getKey()), entry.getValue()))
            : more.equals(less);
    }

    private static void assertNothingLost(String when, TreeMap<String, JsonNode> before, TreeMap<String, JsonNode> after, String manifests) {
        before.forEach((name, object) -> {
            var now = after.get(name);
            assertTrue(now != null && holds(now.get("metadata"), object.get("metadata")), () -> when + ": " + name + " was " + object + " and is " + now);
            for (var entry : object.properties()) {
                if (!entry.getKey().equals("metadata") && !entry.getKey().equals("managers")) {
                    assertEquals(entry.getValue(), now.get(entry.getKey()), when + ": " + name);
                }
            }
            var kind = name.substring(0, name.indexOf(' '));
            var own = name.substring(Math.max(name.indexOf(' '), name.indexOf('/')) + 1);
            if (!manifests.contains("kind: " + kind + "\nmetadata:\n  name: " + own + "\n")) {
                assertEquals(object, now, when + ": " + name + " is not in the bundle");
            }
        });
    }

    private static String manifests(Path bundle) throws IOException {
        try (var files = Files.walk(bundle.resolve("kubernetes/clusters"))) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("given.yaml")).sorted().map(LivingClusterTest::read)
                .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatIsUndecidedTouchesNothing() throws IOException {
        var seen = new HashSet<String>();
        var full = manifests(bundle(DESIGN));
        for (var consideration : Catalogue.all()) {
            var id = consideration.id();
            if (!DESIGN.isAnswered(id)) {
                continue;
            }
            var bundle = bundle(DESIGN.without(id));
            if (!Files.exists(bundle.resolve(KubernetesOutput.SCRIPT))) {
                continue;
            }
            var manifests = manifests(bundle);
            assertFalse(manifests.lines().anyMatch(line -> (line.contains("# from: ") || line.contains("aks-iam/consideration: "))
                && List.of(line.substring(line.indexOf(": ") + 2).replace("\"", "").split(", ")).contains(id)), id + " is undecided and printed");
            if (seen.add(manifests) && !manifests.equals(full)) {
                cluster.reset();
                fill();
                var before = cluster.objects();
                cluster.apply(bundle, "--apply", CLUSTER).done();
                assertNothingLost("without " + id, before, cluster.objects(), manifests);
            }
        }
        assertTrue(seen.size() > 5, "only " + seen.size() + " different bundles were tried");
    }

    @Test
    void aDesignThatDecidesNothingChangesNothing() throws IOException {
        fill();
        var before = cluster.objects();
        var bundle = bundle(DESIGN.onlyAnswers(List.of("tenant", "default-subscription", "environments", "clusters")::contains));
        assertTrue(cluster.apply(bundle, "--apply", CLUSTER).done().output().contains("nothing is decided"));
        assertEquals(before, cluster.objects());
    }

    @Test
    void aSecondRunChangesNothingAndNothingIsLeftBehind() throws IOException {
        fill();
        var bundle = bundle(DESIGN);
        var before = cluster.objects();
        assertFalse(cluster.apply(bundle, CLUSTER).done().output().contains("nothing to change"));
        assertEquals(before, cluster.objects(), "nothing was asked for");
        cluster.apply(bundle, "--apply", CLUSTER).done();
        var after = cluster.objects();
        assertNothingLost("all decided", before, after, manifests(bundle));
        var managed = "app.kubernetes.io/managed-by";
        assertEquals("Helm", after.get("ServiceAccount shop/cart").at("/metadata/labels").get(managed).asString());
        assertFalse(after.get("ServiceAccount shop/web").at("/metadata/labels").has(managed), "others made it");
        assertFalse(after.get("Namespace shop").at("/metadata/labels").has(managed), "others made it");
        assertEquals("aks-iam", after.get("ResourceQuota shop/team").at("/metadata/labels").get(managed).asString());
        assertEquals(DESIGN.id().text(), after.get("ServiceAccount shop/web").at("/metadata/labels").get("aks-iam/design").asString());
        assertTrue(cluster.apply(bundle, "--apply", CLUSTER).done().output().contains("nothing to change"));
        assertEquals(after, cluster.objects());
        assertEquals(List.of(), cluster.leftovers());
    }

    @Test
    void whatOthersAppliedStopsTheRunBeforeAnythingIsWritten() throws IOException {
        fill();
        var theirs = object("v1", "ServiceAccount", "shop", "web", "{team.example/pager: on-call}", "");
        make("", "delete", "serviceaccount", "web", "-n", "shop");
        make(theirs, "apply", "-f", "-");
        make(object("rbac.authorization.k8s.io/v1", "ClusterRole", "", "deployer", "{aks-iam/design: another}", ""), "create", "-f", "-");
        var before = cluster.objects();
        var bundle = bundle(DESIGN);
        var run = cluster.apply(bundle, "--apply", CLUSTER);
        assertEquals(1, run.code(), run.output());
        assertEquals(before, cluster.objects());
        assertTrue(run.output().contains("ClusterRole deployer belongs to design another"), run.output());
        var line = run.output().lines().filter(text -> text.startsWith("ServiceAccount shop/web was made by others")).findFirst().orElseThrow();
        assertEquals(0, cluster.apply(bundle, CLUSTER).code(), "it only shows");

        make("", "delete", "clusterrole", "deployer");
        for (var command : line.substring(line.indexOf("To adopt it: ") + "To adopt it: ".length()).split(" && ")) {
            make("", command.substring("kubectl ".length()).split(" "));
        }
        for (int turn = 0; turn < 2; turn++) {
            cluster.apply(bundle, "--apply", CLUSTER).done();
            assertEquals("on-call", cluster.objects().get("ServiceAccount shop/web").at("/metadata/labels").get("team.example/pager").asString());
        }
    }

    @Test
    void aConflictIsShownWithBothValuesBeforeAnythingIsWritten() throws IOException {
        fill();
        make(object("v1", "ResourceQuota", "shop", "team", "{}", "spec: {hard: {pods: '999'}}"), "create", "-f", "-");
        make("", "label", "namespace", "shop", "aks-iam/team=others");
        var before = cluster.objects();
        var bundle = bundle(DESIGN);
        var run = cluster.apply(bundle, "--apply", CLUSTER);
        assertEquals(1, run.code(), run.output());
        assertEquals(before, cluster.objects());
        for (var part : List.of("ResourceQuota shop/team: ", "conflict with \"kubectl-create\"", ".spec.hard.pods", "-    pods: \"999\"", "+    pods: \"",
            "Namespace shop has label aks-iam/team=\"others\", the design says \"shop\"", "kubectl label namespace shop --overwrite 'aks-iam/team=shop'")) {
            assertTrue(run.output().contains(part), part + "\n" + run.output());
        }
        assertFalse(run.output().contains("spec.hard.requests"), run.output());
    }

    @Test
    void objectsOfAnEarlierBundleMoveOver() throws IOException {
        make(object("v1", "Namespace", "", "shop", "{app.kubernetes.io/managed-by: aks-iam, " + LEVEL + "enforce: baseline, gone: label}", ""), "apply", "-f",
            "-");
        make(object("v1", "ResourceQuota", "shop", "team", "{app.kubernetes.io/managed-by: aks-iam}", "spec: {hard: {pods: '999', count/jobs.batch: '7'}}"),
            "apply", "-f", "-");
        make("", "label", "resourcequota", "team", "-n", "shop", "theirs=stays");
        make("", "label", "namespace", "shop", "--overwrite", LEVEL + "enforce=restricted");
        var bundle = bundle(baseline());
        var run = cluster.apply(bundle, "--apply", CLUSTER).done();
        assertTrue(run.output().contains("keeps " + LEVEL + "enforce=restricted"), run.output());
        var after = cluster.objects();
        var quota = after.get("ResourceQuota shop/team");
        assertFalse(quota.at("/spec/hard").has("count/jobs.batch"), "the new bundle does not say it any more");
        assertNotEquals("999", quota.at("/spec/hard").get("pods").asString());
        assertEquals("stays", quota.at("/metadata/labels").get("theirs").asString());
        assertFalse(quota.at("/metadata/annotations").has("kubectl.kubernetes.io/last-applied-configuration"), "it would be taken for an object of others");
        var labels = after.get("Namespace shop").at("/metadata/labels");
        assertEquals("restricted", labels.get(LEVEL + "enforce").asString());
        assertFalse(labels.has("gone"));
        assertTrue(cluster.apply(bundle, "--apply", CLUSTER).done().output().contains("nothing to change"));
    }

    /** The design with Pod Security baseline, also for its only team. */
    private static Design baseline() {
        var teams = DESIGN.rows("teams").stream().map(row -> row.with("podSecurity", "baseline")).toList();
        return DESIGN.with("pod-security", new aksiam.model.Answer.Choice("baseline")).with("teams", new aksiam.model.Answer.Table(teams));
    }

    @Test
    void aStricterLevelOfOthersStaysAndAnOwnOneFollowsTheDesign() throws IOException {
        var strict = bundle(DESIGN);
        var weak = bundle(baseline());
        cluster.apply(strict, "--apply", CLUSTER).done();
        cluster.apply(weak, "--apply", CLUSTER).done();
        assertEquals("baseline", level(), "the design lowers what it set itself");
        make("", "label", "namespace", "shop", "--overwrite", LEVEL + "enforce=restricted", LEVEL + "enforce-version=v1.30");
        for (int turn = 0; turn < 2; turn++) {
            var run = cluster.apply(weak, "--apply", CLUSTER).done();
            assertTrue(run.output().contains("Namespace shop keeps " + LEVEL + "enforce=restricted, which is stricter than baseline"), run.output());
            assertEquals("restricted", level());
        }
    }

    private static String level() throws IOException {
        return cluster.objects().get("Namespace shop").at("/metadata/labels").get(LEVEL + "enforce").asString();
    }

    @Test
    void aLabelThatIsRefusedStopsTheRun() throws IOException {
        make(object("v1", "Namespace", "", "shop", "{}", ""), "create", "-f", "-");
        var bundle = bundle(DESIGN);
        var script = bundle.resolve(KubernetesOutput.SCRIPT);
        var text = Files.readString(script);
        Files.writeString(script,
            text.replace("bash -e \"$work/missing\"", "{ sed -i '1s/^kubectl/kubectl --as nobody/' \"$work/missing\"; bash -e \"$work/missing\"; }"));
        assertNotEquals(text, Files.readString(script));
        var before = cluster.objects();
        var run = cluster.apply(bundle, "--apply", CLUSTER);
        assertEquals(1, run.code(), run.output());
        assertTrue(run.output().contains("Forbidden") && run.output().contains("what follows was not tried"), run.output());
        assertEquals(before, cluster.objects());
    }

    @Test
    void anUnreachableClusterIsAFailureOnlyWhenSomethingIsToBeChanged() throws IOException {
        var bundle = bundle(DESIGN);
        var script = bundle.resolve(KubernetesOutput.SCRIPT);
        Files.writeString(script, Files.readString(script).replace("kubectl get ", "kubectl --server=https://127.0.0.1:1 get "));
        assertTrue(cluster.apply(bundle, CLUSTER).done().output().contains("cannot be shown yet"));
        assertEquals(1, cluster.apply(bundle, "--apply", CLUSTER).code());
        assertEquals(2, cluster.apply(bundle, "elsewhere").code());
        assertEquals(2, cluster.apply(bundle).code());
        assertEquals(List.of(), cluster.leftovers());
    }
}
