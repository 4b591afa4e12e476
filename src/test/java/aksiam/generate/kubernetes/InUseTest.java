package aksiam.generate.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import aksiam.testkit.LivingCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What living pods depend on is changed and taken away only with consent, whoever made it; where nothing runs nobody is asked. */
final class InUseTest {
    private static final String CLUSTER = "aks-tailwind";
    private static final Design DESIGN = Designs.read("small-team").identified();
    private static final Pattern CONSENT = Pattern.compile("(?m)^consent needed: ([^ :]+): (.+)$");
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

    /** A bundle whose identities are there. */
    private static Path bundle() throws IOException {
        var bundle = Bundles.write(DESIGN, folder.resolve("bundle-" + bundles++));
        var outputs = bundle.resolve("kubernetes/clusters/" + CLUSTER + "/azure-outputs.env");
        Files.writeString(outputs, Files.readString(outputs).replace("00000000-0000-0000-0000-000000000000", "7d3f3a0e-2f0b-4c58-9a43-0d2f6f1b9c11"));
        return bundle;
    }

    private static void make(String manifest, String... how) throws IOException {
        cluster.kubectl(manifest, how).done();
    }

    private static void pod(String name, String account) throws IOException {
        make("""
             apiVersion: v1
             kind: Pod
             metadata: {name: %s, namespace: shop}
             spec: {hostNetwork: true, serviceAccountName: %s, containers: [{name: main, image: registry.example/agent}]}
             """.formatted(name, account), "create", "-f", "-");
    }

    private static void restrictedPod(String name) throws IOException {
        make("""
             apiVersion: v1
             kind: Pod
             metadata: {name: %s, namespace: shop}
             spec:
               securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
               containers:
                 - {name: main, image: registry.example/api, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}
             """.formatted(name), "create", "-f", "-");
    }

    private static List<String> missing(LivingCluster.Run run) {
        return CONSENT.matcher(run.output()).results().map(match -> match.group(1)).toList();
    }

    @Test
    void closingWhatRunsNeedsConsentBeforeAnythingIsWritten() throws IOException {
        make("", "create", "namespace", "shop");
        make("{apiVersion: v1, kind: ServiceAccount, metadata: {name: agent, namespace: shop}}", "create", "-f", "-");
        var bundle = bundle();
        assertEquals(List.of(), missing(cluster.apply(bundle, "--plan", CLUSTER).done()), "nothing runs there");
        pod("agent", "agent");
        var before = cluster.objects();
        for (var option : List.of("--plan", "--apply")) {
            var asked = cluster.apply(bundle, option, CLUSTER);
            assertEquals(5, asked.code(), asked.output());
            assertEquals(List.of(CLUSTER + "/shop/network", CLUSTER + "/shop/pod-security", CLUSTER + "/shop/quota"), missing(asked), asked.output());
            assertTrue(asked.output().contains("whose pods violate it: agent: ") && asked.output().contains("where pod agent runs"), asked.output());
            assertEquals(before, cluster.objects());
        }
        assertEquals(5, cluster.apply(bundle, "--apply", "--consent", CLUSTER + "/shop/network", CLUSTER).code());
        assertEquals(before, cluster.objects());
        var all = new String[]{"--apply", "--consent", CLUSTER + "/shop/network", "--consent", CLUSTER + "/shop/pod-security", "--consent",
            CLUSTER + "/shop/quota", CLUSTER};
        cluster.apply(bundle, all).done();
        assertEquals("", cluster.apply(bundle, "--plan", CLUSTER).done().output(), "it is so already");
    }

    private static void change(Path bundle, String file, String from, String to) throws IOException {
        var path = bundle.resolve("kubernetes/clusters/" + CLUSTER + "/" + file);
        var text = Files.readString(path);
        assertTrue(text.contains(from), text);
        Files.writeString(path, text.replaceFirst(Pattern.quote(from), from.equals(to) ? from : to));
    }

