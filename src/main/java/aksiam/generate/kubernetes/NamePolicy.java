package aksiam.generate.kubernetes;

import aksiam.generate.Placement;
import aksiam.plan.TrafficRule;
import aksiam.plan.TrafficRule.Peer;
import java.util.List;
import java.util.SequencedMap;

/**
 * Traffic to a DNS name, which NetworkPolicy cannot say and Cilium can.
 *
 * @param pattern whether the name begins with a star
 */
public record NamePolicy(Meta meta, SequencedMap<String, String> pods, String dnsName, boolean pattern, List<Policy.Port> ports) {
    static NamePolicy of(TrafficRule rule) {
        var name = rule.peer() instanceof Peer.DnsName(var dnsName) ? dnsName : "";
        var meta = Meta.of(rule.name(), rule.namespace(), List.of(rule.consideration())).annotate(Meta.REASON, rule.reason());
        return new NamePolicy(meta, Placement.labels(rule.pods()), name, name.startsWith("*"),
            Policy.ports(rule).stream().map(port -> port.number().isEmpty() ? new Policy.Port("0", port.protocol()) : port).toList());
    }
}
