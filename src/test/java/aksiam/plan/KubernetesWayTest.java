package aksiam.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.plan.KubernetesRole.Rule;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A role says what it opens beyond its rules, also where its purpose sounds harmless. */
class KubernetesWayTest {
    private static List<String> opens(String group, String resource, String verb) {
        return new KubernetesRole("role", "", List.of(Rule.ofResources(List.of(group), List.of(resource), List.of(verb), List.of())), "personas").opens();
    }

    @Test
    void changingAWorkloadRunsCodeAsAnyServiceAccount() {
        var runs = List.of("run any code as any service account");
        assertEquals(runs, opens("apps", "deployments", "patch"));
        assertEquals(runs, opens("batch", "cronjobs", "update"));
        assertEquals(runs, opens("", "pods", "create"));
        assertEquals(List.of(), opens("apps", "deployments/scale", "patch"));
        assertEquals(List.of(), opens("apps", "deployments", "get"));
        assertEquals(List.of(), opens("", "pods", "delete"));
        assertEquals(KubernetesWay.values().length, opens("*", "*", "*").size());
    }

    @Test
    void eachProposedPersonaOpensThisAndNoMore() {
        var proposed = Catalogue.get("personas").suggestion().apply(Designs.read("regulated").without("personas")).orElseThrow().answer();
        var plan = Catalogue.plan(Designs.read("regulated").with("personas", proposed));
        Map<String, List<String>> opens = new TreeMap<>();
        plan.kubernetesRoles().stream().filter(role -> !role.opens().isEmpty()).forEach(role -> opens.put(role.name(), role.opens()));
        assertEquals(Map.of("deployer", List.of("run any code as any service account"), "sre-repair", List.of("run any code as any service account"),
            "secops-respond", List.of("open traffic that network policies close"), "support-shell", List.of("run commands in pods")), opens);
    }

    @Test
    void theRecordSaysIt() {
        var record = Bundles.of(Designs.read("shared-platform")).files().stream().filter(file -> file.path().endsWith("-personas.md")).findFirst().orElseThrow()
            .text();
        assertTrue(record.contains("sre-repair: wherever it is given, its holder can run any code as any service account"), record);
        assertTrue(Catalogue.get("personas").why().contains("sre-repair may do so in the whole cluster"));
    }
}
