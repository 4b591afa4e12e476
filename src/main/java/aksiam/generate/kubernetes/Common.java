package aksiam.generate.kubernetes;

import aksiam.plan.Namespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Policies and quota of a namespace without its name: namespaces of a team that have the same are printed once, and kustomize puts each name in.
 *
 * @param node what Cilium lets through to the node, which is mostly the same in all namespaces of a cluster
 */
record Common(String team, List<Policy> policies, List<CiliumPolicy> node, List<CiliumPolicy> cilium, List<Budget> budgets) {
    private static final String ANY = "";

    static Common of(ClusterManifests cluster, NamespaceManifests namespace) {
        boolean ipv6 = cluster.cluster.settings().networkPolicy().filter(engine -> engine.value().equals("azure")).isEmpty();
        var policies = Stream.concat(namespace.fact.stream().flatMap(fact -> Policy.defaults(fact, cluster.together(fact), ipv6).stream()),
            Policy.of(namespace.rules).stream());
        var node = namespace.fact.filter(_ -> cluster.cluster.hasCilium()).stream().flatMap(fact -> CiliumPolicy.defaults(fact).stream());
        var cilium = CiliumPolicy.of(namespace.rules).stream();
        return new Common(namespace.fact.flatMap(Namespace::team).map(team -> team.name()).orElse(namespace.name),
            policies.map(policy -> policy.in(ANY)).toList(), node.map(policy -> policy.in(ANY)).toList(),
            cilium.map(policy -> policy.in(ANY)).toList(), namespace.fact.flatMap(Budget::of).stream().map(budget -> budget.in(ANY)).toList());
    }

    boolean isEmpty() {
        return policies.isEmpty() && node.isEmpty() && cilium.isEmpty() && budgets.isEmpty();
    }

    /** With the name of the one namespace that has it. */
    Common in(String namespace) {
        return new Common(team, policies.stream().map(policy -> policy.in(namespace)).toList(), node.stream().map(policy -> policy.in(namespace)).toList(),
            cilium.stream().map(policy -> policy.in(namespace)).toList(), budgets.stream().map(budget -> budget.in(namespace)).toList());
    }

    Common withoutNode() {
        return new Common(team, policies, List.of(), cilium, budgets);
    }

    /** The folders of what namespaces of several teams let through to the node. No namespace can be called that. */
    static Map<List<CiliumPolicy>, String> node(Map<Common, List<String>> all) {
        var folders = new LinkedHashMap<List<CiliumPolicy>, String>();
        all.forEach((common, namespaces) -> {
            if (namespaces.size() > 1 && !common.node.isEmpty()) {
                folders.putIfAbsent(common.node, "with_node" + (folders.isEmpty() ? "" : "-" + (folders.size() + 1)));
            }
        });
        return folders;
    }

    /** The names of the namespaces that have each. */
    static Map<Common, List<String>> ofAll(ClusterManifests cluster) {
        var all = new LinkedHashMap<Common, List<String>>();
        cluster.namespaces.values().forEach(namespace -> {
            var common = of(cluster, namespace);
            if (!common.isEmpty()) {
                all.computeIfAbsent(common, _ -> new ArrayList<>()).add(namespace.name);
            }
        });
        return all;
    }
}
