package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.domain.Places;
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
import java.util.OptionalInt;
import java.util.Set;

/** What network policies let through beside the default: each flow as a rule at both of its ends, where the end has network policies. */
final class Traffic {
    private static final String INSTANCE_METADATA = "169.254.169.254";
    private static final String WORLD = "world";
    private static final Places.Known ANYWHERE = new Places.Known("", "", List.of(), 0, List.of(), List.of(), "");
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

        /**
         * What is no pod.
         *
         * @param peers what the engine of the cluster can say of it; empty: nothing
         * @param place what it is
         */
        record Outside(List<Peer> peers, Places.Known place) implements End {
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
            var source = end(cluster, flow.fromPlace(), flow.fromTeam(), flow.fromNamespace(), flow.fromPods(),
                new Peer.Addresses(flow.fromAddresses(), List.of()), "");
            var target = end(cluster, flow.toPlace(), flow.toTeam(), flow.toNamespace(), flow.toPods(), new Peer.Addresses(flow.toAddresses(), except),
                flow.toDnsName());
            if (source.isPresent() && target.isPresent() && !(source.get() instanceof End.Outside && target.get() instanceof End.Outside)) {
                reached = true;
                lookAtIngress(flow, cluster);
                ingress(flow, cluster, source.get(), target.get());
                egress(flow, cluster, source.get(), target.get());
            }
        }
        if (!reached) {
            incomplete(flow, "no cluster holds both of its ends.");
        }
    }

    /** The place is NGINX of the application routing add-on, where no namespace beside it says another one; places.json names the sources. */
    private void lookAtIngress(Flow flow, ClusterDraft cluster) {
        if (!(flow.fromPlace().equals(Places.INGRESS_CONTROLLER) && flow.fromNamespace().isEmpty())
            && !(flow.toPlace().equals(Places.INGRESS_CONTROLLER) && flow.toNamespace().isEmpty())) {
            return;
        }
        incomplete(flow, cluster.automatic() && !cluster.existing() && hasGateway(cluster.row().kubernetesVersion())
            ? "cluster " + cluster.name()
                + " of AKS Automatic routes by the Gateway API, whose pods run in the namespace of each Gateway and not in that of NGINX; "
                + "write that namespace beside the place."
            : "the ingress controller is taken for NGINX of the application routing add-on, whose support ends in November 2026; where the Gateway API routes, "
                + "write the namespace of the Gateway beside the place.");
    }

    /** Whether a new cluster of AKS Automatic is made with the Gateway API: from Kubernetes 1.36 on; a version that is not named is a newer one. */
    private static boolean hasGateway(String version) {
        return !version.matches("1\\.([0-9]|[12][0-9]|3[0-5])(\\..*)?");
    }

    private static boolean isPartOf(AddressRange range, AddressRange part) {
        return range.contains(part) && part.prefix() > range.prefix();
    }

    /** A place stands for what the engine of the cluster can say of it; the cells beside it help where that is nothing. */
    private Optional<End> end(ClusterDraft cluster, String place, String team, String namespace, List<String> labels, Peer.Addresses addresses,
        String dnsName) {
        return Places.find(place).map(known -> end(cluster, known, namespace, labels, addresses))
            .orElseGet(() -> end(cluster, team, namespace, labels, addresses, dnsName));
    }

    private Optional<End> end(ClusterDraft cluster, Places.Known place, String namespace, List<String> labels, Peer.Addresses addresses) {
        if (!place.namespace().isEmpty()) {
            return end(cluster, "", namespace.isEmpty() ? place.namespace() : namespace, labels, addresses, "");
        }
        boolean cilium = isCilium(cluster);
        var peers = new ArrayList<Peer>();
        if (cilium && !place.entities().isEmpty()) {
            // With a range only clients of that range are meant, and the nodes that stand for them.
            boolean narrowed = place.entities().contains(WORLD) && !addresses.range().isEmpty();
            peers.add(new Peer.Entities(narrowed ? place.entities().stream().filter(entity -> !entity.equals(WORLD)).toList() : place.entities()));
            if (narrowed) {
                peers.add(addresses);
            }
        } else if (!addresses.range().isEmpty()) {
            peers.add(addresses);
        } else if (cilium && cluster.advancedNetworking) {
            place.dnsNames().forEach(name -> peers.add(new Peer.DnsName(name)));
        } else {
            place.ranges().forEach(range -> peers.add(new Peer.Addresses(range, List.of())));
        }
        return Optional.of(new End.Outside(peers, place));
    }

    private static boolean isCilium(ClusterDraft cluster) {
        return cluster.networkPolicy == null ? cluster.automatic() : cluster.networkPolicy.value().equals("cilium");
    }

    private Optional<End> end(ClusterDraft cluster, String team, String namespace, List<String> labels, Peer.Addresses addresses, String dnsName) {
        if (!namespace.isEmpty()) {
            return plan.namespace(cluster.name(), namespace).or(() -> system(cluster, namespace)).map(known -> new End.Namespaces(List.of(known), labels));
        }
        if (!team.isEmpty()) {
            return Optional.ofNullable(ofTeam.get(cluster.name() + "/" + team)).map(namespaces -> new End.Namespaces(namespaces, labels));
        }
        if (!addresses.range().isEmpty()) {
            return Optional.of(new End.Outside(List.of(addresses), ANYWHERE));
        }
        if (!dnsName.isEmpty()) {
            return Optional.of(new End.Outside(List.of(new Peer.DnsName(dnsName)), ANYWHERE));
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
        var guarded = namespaces(cluster, target).stream().filter(namespace -> namespace.stance().isPresent()).toList();
        if (!guarded.isEmpty() && isSayable(flow, cluster, source)) {
            guarded.forEach(namespace -> peers(source).forEach(peer -> rule(flow, namespace, Direction.INGRESS, target, source, peer)));
        }
    }

    /** Only where everything out is denied has a rule to let something out. */
    private void egress(Flow flow, ClusterDraft cluster, End source, End target) {
        var peers = peers(target);
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
            if (!isSayable(flow, cluster, target)) {
                return;
            }
            peers.forEach(peer -> rule(flow, namespace, Direction.EGRESS, source, target, peer));
        }
    }

    /** Whether the engine of the cluster can say where it is; if not, that is an open point, because it stays closed. */
    private boolean isSayable(Flow flow, ClusterDraft cluster, End end) {
        if (!(end instanceof End.Outside(var peers, var place)) || !peers.isEmpty()) {
            return true;
        }
        var engine = cluster.networkPolicy == null ? "an undecided network policy engine" : "the network policy engine " + cluster.networkPolicy.value();
        incomplete(flow, engine + " cannot name " + place.name() + " in cluster " + cluster.name()
            + ", so it stays closed; write its address range beside it.");
        return false;
    }

    private void rule(Flow flow, Namespace namespace, Direction direction, End here, End there, Peer peer) {
        var name = direction.name().toLowerCase(Locale.ROOT) + "-" + word(peer) + "-" + mark(flow, here, there, peer);
        plan.add(
            new TrafficRule(namespace.cluster(), namespace.name(), name, direction, labels(here), peer, port(flow, there), protocol(flow), from.consideration(),
                flow.reason()));
    }

    /** Tells policies apart that differ in anything but the two namespaces; the reason is no difference. */
    private static String mark(Flow flow, End here, End there, Peer peer) {
        var outside = switch (there) {
            case End.Outside _ -> switch (peer) {
                case Peer.Addresses(var range, var except) -> "Addresses[range=" + range + "]" + (except.isEmpty() ? "" : except);
                case Peer.DnsName _, Peer.Entities _, Peer.Pods _, Peer.AnyNamespace _ -> peer.toString();
            };
            case End.Namespaces _, End.AnyNamespace _ -> "";
        };
        return StableHash.of(List.of(labels(here), labels(there), outside, port(flow, there), protocol(flow)).toString());
    }

    /** A place has a port of its own, where the flow names none. */
    private static OptionalInt port(Flow flow, End there) {
        return flow.port().isEmpty() && there instanceof End.Outside(var _, var place) && place.port() > 0 ? OptionalInt.of(place.port()) : flow.port();
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
            case Peer.Entities _ -> "entities";
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
            case End.Outside(var peers, var _) -> peers;
        };
    }

    private void incomplete(Flow flow, String why) {
        plan.add(
            from.open(OpenPoint.Kind.INCOMPLETE,
                "Traffic from " + name(flow.fromTeam(), flow.fromNamespace(), flow.fromAddresses() + flow.fromPlace(), flow.fromPods()) + " to "
                    + name(flow.toTeam(), flow.toNamespace(), flow.toAddresses() + flow.toDnsName() + flow.toPlace(), flow.toPods()) + ": " + why));
    }

    private static String name(String team, String namespace, String outside, List<String> labels) {
        return !namespace.isEmpty()
            ? namespace
            : !team.isEmpty() ? team : !outside.isEmpty() ? outside : labels.isEmpty() ? "nowhere" : String.join(", ", labels);
    }
}
