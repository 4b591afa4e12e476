package aksiam.generate.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.Artefact;
import aksiam.generate.Source;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pods of a bundle pass the constraints of the initiatives that it assigns: src/test/resources/policy holds their parameters. */
class AzurePolicyTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode INITIATIVES = read(Path.of("src/test/resources/policy/pod-security-initiatives.json"));

    @TempDir
    private Path folder;

    @Test
    void samplesPass() {
        for (var preset : List.of("small-team", "shared-platform", "regulated", "fleet")) {
            var samples = Bundles.of(Designs.read(preset)).files().stream().filter(file -> file.path().startsWith("kubernetes/samples/")).toList();
            assertFalse(samples.isEmpty(), preset);
            samples.forEach(sample -> assertEquals(List.of(), violations(yaml(sample.text()).at("/spec/template/spec")), sample.path()));
        }
    }

    @Test
    void probesPass() throws IOException, InterruptedException {
        var pods = probes();
        assertFalse(pods.isEmpty());
        pods.forEach(pod -> assertEquals(List.of(), violations(pod.get("spec")), pod.toString()));
    }

    @Test
    void aPodThatLacksWhatIsAskedForIsFound() {
        var sample = Bundles.of(Designs.read("small-team")).files().stream().filter(file -> file.path().startsWith("kubernetes/samples/")).findFirst()
            .orElseThrow().text();
        var lacking = yaml(sample.replace("fsGroup: 10001", "").replace("runAsGroup: 10001", "runAsGroup: 0").replace("readinessProbe:", "startupProbe:"));
        assertEquals(List.of("runAsGroup", "fsGroup", "readinessProbe"), violations(lacking.at("/spec/template/spec")));
    }

    @Test
    void namespacesOfTheEngineAreLeftOutTogetherWithTheDefaults() {
        var design = Designs.read("small-team").with("network-policy-engine", new Answer.Choice("calico"))
            .with("command-invoke", new Answer.Choice("enabled"));
        var excluded = excluded(design);
        INITIATIVES.at("/restricted/excludedNamespaces").forEach(name -> assertTrue(excluded.contains(name.asString()), name + " " + excluded));
        assertTrue(excluded.containsAll(List.of("calico-system", "tigera-operator", "aks-command")), excluded.toString());
        var cilium = excluded(design.with("network-policy-engine", new Answer.Choice("cilium")));
        assertFalse(cilium.contains("calico-system"), cilium.toString());
        var safeguards = text(design.with("policy-addon", new Answer.Choice("safeguards")), "infra/aks-tailwind.bicepparam");
        assertTrue(safeguards.split("param safeguards")[1].contains("'calico-system'"), safeguards);
        var existing = text(design.with("policy-addon", new Answer.Choice("safeguards")).with("cluster-origin", new Answer.Choice("existing")),
            "infra/update-aks-tailwind.sh");
        assertTrue(existing.contains("--excluded-ns aks-command calico-system") || existing.contains("--excluded-ns 'aks-command' 'calico-system'"), existing);
        var automatic = text(design.with("policy-addon", new Answer.Choice("safeguards")).with("cluster-flavour", new Answer.Choice("automatic")),
            "infra/aks-tailwind.bicepparam");
        assertFalse(automatic.contains("excludedNamespaces"), automatic);
    }

    private static List<String> excluded(Design design) {
        return Source.of(design).plan().policyAssignments().stream().filter(assignment -> assignment.name().startsWith("aks-pod-security"))
            .findFirst().orElseThrow().excludedNamespaces();
    }

    private static String text(Design design, String path) {
        return Bundles.of(design).files().stream().filter(file -> file.path().equals(path)).map(Artefact::text).findFirst().orElseThrow();
    }

    /** What Deny would refuse, by the name of the field. */
    private static List<String> violations(JsonNode pod) {
        var restricted = INITIATIVES.get("restricted");
        var found = new ArrayList<String>();
        Stream.of("hostNetwork", "hostPID", "hostIPC").filter(field -> pod.path(field).asBoolean(false)).forEach(found::add);
        for (var container : pod.get("containers")) {
            if (!container.at("/securityContext/privileged").isMissingNode() && container.at("/securityContext/privileged").asBoolean(false)) {
                found.add("privileged");
            }
            if (container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)) {
                found.add("allowPrivilegeEscalation");
            }
            container.path("ports").forEach(port -> {
                if (port.has("hostPort")) {
                    found.add("hostPort");
                }
            });
            container.at("/securityContext/capabilities/add").forEach(added -> {
                if (!holds(restricted.get("allowedCapabilities"), added.asString())) {
                    found.add("capability " + added.asString());
                }
            });
            if (!field(pod, container, "runAsNonRoot").asBoolean(false) && field(pod, container, "runAsUser").asInt(0) == 0) {
                found.add("runAsUser");
            }
            if (!holds(restricted.get("allowedSeccompProfiles"), field(pod, container, "seccompProfile").path("type").asString(""))) {
                found.add("seccompProfile");
            }
        }
        pod.path("volumes").forEach(volume -> volume.propertyNames().stream().filter(type -> !type.equals("name"))
            .filter(type -> !holds(restricted.get("allowedVolumeTypes"), type)).forEach(type -> found.add("volume " + type)));
        for (var rule : restricted.get("mustRunAs").properties()) {
            var range = rule.getValue().at("/ranges/0");
            for (var container : pod.get("containers")) {
                var given = field(pod, container, rule.getKey());
                var ids = given.isArray()
                    ? given.valueStream().map(JsonNode::asInt).toList()
                    : given.isMissingNode() ? List.<Integer>of() : List.of(given.asInt(0));
                if (ids.isEmpty() || ids.stream().anyMatch(id -> id < range.get("min").asInt() || id > range.get("max").asInt())) {
                    found.add(rule.getKey());
                }
            }
        }
        for (var container : pod.get("containers")) {
            INITIATIVES.at("/safeguards/requiredProbes").forEach(probe -> {
                if (!container.has(probe.asString())) {
                    found.add(probe.asString());
                }
            });
            for (var size : List.of("/resources/requests/cpu", "/resources/requests/memory", "/resources/limits/cpu", "/resources/limits/memory")) {
                if (container.at(size).isMissingNode()) {
                    found.add(size);
                }
            }
            if (!container.get("image").asString().matches(".+:.+") || container.get("image").asString().endsWith(":latest")) {
                found.add("image");
            }
        }
        return found;
    }

    /** Of the container, else of its pod. */
    private static JsonNode field(JsonNode pod, JsonNode container, String name) {
        var own = container.path("securityContext").path(name);
        return own.isMissingNode() ? pod.path("securityContext").path(name) : own;
    }

    private static boolean holds(JsonNode list, String value) {
        return list.valueStream().anyMatch(entry -> entry.asString().equals(value));
    }

    /** The pods that checks/run.sh makes to ask whether traffic passes. */
    private List<JsonNode> probes() throws IOException, InterruptedException {
        KubernetesOutputTest.write(Bundles.of(Designs.read("small-team")).files(), folder);
        var fake = folder.resolve("bin/kubectl");
        Files.createDirectories(fake.getParent());
        Files.writeString(fake, """
                                #!/bin/bash
                                case "$*" in
                                  *apply*) cat >"$0.pod.$(find "${0%/*}" | wc -l)" ;;
                                  *podIP*) echo 10.0.0.9 ;;
                                esac
                                """);
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
        var builder = new ProcessBuilder("bash", folder.resolve("checks/run.sh").toString(), "--only", "traffic", "--apply", "aks-tailwind")
            .redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
        builder.environment().merge("PATH", fake.getParent() + ":", (path, before) -> before + path);
        builder.start().waitFor();
        try (var files = Files.list(fake.getParent())) {
            var pods = new ArrayList<JsonNode>();
            for (var file : files.filter(file -> file.getFileName().toString().startsWith("kubectl.pod.")).toList()) {
                pods.add(yaml(Files.readString(file)));
            }
            return pods;
        }
    }

    private static JsonNode yaml(String text) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static JsonNode read(Path file) {
        return JSON.readTree(file.toFile());
    }
}
