package aksiam.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.domain.BuiltInRoles;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.RecordEntry;
import aksiam.model.Row;
import aksiam.testkit.Designs;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each finding on a design that has it and, but for the one fault, not on one that has not. */
final class CheckTest {
    private static final String GUID = "3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11";
    private static final String OTHER = "b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10";
    private static final Row CLUSTER = Row.of("name", "prd", "environment", "production", "region", "westeurope", "resourceGroup", "rg", "pools",
        List.of(Row.of("name", "user", "mode", "User", "size", "Standard_D4ds_v5", "count", 3)));
    private static final Row DEVS = Row.of("name", "devs", "kind", "group", "objectId", GUID);
    private static final Row TEAM = Row.of("name", "payments", "principals", List.of("devs"), "clusters", List.of("prd"), "namespaces", List.of("payments-api"),
        "pool", "user");
    private static final Design GOOD = rows(
        rows(rows(rows(Design.EMPTY, "environments", Row.of("name", "production", "production", true)), "clusters", CLUSTER), "principals", DEVS), "teams",
        TEAM);

    @Test
    void goodDesignHasNoErrorAndNoWarning() {
        assertEquals(List.of(), Check.findings(GOOD).stream().filter(finding -> finding.severity().isAtLeast(Finding.Severity.WARNING)).toList());
    }

    @Test
    void unknownOption() {
        found("unknown-option", "$.answers.control-plane-identity", GOOD.with("control-plane-identity", new Answer.Choice("magic")));
        found("unknown-option", "$.answers.boundary[1]", GOOD.with("boundary", new Answer.Choices(List.of("namespace", "magic"))));
        found("unknown-option", "$.answers.principals[0].kind", rows(GOOD, "principals", DEVS.with("kind", "robot")));
    }

    @Test
    void aRowThatChoosesForItselfIsHeldAgainstTheOtherAnswers() {
        var automatic = rows(GOOD, "clusters", CLUSTER.with("flavour", "automatic"));
        found("impossible-option", "$.answers.clusters[0].flavour", automatic.with("authorization", new Answer.Choice("kubernetes-rbac")));
        assertEquals(List.of(), Check.findings(automatic.with("authorization", new Answer.Choice("azure-rbac"))).stream()
            .filter(finding -> finding.severity().isAtLeast(Finding.Severity.ERROR)).toList());
    }

    @Test
    void proposedRolesAreKnown() {
        var grant = Row.of("principal", "devs", "plane", "azure", "role", "AKS SRE repair", "scope", "prd", "access", "standing");
        found("unknown-role", "$.answers.grants[0].role", rows(GOOD, "grants", grant));
        assertEquals(List.of(), Check.findings(rows(GOOD, "grants", grant).with("sre-rights", new Answer.Choice("custom"))).stream()
            .filter(finding -> finding.severity().isAtLeast(Finding.Severity.WARNING)).toList());
    }

    @Test
    void malformedValue() {
        found("malformed-value", "$.answers.tenant", GOOD.with("tenant", new Answer.Text("not-a-guid")));
        found("malformed-value", "$.answers.tenant", GOOD.with("tenant", new Answer.Text("00000000-0000-0000-0000-000000000000")));
        found("malformed-value", "$.answers.principals[0].objectId", rows(GOOD, "principals", DEVS.with("objectId", "123")));
        found("malformed-value", "$.answers.teams[0].namespaces[0]", rows(GOOD, "teams", TEAM.with("namespaces", List.of("Payments"))));
        found("malformed-value", "$.answers.clusters[0].pools[0].name", rows(GOOD, "clusters", CLUSTER.with("pools",
            List.of(Row.of("name", "Pool-1", "mode", "User", "size", "s", "count", 1), Row.of("name", "user", "mode", "User", "size", "s", "count", 1)))));
    }

