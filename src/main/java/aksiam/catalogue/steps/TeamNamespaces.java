package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.domain.PlatformNamespaces;
import aksiam.model.Design;
import aksiam.model.rows.GivenNamespace;
import aksiam.model.rows.Pool;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Team;
import aksiam.plan.ClusterDraft;
import aksiam.plan.Decided;
import aksiam.plan.Namespace;
import aksiam.plan.Namespace.Limits;
import aksiam.plan.Namespace.Maker;
import aksiam.plan.Namespace.Quota;
import aksiam.plan.Namespace.Stance;
import aksiam.plan.OpenPoint;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The namespaces of the teams, with what each may use and how far it is closed. */
final class TeamNamespaces {
    private static final Set<String> POD_SECURITY = Set.of("restricted", "baseline", "privileged");
    private final Contribution from;
    private final PlanBuilder plan;
    private final Design design;
    private final boolean managed;
    private final Optional<Stance> stance;
    private final Map<String, Set<String>> given;
    private final Map<String, Map<String, Pool>> pools;

    private TeamNamespaces(Contribution from, PlanBuilder plan) {
        this.from = from;
        this.plan = plan;
        this.design = from.design();
        this.managed = design.choice("namespace-kind").equals("managed");
        this.stance = switch (design.choice("default-traffic")) {
            case "deny-all" -> Optional.of(Stance.DENY_ALL);
            case "deny-both" -> Optional.of(Stance.DENY_BOTH);
            case "deny-ingress" -> Optional.of(Stance.DENY_INGRESS);
            case "allow" -> Optional.of(Stance.ALLOW);
            default -> Optional.empty();
        };
        this.given = byCluster(cluster -> cluster.row().givenNamespaces().stream().map(GivenNamespace::name).collect(Collectors.toSet()));
        this.pools = byCluster(cluster -> cluster.row().pools().stream().collect(Collectors.toMap(Pool::name, pool -> pool, (first, _) -> first)));
    }

    /** Effect of the teams. */
    static void contribute(Contribution from, PlanBuilder plan) {
        var teams = from.design().rows("teams", Tables.TEAMS);
        var effect = new TeamNamespaces(from, plan);
        teams.forEach(effect::add);
        effect.checkBoundaries(teams);
    }

    private <T> Map<String, T> byCluster(Function<ClusterDraft, T> part) {
        return plan.clusters().stream().collect(Collectors.toMap(ClusterDraft::name, part));
    }

    private void add(Team team) {
        if (team.clusters().isEmpty() || team.namespaces().isEmpty()) {
            incomplete("Team " + team.name() + " names no " + (team.clusters().isEmpty() ? "cluster" : "namespace") + ": nothing is made for it.");
        }
        if (team.boundary().contains("node-pool") && team.pool().isEmpty()) {
            Effects.lacking(plan, from, "The node pool is a boundary of team " + team.name() + ", but it names none.");
        }
        var limits = limits(team);
        var quota = quota(team);
        for (var name : team.clusters()) {
            var cluster = plan.cluster(name);
            if (cluster.isEmpty()) {
                incomplete("Team " + team.name() + " names cluster " + name + ", which is not in the design.");
                continue;
            }
            var pool = pool(team, cluster.get());
            pool.ifPresent(own -> checkPool(team, cluster.get(), own.value()));
            team.namespaces().forEach(namespace -> add(team, cluster.get(), namespace, quota, limits, pool));
        }
    }

    private void add(Team team, ClusterDraft cluster, String name, Optional<Quota> quota, Optional<Limits> limits, Optional<Decided<String>> pool) {
        var platform = PlatformNamespaces.find(name);
        if (platform.isPresent()) {
            incomplete("Namespace " + name + " belongs to the platform (" + platform.get().of() + "): nothing is made in it for team " + team.name() + ".");
            return;
        }
        var owner = plan.namespace(cluster.name(), name).flatMap(Namespace::team);
        if (owner.isPresent()) {
            incomplete("Namespace " + name + " of cluster " + cluster.name() + " belongs to " + owner.get().name() + " and to " + team.name()
                + ": it stays with the first.");
            return;
        }
        var maker = given.get(cluster.name()).contains(name) ? Maker.GIVEN : managed ? Maker.AKS : Maker.MANIFEST;
        var level = podSecurity(team);
        plan.put(
            new Namespace(cluster.name(), name, maker, Optional.of(team), level, quota, limits, stance(team), pool, team.costCode(), from.consideration()));
        if (maker == Maker.GIVEN) {
            askMaker(cluster, name, level, pool);
        }
    }

    /** Manifests that set labels of a namespace would make it theirs; so whoever makes it is asked. */
    private void askMaker(ClusterDraft cluster, String name, Optional<Decided<String>> level, Optional<Decided<String>> pool) {
        var wanted = new ArrayList<String>();
        level.ifPresent(decided -> wanted.add("the labels pod-security.kubernetes.io/enforce, audit and warn with the value " + decided.value()));
        pool.ifPresent(decided -> wanted.add(
            "the annotations scheduler.alpha.kubernetes.io/node-selector and defaultTolerations that keep its pods on node pool " + decided.value()));
        if (!wanted.isEmpty()) {
            plan.add(new Task(Task.Area.CLUSTER, "Labels of namespace " + name + " in cluster " + cluster.name(),
                "Azure or others make this namespace, so the manifests do not change it. Ask them for " + String.join(", and for ", wanted) + ".", "", "",
                from.consideration()));
        }
    }

