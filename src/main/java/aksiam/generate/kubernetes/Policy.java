package aksiam.generate.kubernetes;

import aksiam.domain.LocalDns;
import aksiam.generate.Placement;
import aksiam.model.AddressRange;
import aksiam.plan.Namespace;
import aksiam.plan.Namespace.Stance;
import aksiam.plan.TrafficRule;
import aksiam.plan.TrafficRule.Direction;
import aksiam.plan.TrafficRule.Peer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * A NetworkPolicy: what one namespace lets through.
 *
 * @param pods    labels of the pods it is for; empty: all
 * @param ingress whether it speaks of what comes in; without rules nothing does
 * @param egress  whether it speaks of what goes out; without rules nothing does
 */
public record Policy(Meta meta, SequencedMap<String, String> pods, boolean ingress, boolean egress, List<Rule> in, List<Rule> out) {
    /** Address at which a node gives its own credentials to whoever asks. */
    static final String INSTANCE_METADATA = "169.254.169.254/32";

    /** One entry of a direction: these ends, at these ports. */
    public record Rule(List<End> ends, List<Port> ports) {
    }

    /**
     * The other side.
     *
     * @param address  whether it is an address range
     * @param namespaces names of its namespaces; empty: any
     */
    public record End(boolean address, List<String> namespaces, SequencedMap<String, String> labels, String range, List<String> except) {
        static End pods(List<String> namespaces, List<String> labels) {
            return new End(false, namespaces, Placement.labels(labels), "", List.of());
        }

        /** Whether it leaves out the credentials of the node. */
        public boolean sparesMetadata() {
            return except.contains(INSTANCE_METADATA);
        }

        static End addresses(String range, List<String> except) {
            return new End(true, List.of(), new LinkedHashMap<>(), range, except);
        }
    }

    /** A port, or with an empty number every port of the protocol. */
    public record Port(String number, String protocol) {
    }

    /**
     * What every pod of a namespace lives under.
     *
     * @param team names of the namespaces of its team in the cluster, itself among them
     * @param ipv6 whether the engine knows addresses of IPv6
     */
    static List<Policy> defaults(Namespace namespace, List<String> team, boolean ipv6) {
        return namespace.stance().filter(stance -> stance.value() != Stance.ALLOW).map(stance -> {
            var own = stance.value().trustsTeam() ? List.of(new Rule(List.of(End.pods(team, List.of())), List.of())) : List.<Rule>of();
            var out = stance.value().deniesEgress() ? Stream.concat(own.stream(), Stream.of(dns())).toList() : List.of(everything(ipv6));
            return new Policy(Meta.of("default", namespace.name(), List.of(stance.consideration())), new LinkedHashMap<>(), true, true, own, out);
        }).stream().toList();
    }

    /** DNS of the cluster: its own pods, and the node itself where LocalDNS answers there, which a bundle cannot know of every pool. */
    private static Rule dns() {
        var ends = Stream.concat(Stream.of(End.pods(List.of("kube-system"), List.of("k8s-app=kube-dns"))),
            LocalDns.addresses().stream().map(address -> End.addresses(address, List.of()))).toList();
        return new Rule(ends, List.of(new Port("53", "UDP"), new Port("53", "TCP")));
    }

    /** Everything but instance metadata. Cilium does not take pods for addresses: the whole address space leaves them out, so they are named as well. */
    private static Rule everything(boolean ipv6) {
        var out = new ArrayList<>(List.of(End.pods(List.of(), List.of()), End.addresses("0.0.0.0/0", List.of(INSTANCE_METADATA))));
        if (ipv6) {
            out.add(End.addresses("::/0", List.of()));
        }
        return new Rule(out, List.of());
    }

    Policy in(String namespace) {
        return new Policy(meta.in(namespace), pods, ingress, egress, in, out);
    }

    /** What rules of one namespace let through; those that differ only in the other end are one policy with a list. */
    static List<Policy> of(List<TrafficRule> rules) {
        return Alike.groups(rules).stream().flatMap(alike -> policy(alike).stream()).toList();
    }

    /** Nothing where they name instance metadata alone, or what no NetworkPolicy can say. */
    private static Optional<Policy> policy(List<TrafficRule> alike) {
        var rule = alike.getFirst();
        boolean egress = rule.direction() == Direction.EGRESS;
        var namespaces = alike.stream().flatMap(one -> one.peer() instanceof Peer.Pods(var name, var _) ? Stream.of(name) : Stream.empty()).sorted().toList();
        var ends = rule.peer() instanceof Peer.Pods(var _, var labels)
            ? List.of(End.pods(namespaces, labels))
            : alike.stream().flatMap(one -> ends(one.peer(), egress).stream()).distinct().toList();
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        var open = List.of(new Rule(ends, ports(rule)));
        var meta = Meta.of(rule.name(), rule.namespace(), List.of(rule.consideration())).annotate(Meta.REASON, rule.reason());
        return Optional.of(new Policy(meta, Placement.labels(rule.pods()), !egress, egress, egress ? List.of() : open, egress ? open : List.of()));
    }

    private static List<End> ends(Peer peer, boolean egress) {
        return switch (peer) {
            case Peer.Pods(var namespace, var labels) -> List.of(End.pods(List.of(namespace), labels));
            case Peer.AnyNamespace(var labels) -> List.of(End.pods(List.of(), labels));
            case Peer.Addresses addresses when AddressRange.of(addresses.range()).isSingle() && opensMetadata(addresses, egress) -> List.of();
            case Peer.Addresses addresses -> List.of(End.addresses(AddressRange.of(addresses.range()).text(), leftOut(addresses, egress)));
            case Peer.DnsName _, Peer.Entities _ -> List.of();
        };
    }

    /** What a rule for addresses leaves out: what the flow says, and instance metadata where nothing of it does. */
    public static List<String> leftOut(Peer.Addresses peer, boolean egress) {
        return Stream
            .concat(peer.except().stream().map(part -> AddressRange.of(part).text()), Stream.of(INSTANCE_METADATA).filter(_ -> opensMetadata(peer, egress)))
            .distinct().toList();
    }

    private static boolean opensMetadata(Peer.Addresses peer, boolean egress) {
        var metadata = AddressRange.of(INSTANCE_METADATA);
        return egress && AddressRange.of(peer.range()).contains(metadata) && peer.except().stream().noneMatch(part -> AddressRange.of(part).contains(metadata));
    }

    /** What it is open for; none: every port of every protocol. */
    public static List<Port> ports(TrafficRule rule) {
        var protocol = rule.protocol().isEmpty() ? "TCP" : rule.protocol();
        if (rule.port().isEmpty()) {
            return rule.protocol().isEmpty() ? List.of() : List.of(new Port("", protocol));
        }
        return List.of(new Port(Integer.toString(rule.port().getAsInt()), protocol));
    }
}
