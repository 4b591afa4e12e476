package aksiam.generate.kubernetes;

import aksiam.generate.Placement;
import aksiam.generate.kubernetes.ChecksOutput.Row;
import aksiam.model.Format;
import aksiam.plan.Namespace;
import aksiam.plan.Namespace.Stance;
import aksiam.plan.TrafficRule;
import aksiam.plan.TrafficRule.Direction;
import aksiam.plan.TrafficRule.Peer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions about traffic between pods: each flow, and beside it another port, other labels, a stranger's namespace, instance metadata. */
final class TrafficChecks {
    static final List<String> COLUMNS = List.of("expected", "from namespaces", "from labels", "to", "to labels", "port", "protocol", "consideration");
    /** What separates one namespace from the next. */
    static final String SEPARATOR = ",";
    private static final String METADATA = "169.254.169.254";
    private static final String DNS = "kube-dns.kube-system.svc.cluster.local";
    /** Whoever answers DNS for the pod, which is the node where LocalDNS is on: the script looks into the pod. */
    private static final String RESOLVER = "resolv.conf";
    private static final int NOBODYS_PORT = 18_080;

    private final ClusterManifests cluster;
    private final Map<Question, Map<String, Set<String>>> asked = new LinkedHashMap<>();

    /** What is the same for all namespaces at both ends. */
    private record Question(String expected, String fromLabels, String toLabels, String port, String protocol, String consideration) {
        Row row(Collection<String> from, Collection<String> to) {
            return new Row(List.of(expected, String.join(SEPARATOR, from), fromLabels, String.join(SEPARATOR, to), toLabels, port, protocol), consideration);
        }
    }

    private TrafficChecks(ClusterManifests cluster) {
        this.cluster = cluster;
    }

    static List<Row> of(ClusterManifests cluster) {
        var checks = new TrafficChecks(cluster);
        cluster.namespaces.values().forEach(namespace -> namespace.rules.stream().filter(TrafficChecks::isAskable).forEach(checks::ask));
        cluster.namespaces.values().forEach(checks::askDefault);
        return checks.rows();
    }