    @Test
    void logsOfSeveralRegionsDoNotFitIntoOneStorageAccount() {
        var account = "/subscriptions/" + GUID + "/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/logs";
        var two = rows(GOOD, "clusters", CLUSTER, CLUSTER.with("name", "neu").with("region", "northeurope"))
            .with("audit-logs", new Answer.Choices(List.of("guard"))).with("audit-destination", new Answer.Choice("storage"))
            .with("audit-resource", new Answer.Text(account));
        found("logs-of-other-region", "$.answers.audit-by-region", two);
        var own = rows(two, "audit-by-region", Row.of("region", "northeurope", "resource", account + "neu"));
        assertEquals(List.of(), Check.findings(own).stream().filter(finding -> finding.id().equals("logs-of-other-region")).toList());
        found("duplicate-name", "$.answers.audit-by-region[1].region",
            rows(two, "audit-by-region", own.rows("audit-by-region").getFirst(), own.rows("audit-by-region").getFirst()));
    }

    @Test
    void versionsAreJudgedByTheDay() {
        var design = rows(GOOD, "clusters", CLUSTER.with("kubernetesVersion", "1.34"));
        assertEquals(List.of(), versions(design, "2026-08-29"));
        assertEquals(List.of("ending-version $.answers.clusters[0].kubernetesVersion"), versions(design, "2026-11-30"));
        assertEquals(List.of("unsupported-version $.answers.clusters[0].kubernetesVersion"), versions(design, "2026-12-01"));
    }

    private static List<String> versions(Design design, String day) {
        return Check.findings(design, Catalogue.plan(design), LocalDate.parse(day)).stream().filter(finding -> finding.id().endsWith("-version"))
            .map(finding -> finding.id() + " " + finding.place()).toList();
    }

    @Test
    void presetsNameVersionsThatAreSupported() {
        for (var preset : List.of("small-team", "shared-platform", "regulated", "fleet")) {
            assertEquals(List.of(), versions(Designs.read(preset), "2026-11-29"), preset);
        }
    }

    @Test
    void operationsAreTakenByTheirShapeAndDoubtedOnlyWhereTheListIsFull() {
        var role = Row.of("name", "Reader", "scopes", List.of("/subscriptions/" + GUID));
        found("unknown-operation", "$.answers.azure-roles[0].actions[1]",
            rows(GOOD, "azure-roles", role.with("actions", List.of("*/read", "Microsoft.ContainerService/managedClusters/strat/action"))));
        found("unknown-operation", "$.answers.azure-roles[0].dataActions[0]",
            rows(GOOD, "azure-roles", role.with("dataActions", List.of("Microsoft.ContainerService/managedClusters/write"))));
        found("malformed-value", "$.answers.azure-roles[0].actions[0]", rows(GOOD, "azure-roles", role.with("actions", List.of("read clusters"))));
        for (var builtIn : BuiltInRoles.all()) {
            var copy = role.with("actions", builtIn.actions()).with("notActions", builtIn.notActions()).with("dataActions", builtIn.dataActions())
                .with("notDataActions", builtIn.notDataActions());
            assertEquals(List.of(), Check.findings(rows(GOOD, "azure-roles", copy)).stream()
                .filter(finding -> finding.kind() == Finding.Kind.MALFORMED_VALUE || finding.kind() == Finding.Kind.UNKNOWN_OPERATION).toList(),
                builtIn.name());
        }
    }

    @Test
    void theNameOfTheNodeResourceGroupIsCounted() {
        var long81 = CLUSTER.with("origin", "new").with("resourceGroup", "r".repeat(81 - "MC__prd_westeurope".length()));
        found("over-limit", "$.answers.clusters[0].nodeResourceGroup", rows(GOOD, "clusters", long81));
        assertEquals(List.of(), Check.findings(rows(GOOD, "clusters", long81.with("nodeResourceGroup", "rg-nodes"))).stream()
            .filter(finding -> finding.kind() == Finding.Kind.OVER_LIMIT).toList());
        found("limit", "$.answers.clusters[0].nodeResourceGroup",
            rows(GOOD, "clusters", CLUSTER.with("origin", "new").with("nodeResourceGroup", "n".repeat(64)))
                .with("network-plugin", new Answer.Choice("azure-overlay")));
    }

