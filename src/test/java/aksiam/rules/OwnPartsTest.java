package aksiam.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.plan.Decided;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.rules.Finding.Kind;
import aksiam.rules.Finding.Severity;
import aksiam.testkit.Answers;
import aksiam.testkit.Bundles;
import aksiam.testkit.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer that needs a part of its own, an address range or an id, is never printed as less than it says. */
class OwnPartsTest {
    /** Every part that an answer may need. */
    private static final Design FULL = Designs.read("pairwise-base").with("cluster-origin", new Answer.Choice("new"));
    /** The same clusters, teams and workloads without any of these parts. */
    private static final Design BARE = bare(FULL);

    /** What an option prints with a part that it does not need: it is complete without. */
    private static final Set<String> NOT_NEEDED = Set.of("api-server-reach vnet-integration-public authorizedRanges",
        "policy-addon safeguards safeguardsExcluded",
        "break-glass reenable-local-accounts role AKS break-glass network, Pairwise");

    static List<Consideration> choices() {
        return Catalogue.all().stream().filter(consideration -> !consideration.input().options().isEmpty()).toList();
    }

    /** Whatever an option prints with its parts and does not print without them is told by an error or a warning. */
    @ParameterizedTest
    @MethodSource("choices")
    void whatLacksItsPartIsAnErrorOrIsLeftOutWithAWarning(Consideration consideration) {
        for (var option : consideration.input().options()) {
            var answer = Answers.choosing(consideration, option.id());
            var lost = new TreeSet<>(added(consideration, answer, FULL));
            lost.removeAll(added(consideration, answer, BARE));
            lost.removeIf(fact -> NOT_NEEDED.contains(consideration.id() + " " + option.id() + " " + fact));
            var applying = Answers.applying(consideration, BARE);
            var told = new ArrayList<>(Check.findings(applying.with(consideration.id(), answer)));
            told.removeAll(Check.findings(applying.without(consideration.id())));
            assertTrue(lost.isEmpty() || told.stream().anyMatch(finding -> finding.severity().isAtLeast(Severity.WARNING)),
                consideration.id() + " " + option.id() + " loses without a word: " + lost);
        }
    }

    @Test
    void authorizedRangesWithoutARangeAreAnError() {
        has(Kind.MISSING_PART, "api-server-reach", choose(BARE, "api-server-reach", "authorized-ranges"));
        var everybody = rows(FULL, "clusters", row -> row.with("authorizedRanges", List.of("203.0.113.0/24", "0.0.0.0/0")));
        has(Kind.MISSING_PART, "api-server-reach", choose(everybody, "api-server-reach", "authorized-ranges"));
        for (var halves : List.of(List.of("0.0.0.0/1", "128.0.0.0/1"), List.of("8.0.0.0/5", "128.0.0.0/2", "16.0.0.0/4", "32.0.0.0/3", "64.0.0.0/2"))) {
            has(Kind.MISSING_PART, "api-server-reach",
                choose(rows(FULL, "clusters", row -> row.with("authorizedRanges", halves)), "api-server-reach", "authorized-ranges"));
        }
        var repeated = rows(FULL, "clusters", row -> row.with("authorizedRanges", List.of("64.0.0.0/2", "64.0.0.0/2", "64.0.0.0/3")));
        hasNot(Kind.MISSING_PART, choose(repeated, "api-server-reach", "authorized-ranges"));
        hasNot(Kind.MISSING_PART, choose(FULL, "api-server-reach", "authorized-ranges"));
    }

    /** Each was made without its part before, and most of them for good. */
    @Test
    void aNewClusterWaitsForTheIdsWithWhichItIsMade() {
        var network = choose(BARE, "api-server-reach", "private-link");
        for (var design : List.of(
            BARE.with("own-network", new Answer.Choices(List.of("subnets"))),
            BARE.with("own-network", new Answer.Choices(List.of("route-table"))),
            network.with("own-network", new Answer.Choices(List.of("dns-zone"))),
            choose(network, "private-dns-zone", "own"),
            choose(choose(BARE.with("own-network", new Answer.Choices(List.of("subnets"))), "api-server-reach", "vnet-integration-private"), "sign-in",
                "entra-id"),
            choose(BARE, "control-plane-identity", "service-principal"),
            choose(choose(BARE, "sign-in", "entra-id"), "user-tenant", "other-tenant"),
            choose(BARE, "local-accounts", "disabled"))) {
            assertTrue(Check.findings(design).stream().anyMatch(finding -> finding.kind() == Kind.MISSING_ID), () -> design.answers().keySet().toString());
            var plan = Catalogue.plan(design);
            assertTrue(plan.clusters().stream().noneMatch(PlannedCluster::isDeployable), () -> design.answers().keySet().toString());
            assertTrue(plan.roleAssignments().stream().noneMatch(right -> right.scope().id().contains("/managedClusters/")), "a right on what is not there");
            var there = Catalogue.plan(design.with("cluster-origin", new Answer.Choice("existing")));
            assertTrue(there.clusters().stream().allMatch(PlannedCluster::isDeployable), "what exists keeps what it has");
        }
    }

    @Test
    void theBundleSaysWhichClusterWaits(@TempDir Path folder) throws IOException {
        var bundle = Bundles.write(BARE.with("own-network", new Answer.Choices(List.of("subnets"))), folder.resolve("bundle"));
        var readme = Files.readString(bundle.resolve("README.md"));
        assertTrue(readme.contains("**Not deployed yet.** pair-prd, pair-tst"), readme);
        assertTrue(Files.readString(bundle.resolve("deploy.sh")).contains("pair-prd is left out: the design does not say an id with which it is made"));
        try (var files = Files.walk(bundle)) {
            assertEquals(List.of(), files.map(Path::toString).filter(path -> path.contains("/infra/") && path.endsWith("cluster.bicep")).toList());
        }
    }