    @Test
    void aQuotaNeedsConsentWhereItIsTheFirstOneOrLessThanWhatIsUsed() throws IOException {
        var bundle = bundle();
        cluster.apply(bundle, "--apply", CLUSTER).done();
        make("", "delete", "resourcequota", "team", "-n", "shop");
        restrictedPod("api-0");
        restrictedPod("api-1");
        var first = cluster.apply(bundle, "--plan", CLUSTER);
        assertEquals(5, first.code(), first.output());
        assertTrue(
            first.output().contains(CLUSTER + "/shop/quota: limit pods=40 for the first time, requests.cpu=6 for the first time, requests.memory=12Gi for"),
            first.output());
        make("", "create", "quota", "theirs", "-n", "shop", "--hard=pods=100,requests.cpu=100,requests.memory=1Ti");
        used("theirs", "2");
        assertFalse(missing(cluster.apply(bundle, "--plan", CLUSTER)).contains(CLUSTER + "/shop/quota"), "all of it was limited before");

        change(bundle, "shop/quota.yaml", "pods: \"40\"", "pods: \"1\"");
        change(bundle, "shop/quota.yaml", "requests.cpu: \"6\"", "requests.cpu: \"199m\"");
        var below = cluster.apply(bundle, "--plan", CLUSTER);
        assertTrue(below.output().contains("/shop/quota: limit pods=1 below the 2 in use, requests.cpu=199m below the 200m in use in namespace shop"),
            below.output());
        var consents = missing(below).stream().flatMap(id -> java.util.stream.Stream.of("--consent", id));
        cluster.apply(bundle, java.util.stream.Stream.concat(consents, java.util.stream.Stream.of("--apply", CLUSTER)).toArray(String[]::new)).done();
        assertFalse(missing(cluster.apply(bundle, "--plan", CLUSTER)).contains(CLUSTER + "/shop/quota"), "it is so already");
    }

    /** Waits until the server has counted what a quota holds. */
    private static void used(String quota, String pods) throws IOException {
        make("", "wait", "resourcequota", quota, "-n", "shop", "--for=jsonpath={.status.used.pods}=" + pods, "--timeout=60s");
    }

    @Test
    void otherNodesForANamespaceWithPodsNeedConsent() throws IOException {
        var bundle = bundle();
        cluster.apply(bundle, "--apply", CLUSTER).done();
        change(bundle, "namespaces.yaml", "aks-iam/consideration: teams",
            "aks-iam/consideration: teams\n    scheduler.alpha.kubernetes.io/node-selector: pool=shop");
        assertEquals(List.of(), missing(cluster.apply(bundle, "--plan", CLUSTER).done()), "nothing runs there");
        restrictedPod("api-0");
        var asked = cluster.apply(bundle, "--plan", CLUSTER);
        assertEquals(5, asked.code(), asked.output());
        assertTrue(missing(asked).contains(CLUSTER + "/shop/nodes"), asked.output());
        assertTrue(asked.output().contains("set nodes and tolerations of namespace shop, where pod api-0 runs"), asked.output());
    }

    /** What Azure has not made yet is no value that somebody contradicts. */
    @Test
    void anIdThatIsNotKnownYetIsNoConflict() throws IOException {
        var bundle = bundle();
        make("", "create", "namespace", "shop");
        make("{apiVersion: v1, kind: ServiceAccount, metadata: {name: cart, namespace: shop, annotations: {azure.workload.identity/client-id: theirs}}}",
            "create",
            "-f", "-");
        var known = cluster.apply(bundle, "--plan", CLUSTER);
        assertEquals(1, known.code(), known.output());
        assertTrue(known.output().contains("ServiceAccount shop/cart: "), known.output());
        var outputs = bundle.resolve("kubernetes/clusters/" + CLUSTER + "/azure-outputs.env");
        Files.writeString(outputs, Files.readString(outputs).replaceAll("=[0-9a-f-]{36}", "=00000000-0000-0000-0000-000000000000"));
        var unknown = cluster.apply(bundle, "--plan", CLUSTER);
        assertEquals(0, unknown.code(), unknown.output());
    }

    @Test
    void thePlanSaysWhatStopsTheRunAndFailsWhereTheClusterCannotBeAskedOnlyWithAWord() throws IOException {
        make("", "create", "clusterrole", "deployer", "--verb=get", "--resource=pods");
        make("", "label", "clusterrole", "deployer", "aks-iam/design=another");
        var bundle = bundle();
        var stopped = cluster.apply(bundle, "--plan", CLUSTER);
        assertEquals(1, stopped.code(), stopped.output());
        assertTrue(stopped.output().contains("ClusterRole deployer belongs to design another"), stopped.output());
        var script = bundle.resolve(KubernetesOutput.SCRIPT);
        Files.writeString(script, Files.readString(script).replace("az aks get-credentials", "false"));
        var unseen = cluster.apply(bundle, "--plan", CLUSTER).done();
        assertTrue(unseen.output().contains("cannot be asked yet, because the cluster is not there"), unseen.output());
    }

