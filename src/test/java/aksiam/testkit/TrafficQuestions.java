package aksiam.testkit;

import aksiam.plan.Namespace;
import aksiam.plan.Namespace.Stance;
import aksiam.plan.Plan;
import aksiam.plan.TrafficRule;
import aksiam.plan.TrafficRule.Direction;
import aksiam.plan.TrafficRule.Peer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Questions about which traffic passes in a cluster, with the answers that stances and rules of the plan imply, worked out apart
 * from the policies that are printed. Traffic to DNS names is none of them: no NetworkPolicy lets it through.
 */
public final class TrafficQuestions {
    private static final String METADATA = "169.254.169.254";

    /** A pod, or without a namespace an address. */
    public record End(String namespace, Map<String, String> labels, String ip) {
        boolean isPod() {
            return !namespace.isEmpty();
        }

        private Map<String, Object> json() {
            return isPod() ? Map.of("namespace", namespace, "labels", labels, "ip", ip) : Map.of("ip", ip);
        }
    }

    /** @param near whether it is a refusal that differs in one thing from what passes */
    public record Question(End from, End to, int port, String protocol, boolean expected, boolean near) {
        /** As ask-network reads it. */
        public Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("from", from.json());
            json.put("to", to.json());
            json.put("port", port);
            json.put("protocol", protocol);
            json.put("expected", expected);
            return json;
        }
    }

    private record Asked(End from, End to, int port, String protocol) {
    }

    private final Map<String, Namespace> namespaces;
    private final Map<String, TreeSet<String>> teams;
    private final Map<String, List<TrafficRule>> rules;

    private TrafficQuestions(Plan plan, String cluster) {
        namespaces = plan.namespaces().stream().filter(namespace -> namespace.cluster().equals(cluster))
            .collect(Collectors.toMap(Namespace::name, namespace -> namespace, (first, _) -> first, LinkedHashMap::new));
        teams = namespaces.values().stream().filter(namespace -> namespace.team().isPresent())
            .collect(Collectors.groupingBy(namespace -> namespace.team().get().name(), TreeMap::new,
                Collectors.mapping(Namespace::name, Collectors.toCollection(TreeSet::new))));
        rules = plan.trafficRules().stream().filter(rule -> rule.cluster().equals(cluster)).collect(Collectors.groupingBy(TrafficRule::namespace));
    }

    /** Questions about one cluster: first beside its rules, then between its namespaces, until there are enough. */
    public static List<Question> of(Plan plan, String cluster, int least) {
        return new TrafficQuestions(plan, cluster).ask(least);
    }

    private List<Question> ask(int least) {
        var asked = new LinkedHashMap<Asked, Boolean>();
        for (var rule : rules.values().stream().flatMap(List::stream).toList()) {
            beside(rule).forEach(question -> asked.computeIfAbsent(question, this::passes));
        }
        var names = Stream.concat(namespaces.keySet().stream(), Stream.of("kube-system")).distinct().toList();
        for (var name : names) {
            Stream.of("", "kube-dns")
                .flatMap(dns -> Stream.of("kube-system", name).distinct().map(to -> pod(to, dns.isEmpty() ? Map.of() : Map.of("k8s-app", dns), "100.64.9.9")))
                .flatMap(to -> Stream.of(53, 80)
                    .flatMap(port -> Stream.of("TCP", "UDP").map(protocol -> new Asked(pod(name, Map.of("app", "x"), "100.64.1.1"), to, port, protocol))))
                .forEach(question -> asked.computeIfAbsent(question, this::passes));
            for (var ip : List.of(METADATA, "169.254.169.253", "203.0.113.10", "10.0.0.4", "169.254.10.10", "169.254.10.11", "169.254.10.12")) {
                for (int port : List.of(53, 80, 443)) {
                    asked.computeIfAbsent(new Asked(pod(name, Map.of("app", "x"), "100.64.1.1"), address(ip), port, "TCP"), this::passes);
                    asked.computeIfAbsent(new Asked(address(ip), pod(name, Map.of("app", "x"), "100.64.1.1"), port, "TCP"), this::passes);
                }
            }
        }
        // between the namespaces of a team, and within each
        for (var team : teams.values()) {
            for (var from : team) {
                for (var to : team) {
                    asked.computeIfAbsent(new Asked(pod(from, Map.of("app", "x"), "100.64.1.1"), pod(to, Map.of("app", "y"), "100.64.1.2"), 8001, "TCP"),
                        this::passes);
                }
            }
        }
        // strangers at the pods that a rule speaks of: refused whatever the default is
        var ruled = rules.values().stream().flatMap(List::stream).filter(rule -> isPrintedForAll(rule)).limit(8).toList();
        for (int port = 7000; !ruled.isEmpty() && port < 7000 + least / 3 / ruled.size(); port++) {
            for (var rule : ruled) {
                asked.computeIfAbsent(asked(rule, pod(rule.namespace(), labels(rule.pods()), "100.64.2.1"),
                    pod(names.getLast(), Map.of("app", "stranger"), "100.64.5.5"), port, "TCP"), this::passes);
            }
        }
        // all pairs, in a fixed order that does not stay with one namespace
        for (int round = 0; round < 12 && asked.size() < least; round++) {
            for (int i = 0; i < names.size() * names.size() && asked.size() < least; i++) {
                var from = names.get(i % names.size());
                var to = names.get((i / names.size() + i) % names.size());
                asked.computeIfAbsent(new Asked(pod(from, Map.of("app", "a" + round % 3), "100.64.1.1"), pod(to, Map.of("app", "b" + round % 2), "100.64.1.2"),
                    8000 + round * 40, round % 4 == 3 ? "UDP" : "TCP"), this::passes);
            }
        }
        for (int port = 1; asked.size() < least; port++) {
            for (var name : names) {
                asked.computeIfAbsent(new Asked(pod(name, Map.of(), "100.64.1.1"), address("203.0.113.10"), port, "TCP"), this::passes);
                asked.computeIfAbsent(new Asked(pod(names.getFirst(), Map.of(), "100.64.1.1"), pod(name, Map.of(), "100.64.1.2"), port, "TCP"), this::passes);
            }
        }
        return asked.entrySet().stream().map(entry -> new Question(entry.getKey().from, entry.getKey().to, entry.getKey().port, entry.getKey().protocol,
            entry.getValue(), !entry.getValue() && isNear(entry.getKey()))).toList();
    }

    /** Whether it would pass inside the namespace of one of the ends, or one of them has a rule that lets something through. */
    private boolean isNear(Asked question) {
        return Stream.of(question.from, question.to).filter(End::isPod)
            .anyMatch(end -> rules.containsKey(end.namespace)
                || passes(new Asked(end, pod(end.namespace, end.labels, "100.64.7.7"), question.port, question.protocol)));
    }

    /** What a rule lets through, and the same with one thing changed. */
    private List<Asked> beside(TrafficRule rule) {
        var questions = new ArrayList<Asked>();
        int port = rule.port().orElse(8080);
        var protocol = rule.protocol().isEmpty() ? "TCP" : rule.protocol();
        var self = pod(rule.namespace(), labels(rule.pods()), "100.64.2.1");
        for (var other : others(rule.peer())) {
            for (var own : Stream.concat(Stream.of(self), almost(self)).toList()) {
                questions.add(asked(rule, own, other, port, protocol));
            }
            questions.add(asked(rule, self, other, port + 1, protocol));
            questions.add(asked(rule, self, other, port, protocol.equals("TCP") ? "UDP" : "TCP"));
            questions.add(asked(rule, other, self, port, protocol));
            namespaces.keySet().stream().filter(name -> !name.equals(rule.namespace())).limit(2)
                .forEach(name -> questions.add(asked(rule, pod(name, self.labels, self.ip), other, port, protocol)));
        }
        return questions;
    }

    private static Asked asked(TrafficRule rule, End self, End other, int port, String protocol) {
        return rule.direction() == Direction.INGRESS ? new Asked(other, self, port, protocol) : new Asked(self, other, port, protocol);
    }

    /** Ends that a peer means, and ends that it almost means. */
    private List<End> others(Peer peer) {
        return switch (peer) {
            case Peer.Pods(var namespace, var labels) -> exists(namespace) ? around(pod(namespace, labels(labels), "100.64.3.1")).toList() : List.of();
            case Peer.AnyNamespace(var labels) ->
                namespaces.keySet().stream().limit(3).flatMap(name -> around(pod(name, labels(labels), "100.64.3.1"))).toList();
            case Peer.Addresses(var range, var _) -> range.contains(":")
                ? List.of()
                : Stream.of(first(range), first(range) - 1, first(range) + size(range) - 1, first(range) + size(range)).filter(ip -> ip > 0 && ip < 1L << 32)
                    .map(ip -> address(text(ip))).toList();
            case Peer.DnsName _, Peer.Entities _ -> List.of(address("203.0.113.77"));
        };
    }

    private boolean exists(String namespace) {
        return namespaces.containsKey(namespace) || namespace.equals("kube-system");
    }

    private Stream<End> around(End end) {
        return Stream.concat(Stream.of(end), Stream.concat(almost(end),
            namespaces.keySet().stream().filter(name -> !name.equals(end.namespace)).limit(1).map(name -> pod(name, end.labels, end.ip))));
    }

    /** Pods whose labels almost match. */
    private static Stream<End> almost(End end) {
        return end.labels.keySet().stream().limit(1).flatMap(key -> {
            var changed = new LinkedHashMap<>(end.labels);
            changed.put(key, end.labels.get(key) + "x");
            var without = new LinkedHashMap<>(end.labels);
            without.remove(key);
            return Stream.of(pod(end.namespace, changed, end.ip), pod(end.namespace, without, end.ip));
        });
    }

    private boolean passes(Asked question) {
        return leaves(question) && enters(question);
    }

    private boolean leaves(Asked question) {
        if (!question.from.isPod()) {
            return true;
        }
        var stance = stance(question.from);
        var own = selecting(question.from, Direction.EGRESS);
        boolean byRule = own.stream()
            .anyMatch(rule -> matches(rule, question.to, question) && !(rule.peer() instanceof Peer.Addresses && question.to.ip.equals(METADATA)));
        return byRule || switch (stance) {
            case "DENY_ALL" -> isDns(question);
            case "DENY_BOTH" -> isDns(question) || isSameTeam(question);
            case "DENY_INGRESS" -> !question.to.ip.equals(METADATA);
            default -> own.isEmpty();
        };
    }

    private boolean enters(Asked question) {
        if (!question.to.isPod()) {
            return true;
        }
        var own = selecting(question.to, Direction.INGRESS);
        return own.stream().anyMatch(rule -> matches(rule, question.from, question))
            || switch (stance(question.to)) {
                case "DENY_ALL" -> false;
                case "DENY_BOTH", "DENY_INGRESS" -> isSameTeam(question);
                default -> own.isEmpty();
            };
    }

    private String stance(End pod) {
        return java.util.Optional.ofNullable(namespaces.get(pod.namespace)).flatMap(Namespace::stance).map(decided -> decided.value()).map(Stance::name)
            .orElse("");
    }

    private List<TrafficRule> selecting(End pod, Direction direction) {
        return rules.getOrDefault(pod.namespace, List.of()).stream()
            .filter(rule -> rule.direction() == direction && isPrintedForAll(rule) && carries(pod, rule.pods())).toList();
    }

    private static boolean matches(TrafficRule rule, End other, Asked question) {
        boolean port = (rule.port().isEmpty() || rule.port().getAsInt() == question.port)
            && (question.protocol.equals(rule.protocol()) || rule.protocol().isEmpty() && (rule.port().isEmpty() || question.protocol.equals("TCP")));
        return port && switch (rule.peer()) {
            case Peer.Pods(var namespace, var labels) -> other.isPod() && other.namespace.equals(namespace) && carries(other, labels);
            case Peer.AnyNamespace(var labels) -> other.isPod() && carries(other, labels);
            case Peer.Addresses(var range, var except) -> isIn(range, other.ip) && except.stream().noneMatch(part -> isIn(part, other.ip));
            case Peer.DnsName _, Peer.Entities _ -> false;
        };
    }

    private static boolean isIn(String range, String ip) {
        return !range.contains(":") && number(ip) >= first(range) && number(ip) < first(range) + size(range);
    }

    /** Whether NetworkPolicy can say it. */
    private static boolean isPrintedForAll(TrafficRule rule) {
        return !(rule.peer() instanceof Peer.DnsName || rule.peer() instanceof Peer.Entities);
    }

    private static boolean isDns(Asked question) {
        boolean node = List.of("169.254.10.10", "169.254.10.11").contains(question.to.ip) && !question.to.isPod();
        return node && question.port == 53 && Set.of("TCP", "UDP").contains(question.protocol)
            || question.to.namespace.equals("kube-system") && "kube-dns".equals(question.to.labels.get("k8s-app")) && question.port == 53
                && Set.of("TCP", "UDP").contains(question.protocol);
    }

    private boolean isSameTeam(Asked question) {
        return question.from.isPod() && question.to.isPod()
            && (question.from.namespace.equals(question.to.namespace)
                || teams.values().stream().anyMatch(team -> team.contains(question.from.namespace) && team.contains(question.to.namespace)));
    }

    private static boolean carries(End pod, List<String> labels) {
        return labels(labels).entrySet().stream().allMatch(label -> label.getValue().equals(pod.labels.get(label.getKey())));
    }

    private static Map<String, String> labels(List<String> typed) {
        return typed.stream().map(label -> label.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (_, last) -> last, LinkedHashMap::new));
    }

    private static End pod(String namespace, Map<String, String> labels, String ip) {
        return new End(namespace, labels, ip);
    }

    private static End address(String ip) {
        return new End("", Map.of(), ip);
    }

    private static long number(String ip) {
        return Stream.of(ip.split("\\.")).mapToLong(Long::parseLong).reduce(0, (sum, part) -> sum << 8 | part);
    }

    private static String text(long ip) {
        return IntStream.of(24, 16, 8, 0).mapToObj(shift -> Long.toString(ip >> shift & 255)).collect(Collectors.joining("."));
    }

    private static long first(String range) {
        return number(range.substring(0, range.indexOf('/'))) / size(range) * size(range);
    }

    private static long size(String range) {
        return 1L << 32 - Integer.parseInt(range.substring(range.indexOf('/') + 1));
    }
}
