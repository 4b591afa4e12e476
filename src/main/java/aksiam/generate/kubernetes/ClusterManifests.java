package aksiam.generate.kubernetes;

import aksiam.generate.AzureOutputs;
import aksiam.model.rows.Pool;
import aksiam.plan.IdentityBinding;
import aksiam.plan.KubernetesBinding;
import aksiam.plan.Namespace;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The part of a plan that one cluster holds, put together in one walk over the plan. */
final class ClusterManifests {
    final PlannedCluster cluster;
    final Map<String, NamespaceManifests> namespaces = new TreeMap<>();
    final List<KubernetesBinding> bindings = new ArrayList<>();
    final List<IdentityBinding> identityBindings = new ArrayList<>();
    final List<AzureOutputs.Value> values;
    private final Map<String, Pool> pools;
    private final Map<String, List<String>> namespacesOfTeam = new HashMap<>();
    private final Set<Subject> bound = new HashSet<>();

    private ClusterManifests(PlannedCluster cluster, List<AzureOutputs.Value> values) {
        this.cluster = cluster;
        this.values = values;
        this.pools = cluster.pools().stream().collect(Collectors.toMap(Pool::name, Function.identity(), (first, _) -> first));
    }

    /** The clusters of a plan in its order. Facts about a cluster that is not there are left out. */
    static List<ClusterManifests> of(Plan plan) {
        var values = AzureOutputs.of(plan);
        var clusters = new LinkedHashMap<String, ClusterManifests>();
        plan.clusters().forEach(cluster -> clusters.put(cluster.name(), new ClusterManifests(cluster, values.getOrDefault(cluster.name(), List.of()))));
        Function<String, Optional<ClusterManifests>> in = name -> Optional.ofNullable(clusters.get(name));
        plan.namespaces().forEach(fact -> in.apply(fact.cluster()).ifPresent(cluster -> cluster.add(fact)));
        plan.kubernetesBindings().stream().filter(binding -> plan.canBind(binding.subject())).forEach(binding -> in.apply(binding.cluster())
            .ifPresent(cluster -> cluster.add(binding)));
        plan.identityBindings().forEach(binding -> in.apply(binding.cluster()).ifPresent(cluster -> cluster.identityBindings.add(binding)));
        plan.trafficRules().forEach(rule -> in.apply(rule.cluster()).ifPresent(cluster -> cluster.namespace(rule.namespace()).rules.add(rule)));
        plan.serviceAccounts()
            .forEach(account -> in.apply(account.cluster()).ifPresent(cluster -> cluster.namespace(account.namespace()).accounts.add(account)));
        plan.workloads()
            .forEach(workload -> in.apply(workload.cluster()).ifPresent(cluster -> cluster.namespace(workload.namespace()).workloads.add(workload)));
        return List.copyOf(clusters.values());
    }

    private void add(Namespace fact) {
        namespace(fact.name()).fact = Optional.of(fact);
        fact.team().ifPresent(team -> namespacesOfTeam.computeIfAbsent(team.name(), _ -> new ArrayList<>()).add(fact.name()));
    }

    private void add(KubernetesBinding binding) {
        binding.namespace().map(name -> namespace(name).bindings).orElse(bindings).add(binding);
        bound.add(binding.subject());
    }

    /** Whether a service account has rights in the cluster. */
    boolean isBound(String namespace, String account) {
        return bound.contains(new Subject.Account(namespace, account));
    }

    /** The namespaces that belong together in this cluster: those of the team, or the one alone. */
    List<String> together(Namespace fact) {
        return fact.team().map(team -> namespacesOfTeam.get(team.name())).orElse(List.of(fact.name()));
    }

    Optional<Pool> pool(String name) {
        return Optional.ofNullable(pools.get(name));
    }

    private NamespaceManifests namespace(String name) {
        return namespaces.computeIfAbsent(name, NamespaceManifests::new);
    }
}