    @Test
    void whatRunsKeepsItsAccountAndItsFirewallUntilSomebodyAgrees() throws IOException {
        var bundle = bundle();
        cluster.apply(bundle, "--apply", CLUSTER).done();
        var account = cluster.objects().keySet().stream().filter(name -> name.startsWith("ServiceAccount shop/") && !name.endsWith("/default")).findFirst()
            .orElseThrow().substring("ServiceAccount shop/".length());
        make("", "create", "rolebinding", "theirs", "--clusterrole=deployer", "--user=someone", "-n", "shop");
        make("""
             apiVersion: secrets-store.csi.x-k8s.io/v1
             kind: SecretProviderClass
             metadata: {name: vault, namespace: shop, labels: {aks-iam/design: %s, app.kubernetes.io/managed-by: aks-iam}}
             spec: {provider: azure, parameters: {keyvaultName: kv}}
             """.formatted(DESIGN.id().text()), "create", "-f", "-");
        var dropped = Bundles.write(DESIGN.with("teams", new Answer.Table(List.of())).with("workloads", new Answer.Table(List.of()))
            .with("personas", new Answer.Table(List.of())), bundle);
        Files.writeString(folder.resolve("bin/az"), """
                                                    #!/usr/bin/env bash
                                                    case "$1 $2" in
                                                      "aks list") sed -n "s/^objects '\\([^']*\\)'.*/\\1/p" remove.sh ;;
                                                    esac
                                                    while [ $# -gt 0 ]; do if [ "$1" = --file ]; then cp "$REAL_KUBECONFIG" "$2"; fi; shift; done
                                                    """);
        var idle = cluster.run(dropped, "remove.sh", "--plan").done();
        assertEquals(List.of(), missing(idle), "nothing runs there");
        make("", "label", "namespace", "shop", "--overwrite", "pod-security.kubernetes.io/enforce=privileged");
        pod("api-0", account);
        make("""
             apiVersion: v1
             kind: Pod
             metadata: {name: api-1, namespace: shop}
             spec:
               containers: [{name: main, image: registry.example/agent}]
               volumes: [{name: secrets, csi: {driver: secrets-store.csi.k8s.io, readOnly: true, volumeAttributes: {secretProviderClass: vault}}}]
             """, "create", "-f", "-");
        var before = cluster.objects();
        var asked = cluster.run(dropped, "remove.sh", "--apply");
        assertEquals(5, asked.code(), asked.output());
        var ids = missing(asked);
        assertTrue(ids.contains("object-" + CLUSTER + "/ServiceAccount/shop/" + account), asked.output());
        assertTrue(ids.contains("object-" + CLUSTER + "/NetworkPolicy/shop/default"), asked.output());
        assertTrue(asked.output().contains("which is used by Pod api-0"), asked.output());
        assertTrue(
            asked.output().contains("consent needed: object-" + CLUSTER + "/SecretProviderClass/shop/vault: take away SecretProviderClass vault in shop, "
                + "cluster " + CLUSTER + ", which is used by Pod api-1"),
            asked.output());
        assertEquals(before, cluster.objects());
        var given = java.util.stream.Stream
            .concat(java.util.stream.Stream.of("remove.sh", "--apply"), ids.stream().flatMap(id -> java.util.stream.Stream.of("--consent", id)))
            .toArray(String[]::new);
        var removed = cluster.run(dropped, given).done();
        assertFalse(cluster.objects().containsKey("ServiceAccount shop/" + account));
        assertTrue(removed.output().contains("left to you: namespace shop in " + CLUSTER + " (2 pods)"), removed.output());
        assertTrue(
            removed.output().contains("take away: ResourceQuota team in shop, cluster " + CLUSTER + ", the last quota of the namespace, where 2 pods run"),
            removed.output());
        assertTrue(removed.output().contains("stays: ClusterRole deployer in " + CLUSTER + ", which is used by RoleBinding shop/theirs"), removed.output());
        assertTrue(cluster.objects().containsKey("ClusterRole deployer"));
    }
}
