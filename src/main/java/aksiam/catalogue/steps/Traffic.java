package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.domain.PlatformNamespaces;
import aksiam.model.AddressRange;
import aksiam.model.rows.Flow;
import aksiam.model.rows.Tables;
import aksiam.plan.ClusterDraft;
import aksiam.plan.Namespace;
import aksiam.plan.OpenPoint;
import aksiam.plan.PlanBuilder;
import aksiam.plan.StableHash;
import aksiam.plan.TrafficRule;
import aksiam.plan.TrafficRule.Direction;
import aksiam.plan.TrafficRule.Peer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What network policies let through beside the default: each flow as a rule at both of its ends, where the end has network policies. */
final class Traffic {
    private static final String INSTANCE_METADATA = "169.254.169.254";
    private final Contribution from;
    private final PlanBuilder plan;
    private final Map<String, List<Namespace>> ofTeam = new HashMap<>();
    private final Map<String, List<Namespace>> ofCluster = new HashMap<>();

    /** One end of a flow in one cluster. */
    private sealed interface End {
        /** Pods with these labels in these namespaces. */
        record Namespaces(List<Namespace> namespaces, List<String> labels) implements End {
        }

        /** Pods with these labels wherever they run. */
        record AnyNamespace(List<String> labels) implements End {
        }

        /** What is no pod. */
        record Outside(Peer peer) implements End {
        }
    }

    private Traffic(Contribution from, PlanBuilder plan) {
        this.from = from;
        this.plan = plan;
        for (var namespace : plan.namespaces()) {
            ofCluster.computeIfAbsent(namespace.cluster(), _ -> new ArrayList<>()).add(namespace);
            namespace.team().ifPresent(team -> ofTeam.computeIfAbsent(namespace.cluster() + "/" + team.name(), _ -> new ArrayList<>()).add(namespace));
        }
    }

    /** Effect of the flows. */
    static void contribute(Contribution from, PlanBuilder plan) {
        var effect = new Traffic(from, plan);
        from.design().rows("flows", Tables.FLOWS).forEach(effect::add);
    }

    private void add(Flow flow) {
        if (flow.port().isPresent() && (flow.port().getAsInt() < 1 || flow.port().getAsInt() > 65_535)
            || !Set.of("", "TCP", "UDP", "SCTP").contains(flow.protocol())) {
            incomplete(flow, "port or protocol is none.");
            return;
        }
        if (flow.toAddresses().equals(INSTANCE_METADATA) || flow.toAddresses().equals(INSTANCE_METADATA + "/32")) {
            incomplete(flow, "instance metadata stays closed, because it gives the credentials of the node to whoever asks; use workload identity instead.");
            return;
        }
        var range = AddressRange.of(flow.toAddresses());
        var except = flow.toExcept().stream().filter(part -> isPartOf(range, AddressRange.of(part))).toList();
        if (except.size() < flow.toExcept().size()) {
            incomplete(flow, "what is left out is no part of the range.");
        }
        boolean reached = false;
        for (var cluster : plan.clusters()) {
            var source = end(cluster, flow.fromTeam(), flow.fromNamespace(), flow.fromPods(), new Peer.Addresses(flow.fromAddresses(), List.of()), "");
            var target = end(cluster, flow.toTeam(), flow.toNamespace(), flow.toPods(), new Peer.Addresses(flow.toAddresses(), except), flow.toDnsName());
            if (source.isPresent() && target.isPresent() && !(source.get() instanceof End.Outside && target.get() instanceof End.Outside)) {
                reached = true;
                ingress(flow, cluster, source.get(), target.get());
                egress(flow, cluster, source.get(), target.get());
            }
        }
        if (!reached) {
            incomplete(flow, "no cluster holds both of its ends.");
        }
    }

    private static boolean isPartOf(AddressRange range, AddressRange part) {
        return range.contains(part) && part.prefix() > range.prefix();
    }

    private Optional<End> end(ClusterDraft cluster, String team, String namespace, List<String> labels, Peer.Addresses addresses, String dnsName) {
        if (!namespace.isEmpty()) {
            return plan.namespace(cluster.name(), namespace).or(() -> system(cluster, namespace)).map(known -> new End.Namespaces(List.of(known), labels));
        }
        if (!team.isEmpty()) {
            return Optional.ofNullable(ofTeam.get(cluster.name() + "/" + team)).map(namespaces -> new End.Namespaces(namespaces, labels));
        }
        if (!addresses.range().isEmpty()) {
            return Optional.of(new End.Outside(addresses));
        }
        if (!dnsName.isEmpty()) {
            return Optional.of(new End.Outside(new Peer.DnsName(dnsName)));
        }
        return labels.isEmpty() ? Optional.empty() : Optional.of(new End.AnyNamespace(labels));
    }

