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
            assertEquals(List.of(CLUSTER + "/shop/network", CLUSTER + "/shop/pod-security"), missing(asked), asked.output());
            assertTrue(asked.output().contains("whose pods violate it: agent: ") && asked.output().contains("where pod agent runs"), asked.output());
            assertEquals(before, cluster.objects());
        }
        assertEquals(5, cluster.apply(bundle, "--apply", "--consent", CLUSTER + "/shop/network", CLUSTER).code());
        assertEquals(before, cluster.objects());
        var all = new String[]{"--apply", "--consent", CLUSTER + "/shop/network", "--consent", CLUSTER + "/shop/pod-security", CLUSTER};
        cluster.apply(bundle, all).done();
        assertEquals("", cluster.apply(bundle, "--plan", CLUSTER).done().output(), "it is so already");
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
        var before = cluster.objects();
        var asked = cluster.run(dropped, "remove.sh", "--apply");
        assertEquals(5, asked.code(), asked.output());
        var ids = missing(asked);
        assertTrue(ids.contains("object-" + CLUSTER + "/ServiceAccount/shop/" + account), asked.output());
        assertTrue(ids.contains("object-" + CLUSTER + "/NetworkPolicy/shop/default"), asked.output());
        assertTrue(asked.output().contains("which is used by Pod api-0"), asked.output());
        assertEquals(before, cluster.objects());
        var given = java.util.stream.Stream
            .concat(java.util.stream.Stream.of("remove.sh", "--apply"), ids.stream().flatMap(id -> java.util.stream.Stream.of("--consent", id)))
            .toArray(String[]::new);
        var removed = cluster.run(dropped, given).done();
        assertFalse(cluster.objects().containsKey("ServiceAccount shop/" + account));
        assertTrue(removed.output().contains("left to you: namespace shop in " + CLUSTER + " (1 pod)"), removed.output());
        assertTrue(removed.output().contains("stays: ClusterRole deployer in " + CLUSTER + ", which is used by RoleBinding shop/theirs"), removed.output());
        assertTrue(cluster.objects().containsKey("ClusterRole deployer"));
    }
}