    @Test
    void whoMayDoSomethingInsideAClusterFetchesAKubeconfig() {
        var design = rows(rows(GOOD, "clusters", CLUSTER.with("subscription", "d4306f7e-c7e1-4df3-a201-eb30459f89be")), "grants",
            grant("devs", "kubernetes", "view", "prd"));
        found("no-kubeconfig", "$.answers.grants", design);
        var fetched = rows(design, "grants", grant("devs", "kubernetes", "view", "prd"),
            grant("devs", "azure", "Azure Kubernetes Service Cluster User Role", "prd"));
        assertEquals(List.of(), Check.findings(fetched).stream().filter(finding -> finding.kind() == Finding.Kind.NO_KUBECONFIG).toList());
    }

    @Test
    void aUserOfTheOwnTenantIsBoundByTheNameOfTheToken() {
        var user = Row.of("name", "Ana Silva", "kind", "user", "objectId", OTHER);
        var design = rows(rows(GOOD, "principals", DEVS, user), "grants", grant("Ana Silva", "kubernetes", "view", "prd"));
        found("not-as-signed-in", "$.answers.grants", design);
        var named = rows(rows(GOOD, "principals", DEVS, user.with("name", "ana@contoso.com")), "grants", grant("ana@contoso.com", "kubernetes", "view", "prd"));
        assertEquals(List.of(), Check.findings(named).stream().filter(finding -> finding.kind() == Finding.Kind.NOT_AS_SIGNED_IN).toList());
    }

    @Test
    void emptyCells() {
        found("nameless-row", "$.answers.principals[1].name", rows(GOOD, "principals", DEVS, Row.of("kind", "group")));
        found("missing-value", "$.answers.clusters[0].region", rows(GOOD, "clusters", CLUSTER.with("region", "")));
    }

    @Test
    void danglingReferences() {
        found("dangling-reference", "$.answers.teams[0].principals[0]", rows(GOOD, "teams", TEAM.with("principals", List.of("nobody"))));
        found("dangling-reference", "$.answers.teams[0].clusters[0]", rows(GOOD, "teams", TEAM.with("clusters", List.of("gone")).with("pool", "")));
        found("dangling-reference", "$.answers.teams[0].pool", rows(GOOD, "teams", TEAM.with("pool", "gpu")));
        found("dangling-reference", "$.answers.clusters[0].environment", rows(GOOD, "clusters", CLUSTER.with("environment", "staging")));
        found("dangling-reference", "$.answers.flows[0].toTeam", rows(GOOD, "flows", Row.of("fromTeam", "payments", "toTeam", "gone")));
        found("dangling-reference", "$.answers.grants[0].principal", rows(GOOD, "grants", grant("nobody", "azure", "Reader", "prd")));
        found("dangling-reference", "$.answers.grants[0].principal", rows(GOOD, "grants", grant("kubelet@gone", "azure", "Reader", "prd")));
        found("dangling-reference", "$.answers.grants[0].scope", rows(GOOD, "grants", grant("devs", "kubernetes", "view", "gone/payments-api")));
    }

    @Test
    void whatAGrantMayName() {
        for (var principal : List.of("devs", "kubelet@prd", "control-plane@prd", "key-vault-secrets-provider@prd", "id-pay")) {
            var design = rows(rows(GOOD, "grants", grant(principal, "kubernetes", "view", "prd/payments-api")), "workloads",
                Row.of("name", "api", "namespace", "payments-api", "serviceAccount", "api", "clusters", List.of("prd"), "identity", "id-pay"));
            assertTrue(Check.findings(design).stream().noneMatch(finding -> finding.id().equals("dangling-reference")),
                () -> principal + ": " + Check.findings(design));
        }
    }

