package aksiam.generate.kubernetes;

import aksiam.generate.Placement;
import aksiam.model.AddressRange;
import aksiam.plan.Namespace;
import aksiam.plan.TrafficRule;
import aksiam.plan.TrafficRule.Direction;
import aksiam.plan.TrafficRule.Peer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * A NetworkPolicy: what one namespace lets through.
 *
 * @param pods     labels of the pods it is for; empty: all
 * @param denial whether it is there to take away what no other policy gives
 * @param ingress  whether it speaks of what comes in
 * @param egress   whether it speaks of what goes out
 */
public record Policy(Meta meta, SequencedMap<String, String> pods, boolean denial, boolean ingress, boolean egress, List<End> ends, List<Port> ports) {
    /** Address at which a node gives its own credentials to whoever asks. */
    static final String INSTANCE_METADATA = "169.254.169.254/32";

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
        var policies = new ArrayList<Policy>();
        namespace.stance().ifPresent(stance -> {
            var from = List.of(stance.consideration());
            switch (stance.value()) {
                case DENY_ALL, DENY_BOTH -> {
                    policies.add(denial(Meta.of("default-deny", namespace.name(), from), true));
                    if (stance.value().trustsTeam()) {
                        policies.add(new Policy(Meta.of("default-team", namespace.name(), from), new LinkedHashMap<>(), false, true, true,
                            List.of(End.pods(team, List.of())), List.of()));
                    }
                    policies.add(egress(Meta.of("default-dns", namespace.name(), from), List.of(End.pods(List.of("kube-system"), List.of("k8s-app=kube-dns"))),
                        List.of(new Port("53", "UDP"), new Port("53", "TCP"))));
                }
                case DENY_INGRESS -> {
                    policies.add(denial(Meta.of("default-deny", namespace.name(), from), false));
                    policies.add(new Policy(Meta.of("default-team", namespace.name(), from), new LinkedHashMap<>(), false, true, false,
                        List.of(End.pods(team, List.of())), List.of()));
                    // Cilium does not take pods for addresses: the whole address space leaves them out, so they are named as well.
                    var out = new ArrayList<>(List.of(End.pods(List.of(), List.of()), End.addresses("0.0.0.0/0", List.of(INSTANCE_METADATA))));
                    if (ipv6) {
                        out.add(End.addresses("::/0", List.of()));
                    }
                    policies.add(egress(Meta.of("default-egress", namespace.name(), from), out, List.of()));
                }
                case ALLOW -> {
                }
            }
        });
        return policies;
    }

    private static Policy denial(Meta meta, boolean egress) {
        return new Policy(meta, new LinkedHashMap<>(), true, true, egress, List.of(), List.of());
    }

    private static Policy egress(Meta meta, List<End> ends, List<Port> ports) {
        return new Policy(meta, new LinkedHashMap<>(), false, false, true, ends, ports);
    }

    /** What a rule lets through; nothing when it names instance metadata alone. */
    static List<Policy> of(TrafficRule rule) {
        boolean egress = rule.direction() == Direction.EGRESS;
        var meta = Meta.of(rule.name(), rule.namespace(), List.of(rule.consideration())).annotate(Meta.REASON, rule.reason());
        return ends(rule.peer(), egress).stream().map(end -> new Policy(meta, Placement.labels(rule.pods()), false, !egress, egress, List.of(end), ports(rule)))
            .toList();
    }

    private static List<End> ends(Peer peer, boolean egress) {
        return switch (peer) {
            case Peer.Pods(var namespace, var labels) -> List.of(End.pods(List.of(namespace), labels));
            case Peer.AnyNamespace(var labels) -> List.of(End.pods(List.of(), labels));
            case Peer.Addresses(var text, var except) -> {
                var range = AddressRange.of(text);
                var metadata = AddressRange.of(INSTANCE_METADATA);
                var left = except.stream().map(AddressRange::of).toList();
                boolean open = egress && range.contains(metadata) && left.stream().noneMatch(part -> part.contains(metadata));
                yield open && range.isSingle()
                    ? List.of()
                    : List.of(End.addresses(range.text(),
                        Stream.concat(left.stream().map(AddressRange::text), Stream.of(INSTANCE_METADATA).filter(_ -> open)).distinct().toList()));
            }
            case Peer.DnsName _ -> List.of();
        };
    }

    static List<Port> ports(TrafficRule rule) {
        var protocol = rule.protocol().isEmpty() ? "TCP" : rule.protocol();
        if (rule.port().isEmpty()) {
            return rule.protocol().isEmpty() ? List.of() : List.of(new Port("", protocol));
        }
        return List.of(new Port(Integer.toString(rule.port().getAsInt()), protocol));
    }
}