    /** One row for the namespaces that ask the same of the same ones. */
    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        asked.forEach((question, ends) -> {
            var alike = new LinkedHashMap<Set<String>, List<String>>();
            ends.forEach((from, to) -> alike.computeIfAbsent(to, _ -> new ArrayList<>()).add(from));
            alike.forEach((to, from) -> rows.add(question.row(from, to)));
        });
        return rows;
    }

    private void askDefault(NamespaceManifests namespace) {
        namespace.fact.flatMap(Namespace::stance).filter(stance -> stance.value() != Stance.ALLOW).ifPresent(stance -> {
            var from = stance.consideration();
            add("block", namespace.name, List.of(), METADATA, List.of(), 80, "TCP", from);
            if (stance.value().deniesEgress()) {
                add("pass", namespace.name, List.of(), DNS, List.of(), 53, "TCP", from);
            }
            add("pass", namespace.name, List.of(), RESOLVER, List.of(), 53, "TCP", from);
            pods(namespace.name, List.of(), namespace.name, List.of(), NOBODYS_PORT, "TCP", from);
            stranger(namespace).ifPresent(other -> pods(other, List.of(), namespace.name, List.of(), NOBODYS_PORT, "TCP", from));
        });
    }

    /** The next namespace that policies of ours know and that does not belong to the same team. */
    private Optional<String> stranger(NamespaceManifests namespace) {
        var together = namespace.fact.map(cluster::together).orElse(List.of());
        return cluster.namespaces.keySet().stream().filter(name -> !name.equals(namespace.name) && !together.contains(name)).findFirst();
    }

    private static boolean isAskable(TrafficRule rule) {
        return rule.peer() instanceof Peer.Pods(var _, var labels) && labels.stream().allMatch(Format.LABEL::fits)
            && rule.pods().stream().allMatch(Format.LABEL::fits);
    }

    private void ask(TrafficRule rule) {
        if (!(rule.peer() instanceof Peer.Pods(var namespace, var labels)) || !cluster.namespaces.containsKey(namespace)) {
            return;
        }
        boolean in = rule.direction() == Direction.INGRESS;
        var from = in ? namespace : rule.namespace();
        var to = in ? rule.namespace() : namespace;
        var fromLabels = in ? labels : rule.pods();
        var toLabels = in ? rule.pods() : labels;
        int port = rule.port().orElse(NOBODYS_PORT);
        var protocol = rule.protocol().isEmpty() ? "TCP" : rule.protocol();
        pods(from, fromLabels, to, toLabels, port, protocol, rule.consideration());
        pods(from, fromLabels, to, toLabels, port == 65_535 ? 65_534 : port + 1, protocol, rule.consideration());
        if (!fromLabels.isEmpty()) {
            pods(from, List.of(), to, toLabels, port, protocol, rule.consideration());
        }
        if (!toLabels.isEmpty()) {
            pods(from, fromLabels, to, List.of(), port, protocol, rule.consideration());
        }
    }

    private void pods(String from, List<String> fromLabels, String to, List<String> toLabels, int port, String protocol, String consideration) {
        boolean passes = lets(Direction.EGRESS, from, fromLabels, to, toLabels, port, protocol)
            && lets(Direction.INGRESS, to, toLabels, from, fromLabels, port, protocol);
        add(passes ? "pass" : "block", from, fromLabels, to, toLabels, port, protocol, consideration);
    }

    /** Whether the policies of one end let it through. */
    private boolean lets(Direction direction, String here, List<String> labels, String there, List<String> otherLabels, int port, String protocol) {
        var manifests = cluster.namespaces.get(here);
        var stance = manifests.fact.flatMap(Namespace::stance).map(decided -> decided.value()).orElse(Stance.ALLOW);
        if (stance == Stance.DENY_INGRESS && direction == Direction.EGRESS) {
            return true;
        }
        boolean closed = stance != Stance.ALLOW;
        if (closed && stance.trustsTeam() && manifests.fact.filter(fact -> cluster.together(fact).contains(there)).isPresent()) {
            return true;
        }
        for (var rule : manifests.rules) {
            if (rule.direction() == direction && !(rule.peer() instanceof Peer.DnsName) && has(labels, rule.pods())) {
                closed = true;
                if (opens(rule, port, protocol) && isPeer(rule, there, otherLabels)) {
                    return true;
                }
            }
        }
        return !closed;
    }

    private static boolean opens(TrafficRule rule, int port, String protocol) {
        var ports = Policy.ports(rule);
        return ports.isEmpty() || ports.stream()
            .anyMatch(open -> open.protocol().equals(protocol) && (open.number().isEmpty() || open.number().equals(Integer.toString(port))));
    }

    private static boolean isPeer(TrafficRule rule, String namespace, List<String> labels) {
        return switch (rule.peer()) {
            case Peer.Pods(var name, var wanted) -> name.equals(namespace) && has(labels, wanted);
            case Peer.AnyNamespace(var wanted) -> has(labels, wanted);
            case Peer.Addresses _, Peer.DnsName _, Peer.Entities _ -> false;
        };
    }

    private static boolean has(List<String> labels, List<String> wanted) {
        return wanted.isEmpty() || wanted.equals(labels) || Placement.labels(labels).entrySet().containsAll(Placement.labels(wanted).entrySet());
    }

    private void add(String expected, String from, List<String> fromLabels, String to, List<String> toLabels, int port, String protocol, String consideration) {
        asked
            .computeIfAbsent(new Question(expected, String.join(",", fromLabels), String.join(",", toLabels), Integer.toString(port), protocol, consideration),
                _ -> new LinkedHashMap<>())
            .computeIfAbsent(from, _ -> new LinkedHashSet<>()).add(to);
    }
}