    @Test
    void unknownNamespaceAndRole() {
        found("unknown-namespace", "$.answers.grants[0].scope", rows(GOOD, "grants", grant("devs", "kubernetes", "view", "prd/nowhere")));
        found("unknown-namespace", "$.answers.flows[0].toNamespace", rows(GOOD, "flows", Row.of("fromTeam", "payments", "toNamespace", "nowhere")));
        found("unknown-role", "$.answers.grants[0].role", rows(GOOD, "grants", grant("devs", "azure", "No Such Role", "prd")));
        found("unknown-role", "$.answers.grants[0].role", rows(GOOD, "grants", grant("devs", "kubernetes", "sre-of-nobody", "prd")));
    }

    @Test
    void namesGivenTwice() {
        found("duplicate-name", "$.answers.teams[1].name", rows(GOOD, "teams", TEAM, TEAM.with("namespaces", List.of("other"))));
        found("duplicate-name", "$.answers.clusters[0].pools[1].name",
            rows(GOOD, "clusters", CLUSTER.with("pools", List.of(CLUSTER.rows("pools").getFirst(), CLUSTER.rows("pools").getFirst()))));
        found("duplicate-namespace", "$.answers.teams[1].namespaces[0]", rows(GOOD, "teams", TEAM, TEAM.with("name", "orders")));
        found("duplicate-namespace", "$.answers.teams[0].namespaces[1]", rows(GOOD, "teams", TEAM.with("namespaces", List.of("a", "a"))));
        found("platform-namespace", "$.answers.teams[0].namespaces[1]", rows(GOOD, "teams", TEAM.with("namespaces", List.of("a", "gatekeeper-system"))));
    }

    @Test
    void namesThatDifferOnlyInCaseAreOneName() {
        one("duplicate-name", "$.answers.clusters[1].name", rows(GOOD, "clusters", CLUSTER, CLUSTER.with("name", "PRD")));
        one("duplicate-name", "$.answers.principals[1].name",
            rows(GOOD, "principals", DEVS, DEVS.with("name", "Devs").with("objectId", "3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c99")));
        one("duplicate-name", "$.answers.environments[1].name", rows(GOOD, "environments", Row.of("name", "caf\u00e9"), Row.of("name", "cafe\u0301")));
        one("duplicate-namespace", "$.answers.teams[1].namespaces[0]",
            rows(GOOD, "teams", TEAM, TEAM.with("name", "orders").with("namespaces", List.of(TEAM.list("namespaces").getFirst().toUpperCase(Locale.ROOT)))));
        for (var named : List.of("teams", "personas", "azure-roles", "tags")) {
            one("duplicate-name", "$.answers." + named + "[1].name", rows(GOOD, named, Row.of("name", "one"), Row.of("name", "ONE")));
        }
        one("spelled-differently", "$.answers.clusters[1].resourceGroup",
            rows(GOOD, "clusters", CLUSTER.with("resourceGroup", "rg-a"), CLUSTER.with("name", "neu").with("resourceGroup", "RG-a")));
        one("spelled-differently", "$.answers.workloads[1].identity", rows(GOOD, "workloads", Row.of("identity", "id-a"), Row.of("identity", "ID-a")));
        assertTrue(Check.findings(rows(GOOD, "clusters", CLUSTER.with("resourceGroup", "rg-a"), CLUSTER.with("name", "neu").with("resourceGroup", "RG-a")
            .with("subscription", "3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c98"))).stream().noneMatch(finding -> finding.id().equals("spelled-differently")));
    }

    @Test
    void aClusterIsNotCalledWhatWindowsReserves() {
        for (var name : List.of("con", "NUL", "com1")) {
            one("reserved-name", "$.answers.clusters[0].name", rows(GOOD, "clusters", CLUSTER.with("name", name)));
        }
        assertTrue(Check.findings(rows(GOOD, "clusters", CLUSTER.with("name", "console"))).stream().noneMatch(finding -> finding.id().equals("reserved-name")));
    }

