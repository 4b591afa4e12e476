package aksiam.generate.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Artefact;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.testkit.Designs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where nodes answer DNS themselves, pods behind closed egress still find names. */
class LocalDnsTest {
    private static final Design DESIGN = Designs.read("shared-platform");
    private static final String FOLDER = "kubernetes/clusters/prd-weu/as_orders/";
    private static final String NODE = "kubernetes/clusters/prd-weu/with_node/network-cilium.yaml";

    private static Map<String, String> files(Design design) {
        return KubernetesOutputTest.render(Catalogue.plan(design)).stream().collect(Collectors.toMap(Artefact::path, Artefact::text));
    }

    private static String object(String file, String name) {
        return Arrays.stream(file.split("\n---\n")).filter(text -> text.contains("\n  name: " + name + "\n")).findFirst().orElse("");
    }

    @Test
    void networkPolicyOpensBothAddressesAtPort53() {
        var text = object(files(DESIGN).get(FOLDER + "network.yaml"), "default") + "\n";
        assertTrue(text.replace("\"", "").contains("""
                                                           - ipBlock:
                                                               cidr: 169.254.10.10/32
                                                           - ipBlock:
                                                               cidr: 169.254.10.11/32
                                                         ports:
                                                           - {protocol: UDP, port: 53}
                                                           - {protocol: TCP, port: 53}
                                                   """), text);
    }

    @Test
    void ciliumOpensTheNodeAtPort53AndClosesNothing() {
        for (var stance : List.of("deny-all", "deny-both", "deny-ingress")) {
            var files = files(DESIGN.with("default-traffic", new Answer.Choice(stance)));
            assertTrue(files.get(FOLDER + "kustomization.yaml").contains("\"../with_node\""), files.get(FOLDER + "kustomization.yaml"));
            var text = object(files.get(NODE), "local-dns");
            var ports = "\n      toPorts:\n        - ports:\n            - {port: 53, protocol: UDP}\n            - {port: 53, protocol: TCP}";
            assertTrue(text.replace("\"", "").strip().endsWith("spec:\n  endpointSelector: {}\n  enableDefaultDeny:\n    egress: false\n  egress:\n"
                + "    - toEntities: [host]" + ports + "\n    - toCIDR: [169.254.10.0/24]" + ports), text);
        }
    }

    @Test
    void otherEnginesAndOpenNamespacesHaveNoPolicyOfCilium() {
        assertFalse(files(DESIGN.with("network-policy-engine", new Answer.Choice("calico"))).containsKey(NODE));
        assertFalse(files(DESIGN.with("default-traffic", new Answer.Choice("allow"))).containsKey(NODE));
    }

    @Test
    void whatIsAnEntityToCiliumIsOpenWhereEverythingGoesOut() {
        var text = object(files(DESIGN.with("default-traffic", new Answer.Choice("deny-ingress"))).get(NODE), "default-nodes");
        assertTrue(text.contains("[host, remote-node, kube-apiserver]"), text);
    }

    @Test
    void theChecksAskWhoeverAnswersThePod() {
        var rows = ClusterManifests.of(Catalogue.plan(DESIGN)).stream().flatMap(cluster -> TrafficChecks.of(cluster).stream()).map(row -> row.cells()).toList();
        assertTrue(rows.stream().anyMatch(row -> row.getFirst().equals("pass") && List.of(row.get(1).split(",")).contains("orders")
            && List.of(row.get(3).split(",")).contains("resolv.conf") && row.subList(4, 7).equals(List.of("", "53", "TCP"))), rows.toString());
    }
}