    /** A namespace of the platform has no policies of ours. */
    private static Optional<Namespace> system(ClusterDraft cluster, String name) {
        var none = Optional.<Namespace>empty();
        return PlatformNamespaces.contains(name)
            ? Optional.of(new Namespace(cluster.name(), name, Namespace.Maker.GIVEN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), "", ""))
            : none;
    }

    private void ingress(Flow flow, ClusterDraft cluster, End source, End target) {
        var peers = peers(source);
        var mark = mark(flow, target, source);
        for (var namespace : namespaces(cluster, target)) {
            if (namespace.stance().isPresent()) {
                peers.forEach(peer -> rule(flow, namespace, Direction.INGRESS, labels(target), peer, mark));
            }
        }
    }

    /** Only where everything out is denied has a rule to let something out. */
    private void egress(Flow flow, ClusterDraft cluster, End source, End target) {
        var peers = peers(target);
        var mark = mark(flow, source, target);
        for (var namespace : namespaces(cluster, source)) {
            if (namespace.stance().filter(stance -> stance.value().deniesEgress()).isEmpty()) {
                continue;
            }
            if (peers.stream().anyMatch(Peer.DnsName.class::isInstance)
                && !(cluster.advancedNetworking && cluster.networkPolicy != null && cluster.networkPolicy.value().equals("cilium"))) {
                incomplete(flow,
                    "only Cilium with Advanced Container Networking Services can name DNS names in cluster " + cluster.name() + ", so it stays closed.");
                return;
            }
            peers.forEach(peer -> rule(flow, namespace, Direction.EGRESS, labels(source), peer, mark));
        }
    }

    private void rule(Flow flow, Namespace namespace, Direction direction, List<String> pods, Peer peer, String mark) {
        var name = direction.name().toLowerCase(Locale.ROOT) + "-" + word(peer) + "-" + mark;
        plan.add(new TrafficRule(namespace.cluster(), namespace.name(), name, direction, pods, peer, flow.port(), protocol(flow), from.consideration(),
            flow.reason()));
    }

    /** Tells policies apart that differ in anything but the two namespaces; the reason is no difference. */
    private static String mark(Flow flow, End here, End there) {
        var outside = switch (there) {
            case End.Outside(Peer.Addresses(var range, var except)) -> "Addresses[range=" + range + "]" + (except.isEmpty() ? "" : except);
            case End.Outside(var peer) -> peer.toString();
            case End.Namespaces _, End.AnyNamespace _ -> "";
        };
        return StableHash.of(List.of(labels(here), labels(there), outside, flow.port(), protocol(flow)).toString());
    }

    private static String protocol(Flow flow) {
        return flow.protocol().isEmpty() ? "TCP" : flow.protocol();
    }

    /** A word for the name of the policy. */
    private static String word(Peer peer) {
        return switch (peer) {
            case Peer.Pods(var namespace, var _) -> namespace;
            case Peer.AnyNamespace _ -> "any-namespace";
            case Peer.Addresses _ -> "addresses";
            case Peer.DnsName _ -> "dns-name";
        };
    }

    private List<Namespace> namespaces(ClusterDraft cluster, End end) {
        return switch (end) {
            case End.Namespaces(var namespaces, var _) -> namespaces;
            case End.AnyNamespace _ -> ofCluster.getOrDefault(cluster.name(), List.of());
            case End.Outside _ -> List.of();
        };
    }

    private static List<String> labels(End end) {
        return switch (end) {
            case End.Namespaces(var _, var labels) -> labels;
            case End.AnyNamespace(var labels) -> labels;
            case End.Outside _ -> List.of();
        };
    }

    private static List<Peer> peers(End end) {
        return switch (end) {
            case End.Namespaces(var namespaces, var labels) -> namespaces.stream().<Peer>map(namespace -> new Peer.Pods(namespace.name(), labels)).toList();
            case End.AnyNamespace(var labels) -> List.of(new Peer.AnyNamespace(labels));
            case End.Outside(var peer) -> List.of(peer);
        };
    }

    private void incomplete(Flow flow, String why) {
        plan.add(
            from.open(OpenPoint.Kind.INCOMPLETE, "Traffic from " + name(flow.fromTeam(), flow.fromNamespace(), flow.fromAddresses(), flow.fromPods()) + " to "
                + name(flow.toTeam(), flow.toNamespace(), flow.toAddresses() + flow.toDnsName(), flow.toPods()) + ": " + why));
    }

    private static String name(String team, String namespace, String outside, List<String> labels) {
        return !namespace.isEmpty()
            ? namespace
            : !team.isEmpty() ? team : !outside.isEmpty() ? outside : labels.isEmpty() ? "nowhere" : String.join(", ", labels);
    }
}
