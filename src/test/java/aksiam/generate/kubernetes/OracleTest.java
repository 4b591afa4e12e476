package aksiam.generate.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.generate.AzureOutputs;
import aksiam.plan.Plan;
import aksiam.plan.StableHash;
import aksiam.plan.Subject;
import aksiam.testkit.Designs;
import aksiam.testkit.RightsQuestions;
import aksiam.testkit.SharedTools;
import aksiam.testkit.TrafficQuestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A real API server and an independent implementation of NetworkPolicy say of the manifests what the plan says. */
final class OracleTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LEAST = 500;

    @TempDir
    private Path folder;

    @Test
    void theApiServerAllowsAndDeniesWhatThePlanSays() throws IOException {
        SharedTools.require();
        var cases = new ArrayList<Path>();
        for (var entry : plans().entrySet()) {
            cases.addAll(rightsCases(entry.getKey(), entry.getValue()));
        }
        ask("ask-api-server", cases).requireClean();
    }

    @Test
    void networkPoliciesLetThroughAndBlockWhatThePlanSays() throws IOException {
        SharedTools.require();
        var cases = new ArrayList<Path>();
        for (var entry : plans().entrySet()) {
            cases.addAll(trafficCases(entry.getKey(), entry.getValue()));
        }
        ask("ask-network", cases).requireClean();
    }

    /** One deliberate mistake in the manifests, found by one of the two. */
    private record Mistake(String name, String tool, String file, String right, String wrong) {
    }

    private static final List<Mistake> MISTAKES = List.of(
        new Mistake("namespace", "ask-api-server", "payments/rbac.yaml", "  namespace: payments\n", "  namespace: shop\n"),
        new Mistake("principal", "ask-api-server", "shop/rbac.yaml", "1f0a2b3c-0000-4000-8000-000000000002", "1f0a2b3c-0000-4000-8000-000000000003"),
        new Mistake("role", "ask-api-server", "shop/rbac.yaml", "name: edit\n", "name: admin\n"),
        new Mistake("subject-kind", "ask-api-server", "cluster-bindings.yaml", "kind: Group", "kind: User"),
        new Mistake("subject-account", "ask-api-server", "shop/rbac.yaml", "namespace: payments\n", "namespace: shop\n"),
        new Mistake("verb", "ask-api-server", "../../base/roles.yaml", "patch", "delete"),
        new Mistake("resource-name", "ask-api-server", "../../base/roles.yaml", "[settings]", "[another-name]"),
        new Mistake("principal-of-identity", "ask-api-server", "kustomization.yaml", "data.ID_PAYMENTS_PRINCIPAL_ID", "data.ID_PAYMENTS_CLIENT_ID"),
        new Mistake("port", "ask-network", "payments/network.yaml", "port: 8443", "port: 8444"),
        new Mistake("dns-port", "ask-network", "payments/network.yaml", "{protocol: UDP, port: 53}", "{protocol: UDP, port: 54}"),
        new Mistake("label", "ask-network", "shop/network.yaml", "app: web", "app: wep"),
        new Mistake("source", "ask-network", "shop/network.yaml", "values: [payments", "values: [later"),
        new Mistake("team", "ask-network", "shop/network.yaml", "managed", "later"),
        new Mistake("metadata", "ask-network", "shop/network.yaml", "169.254.169.254/32", "169.254.169.253/32"),
        new Mistake("protocol", "ask-network", "payments/network.yaml", "- {protocol: UDP}\n---", "- {protocol: TCP}\n---"));

    @Test
    void eachMistakeInTheManifestsIsFound() throws IOException {
        SharedTools.require();
        for (var tool : List.of("ask-api-server", "ask-network")) {
            var wrong = new ArrayList<Path>();
            for (var mistake : MISTAKES.stream().filter(mistake -> mistake.tool().equals(tool)).toList()) {
                var plan = HandmadePlans.everything("plain");
                var root = tool.equals("ask-network") ? trafficCases(mistake.name(), plan).getFirst() : rightsCases(mistake.name(), plan).getFirst();
                var file = root.resolve(mistake.file());
                var text = Files.readString(file);
                assertTrue(text.contains(mistake.right()), mistake + " is not in\n" + text);
                Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(mistake.right()), mistake.wrong()));
                wrong.add(root);
            }
            var outcome = ask(tool, wrong);
            for (var root : wrong) {
                assertTrue(outcome.output().contains("FAILS " + root + ":"),
                    "the mistake in " + root.getName(folder.getNameCount()) + " is not found:\n" + outcome.output());
            }
        }
    }

    private static Map<String, Plan> plans() {
        var plans = new TreeMap<String, Plan>();
        plans.put("handmade", HandmadePlans.everything("plain"));
        Designs.all().forEach(name -> plans.put(name, Catalogue.plan(Designs.read(name))));
        return plans;
    }

    private List<Path> rightsCases(String name, Plan plan) throws IOException {
        var cases = new ArrayList<Path>();
        for (var cluster : roots(name, plan)) {
            var values = AzureOutputs.of(plan).getOrDefault(cluster.getFileName().toString(), List.of());
            if (!values.isEmpty()) {
                var lines = values.stream().map(value -> value.key() + "=" + idOf(value.subject(), value.property())).toList();
                Files.writeString(cluster.resolve(AzureOutputs.NAME), String.join("\n", lines) + "\n");
            }
            var questions = RightsQuestions.of(plan, cluster.getFileName().toString(), subject -> idOf(subject, AzureOutputs.Property.PRINCIPAL_ID), LEAST);
            assertTrue(questions.size() >= LEAST, cluster + " has " + questions.size() + " questions");
            if (questions.stream().anyMatch(RightsQuestions.Question::expected)) {
                assertTrue(questions.stream().filter(RightsQuestions.Question::near).count() * 4 >= questions.size(),
                    cluster + " has too few refusals beside a grant");
            }
            Files.writeString(cluster.resolve("questions.json"), JSON.writeValueAsString(questions.stream().map(RightsQuestions.Question::json).toList()));
            cases.add(cluster);
        }
        return cases;
    }

    private List<Path> trafficCases(String name, Plan plan) throws IOException {
        var cases = new ArrayList<Path>();
        for (var cluster : roots(name, plan)) {
            var questions = TrafficQuestions.of(plan, cluster.getFileName().toString(), LEAST);
            assertTrue(questions.size() >= LEAST, cluster + " has " + questions.size() + " questions");
            if (plan.trafficRules().stream().anyMatch(rule -> rule.cluster().equals(cluster.getFileName().toString()))) {
                assertTrue(questions.stream().filter(TrafficQuestions.Question::near).count() * 4 >= questions.size(),
                    cluster + " has too few refusals beside what passes");
            }
            Files.writeString(cluster.resolve("network.json"), JSON.writeValueAsString(questions.stream().map(TrafficQuestions.Question::json).toList()));
            cases.add(cluster);
        }
        return cases;
    }

    private List<Path> roots(String name, Plan plan) throws IOException {
        var bundle = folder.resolve(name);
        KubernetesOutputTest.write(KubernetesOutputTest.render(plan), bundle);
        return plan.clusters().stream().map(cluster -> bundle.resolve("kubernetes/clusters").resolve(cluster.name())).toList();
    }

    /** Stands for what Azure gives. */
    private static String idOf(Subject subject, AzureOutputs.Property property) {
        return "0a1b2c3d-4e5f-4a6b-8c7d-0000" + StableHash.of(subject.label() + property);
    }

    private static SharedTools.Outcome ask(String tool, List<Path> cases) {
        return SharedTools.run(tool, Stream.concat(Stream.of("--show", "5"), cases.stream().map(Path::toString)).toList());
    }
}