    @Test
    void idsThatCannotBeWhatTheySay() {
        found("duplicate-object-id", "$.answers.principals[1].objectId",
            rows(GOOD, "principals", DEVS, Row.of("name", "ops", "kind", "group", "objectId", GUID.toUpperCase(java.util.Locale.ROOT))));
        found("confused-id", "$.answers.principals[0].objectId", GOOD.with("tenant", new Answer.Text(GUID)));
        found("confused-id", "$.answers.principals[0].objectId", rows(GOOD, "principals", DEVS.with("objectId", "6dae42f8-4368-4678-94ff-3960e28e3630")));
        var servicePrincipal = Row.of("cluster", "prd", "clientId", OTHER, "objectId", OTHER, "vault",
            "/subscriptions/" + GUID + "/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv", "secretName", "sp");
        found("confused-id", "$.answers.service-principals[0].objectId", rows(GOOD, "service-principals", servicePrincipal));
        found("confused-id", "$.answers.service-principals[0].clientId", rows(GOOD, "service-principals", servicePrincipal.with("clientId", GUID)));
    }

    @Test
    void sizesThatExcludeEachOther() {
        var sized = TEAM.with("quotaCpu", "2").with("requestCpu", "500m").with("limitCpu", "1").with("requestMemory", "1Gi").with("limitMemory", "1024Mi");
        assertTrue(Check.findings(rows(GOOD, "teams", sized)).stream().noneMatch(finding -> finding.id().equals("contradiction")));
        found("contradiction", "$.answers.teams[0].requestCpu", rows(GOOD, "teams", sized.with("limitCpu", "499m")));
        found("contradiction", "$.answers.teams[0].requestMemory", rows(GOOD, "teams", sized.with("requestMemory", "1025Mi")));
        found("contradiction", "$.answers.teams[0].requestCpu", rows(GOOD, "teams", sized.with("quotaCpu", "0.4")));
        found("contradiction", "$.answers.teams[0].limitCpu", rows(GOOD, "teams", sized.with("quotaLimitCpu", "0.9")));
    }

    @Test
    void quotasThatWaitForDefaults() {
        var team = TEAM.with("quotaCpu", "2").with("quotaPods", 20);
        found("waiting-quota", "$.answers.teams[0].quotaCpu", rows(GOOD, "teams", team));
        found("waiting-quota", "$.answers.teams[0].quotaLimitMemory", rows(GOOD, "teams", team.with("quotaLimitMemory", "1Gi").with("requestMemory", "1Mi")));
        assertTrue(Check.findings(rows(GOOD, "teams", team.with("ownSizes", true))).stream().noneMatch(finding -> finding.id().equals("waiting-quota")));
    }

    @Test
    void theTwentyFirstCredentialOfAnIdentity() {
        assertTrue(Check.findings(workloads(20)).stream().noneMatch(finding -> finding.id().equals("over-limit")));
        found("over-limit", "$.answers.workloads[20].identity", workloads(23));
        assertTrue(Check.findings(workloads(23)).getFirst().message().contains("23 federated credentials; Azure takes 20"));
        assertTrue(Check.findings(workloads(23).with("workload-identity", new Answer.Choice("identity-bindings"))).stream()
            .noneMatch(finding -> finding.id().equals("over-limit")));
    }

    static Design workloads(int count) {
        var rows = IntStream.range(0, count).mapToObj(i -> Row.of("name", "w" + i, "namespace", "payments-api", "serviceAccount", "w" + i, "clusters",
            List.of("prd"), "identity", "shared")).toArray(Row[]::new);
        return rows(GOOD, "workloads", rows).with("workload-identity", new Answer.Choice("federated"));
    }

    @Test
    void moreAuthorizedRangesThanTheApiServerTakes() {
        var ranges = IntStream.range(0, 201).mapToObj(i -> "203.0.113." + i + "/32").toList();
        var design = rows(GOOD, "clusters", CLUSTER.with("authorizedRanges", ranges));
        found("over-limit", "$.answers.clusters[0].authorizedRanges", design.with("api-server-reach", new Answer.Choice("authorized-ranges")));
        assertTrue(Check.findings(design.with("api-server-reach", new Answer.Choice("vnet-integration-public"))).stream()
            .noneMatch(finding -> finding.id().equals("over-limit")));
    }