    /**
     * The level of a team. Privileged is what Kubernetes enforces without a label; said by a team alone, while the level is undecided, it is not printed, because
     * it would lower the level of a living namespace.
     */
    private Optional<Decided<String>> podSecurity(Team team) {
        if (team.podSecurity().equals("privileged") && !design.isAnswered("pod-security")) {
            return Optional.empty();
        }
        if (!team.podSecurity().isEmpty()) {
            return Optional.of(from.decided(team.podSecurity())).filter(level -> POD_SECURITY.contains(level.value()));
        }
        return Optional.of(new Decided<>(design.choice("pod-security"), "pod-security")).filter(level -> POD_SECURITY.contains(level.value()));
    }

    private List<String> boundary(Team team) {
        return team.boundary().isEmpty() ? design.choices("boundary") : team.boundary();
    }

    /** Policies are a boundary that has to be chosen; the default alone does not print any. */
    private Optional<Decided<Stance>> stance(Team team) {
        return boundary(team).contains("network-policy") ? stance.map(known -> new Decided<>(known, "default-traffic")) : Optional.empty();
    }

    /**
     * The pool of the team in a cluster that has it. Before production a team may do without; a pool that production lacks, or no
     * cluster has, is a mistake.
     */
    private Optional<Decided<String>> pool(Team team, ClusterDraft cluster) {
        if (team.pool().isEmpty() || has(cluster, team.pool())) {
            return Optional.of(from.decided(team.pool())).filter(pool -> !pool.value().isEmpty());
        }
        if (cluster.production() || team.clusters().stream().flatMap(name -> plan.cluster(name).stream()).noneMatch(other -> has(other, team.pool()))) {
            incomplete("Team " + team.name() + " names pool " + team.pool() + ", which cluster " + cluster.name() + " does not have.");
        }
        return Optional.empty();
    }

    /** Of a cluster that lists no pools nothing is known. */
    private boolean has(ClusterDraft cluster, String pool) {
        var known = pools.get(cluster.name());
        return known.isEmpty() || known.containsKey(pool);
    }

    /** The selector keeps the pods of the team in, only a taint keeps others out. */
    private void checkPool(Team team, ClusterDraft cluster, String name) {
        var known = pools.get(cluster.name());
        if (known.isEmpty()) {
            incomplete("Cluster " + cluster.name() + " lists no node pools, so nothing keeps the pods of team " + team.name() + " on pool " + name + ".");
        } else if (boundary(team).contains("node-pool") && known.get(name).taints().isEmpty()) {
            plan.add(from.open(OpenPoint.Kind.OPEN_BOUNDARY,
                "Node pool " + name + " of cluster " + cluster.name() + " has no taint, so pods of other teams may run beside those of " + team.name()
                    + "."));
        }
    }

    private Optional<Limits> limits(Team team) {
        return team.requestCpu().isEmpty() && team.requestMemory().isEmpty() && team.limitCpu().isEmpty() && team.limitMemory().isEmpty()
            ? Optional.empty()
            : Optional.of(new Limits(team.requestCpu(), team.requestMemory(), team.limitCpu(), team.limitMemory(), from.consideration()));
    }

    /**
     * The quota as answered. With a quota of CPU or memory, pods that name no size are refused: so these parts wait until there are defaults, or the team says
     * that it sets sizes itself. Counts never wait.
     */
    private Optional<Quota> quota(Team team) {
        var waiting = WaitingQuotas.of(team);
        waiting.forEach(part -> incomplete(part.text()));
        UnaryOperator<String> ready = column -> waiting.stream().anyMatch(part -> part.column().equals(column)) ? "" : WaitingQuotas.size(team, column);
        var quota = new Quota(ready.apply("quotaCpu"), ready.apply("quotaMemory"), ready.apply("quotaLimitCpu"), ready.apply("quotaLimitMemory"),
            team.quotaPods().orElse(0), team.ownSizes(), from.consideration());
        return Optional.of(quota)
            .filter(some -> some.pods() > 0 || Stream.of(some.cpu(), some.memory(), some.limitCpu(), some.limitMemory()).anyMatch(size -> !size.isEmpty()));
    }

    /**
     * Holds boundaries against the rows. A boundary of the whole design says what is used, not by whom: somebody has a pool, some
     * clusters are apart. One of a team says that it has the pool, or the cluster, for itself.
     */
    private void checkBoundaries(List<Team> teams) {
        if (design.choices("boundary").contains("node-pool") && !teams.isEmpty() && teams.stream().allMatch(team -> team.pool().isEmpty())) {
            Effects.lacking(plan, from, "The node pool is a boundary, but no team names one.");
        }
        var byCluster = teams.stream().flatMap(team -> team.clusters().stream().distinct().map(cluster -> Map.entry(cluster, team)))
            .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        byCluster.forEach(
            (cluster, sharing) -> sharing.stream().filter(team -> sharing.size() > 1 && team.boundary().contains("cluster"))
                .forEach(team -> Effects.lacking(plan, from,
                    "The cluster is a boundary of team " + team.name() + ", but " + cluster + " holds " + sharing.size() + " teams.")));
    }

    private void incomplete(String text) {
        plan.add(from.open(OpenPoint.Kind.INCOMPLETE, text));
    }
}
