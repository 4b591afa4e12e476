package aksiam.catalogue.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Row;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeAndHostileDesignsTest {
    private static final List<String> PRODUCTION = List.of("prd-weu");

    private static Drafts large(int teams) {
        return Drafts.start().chooseAll("boundary", "namespace", "network-policy").choose("default-traffic", "deny-both")
            .choose("developer-rights-production", "read").choose("deployment-production", "pipeline")
            .choose("deployer-rights", "deployer").choose("workload-identity", "federated")
            .rows("principals",
                IntStream.range(0, teams).boxed()
                    .flatMap(i -> Stream.of(Drafts.principal("dev-" + i, "group", 2 * i + 1), Drafts.principal("pipeline-" + i, "pipeline", 2 * i + 2)))
                    .toArray(Row[]::new))
            .rows("teams",
                IntStream.range(0, teams)
                    .mapToObj(
                        i -> Drafts.team("t" + i, List.of("dev-" + i, "pipeline-" + i), PRODUCTION, List.of("t" + i + "-a", "t" + i + "-b", "t" + i + "-c")))
                    .toArray(Row[]::new))
            .rows("flows", IntStream.range(1, teams).mapToObj(i -> Row.of("fromTeam", "t" + i, "toTeam", "t" + (i - 1), "port", 443)).toArray(Row[]::new))
            .rows("workloads",
                IntStream.range(0, teams).mapToObj(
                    i -> Drafts.workload("w", "t" + i + "-a", "w", PRODUCTION, "id-t" + i, Drafts.target("key-vault", Drafts.VAULT, "Key Vault Secrets User")))
                    .toArray(Row[]::new));
    }

    @Test
    void aThousandTeamsArePlanned() {
        var kubernetes = large(1_000).choose("authorization", "kubernetes-rbac").plan();
        assertEquals(3_000, kubernetes.namespaces().size());
        assertEquals(6_000, kubernetes.kubernetesBindings().size());
        assertEquals(999 * 9 * 2, kubernetes.trafficRules().size());
        assertEquals(1_000, kubernetes.federatedCredentials().size());
        assertEquals(3_000, kubernetes.roleAssignments().size(), "a kubeconfig for developers and pipelines, a vault for each workload");
        assertTrue(Drafts.open(kubernetes).isEmpty());
        var azure = large(1_000).choose("authorization", "azure-rbac").plan();
        assertEquals(9_000, azure.roleAssignments().size());
        assertTrue(Drafts.open(azure).getFirst().startsWith("LIMIT Subscription " + Drafts.SUBSCRIPTION + " would hold 9000 role assignments"),
            Drafts.open(azure).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's ${x} '''", "a\nb---\nc: d", "{{x}} =HYPERLINK(\"x\")", "<script>alert(1)</script> | [a](b)",
        "\u202eright to left \uD83D\uDE00", "]; DROP TABLE users; --", "/", "@", "kubelet@", "*", "/subscriptions/", "\u0000"})
    void anyTextMayStandAnywhere(String text) {
        var row = Row.of("name", text, "principals", List.of(text), "clusters", List.of(text, "prd-weu"), "namespaces", List.of(text, "orders"), "quotaCpu",
            text, "pool", text, "podSecurity", text, "boundary", List.of(text), "costCode", text);
        var plan = Drafts.start().choose("authorization", "kubernetes-rbac").choose("developer-rights-production", "write")
            .choose("deployment-production", text).choose("workload-identity", "federated").choose("jit-mechanism", "both")
            .choose("entra-licence", "p2").choose("sre-rights", "custom").choose("default-traffic", text).chooseAll("boundary", text, "network-policy")
            .rows("principals", Row.of("name", text, "kind", "group", "objectId", Drafts.id(1), "owner", text, "tenant", ""),
                Row.of("name", "account", "kind", "service-account"), Row.of("name", text, "kind", text, "objectId", text))
            .rows("teams", row, row)
            .rows("flows", Row.of("fromTeam", text, "toTeam", text, "reason", text), Row.of("fromNamespace", text, "toDnsName", text),
                Row.of("fromPods", List.of(text), "toNamespace", "orders", "protocol", text))
            .rows("visibility", Row.of("reader", text, "owner", text, "cluster", text), Row.of("reader", text, "owner", text, "cluster", "prd-weu"))
            .rows("personas",
                Row.of("name", text, "purpose", text, "scope", text, "environments", List.of(text), "rules",
                    List.of(Row.of("apiGroups", List.of(text), "resources", List.of(text), "verbs", List.of(text)))))
            .rows("azure-roles", Row.of("name", text, "purpose", "sre", "description", text, "actions", List.of(text), "scopes", List.of(text, "prd-weu")))
            .rows("grants", Drafts.grant(text, "azure", text, text, "standing"), Drafts.grant(text, "azure", "Reader", "prd-weu", "eligible"),
                Drafts.grant(text, "kubernetes", "view", "prd-weu/" + text, "break-glass"), Drafts.grant("account", "kubernetes", "view", "*", "standing"),
                Drafts.grant(text, text, text, text, text))
            .rows("activations", Row.of("role", "*", "hours", -1, "approval", true, "approvers", List.of(text)))
            .rows("workloads",
                Drafts
                    .workload(text, "orders", text, List.of("prd-weu", text), text, Drafts.target("sql", Drafts.VAULT, text),
                        Drafts.target("microsoft-graph", text, text), Drafts.target("cosmos-db", text, text), Drafts.target(text, text, text, text))
                    .with("credential", text))
            .plan();
        plan.tasks().forEach(task -> assertTrue(!task.command().contains("DROP TABLE users; --") || task.command().contains("]]; DROP TABLE"), task.command()));
        plan.federatedCredentials().forEach(credential -> assertTrue(credential.name().matches("[a-zA-Z0-9][-_a-zA-Z0-9]{2,119}"), credential.name()));
        assertEquals(2, plan.clusters().size());
    }
}
