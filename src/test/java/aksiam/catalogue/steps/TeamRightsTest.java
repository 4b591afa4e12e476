package aksiam.catalogue.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.domain.Operations;
import aksiam.model.Row;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TeamRightsTest {
    private static final String USER = "Azure Kubernetes Service Cluster User Role";

    private static Drafts decided() {
        return Drafts.start().withTeams().choose("developer-rights", "write").choose("developer-rights-production", "read").choose("deployment", "people")
            .choose("deployment-production", "pipeline")
            .choose("deployer-rights", "deployer");
    }

    @Test
    void kubernetesRbacBindsTeamsInTheirNamespaces() {
        var plan = decided().choose("authorization", "kubernetes-rbac").plan();
        assertEquals(List.of("payments-dev: deployer in dev-weu/payments", "payments-dev: edit in dev-weu/payments",
            "payments-dev: deployer in dev-weu/payments-batch", "payments-dev: edit in dev-weu/payments-batch",
            "orders-pipeline: deployer in prd-weu/orders", "orders-dev: view in prd-weu/orders", "payments-pipeline: deployer in prd-weu/payments",
            "payments-dev: view in prd-weu/payments",
            "payments-pipeline: deployer in prd-weu/payments-batch", "payments-dev: view in prd-weu/payments-batch"), Drafts.bindings(plan));
        assertEquals(List.of("deployer"), plan.kubernetesRoles().stream().map(role -> role.name()).toList());
        assertEquals(List.of("payments-dev: " + USER + " at dev-weu", "orders-dev: " + USER + " at prd-weu", "orders-pipeline: " + USER + " at prd-weu",
            "payments-dev: " + USER + " at prd-weu",
            "payments-pipeline: " + USER + " at prd-weu"), Drafts.azure(plan));
    }

    @Test
    void azureRbacAssignsAtTheNamespace() {
        var plan = decided().choose("authorization", "azure-rbac").plan();
        assertEquals(List.of(), plan.kubernetesBindings());
        assertTrue(Drafts.azure(plan)
            .containsAll(List.of("payments-dev: Azure Kubernetes Service RBAC Writer at dev-weu/namespaces/payments",
                "payments-dev: AKS namespace deployer at dev-weu/namespaces/payments",
                "orders-dev: Azure Kubernetes Service RBAC Reader at prd-weu/namespaces/orders",
                "orders-pipeline: AKS namespace deployer at prd-weu/namespaces/orders")),
            Drafts.azure(plan).toString());
        assertEquals(List.of("AKS namespace deployer"), plan.customRoles().stream().map(role -> role.name()).toList());
        assertTrue(plan.roleAssignments().stream().allMatch(assignment -> assignment.stage() == 4));
    }

    @Test
    void bothFollowsTheSplit() {
        var both = decided().choose("authorization", "both");
        assertEquals(List.of(), Drafts.azure(both.plan()), "while the split is open nobody is given anything");
        assertEquals(List.of(), both.plan().kubernetesBindings());
        assertFalse(both.choose("authorization-split", "teams-kubernetes").plan().kubernetesBindings().isEmpty());
        var azure = both.choose("authorization-split", "teams-azure").plan();
        assertEquals(List.of(), azure.kubernetesBindings());
        assertTrue(Drafts.azure(azure).contains("orders-dev: Azure Kubernetes Service RBAC Reader at prd-weu/namespaces/orders"));
    }

    @Test
    void clientCertificatesAndUndecidedGiveNothing() {
        for (var draft : List.of(decided(), decided().choose("authorization", "kubernetes-rbac").choose("sign-in", "client-certificates"),
            decided().choose("authorization", "azure-rbac").choose("sign-in", "client-certificates"))) {
            assertEquals(List.of(), draft.plan().kubernetesBindings());
            assertEquals(List.of(), draft.plan().roleAssignments());
        }
    }

    @Test
    void gitOpsAndUndecidedDeployerRightsGiveNobodyTheRightToDeploy() {
        var gitOps = decided().choose("authorization", "kubernetes-rbac").choose("deployment", "gitops").choose("deployment-production", "gitops").plan();
        assertTrue(gitOps.kubernetesBindings().stream().noneMatch(binding -> binding.role().equals("deployer")));
        assertEquals(List.of(), gitOps.kubernetesRoles());
    }

    @Test
    void deployerRightsDecideTheRole() {
        var edit = decided().choose("authorization", "kubernetes-rbac").choose("deployer-rights", "edit").plan();
        assertTrue(Drafts.bindings(edit).contains("orders-pipeline: edit in prd-weu/orders"));
        assertEquals(List.of(), edit.kubernetesRoles());
        assertTrue(Drafts.azure(decided().choose("authorization", "azure-rbac").choose("deployer-rights", "admin").plan())
            .contains("orders-pipeline: Azure Kubernetes Service RBAC Admin at prd-weu/namespaces/orders"));
    }

    @Test
    void managedNamespacesHaveTheirOwnScopeAndUserRole() {
        var plan = decided().choose("authorization", "azure-rbac").choose("namespace-kind", "managed").plan();
        assertTrue(Drafts.azure(plan).containsAll(List.of("orders-dev: Azure Kubernetes Service RBAC Reader at prd-weu/managedNamespaces/orders",
            "orders-dev: Azure Kubernetes Service Namespace User at prd-weu/managedNamespaces/orders")), Drafts.azure(plan).toString());
        assertTrue(Drafts.azure(plan).stream().noneMatch(line -> line.contains(USER)));
    }

    @Test
    void theApplicationTeamsOwnRoleTakesThePlaceOfWriter() {
        var custom = decided().choose("authorization", "azure-rbac").choose("application-team-rights", "custom");
        assertTrue(Drafts.azure(custom.plan()).contains("payments-dev: AKS application team writer at dev-weu/namespaces/payments"));
        assertTrue(Drafts.azure(custom.plan()).stream().noneMatch(line -> line.contains("RBAC Writer")));
        var own = custom.rows("azure-roles",
            Row.of("name", "Team writer", "purpose", "application-team", "dataActions", List.of("Microsoft.ContainerService/managedClusters/pods/read"),
                "scopes",
                List.of("/subscriptions/" + Drafts.SUBSCRIPTION)))
            .plan();
        assertTrue(Drafts.azure(own).contains("payments-dev: Team writer at dev-weu/namespaces/payments"));
        assertEquals(List.of("AKS namespace deployer", "Team writer"), own.customRoles().stream().map(role -> role.name()).toList());
    }

    @Test
    void aPersonaCalledDeployerTakesThePlaceOfOurs() {
        var plan = decided().choose("authorization", "kubernetes-rbac").rows("personas", Row.of("name", "deployer", "scope", "namespace", "rules",
            List.of(Row.of("apiGroups", List.of("apps"), "resources", List.of("deployments"), "verbs", List.of("patch"))))).plan();
        assertEquals(List.of("personas"), plan.kubernetesRoles().stream().map(role -> role.consideration()).toList());
    }

    @Test
    void rightsOfAPrincipalWithoutObjectIdWait() {
        var draft = decided().choose("authorization", "kubernetes-rbac").rows("principals",
            Row.of("name", "payments-dev", "kind", "group", "owner", "Team lead"), Drafts.principal("orders-dev", "group", 3));
        var plan = draft.plan();
        assertTrue(Drafts.bindings(plan).stream().noneMatch(line -> line.contains("payments-dev")));
        assertEquals(Set.of("view", "edit", "deployer", USER),
            plan.waitingGrants().stream().filter(grant -> grant.principal().equals("payments-dev")).map(grant -> grant.role()).collect(Collectors.toSet()));
        var points = plan.openPoints().stream().filter(point -> point.kind() == aksiam.plan.OpenPoint.Kind.WAITING).toList();
        assertEquals(1, points.size(), "one open point for the principal, however many grants wait");
        assertEquals("Team lead", points.getFirst().owner());
    }

    @Test
    void somebodyOfAnotherTenantGetsNoAzureRole() {
        var guest = Drafts.principal("payments-dev", "group", 1).with("tenant", "9c1d7f20-4b6e-4a53-8e0f-1d2c3b4a5f60");
        var plan = decided().choose("authorization", "kubernetes-rbac").rows("principals", guest).plan();
        assertTrue(Drafts.bindings(plan).contains("payments-dev: view in prd-weu/payments"));
        assertEquals(List.of(), plan.roleAssignments());
        assertTrue(Drafts.open(plan).stream().anyMatch(text -> text.contains("another tenant")));
    }

    @Test
    void visibilityReachesTheNamespacesOfTheOwnerInThatCluster() {
        var draft = Drafts.start().withTeams().rows("visibility", Row.of("reader", "orders", "owner", "payments", "cluster", "prd-weu"));
        assertEquals(List.of("orders-dev: view in prd-weu/payments", "orders-dev: view in prd-weu/payments-batch"),
            Drafts.bindings(draft.choose("authorization", "kubernetes-rbac").plan()));
        assertEquals(List.of("orders-dev: " + USER + " at prd-weu", "orders-dev: Azure Kubernetes Service RBAC Reader at prd-weu/namespaces/payments",
            "orders-dev: Azure Kubernetes Service RBAC Reader at prd-weu/namespaces/payments-batch"),
            Drafts.azure(draft.choose("authorization", "azure-rbac").plan()));
    }

    @Test
    void everyOperationOfTheProposedRolesIsInOurList() {
        var plan = decided().choose("authorization", "azure-rbac").choose("sre-rights", "custom").choose("secops-rights", "custom")
            .choose("landing-zone-owner-rights", "custom").choose("application-team-rights", "custom").plan();
        assertEquals(5, plan.customRoles().size());
        for (var role : plan.customRoles()) {
            assertEquals(List.of("/subscriptions/" + Drafts.SUBSCRIPTION), role.scopes().stream().map(scope -> scope.id()).toList());
            Stream.concat(role.actions().stream(), role.notActions().stream()).filter(action -> action.startsWith("Microsoft.ContainerService/"))
                .forEach(action -> assertTrue(Operations.isKnown(action, false), action));
            role.dataActions().forEach(action -> assertTrue(Operations.isKnown(action, true), action));
        }
        var writer = plan.customRoles().stream().filter(role -> role.name().equals("AKS application team writer")).findFirst().orElseThrow();
        for (var kept : List.of("secrets/read", "pods/exec/action", "serviceaccounts/impersonate/action", "serviceaccounts/write")) {
            assertTrue(writer.dataActions().stream().noneMatch(action -> Operations.covers(action, "Microsoft.ContainerService/managedClusters/" + kept)),
                kept);
        }
    }

    @Test
    void theSameTenantAndNameGiveTheSameGuid() {
        var first = decided().choose("sre-rights", "custom").plan().customRoles();
        assertEquals(first, decided().choose("sre-rights", "custom").plan().customRoles());
        assertFalse(
            first.getFirst().guid().equals(decided().choose("sre-rights", "custom").text("tenant", Drafts.id(9)).plan().customRoles().getFirst().guid()));
    }
}