    /** hashicorp/terraform-provider-azurerm#22766. */
    @Test
    void anEligibilityOfMoreThanAYear() {
        found("over-limit", "$.answers.activations[0].eligibleDays", rows(GOOD, "activations", Row.of("role", "*", "hours", 2, "eligibleDays", 366)));
        for (int days : new int[]{0, 365}) {
            assertFalse(has(rows(GOOD, "activations", Row.of("role", "*", "hours", 2, "eligibleDays", days)), "over-limit"), "" + days);
        }
    }

    /** azure-cli, acs/_validators.py, validate_ip_ranges. */
    @Test
    void authorizedRangesThatAzureRefuses() {
        var row = "$.answers.clusters[0].authorizedRanges";
        for (var reach : List.of("authorized-ranges", "vnet-integration-public")) {
            for (var range : List.of("10.0.0.0/8", "100.64.1.0/24", "192.168.1.1/32", "137.117.106.90/29", "2001:db8::/32")) {
                found("malformed-value", row, ranged(reach, "203.0.113.0/24", range));
                assertFalse(has(ranged("private-link", range), "malformed-value"), "nothing is set of it");
            }
            found("contradiction", row, ranged(reach, "0.0.0.0/32", "203.0.113.0/24"));
        }
        for (var range : List.of("0.0.0.0/32", "137.117.106.88/29", "203.0.113.7/32")) {
            assertFalse(has(ranged("authorized-ranges", range), "malformed-value"), range);
            assertFalse(has(ranged("authorized-ranges", range), "contradiction"), range);
        }
        assertTrue(Check.findings(ranged("authorized-ranges", "137.117.106.90/29")).getFirst().message().endsWith("write 137.117.106.88/29"));
    }

    private static Design ranged(String reach, String... ranges) {
        return rows(GOOD, "clusters", CLUSTER.with("authorizedRanges", List.of(ranges))).with("api-server-reach", new Answer.Choice(reach));
    }

    @Test
    void standingRightsOfAGroupWhoseMembershipIsActivated() {
        var eligible = rows(GOOD, "principals", DEVS, Row.of("name", "ops", "kind", "group", "objectId", OTHER));
        var rights = List.of(grant("ops", "kubernetes", "view", "prd"), grant("ops", "kubernetes", "admin", "prd").with("access", "eligible"));
        var design = rows(eligible, "grants", rights.toArray(Row[]::new));
        found("standing-beside-eligible", "$.answers.grants[0].principal", design.with("jit-mechanism", new Answer.Choice("groups")));
        found("standing-beside-eligible", "$.answers.teams[0].principals",
            rows(rows(eligible, "grants", rights.getLast()), "teams", TEAM.with("principals", List.of("devs", "ops"))).with("jit-mechanism",
                new Answer.Choice("both")));
        var kubeconfig = rows(eligible, "grants", rights.getLast(), grant("ops", "azure", "Azure Kubernetes Service Cluster User Role", "prd"));
        for (var fine : List.of(design.with("jit-mechanism", new Answer.Choice("azure-roles")),
            kubeconfig.with("jit-mechanism", new Answer.Choice("groups")))) {
            assertTrue(Check.findings(fine).stream().noneMatch(finding -> finding.id().equals("standing-beside-eligible")));
        }
    }

    private static Design closed(Design design, Row... flows) {
        return rows(design.with("boundary", new Answer.Choices(List.of("namespace", "network-policy"))).with("default-traffic", new Answer.Choice("deny-both"))
            .with("network-plugin", new Answer.Choice("azure-overlay")).with("network-policy-engine", new Answer.Choice("cilium")), "flows", flows);
    }

    private static boolean has(Design design, String id) {
        return Check.findings(design).stream().anyMatch(finding -> finding.id().equals(id));
    }

