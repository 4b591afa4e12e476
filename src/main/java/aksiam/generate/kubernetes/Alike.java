package aksiam.generate.kubernetes;

import aksiam.plan.TrafficRule;
import aksiam.plan.TrafficRule.Peer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Traffic rules of one namespace that differ only in who or what is at the other end: they are printed as one policy with a list. */
final class Alike {
    private Alike() {
    }

    static List<List<TrafficRule>> groups(List<TrafficRule> rules) {
        Map<Object, List<TrafficRule>> groups = new LinkedHashMap<>();
        rules.forEach(rule -> groups.computeIfAbsent(
            List.of(kind(rule.peer()), rule.direction(), rule.pods(), rule.port(), rule.protocol(), rule.consideration(), rule.reason()),
            _ -> new ArrayList<>()).add(rule));
        return List.copyOf(groups.values());
    }

    /** What has to be the same at the other end. */
    private static Object kind(Peer peer) {
        return switch (peer) {
            case Peer.Pods(var _, var labels) -> List.of("pods", labels);
            case Peer.AnyNamespace _ -> peer;
            case Peer.Addresses _ -> "addresses";
            case Peer.DnsName _ -> "names";
            case Peer.Entities _ -> "entities";
        };
    }
}
