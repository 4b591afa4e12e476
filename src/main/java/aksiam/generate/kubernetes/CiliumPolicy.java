package aksiam.generate.kubernetes;

import aksiam.domain.LocalDns;
import aksiam.generate.Placement;
import aksiam.plan.Namespace;
import aksiam.plan.Namespace.Stance;
import aksiam.plan.TrafficRule;
import aksiam.plan.TrafficRule.Direction;
import aksiam.plan.TrafficRule.Peer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What NetworkPolicy cannot say and Cilium can: DNS names, and what Cilium calls entities, such as the node.
 *
 * @param adds whether it only opens, so that it closes nothing of pods that no other policy speaks of
 */
public record CiliumPolicy(Meta meta, SequencedMap<String, String> pods, boolean adds, List<Rule> in, List<Rule> out) {
    /** The other end of one entry of a direction, in the words of Cilium. */
    public enum Kind {
        ENTITIES, CIDR, NAMES
    }

    /** One entry of a direction. */
    public record Rule(Kind kind, List<String> values, List<Policy.Port> ports) {
        public boolean isNames() {
            return kind == Kind.NAMES;
        }

        public boolean isEntities() {
            return kind == Kind.ENTITIES;
        }
    }

    /** DNS of the node. What is an address of the node is no address range to Cilium, so policies with ranges never open it. */
    static List<CiliumPolicy> defaults(Namespace namespace) {
        return namespace.stance().filter(stance -> stance.value() != Stance.ALLOW).map(stance -> {
            var from = List.of(stance.consideration());
            var dns = List.of(new Policy.Port("53", "UDP"), new Policy.Port("53", "TCP"));
            var policies = new ArrayList<CiliumPolicy>();
            policies.add(new CiliumPolicy(Meta.of("local-dns", namespace.name(), from), new LinkedHashMap<>(), true, List.of(),
                List.of(new Rule(Kind.ENTITIES, List.of("host"), dns), new Rule(Kind.CIDR, List.of(LocalDns.range()), dns))));
            if (!stance.value().deniesEgress()) {
                policies.add(new CiliumPolicy(Meta.of("default-nodes", namespace.name(), from), new LinkedHashMap<>(), true, List.of(),
                    List.of(new Rule(Kind.ENTITIES, List.of("host", "remote-node", "kube-apiserver"), List.of()))));
            }
            return List.copyOf(policies);
        }).orElse(List.of());
    }

    CiliumPolicy in(String namespace) {
        return new CiliumPolicy(meta.in(namespace), pods, adds, in, out);
    }

    /** What rules of one namespace let through beside their network policies. */
    static List<CiliumPolicy> of(List<TrafficRule> rules) {
        return Alike.groups(rules).stream().flatMap(CiliumPolicy::policy).toList();
    }

    private static Stream<CiliumPolicy> policy(List<TrafficRule> alike) {
        var rule = alike.getFirst();
        var kind = switch (rule.peer()) {
            case Peer.DnsName _ -> Stream.of(Kind.NAMES);
            case Peer.Entities _ -> Stream.of(Kind.ENTITIES);
            case Peer.Pods _, Peer.AnyNamespace _, Peer.Addresses _ -> Stream.<Kind>empty();
        };
        return kind.map(found -> {
            var values = alike.stream().flatMap(one -> values(one.peer())).distinct().toList();
            var ports = Policy.ports(rule).stream().map(port -> port.number().isEmpty() ? new Policy.Port("0", port.protocol()) : port).toList();
            var open = List.of(new Rule(found, values, ports));
            boolean egress = rule.direction() == Direction.EGRESS;
            var meta = Meta.of(rule.name(), rule.namespace(), List.of(rule.consideration())).annotate(Meta.REASON, rule.reason());
            return new CiliumPolicy(meta, Placement.labels(rule.pods()), false, egress ? List.of() : open, egress ? open : List.of());
        });
    }

    private static Stream<String> values(Peer peer) {
        return switch (peer) {
            case Peer.DnsName(var name) -> Stream.of(name);
            case Peer.Entities(var entities) -> entities.stream();
            case Peer.Pods _, Peer.AnyNamespace _, Peer.Addresses _ -> Stream.empty();
        };
    }
}