    @Test
    void aWorkloadThatSignsInAndCannotReachEntra() {
        var design = workloads(1);
        found("no-way-to-entra", "$.answers.flows", closed(design));
        assertFalse(has(design, "no-way-to-entra"), "nothing is closed");
        for (var way : List.of(Row.of("fromTeam", "payments", "toPlace", "entra"),
            Row.of("fromPods", List.of("azure.workload.identity/use=true"), "toPlace", "entra"),
            Row.of("fromTeam", "payments", "toAddresses", "0.0.0.0/0", "port", 443))) {
            assertFalse(has(closed(design, way), "no-way-to-entra"), way.toString());
        }
        for (var other : List.of(Row.of("fromTeam", "payments", "toPlace", "entra", "port", 80),
            Row.of("fromTeam", "payments", "fromPods", List.of("app=other"), "toPlace", "entra"),
            Row.of("fromTeam", "payments", "toAddresses", "10.0.0.0/8"))) {
            found("no-way-to-entra", "$.answers.flows", closed(design, other));
        }
    }

    @Test
    void aServiceAccountThatCannotReachTheApiServer() {
        var robot = Row.of("name", "payments-api/robot", "kind", "service-account");
        var design = rows(rows(GOOD, "principals", DEVS, robot), "grants", grant("payments-api/robot", "kubernetes", "view", "prd/payments-api"));
        found("no-way-to-api-server", "$.answers.flows", closed(design));
        assertFalse(has(design, "no-way-to-api-server"), "nothing is closed");
        assertFalse(has(closed(rows(design, "grants")), "no-way-to-api-server"), "without rights it has nothing to ask");
        assertFalse(has(closed(design).with("default-traffic", new Answer.Choice("deny-ingress")), "no-way-to-api-server"), "the way out is open");
        for (var way : List.of(Row.of("fromTeam", "payments", "toPlace", "api-server"), Row.of("fromNamespace", "payments-api", "toPlace", "api-server"),
            Row.of("fromTeam", "payments", "toAddresses", "10.0.0.0/16", "port", 443))) {
            assertFalse(has(closed(design, way), "no-way-to-api-server"), way.toString());
        }
        for (var other : List.of(Row.of("fromTeam", "payments", "toPlace", "entra"),
            Row.of("fromTeam", "payments", "toAddresses", "10.0.0.0/16", "port", 80), Row.of("fromTeam", "payments", "toNamespace", "payments-api"))) {
            found("no-way-to-api-server", "$.answers.flows", closed(design, other));
        }
    }

    @Test
    void addressRanges() {
        for (var range : List.of("10.0.0.0/8", "2001:db8::/32", "::/0")) {
            assertTrue(Check.findings(rows(GOOD, "flows", Row.of("fromTeam", "payments", "toAddresses", range))).stream()
                .noneMatch(finding -> finding.id().equals("malformed-value")), range);
        }
        for (var range : List.of("10.0.0.0/33", "10.0.0.0", "2001:db8::/129", "2001:::1/64", "1:2:3/64", "::ffff:10.0.0.1/96")) {
            found("malformed-value", "$.answers.flows[0].toAddresses", rows(GOOD, "flows", Row.of("fromTeam", "payments", "toAddresses", range)));
        }
    }

    @Test
    void decisionsAndOpenPoints() {
        var accepted = Decision.NONE.withStatus(Decision.Status.ACCEPTED);
        var design = GOOD.with("control-plane-identity", new Answer.Choice("user-assigned"));
        found("incomplete-decision", "$.decisions.control-plane-identity", design.with("control-plane-identity", accepted.withBecause("it lasts")));
        found("incomplete-decision", "$.decisions.control-plane-identity", design.with("control-plane-identity", accepted.withDeciders(List.of("Ana"))));
        var undated = accepted.withBecause("it lasts").withDeciders(List.of("Ana"));
        found("incomplete-decision", "$.decisions.control-plane-identity", design.with("control-plane-identity", undated));
        assertTrue(Check.findings(design.with("control-plane-identity", undated.withDate(Optional.of(LocalDate.of(2026, 11, 24))))).stream()
            .noneMatch(finding -> finding.id().equals("incomplete-decision")));
    }

