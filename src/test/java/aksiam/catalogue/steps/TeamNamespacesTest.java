package aksiam.catalogue.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Row;
import aksiam.plan.Decided;
import aksiam.plan.Namespace;
import aksiam.plan.Namespace.Maker;
import aksiam.plan.Namespace.Stance;
import aksiam.plan.Plan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TeamNamespacesTest {
    private static Namespace namespace(Plan plan, String cluster, String name) {
        return plan.namespaces().stream().filter(namespace -> namespace.cluster().equals(cluster) && namespace.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void everyNamespaceOfATeamIsInEachOfItsClusters() {
        assertEquals(List.of("dev-weu/payments", "dev-weu/payments-batch", "prd-weu/orders", "prd-weu/payments", "prd-weu/payments-batch"),
            Drafts.start().withTeams().plan().namespaces().stream().map(namespace -> namespace.cluster() + "/" + namespace.name()).toList());
    }

    @Test
    void undecidedPrintsNothingDangerous() {
        var bare = namespace(Drafts.start().withTeams().plan(), "prd-weu", "orders");
        assertEquals(Maker.MANIFEST, bare.maker());
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            List.of(bare.podSecurity(), bare.quota(), bare.limits(), bare.stance(), bare.pool()));
    }

    @Test
    void aTeamsOwnPodSecurityAndBoundaryGoBeforeTheDesigns() {
        var plan = Drafts.start().choose("pod-security", "restricted").chooseAll("boundary", "namespace").choose("default-traffic", "deny-both")
            .rows("teams", Drafts.team("a", List.of(), List.of("prd-weu"), List.of("a")),
                Drafts.team("b", List.of(), List.of("prd-weu"), List.of("b"), "podSecurity", "baseline", "boundary", List.of("network-policy")))
            .plan();
        assertEquals(Optional.of(new Decided<>("restricted", "pod-security")), namespace(plan, "prd-weu", "a").podSecurity());
        assertEquals(Optional.of(new Decided<>("baseline", "teams")), namespace(plan, "prd-weu", "b").podSecurity());
        assertEquals(Optional.empty(), namespace(plan, "prd-weu", "a").stance());
        assertEquals(Optional.of(new Decided<>(Stance.DENY_BOTH, "default-traffic")), namespace(plan, "prd-weu", "b").stance());
    }

    @Test
    void aQuotaIsPrintedAsAnsweredAndWaitsOnlyForTheDefaultsOfItsSizes() {
        var team = Drafts.team("a", List.of(), List.of("prd-weu"), List.of("a"), "quotaCpu", "8", "quotaMemory", "16Gi", "quotaPods", 20);
        var without = Drafts.start().rows("teams", team).plan();
        assertEquals(Optional.of(new Namespace.Quota("", "", "", "", 20, false, "teams")), namespace(without, "prd-weu", "a").quota(), "pods are counted");
        assertTrue(Drafts.open(without).stream().anyMatch(text -> text.startsWith("INCOMPLETE \"Memory\" 16Gi of team a waits")),
            Drafts.open(without).toString());
        var half = Drafts.start().rows("teams", team.with("requestCpu", "100m")).plan();
        assertEquals(Optional.of(new Namespace.Quota("8", "", "", "", 20, false, "teams")), namespace(half, "prd-weu", "a").quota());
        var whole = Drafts.start().rows("teams", team.with("requestCpu", "100m").with("limitMemory", "256Mi")).plan();
        assertEquals(Optional.of(new Namespace.Quota("8", "16Gi", "", "", 20, false, "teams")), namespace(whole, "prd-weu", "a").quota());
        assertEquals(Optional.of(new Namespace.Limits("100m", "", "", "256Mi", "teams")), namespace(whole, "prd-weu", "a").limits());
        assertTrue(Drafts.open(whole).isEmpty());
        var limited = Drafts.start().rows("teams", team.with("requestCpu", "100m").with("limitMemory", "512Mi").with("quotaLimitCpu", "12")).plan();
        assertEquals(Optional.of(new Namespace.Quota("8", "16Gi", "", "", 20, false, "teams")), namespace(limited, "prd-weu", "a").quota(),
            "a container without a CPU limit would be refused");
        var own = Drafts.start().rows("teams", team.with("quotaLimitCpu", "12").with("ownSizes", true)).plan();
        assertEquals(Optional.of(new Namespace.Quota("8", "16Gi", "12", "", 20, true, "teams")), namespace(own, "prd-weu", "a").quota());
        assertTrue(Drafts.open(own).isEmpty());
    }

    @Test
    void privilegedIsNotPrintedWhileTheLevelIsUndecided() {
        var rows = Drafts.team("a", List.of(), List.of("prd-weu"), List.of("a"), "podSecurity", "privileged");
        assertEquals(Optional.empty(), namespace(Drafts.start().rows("teams", rows).plan(), "prd-weu", "a").podSecurity());
        assertEquals(Optional.of(new Decided<>("privileged", "teams")),
            namespace(Drafts.start().choose("pod-security", "baseline").rows("teams", rows).plan(), "prd-weu", "a").podSecurity());
    }

    @Test
    void nothingIsMadeInANamespaceOfThePlatform() {
        var plan = Drafts.start()
            .rows("teams", Drafts.team("a", List.of(), List.of("prd-weu"), List.of("kube-system", "app-routing-system", "a"), "quotaPods", 20)).plan();
        assertEquals(List.of("a"), plan.namespaces().stream().map(Namespace::name).toList());
        assertTrue(Drafts.open(plan).stream().anyMatch(text -> text.contains("app-routing-system belongs to the platform (application routing add-on)")));
    }

    @Test
    void whatOthersMadeIsNeverMadeAgain() {
        var cluster = Drafts.cluster("prd-weu", "production").with("givenNamespaces",
            List.of(Row.of("name", "flux-system", "maker", "azure"), Row.of("name", "a", "maker", "other")));
        var plan = Drafts.start().rows("clusters", cluster).choose("namespace-kind", "managed").choose("authorization", "azure-rbac")
            .rows("teams", Drafts.team("a", List.of(), List.of("prd-weu"), List.of("a", "b"))).plan();
        assertEquals(Maker.GIVEN, namespace(plan, "prd-weu", "a").maker());
        assertEquals("a", namespace(plan, "prd-weu", "a").team().orElseThrow().name());
        assertEquals(Maker.AKS, namespace(plan, "prd-weu", "b").maker());
        assertEquals(Maker.GIVEN, namespace(plan, "prd-weu", "flux-system").maker());
        assertEquals(Optional.empty(), namespace(plan, "prd-weu", "flux-system").team());
    }

    @Test
    void theDedicatedPoolHasToBeInTheCluster() {
        var own = Drafts.start().chooseAll("boundary", "node-pool")
            .rows("teams", Drafts.team("a", List.of(), List.of("prd-weu"), List.of("a"), "pool", "payments")).plan();
        assertEquals(Optional.of(new Decided<>("payments", "teams")), namespace(own, "prd-weu", "a").pool());
        var other = Drafts.start().rows("teams", Drafts.team("a", List.of(), List.of("prd-weu"), List.of("a"), "pool", "gpu"),
            Drafts.team("b", List.of(), List.of("prd-weu"), List.of("b"), "boundary", List.of("node-pool"))).plan();
        assertEquals(Optional.empty(), namespace(other, "prd-weu", "a").pool());
        assertEquals(List.of("INCOMPLETE Team a names pool gpu, which cluster prd-weu does not have.",
            "LACKING The node pool is a boundary of team b, but it names none."), Drafts.open(other));
        assertEquals(List.of("LACKING The node pool is a boundary, but no team names one."),
            Drafts.open(Drafts.start().chooseAll("boundary", "node-pool").withTeams().plan()));
    }

    @Test
    void aPoolOfOnesOwnNeedsATaintAndHasToBeListed() {
        var team = Drafts.team("a", List.of(), List.of("prd-weu"), List.of("a"), "pool", "own", "boundary", List.of("node-pool"));
        var pool = Row.of("name", "own", "mode", "User", "size", "Standard_D4ds_v5", "count", 3);
        var draft = Drafts.start();
        assertEquals(List.of("OPEN_BOUNDARY Node pool own of cluster prd-weu has no taint, so pods of other teams may run beside those of a."),
            Drafts.open(draft.rows("clusters", Drafts.cluster("prd-weu", "production").with("pools", List.of(pool))).rows("teams", team).plan()));
        assertEquals(List.of(),
            Drafts.open(draft.rows("clusters", Drafts.cluster("prd-weu", "production").with("pools", List.of(pool.with("taints", List.of("own=a:NoSchedule")))))
                .rows("teams", team).plan()));
        assertTrue(Drafts.open(draft.rows("clusters", Drafts.cluster("prd-weu", "production").with("pools", List.of())).rows("teams", team).plan())
            .contains("INCOMPLETE Cluster prd-weu lists no node pools, so nothing keeps the pods of team a on pool own."));
    }

    @Test
    void whoMakesANamespaceIsAskedForItsLabels() {
        var cluster = Drafts.cluster("prd-weu", "production").with("givenNamespaces", List.of(Row.of("name", "a", "maker", "other")));
        var draft = Drafts.start().rows("clusters", cluster);
        var asked = draft.rows("teams", Drafts.team("a", List.of(), List.of("prd-weu"), List.of("a", "b"), "podSecurity", "baseline")).plan();
        assertEquals(List.of("Labels of namespace a in cluster prd-weu"), asked.tasks().stream().map(task -> task.title()).toList());
        assertTrue(asked.tasks().getFirst().detail().contains("with the value baseline"));
        assertEquals(List.of(), draft.rows("teams", Drafts.team("a", List.of(), List.of("prd-weu"), List.of("a", "b"))).plan().tasks());
    }

    @Test
    void beforeProductionATeamMayDoWithoutItsPool() {
        var draft = Drafts.start().rows("clusters",
            Drafts.cluster("dev-weu", "development").with("pools", List.of(Row.of("name", "system", "mode", "System", "size", "Standard_D4ds_v5", "count", 3))),
            Drafts.cluster("prd-weu", "production"));
        var plan = draft.rows("teams", Drafts.team("a", List.of(), List.of("dev-weu", "prd-weu"), List.of("a"), "pool", "payments")).plan();
        assertEquals(Optional.empty(), namespace(plan, "dev-weu", "a").pool());
        assertEquals(Optional.of(new Decided<>("payments", "teams")), namespace(plan, "prd-weu", "a").pool());
        assertEquals(List.of(), Drafts.open(plan));
    }

    @Test
    void whoHasTheClusterForABoundaryHasItAlone() {
        var shared = Drafts.start().rows("teams", Drafts.team("a", List.of(), List.of("prd-weu"), List.of("a"), "boundary", List.of("cluster")),
            Drafts.team("b", List.of(), List.of("prd-weu"), List.of("b"))).plan();
        assertEquals(List.of("LACKING The cluster is a boundary of team a, but prd-weu holds 2 teams."), Drafts.open(shared));
        assertEquals(List.of(), Drafts.open(Drafts.start().chooseAll("boundary", "cluster").withTeams().plan()),
            "for the whole design it says that some clusters are apart, not that each team has one");
    }

    @Test
    void contradictionsAreSaidAndKeptOut() {
        var plan = Drafts.start().rows("teams", Drafts.team("a", List.of(), List.of("prd-weu", "nowhere"), List.of("x")),
            Drafts.team("b", List.of(), List.of("prd-weu"), List.of("x")), Drafts.team("c", List.of(), List.of("prd-weu"), List.of())).plan();
        assertEquals("a", namespace(plan, "prd-weu", "x").team().orElseThrow().name());
        assertEquals(List.of("INCOMPLETE Team a names cluster nowhere, which is not in the design.",
            "INCOMPLETE Namespace x of cluster prd-weu belongs to a and to b: it stays with the first.",
            "INCOMPLETE Team c names no namespace: nothing is made for it."), Drafts.open(plan));
    }
}
