package aksiam.generate.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Artefact;
import aksiam.testkit.Designs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommonTest {
    private static final String CLUSTER = "kubernetes/clusters/prd-weu/";
    private static final Map<String, String> FILES = KubernetesOutputTest.render(Catalogue.plan(Designs.read("shared-platform"))).stream()
        .collect(Collectors.toMap(Artefact::path, Artefact::text, (first, _) -> first, TreeMap::new));

    @Test
    void whatTheNamespacesOfATeamHaveInCommonStandsOnce() {
        var team = List.of("orders", "orders-batch", "orders-saga");
        for (var namespace : team) {
            var text = FILES.get(CLUSTER + namespace + "/kustomization.yaml");
            assertTrue(text.contains("namespace: " + namespace + "\n") && text.contains("../as_orders"), text);
            assertTrue(FILES.get(CLUSTER + "kustomization.yaml").contains("  - " + namespace + "\n"));
            assertFalse(FILES.containsKey(CLUSTER + namespace + "/network.yaml"));
        }
        assertFalse(FILES.get(CLUSTER + "as_orders/network.yaml").contains("\n  namespace:"), "kustomize puts it in");
    }

    @Test
    void trafficOfAPairOfTeamsIsOnePolicyWithAList() {
        var text = FILES.get(CLUSTER + "as_orders/network.yaml");
        assertEquals(1, text.split("name: egress-payments", -1).length - 1, text);
        assertTrue(text.contains("values: [payments, payments-ledger, payments-risk]}\n"), text);
    }

    @Test
    void policiesOfTwelveTeamsCanBeRead() {
        long lines = FILES.entrySet().stream().filter(file -> file.getKey().endsWith("/network.yaml")).flatMap(file -> file.getValue().lines()).count();
        assertTrue(lines < 3_200, lines + " lines");
    }
}