    @Test
    void methodsWithoutTheirPartsAreErrors() {
        has(Kind.MISSING_PART, "teams", BARE.with("boundary", new Answer.Choices(List.of("node-pool"))));
        var logs = BARE.with("audit-logs", new Answer.Choices(List.of("kube-audit")));
        has(Kind.MISSING_ID, "audit-logs", logs);
        has(Kind.MISSING_ID, "audit-destination", choose(logs, "audit-destination", "storage"));
        var ignored = choose(FULL.with("boundary", new Answer.Choices(List.of("namespace", "network-policy"))), "network-policy-engine", "none");
        has(Kind.IMPOSSIBLE_OPTION, "network-policy-engine", ignored);
        hasNot(Kind.IMPOSSIBLE_OPTION, choose(ignored, "network-plugin", "own-cni"));
    }

    /** A default that no policy of any team takes over is no answer to anything. */
    @Test
    void theDefaultTrafficIsAskedWherePoliciesSeparate() {
        var apart = FULL.with("boundary", new Answer.Choices(List.of("namespace")));
        assertEquals(false, Catalogue.get("default-traffic").appliesTo(apart));
        assertTrue(Catalogue.get("default-traffic").appliesTo(rows(apart, "teams", team -> team.with("boundary", List.of("network-policy")))));
    }

    private static Design bare(Design full) {
        var pools = Set.of("name", "mode", "size", "count");
        var kept = rows(full, "clusters", row -> only(row, Set.of("name", "environment", "region", "resourceGroup", "kubernetesVersion", "pools"))
            .with("pools", row.rows("pools").stream().map(pool -> only(pool, pools)).toList()));
        var teams = rows(kept, "teams", row -> only(row, Set.of("name", "principals", "clusters", "namespaces")));
        var workloads = rows(teams, "workloads",
            row -> row.with("targets", row.rows("targets").stream().map(target -> target.with("resource", "").with("scope", "")).toList()));
        return workloads.without("service-principals").without("user-tenant-id").without("audit-resource");
    }

    private static Row only(Row row, Set<String> cells) {
        var less = Row.EMPTY;
        for (var cell : row.cells().entrySet()) {
            less = cells.contains(cell.getKey()) ? less.with(cell.getKey(), cell.getValue()) : less;
        }
        return less;
    }

    private static Design rows(Design design, String id, Function<Row, Row> change) {
        return design.with(id, new Answer.Table(design.rows(id).stream().map(change).toList()));
    }

    private static Design choose(Design design, String id, String option) {
        return design.with(id, new Answer.Choice(option));
    }

    private static void has(Kind kind, String consideration, Design design) {
        assertTrue(Check.findings(design).stream().anyMatch(finding -> finding.kind() == kind && finding.consideration().equals(consideration)),
            () -> kind + " in " + Check.findings(design).stream().filter(finding -> finding.severity() != Severity.NOTE).toList());
    }

    private static void hasNot(Kind kind, Design design) {
        assertEquals(List.of(), Check.findings(design).stream().filter(finding -> finding.kind() == kind).toList());
    }

    /** What an answer adds to the plan. */
    private static Set<String> added(Consideration consideration, Answer answer, Design design) {
        var applying = Answers.applying(consideration, design);
        var facts = facts(Catalogue.plan(applying.with(consideration.id(), answer)));
        facts.removeAll(facts(Catalogue.plan(applying.without(consideration.id()))));
        return facts;
    }

    /** Kinds of what is deployed, without names and numbers. */
    private static Set<String> facts(Plan plan) {
        var facts = new TreeSet<String>();
        plan.clusters().stream().filter(PlannedCluster::isDeployable).forEach(cluster -> settings(cluster.settings(), facts));
        plan.clusters().stream().filter(PlannedCluster::isDeployable).forEach(_ -> facts.add("a cluster"));
        plan.roleAssignments().forEach(right -> facts.add("role " + right.role().name()));
        plan.identities().forEach(identity -> facts.add("identity " + identity.purpose()));
        plan.policyAssignments().forEach(policy -> facts.add("policy " + policy.name()));
        plan.federatedCredentials().forEach(_ -> facts.add("credential"));
        plan.identityBindings().forEach(_ -> facts.add("identity binding"));
        plan.eligibleGrants().forEach(grant -> facts.add("eligible " + grant.mechanism()));
        plan.kubernetesBindings().forEach(binding -> facts.add("binding " + binding.role()));
        plan.trafficRules().forEach(_ -> facts.add("traffic"));
        plan.serviceAccounts().forEach(_ -> facts.add("service account"));
        plan.tasks().forEach(task -> facts.add("task " + task.area()));
        plan.namespaces().forEach(namespace -> Stream
            .of(namespace.pool().map(_ -> "pool"), namespace.stance().map(stance -> stance.value().name()), namespace.podSecurity().map(level -> level.value()),
                Optional.of(namespace.maker().name()))
            .flatMap(Optional::stream).forEach(facts::add));
        return facts;
    }

    private static void settings(PlannedCluster.Settings settings, Set<String> facts) {
        Arrays.stream(PlannedCluster.Settings.class.getRecordComponents()).forEach(component -> {
            try {
                switch (component.getAccessor().invoke(settings)) {
                    case Optional<?> found -> found.ifPresent(value -> facts.add(component.getName() + (value instanceof Decided<?> decided
                        && (decided.value() instanceof Boolean || decided.value() instanceof Enum<?>) ? " " + decided.value() : "")));
                    case Collection<?> list when !list.isEmpty() -> facts.add(component.getName());
                    case Boolean yes when yes -> facts.add(component.getName());
                    default -> {
                    }
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
