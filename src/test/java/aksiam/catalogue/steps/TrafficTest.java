package aksiam.catalogue.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Row;
import aksiam.plan.Plan;
import aksiam.plan.TrafficRule;
import aksiam.plan.TrafficRule.Peer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static Drafts closed(String stance) {
        return Drafts.start().withTeams().chooseAll("boundary", "namespace", "network-policy").choose("default-traffic", stance);
    }

    private static final Row ORDERS_TO_PAYMENTS = Row.of("fromTeam", "orders", "toTeam", "payments", "toPods", List.of("app=api"), "port", 8443, "reason",
        "charging");

    /** "INGRESS payments <- orders" and so on, in cluster prd-weu unless named. */
    private static Set<String> rules(Plan plan) {
        return plan.trafficRules().stream().map(TrafficTest::line).collect(Collectors.toSet());
    }

    private static String line(TrafficRule rule) {
        var peer = switch (rule.peer()) {
            case Peer.Pods(var namespace, var labels) -> namespace + labels;
            case Peer.AnyNamespace(var labels) -> "*" + labels;
            case Peer.Addresses(var range, var except) -> range + (except.isEmpty() ? "" : " but not " + except);
            case Peer.DnsName(var name) -> name;
            case Peer.Entities(var names) -> String.join(",", names);
        };
        return rule.cluster() + " " + rule.namespace() + rule.pods() + (rule.direction() == TrafficRule.Direction.INGRESS ? " <- " : " -> ") + peer + " "
            + rule.protocol() + (rule.port().isPresent() ? " " + rule.port().getAsInt() : "");
    }

    @Test
    void instanceMetadataStaysClosedAndIsSaidToBe() {
        var plan = closed("deny-both").rows("flows", Row.of("fromTeam", "orders", "toAddresses", "169.254.169.254/32", "port", 80)).plan();
        assertEquals(List.of(), plan.trafficRules());
        assertTrue(Drafts.open(plan).stream().anyMatch(text -> text.contains("instance metadata stays closed")));
    }

    @Test
    void aFlowOpensBothEndsInEachClusterThatHasBoth() {
        assertEquals(Set.of("prd-weu payments[app=api] <- orders[] TCP 8443", "prd-weu payments-batch[app=api] <- orders[] TCP 8443",
            "prd-weu orders[] -> payments[app=api] TCP 8443",
            "prd-weu orders[] -> payments-batch[app=api] TCP 8443"), rules(closed("deny-both").rows("flows", ORDERS_TO_PAYMENTS).plan()));
    }

    @Test
    void onlyWhereEverythingOutIsDeniedSomethingIsLetOut() {
        for (var stance : List.of("deny-ingress", "allow")) {
            assertEquals(Set.of("prd-weu payments[app=api] <- orders[] TCP 8443", "prd-weu payments-batch[app=api] <- orders[] TCP 8443"),
                rules(closed(stance).rows("flows", ORDERS_TO_PAYMENTS).plan()), stance);
        }
    }

    @Test
    void whereNothingPassesWithinANamespaceAFlowOpensBothEndsThere() {
        var inside = Row.of("fromNamespace", "orders", "fromPods", List.of("app=web"), "toNamespace", "orders", "toPods", List.of("app=db"), "port", 5432);
        assertEquals(Set.of("prd-weu orders[app=db] <- orders[app=web] TCP 5432", "prd-weu orders[app=web] -> orders[app=db] TCP 5432"),
            rules(closed("deny-all").rows("flows", inside).plan()));
    }

    @Test
    void aRangeMayLeaveOutPartsOfItself() {
        var flow = Row.of("fromTeam", "orders", "toAddresses", "0.0.0.0/0", "toExcept", List.of("10.240.0.0/22"), "port", 443);
        assertEquals(Set.of("prd-weu orders[] -> 0.0.0.0/0 but not [10.240.0.0/22] TCP 443"), rules(closed("deny-both").rows("flows", flow).plan()));
        var outside = closed("deny-both").rows("flows", flow.with("toAddresses", "10.0.0.0/16")).plan();
        assertEquals(Set.of("prd-weu orders[] -> 10.0.0.0/16 TCP 443"), rules(outside));
        assertTrue(Drafts.open(outside).stream().anyMatch(text -> text.endsWith("what is left out is no part of the range.")));
    }

    @Test
    void withoutTheBoundaryOrTheDefaultThereAreNoRules() {
        assertEquals(List.of(), Drafts.start().withTeams().chooseAll("boundary", "namespace").choose("default-traffic", "deny-both")
            .rows("flows", ORDERS_TO_PAYMENTS).plan().trafficRules());
        assertEquals(List.of(), Drafts.start().withTeams().chooseAll("boundary", "network-policy").rows("flows", ORDERS_TO_PAYMENTS).plan().trafficRules());
    }

    @Test
    void podsInAnyNamespaceAndAddressRangesArePeers() {
        var plan = closed("allow").rows("flows", Row.of("fromPods", List.of("app=traefik"), "toNamespace", "orders", "toPods", List.of("app=web"))).plan();
        assertEquals(Set.of("prd-weu orders[app=web] <- *[app=traefik] TCP"), rules(plan));
        var outside = closed("deny-both").rows("flows", Row.of("fromTeam", "orders", "toAddresses", "10.8.0.0/16", "port", 1433),
            Row.of("fromAddresses", "10.9.0.0/16", "toNamespace", "orders", "protocol", "UDP", "port", 53)).plan();
        assertEquals(Set.of("prd-weu orders[] -> 10.8.0.0/16 TCP 1433", "prd-weu orders[] <- 10.9.0.0/16 UDP 53"), rules(outside));
    }

    @Test
    void podsInAnyNamespaceAreLetOutOfEachNamespaceOfTheCluster() {
        assertEquals(
            Set.of("prd-weu orders[app=web] <- *[app=probe] TCP", "prd-weu orders[app=probe] -> orders[app=web] TCP",
                "prd-weu payments[app=probe] -> orders[app=web] TCP",
                "prd-weu payments-batch[app=probe] -> orders[app=web] TCP"),
            rules(closed("deny-both").rows("flows", Row.of("fromPods", List.of("app=probe"), "toNamespace", "orders", "toPods", List.of("app=web"))).plan()));
    }

    @Test
    void dnsNamesNeedCiliumWithAdvancedNetworking() {
        var flow = Row.of("fromTeam", "orders", "toDnsName", "api.example.com", "port", 443);
        var plain = closed("deny-both").rows("flows", flow).plan();
        assertEquals(List.of(), plain.trafficRules());
        assertTrue(Drafts.open(plain).getFirst().contains("only Cilium with Advanced Container Networking Services"));
        var cilium = closed("deny-both").choose("network-plugin", "azure-overlay").choose("network-policy-engine", "cilium")
            .choose("advanced-networking", "fqdn").rows("flows", flow).plan();
        assertEquals(Set.of("prd-weu orders[] -> api.example.com TCP 443"), rules(cilium));
        assertEquals(List.of(), Drafts.open(closed("allow").rows("flows", flow).plan()), "nothing is closed, so nothing has to be opened");
    }

    @Test
    void namesAreUniqueInTheirNamespaceAndFitKubernetes() {
        var plan = closed("deny-both").rows("flows", ORDERS_TO_PAYMENTS, ORDERS_TO_PAYMENTS.with("port", 9443),
            ORDERS_TO_PAYMENTS.with("toPods", List.of("app=other")), ORDERS_TO_PAYMENTS.with("reason", "said twice")).plan();
        var names = new HashSet<String>();
        for (var rule : plan.trafficRules()) {
            assertTrue(names.add(rule.cluster() + "/" + rule.namespace() + "/" + rule.name()), rule.name());
            assertTrue(rule.name().matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?") && rule.name().length() <= 253, rule.name());
        }
        assertEquals(12, names.size(), "the same traffic said twice is one rule");
    }

    @Test
    void whatCannotBeReachedIsSaid() {
        var plan = closed("deny-both").rows("flows", Row.of("fromTeam", "orders", "toTeam", "nobody"), Row.of("fromTeam", "orders"),
            Row.of("fromTeam", "orders", "toTeam", "payments", "port", 70_000)).plan();
        assertEquals(List.of(), plan.trafficRules());
        assertEquals(3, Drafts.open(plan).size());
    }

    private static Drafts engine(String engine) {
        return closed("deny-both").choose("network-plugin", "azure-overlay").choose("network-policy-engine", engine);
    }

    @Test
    void ciliumNamesTheApiServerAndNodesAndOthersNeedTheirAddresses() {
        var toApi = Row.of("fromTeam", "orders", "toPlace", "api-server");
        var toNodes = Row.of("fromTeam", "orders", "toPlace", "nodes", "port", 9100);
        assertEquals(Set.of("prd-weu orders[] -> kube-apiserver TCP 443", "prd-weu orders[] -> host,remote-node TCP 9100"),
            rules(engine("cilium").rows("flows", toApi, toNodes).plan()));
        var closed = engine("calico").rows("flows", toApi, toNodes).plan();
        assertEquals(List.of(), closed.trafficRules());
        assertTrue(Drafts.open(closed).stream().anyMatch(text -> text.contains("calico cannot name the API server in cluster prd-weu, so it stays closed")));
        assertTrue(Drafts.open(closed).stream().anyMatch(text -> text.contains("calico cannot name the nodes")));
        assertEquals(Set.of("prd-weu orders[] -> 10.0.4.0/28 TCP 443"),
            rules(engine("calico").rows("flows", toApi.with("toAddresses", "10.0.4.0/28")).plan()));
        assertTrue(Drafts.open(closed("deny-both").rows("flows", toApi).plan()).stream().anyMatch(text -> text.contains("undecided network policy engine")));
    }

    @Test
    void signInToEntraIsANameWherePoliciesKnowNamesAndItsPublishedRangesElsewhere() {
        var flow = Row.of("fromTeam", "orders", "toPlace", "entra");
        assertEquals(Set.of("prd-weu orders[] -> login.microsoftonline.com TCP 443"),
            rules(engine("cilium").choose("advanced-networking", "fqdn").rows("flows", flow).plan()));
        for (var engine : List.of("cilium", "calico", "azure")) {
            assertEquals(Set.of("prd-weu orders[] -> 20.20.32.0/19 TCP 443", "prd-weu orders[] -> 20.190.128.0/18 TCP 443",
                "prd-weu orders[] -> 20.231.128.0/19 TCP 443", "prd-weu orders[] -> 40.126.0.0/18 TCP 443"),
                rules(engine(engine).rows("flows", flow).plan()), engine);
        }
    }

    @Test
    void azureMonitorHasNamesAndNoAddressesThatStay() {
        var flow = Row.of("fromTeam", "orders", "toPlace", "azure-monitor");
        assertTrue(rules(engine("cilium").choose("advanced-networking", "fqdn").rows("flows", flow).plan())
            .contains("prd-weu orders[] -> *.ods.opinsights.azure.com TCP 443"));
        var closed = engine("cilium").choose("advanced-networking", "off").rows("flows", flow).plan();
        assertEquals(List.of(), closed.trafficRules());
        assertTrue(Drafts.open(closed).stream().anyMatch(text -> text.contains("cannot name Azure Monitor")));
    }

    @Test
    void whatComesThroughALoadBalancerShowsTheAddressOfANode() {
        var flow = Row.of("fromPlace", "load-balancer", "toTeam", "orders", "port", 8443);
        assertEquals(Set.of("prd-weu orders[] <- world,host,remote-node TCP 8443"), rules(engine("cilium").rows("flows", flow).plan()));
        assertEquals(Set.of("prd-weu orders[] <- host,remote-node TCP 8443", "prd-weu orders[] <- 203.0.113.0/24 TCP 8443"),
            rules(engine("cilium").rows("flows", flow.with("fromAddresses", "203.0.113.0/24")).plan()));
        assertTrue(Drafts.open(engine("calico").rows("flows", flow).plan()).stream().anyMatch(text -> text.contains("cannot name a load balancer")));
    }

    @Test
    void theIngressControllerIsThatOfTheAddOnUnlessANamespaceIsNamed() {
        var flow = Row.of("fromPlace", "ingress-controller", "toTeam", "orders", "port", 8080);
        assertEquals(Set.of("prd-weu orders[] <- app-routing-system[] TCP 8080"), rules(engine("calico").rows("flows", flow).plan()));
        assertEquals(Set.of("prd-weu orders[] <- aks-istio-ingress[] TCP 8080"),
            rules(engine("calico").rows("flows", flow.with("fromNamespace", "aks-istio-ingress")).plan()));
    }

    /** AKS Automatic: from 1.36 on the Gateway API, whose pods run in the namespace of the Gateway. */
    @Test
    void theIngressControllerIsNoNginxWhereTheGatewayApiRoutes() {
        var flow = Row.of("fromPlace", "ingress-controller", "toTeam", "orders", "port", 8080);
        for (var version : List.of("1.35.4", "1.36", "1.36.2", "")) {
            var automatic = engine("cilium").rows("clusters",
                Drafts.cluster("prd-weu", "production").with("flavour", "automatic").with("kubernetesVersion", version));
            var open = Drafts.open(automatic.rows("flows", flow).plan());
            boolean gateway = !version.equals("1.35.4");
            assertEquals(gateway, open.stream().anyMatch(text -> text.contains("routes by the Gateway API")), version + open);
            assertEquals(!gateway, open.stream().anyMatch(text -> text.contains("whose support ends in November 2026")), version + open);
            var named = Drafts.open(automatic.rows("flows", flow.with("fromNamespace", "aks-istio-ingress")).plan());
            assertTrue(named.stream().noneMatch(text -> text.contains("Gateway API")), named.toString());
        }
    }
}