    @Test
    void twoRecordsOfOneNumber() {
        var records = List.of(new RecordEntry(3, "sign-in"), new RecordEntry(4, "boundary"), new RecordEntry(3, "authorization"));
        found("duplicate-number", "$.records[2]", new Design(GOOD.id(), GOOD.answers(), GOOD.decisions(), records, GOOD.unknown()));
        assertFalse(has(new Design(GOOD.id(), GOOD.answers(), GOOD.decisions(), records.subList(0, 2), GOOD.unknown()), "duplicate-number"));
    }

    @Test
    void anAnswerThatAppliesToNothing() {
        var design = GOOD.with("api-server-reach", new Answer.Choice("public")).with("private-dns-zone", new Answer.Choice("system"));
        found("not-applicable", "$.answers.private-dns-zone", design);
        assertFalse(has(design.with("api-server-reach", new Answer.Choice("private-link")), "not-applicable"));
    }

    @Test
    void aGrantThatWaitsForAnObjectId() {
        var grants = rows(GOOD, "grants", grant("ops", "azure", "Azure Kubernetes Service Cluster User Role", "prd"));
        var ops = Row.of("name", "ops", "kind", "group");
        assertTrue(has(rows(grants, "principals", DEVS, ops), "waiting-grant"));
        assertFalse(has(rows(grants, "principals", DEVS, ops.with("objectId", OTHER)), "waiting-grant"));
    }

    @Test
    void secretsAreNotRepeated() {
        var secret = "Account" + "Key=" + "q".repeat(30);
        found("pasted-secret", "$.answers.design-name", GOOD.with("design-name", new Answer.Text(secret)));
        found("pasted-secret", "$.answers.teams[0].costCode", rows(GOOD, "teams", TEAM.with("costCode", secret)));
        assertTrue(Check.findings(rows(GOOD, "teams", TEAM.with("costCode", secret))).stream().noneMatch(finding -> finding.message().contains("qqq")));
        for (var typed : List.of(secret, "password: hunter2" + "x", "Bearer " + "a1B2".repeat(8), "abc8Q" + "~" + "aB3".repeat(11))) {
            var findings = Check.findings(rows(GOOD, "teams", TEAM.with("namespaces", List.of(typed)).with("name", typed).with("clusters", List.of(typed))));
            assertTrue(findings.stream().filter(finding -> finding.kind() != Finding.Kind.PASTED_SECRET).anyMatch(finding -> finding.message().contains("…")),
                typed);
            assertTrue(
                findings.stream().noneMatch(finding -> finding.message().contains(typed) || finding.message().contains(typed.substring(typed.length() - 7))),
                findings::toString);
        }
    }

    @Test
    void unknownKeys() {
        var unknown = new LinkedHashMap<String, Object>(Map.of("answers", Map.of("of-tomorrow", 1)));
        found("unknown-key", "$.answers.of-tomorrow", new Design(GOOD.id(), GOOD.answers(), GOOD.decisions(), List.of(), unknown));
        found("unknown-key", "$.answers.teams[0].colour", rows(GOOD, "teams", TEAM.with("colour", "blue")));
    }

    private static Row grant(String principal, String plane, String role, String scope) {
        return Row.of("principal", principal, "plane", plane, "role", role, "scope", scope, "access", "standing");
    }

    private static Design rows(Design design, String consideration, Row... rows) {
        return design.with(consideration, new Answer.Table(List.of(rows)));
    }

    /** The one fault of its kind, whatever else is wrong. */
    private static void one(String id, String place, Design design) {
        assertEquals(List.of(place),
            Check.findings(design).stream().filter(finding -> finding.id().equals(id)).map(finding -> finding.place().path()).toList());
    }

    /** The one fault and, among errors and warnings, no other. */
    private static void found(String id, String place, Design design) {
        var findings = Check.findings(design);
        assertTrue(findings.stream().anyMatch(finding -> finding.id().equals(id) && finding.place().path().equals(place)),
            () -> id + " at " + place + " not among " + findings);
        assertTrue(findings.stream().filter(finding -> finding.severity().isAtLeast(Finding.Severity.WARNING)).allMatch(finding -> finding.id().equals(id)),
            () -> "more than " + id + ": " + findings);
    }
}
