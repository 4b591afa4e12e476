package aksiam.catalogue.steps;

import static aksiam.catalogue.steps.Drafts.grant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.model.DesignId;
import aksiam.model.Row;
import aksiam.plan.Access;
import aksiam.plan.EligibleGrant.Activation;
import aksiam.plan.EligibleGrant.Checks;
import aksiam.plan.EligibleGrant.Mechanism;
import aksiam.plan.KubernetesRole;
import aksiam.plan.OpenPoint;
import aksiam.plan.Plan;
import aksiam.plan.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantRowsTest {
    private static final String CLUSTER_ADMIN = "Azure Kubernetes Service RBAC Cluster Admin";
    private static final String SRE = Drafts.id(1);

    private static Drafts start() {
        return Drafts.start()
            .rows("principals", Drafts.principal("sre", "group", 1), Drafts.principal("alice", "user", 2), Drafts.principal("pipeline", "pipeline", 3),
                Row.of("name", "later", "kind", "group", "owner", "Ann"),
                Row.of("name", "ingress/traefik", "kind", "service-account"))
            .rows("teams", Drafts.team("ingress", List.of(), List.of("dev-weu", "prd-weu"), List.of("ingress")));
    }

    @Test
    void aGrantPrintsWhatItSaysAndNothingBesides() {
        var plan = start().rows("grants", grant("sre", "azure", CLUSTER_ADMIN, "prd-weu", "standing"),
            grant("sre", "azure", "Reader", "/subscriptions/" + Drafts.SUBSCRIPTION, "standing"),
            grant("sre", "azure", "Azure Kubernetes Service RBAC Reader", "dev-weu/ingress", "standing"),
            grant("sre", "azure", "Reader", "/providers/Microsoft.Management/managementGroups/platform", "standing"),
            grant("alice", "kubernetes", "view", "*", "standing"), grant("sre", "kubernetes", "cluster-admin", "dev-weu/ingress", "standing")).plan();
        assertEquals(List.of("sre: Reader at platform", "sre: Reader at " + Drafts.SUBSCRIPTION,
            "sre: Azure Kubernetes Service RBAC Reader at dev-weu/namespaces/ingress", "sre: " + CLUSTER_ADMIN + " at prd-weu"), Drafts.azure(plan));
        assertEquals(List.of("alice: view in dev-weu", "sre: cluster-admin in dev-weu/ingress", "alice: view in prd-weu"), Drafts.bindings(plan));
        assertEquals(List.of(), Drafts.open(plan));
    }

    @Test
    void bothPlanesPrintWhateverAuthorizationSays() {
        for (var authorization : List.of("kubernetes-rbac", "azure-rbac", "both")) {
            var plan = start().choose("authorization", authorization)
                .rows("grants", grant("sre", "azure", CLUSTER_ADMIN, "prd-weu", "standing"), grant("sre", "kubernetes", "view", "prd-weu", "standing")).plan();
            assertEquals(List.of("sre: " + CLUSTER_ADMIN + " at prd-weu"), Drafts.azure(plan));
            assertEquals(List.of("sre: view in prd-weu"), Drafts.bindings(plan));
        }
    }

    @Test
    void withClientCertificatesOnlyServiceAccountsAreBound() {
        var plan = start().choose("sign-in", "client-certificates")
            .rows("personas",
                Row.of("name", "ingress-reader", "scope", "cluster", "rules",
                    List.of(Row.of("apiGroups", List.of("core"), "resources", List.of("services"), "verbs", List.of("list")))))
            .rows("grants", grant("sre", "kubernetes", "view", "prd-weu", "standing"),
                grant("ingress/traefik", "kubernetes", "ingress-reader", "prd-weu", "standing"), grant("sre", "azure", "Reader", "prd-weu", "standing"))
            .plan();
        assertEquals(List.of("ingress/traefik: ingress-reader in prd-weu"), Drafts.bindings(plan));
        assertEquals(List.of("sre: Reader at prd-weu"), Drafts.azure(plan));
        assertTrue(Drafts.open(plan).stream().anyMatch(text -> text.startsWith("INCOMPLETE sre is not given view at prd-weu: with client certificates")));
    }

    @Test
    void aServiceAccountThatIsBoundIsMade() {
        var plan = start()
            .rows("grants", grant("ingress/traefik", "kubernetes", "view", "*", "standing"), grant("ingress/traefik", "azure", "Reader", "prd-weu", "standing"))
            .plan();
        assertEquals(List.of("dev-weu", "prd-weu"), plan.serviceAccounts().stream().map(account -> account.cluster()).toList());
        assertEquals(new Subject.Account("ingress", "traefik"), plan.kubernetesBindings().getFirst().subject());
        assertEquals(List.of(), plan.roleAssignments());
        assertEquals(1, Drafts.open(plan).size());
    }

    @Test
    void identitiesOfAClusterAreNamedWhoeverMakesThem() {
        var grants = new Row[]{
            grant("control-plane@prd-weu", "azure", "Network Contributor", "/subscriptions/" + Drafts.SUBSCRIPTION + "/resourceGroups/rg-spoke", "standing"),
            grant("kubelet@prd-weu", "azure", "Virtual Machine Contributor",
                "/subscriptions/" + Drafts.SUBSCRIPTION + "/resourceGroups/MC_rg-prd-weu_prd-weu_westeurope", "standing"),
            grant("key-vault-secrets-provider@prd-weu", "azure", "Key Vault Secrets User", Drafts.VAULT, "standing")};
        var ours = start().choose("control-plane-identity", "user-assigned").choose("kubelet-identity", "pre-created").choose("key-vault-access", "csi-driver")
            .rows("grants", grants).plan().roleAssignments().stream()
            .filter(assignment -> assignment.consideration().equals("grants")).toList();
        assertEquals(List.of(2, 4, 4), ours.stream().map(assignment -> assignment.stage()).toList(),
            "what a cluster needs before it exists is given before it");
        assertEquals(
            List.of(new Subject.Identity("id-prd-weu-control-plane"), new Subject.Identity("id-prd-weu-kubelet"),
                new Subject.ClusterMade("prd-weu", Subject.ClusterMade.Part.KEY_VAULT_SECRETS_PROVIDER)),
            Drafts.sorted(ours.stream().map(assignment -> assignment.subject().label())).stream()
                .map(label -> ours.stream().map(a -> a.subject()).filter(s -> s.label().equals(label)).findFirst().orElseThrow()).toList());
        var made = start().choose("control-plane-identity", "system-assigned").choose("kubelet-identity", "aks-managed").rows("grants", grants).plan();
        assertEquals(
            List.of(new Subject.ClusterMade("prd-weu", Subject.ClusterMade.Part.KUBELET),
                new Subject.ClusterMade("prd-weu", Subject.ClusterMade.Part.CONTROL_PLANE)),
            made.roleAssignments().stream().filter(assignment -> assignment.consideration().equals("grants")).map(assignment -> assignment.subject()).toList());
        assertTrue(Drafts.open(made).stream().anyMatch(text -> text.contains("key-vault-secrets-provider@prd-weu")),
            "without the driver AKS makes no such identity");
    }

    @Test
    void aGrantWithoutObjectIdWaits() {
        var plan = start().rows("grants", grant("later", "azure", "Reader", "prd-weu", "standing"), grant("later", "kubernetes", "view", "prd-weu", "standing"))
            .plan();
        assertEquals(List.of(), plan.roleAssignments());
        assertEquals(List.of(), plan.kubernetesBindings());
        assertEquals(List.of("Ann", "Ann"), plan.waitingGrants().stream().map(grant -> grant.owner()).toList());
        assertEquals(List.of("Ann"), plan.openPoints().stream().filter(point -> point.kind() == OpenPoint.Kind.WAITING).map(point -> point.owner()).toList());
    }

    @Test
    void eligibleByAzureRolesIsNoAssignment() {
        var draft = start().choose("entra-licence", "p2").rows("grants", grant("sre", "azure", CLUSTER_ADMIN, "prd-weu", "eligible"),
            grant("sre", "kubernetes", "cluster-admin", "prd-weu", "eligible"),
            grant("pipeline", "azure", "Reader", "prd-weu", "eligible"));
        for (var mechanism : List.of("azure-roles", "both")) {
            var plan = draft.choose("jit-mechanism", mechanism).plan();
            assertEquals(List.of(), plan.roleAssignments(), mechanism);
            var eligible = plan.eligibleGrants().stream().filter(grant -> grant.mechanism() == Mechanism.AZURE_ROLE).toList();
            assertEquals(List.of(Drafts.clusterId("prd-weu")), eligible.stream().map(grant -> grant.scope()).toList());
            assertTrue(Drafts.open(plan).stream().anyMatch(text -> text.contains("only people can activate")));
        }
        assertEquals(List.of(), draft.choose("jit-mechanism", "azure-roles").plan().kubernetesBindings(), "Kubernetes RBAC has nothing to activate");
    }

    @Test
    void eligibleByGroupsActivatesTheMembership() {
        var draft = start().choose("entra-licence", "p2").choose("jit-mechanism", "groups").rows("grants",
            grant("sre", "azure", CLUSTER_ADMIN, "prd-weu", "eligible"), grant("sre", "kubernetes", "cluster-admin", "dev-weu/ingress", "eligible"),
            grant("alice", "kubernetes", "view", "dev-weu", "eligible"));
        var plan = draft.plan();
        assertEquals(List.of("sre: " + CLUSTER_ADMIN + " at prd-weu"), Drafts.azure(plan));
        assertEquals(List.of("sre: cluster-admin in dev-weu/ingress"), Drafts.bindings(plan));
        assertEquals(List.of(Mechanism.GROUP, Mechanism.GROUP), plan.eligibleGrants().stream().map(grant -> grant.mechanism()).toList());
        assertTrue(Drafts.open(plan).stream().anyMatch(text -> text.contains("alice is none")));
        assertTrue(plan.tasks().stream().anyMatch(task -> task.area() == aksiam.plan.Task.Area.PIM_GROUPS && task.title().contains("sre")));
        var both = draft.choose("jit-mechanism", "both").plan();
        assertEquals(List.of(), Drafts.azure(both));
        assertEquals(List.of("sre: cluster-admin in dev-weu/ingress"), Drafts.bindings(both));
    }

    @Test
    void withoutAMechanismAnEligibleGrantGivesNothing() {
        var draft = start().choose("entra-licence", "p2").rows("grants", grant("sre", "azure", CLUSTER_ADMIN, "prd-weu", "eligible"),
            grant("sre", "kubernetes", "cluster-admin", "prd-weu", "eligible"));
        for (var undecided : List.of(draft, draft.choose("jit-mechanism", "none"))) {
            var plan = undecided.plan();
            assertEquals(List.of(List.of(), List.of(), List.of()), List.of(plan.roleAssignments(), plan.kubernetesBindings(), plan.eligibleGrants()));
            assertEquals(2, Drafts.open(plan).size());
        }
    }

    @Test
    void activationIsThatOfTheRoleElseOfEveryRoleElseOpen() {
        var draft = start().choose("entra-licence", "p2").choose("jit-mechanism", "azure-roles").rows("grants",
            grant("sre", "azure", CLUSTER_ADMIN, "prd-weu", "eligible"), grant("sre", "azure", "Reader", "prd-weu", "eligible"));
        assertEquals(List.of(Activation.UNDECIDED, Activation.UNDECIDED), draft.plan().eligibleGrants().stream().map(grant -> grant.activation()).toList());
        var plan = draft.rows("activations", Row.of("role", "*", "hours", 8), Row.of("role", CLUSTER_ADMIN, "hours", 2, "approval", true, "approvers",
            List.of("alice", "later"), "mfa", true, "justification", true, "eligibleDays", 365)).plan();
        assertEquals(
            List.of(
                new Activation(2, Optional.of(true), List.of(new Subject.Entra("alice", new aksiam.model.ObjectId(Drafts.id(2)), Subject.Entra.Kind.User)),
                    Optional.of(new Checks(true, true, false)), OptionalInt.of(365)),
                new Activation(8, Optional.empty(), List.of(), Optional.empty(), OptionalInt.empty())),
            plan.eligibleGrants().stream().map(grant -> grant.activation()).toList());
        assertEquals(List.of("WAITING Approver later of " + CLUSTER_ADMIN + " has no object id yet.", "INCOMPLETE How long sre stays eligible for Reader at "
            + plan.eligibleGrants().get(1).scope() + " is not decided, so it is not requested."), Drafts.open(plan));
        var decade = draft.rows("activations", Row.of("role", "*", "hours", 2, "eligibleDays", 3650)).plan();
        assertEquals(OptionalInt.empty(), decade.eligibleGrants().getFirst().activation().eligibleDays(), "a period that PIM refuses is not requested");
        var endless = draft.rows("activations", Row.of("role", "*", "hours", 25)).plan();
        assertEquals(0, endless.eligibleGrants().getFirst().activation().hours());
        assertTrue(Drafts.open(endless).contains("INCOMPLETE Activation of * names no time of 1 to 24 hours."));
    }

    @Test
    void eachAreaHasApproversOfItsOwn() {
        var draft = start().choose("entra-licence", "p2").choose("jit-mechanism", "azure-roles").rows("grants",
            grant("sre", "azure", "Reader", "prd-weu", "eligible"), grant("sre", "azure", "Reader", "dev-weu/ingress", "eligible"),
            grant("alice", "azure", "Reader", "dev-weu/ingress", "eligible"));
        var plan = draft.rows("activations", Row.of("role", "*", "hours", 8, "eligibleDays", 90),
            Row.of("role", "*", "scope", "dev-weu", "hours", 4, "eligibleDays", 90),
            Row.of("role", "Reader", "principal", "alice", "hours", 2, "eligibleDays", 90)).plan();
        assertEquals(List.of("alice 2", "sre 4", "sre 8"), plan.eligibleGrants().stream()
            .map(grant -> grant.subject().label() + " " + grant.activation().hours()).sorted().toList());
        assertTrue(
            Drafts.open(plan).stream()
                .anyMatch(text -> text.endsWith("has one set of activation rules, and the rows ask for two: the stricter of each holds.")),
            () -> Drafts.open(plan).toString());
        assertEquals(2, plan.eligibleGrants().get(0).activation().strictest(plan.eligibleGrants().get(1).activation()).hours());
    }

    @Test
    void aChosenBreakGlassNeedsSomebodyWhoHoldsIt() {
        var contributor = "Azure Kubernetes Service Contributor Role";
        var chosen = start().choose("local-accounts", "disabled").choose("break-glass", "reenable-local-accounts");
        assertTrue(findings(chosen).contains("nobody-for-break-glass"), () -> findings(chosen).toString());
        var half = chosen.rows("grants", grant("sre", "azure", contributor, "prd-weu", "break-glass"));
        assertTrue(findings(half).contains("cluster-without-break-glass") && !findings(half).contains("nobody-for-break-glass"));
        for (var settled : List.of(chosen.choose("break-glass", "none"), chosen.rows("grants", grant("sre", "azure", contributor, "*", "break-glass")))) {
            assertTrue(findings(settled).stream().noneMatch(id -> id.endsWith("break-glass")), () -> findings(settled).toString());
        }
        var group = start().choose("authorization", "azure-rbac").choose("break-glass", "emergency-group");
        assertTrue(findings(group.rows("grants", grant("sre", "azure", contributor, "*", "break-glass"))).contains("nobody-for-break-glass"));
        assertTrue(!findings(group.rows("grants", grant("sre", "azure", CLUSTER_ADMIN, "*", "break-glass"))).contains("nobody-for-break-glass"));
    }

    @Test
    void activatedMembershipOfAnAdminGroupIsClusterAdmin() {
        var draft = start().choose("authorization", "kubernetes-rbac").choose("entra-licence", "p2").choose("jit-mechanism", "groups")
            .rows("grants", grant("sre", "kubernetes", "view", "prd-weu", "eligible"));
        assertTrue(!findings(draft).contains("eligible-cluster-admin"));
        var listed = new Drafts(draft.design().with("admin-groups", new aksiam.model.Answer.Choices(List.of("sre"))));
        assertTrue(findings(listed).contains("eligible-cluster-admin"), () -> findings(listed).toString());
    }

    private static List<String> findings(Drafts draft) {
        return aksiam.rules.Check.findings(draft.design()).stream().map(finding -> finding.id()).toList();
    }

    @Test
    void breakGlassIsStandingMarkedAndWatched() {
        var plan = start().rows("grants", grant("alice", "azure", "Azure Kubernetes Service Contributor Role", "*", "break-glass"),
            grant("alice", "kubernetes", "cluster-admin", "prd-weu", "break-glass")).plan();
        assertEquals(List.of(Access.BREAK_GLASS, Access.BREAK_GLASS), plan.roleAssignments().stream().map(assignment -> assignment.access()).toList());
        assertEquals(1, plan.kubernetesBindings().size());
        assertTrue(plan.tasks().stream().anyMatch(task -> task.title().equals("Alert on use of break-glass rights: alice")));
    }

    @Test
    void managedNamespacesHaveTheirOwnScope() {
        var plan = start().choose("authorization", "azure-rbac").choose("namespace-kind", "managed")
            .rows("grants", grant("sre", "azure", "Azure Kubernetes Service RBAC Reader", "prd-weu/ingress", "standing")).plan();
        assertEquals(List.of("sre: Azure Kubernetes Service RBAC Reader at prd-weu/managedNamespaces/ingress"), Drafts.azure(plan));
    }

    @Test
    void customRolesWithDataActionsStayBelowManagementGroups() {
        var data = Row.of("name", "Reader of pods", "dataActions", List.of("Microsoft.ContainerService/managedClusters/pods/read"), "scopes",
            List.of("/subscriptions/" + Drafts.SUBSCRIPTION));
        var groups = Row.of("name", "Two groups", "actions", List.of("Microsoft.ContainerService/managedClusters/read"), "scopes",
            List.of("/providers/Microsoft.Management/managementGroups/one", "/providers/Microsoft.Management/managementGroups/two"));
        var plan = start()
            .rows("azure-roles", data, groups, Row.of("name", "reader", "actions", List.of("*"), "scopes", List.of("*")),
                Row.of("name", "Nowhere", "actions", List.of("*")))
            .rows("grants", grant("sre", "azure", "Reader of pods", "/providers/Microsoft.Management/managementGroups/one", "standing"),
                grant("sre", "azure", "Reader of pods", "prd-weu", "standing"))
            .plan();
        assertEquals(List.of("sre: Reader of pods at prd-weu"), Drafts.azure(plan));
        assertEquals(List.of("Reader of pods", "Two groups"), plan.customRoles().stream().map(role -> role.name()).toList());
        assertEquals(1, plan.customRoles().get(1).scopes().size());
        assertEquals(2, plan.openPoints().stream().filter(point -> point.kind() == OpenPoint.Kind.LIMIT).count());
        assertEquals(4, Drafts.open(plan).size(), Drafts.open(plan).toString());
    }

    @Test
    void theTableWinsOverTheProposalForAPurpose() {
        var draft = start().choose("sre-rights", "custom").choose("secops-rights", "built-in").choose("landing-zone-owner-rights", "none");
        assertEquals(List.of("AKS SRE repair"), draft.plan().customRoles().stream().map(role -> role.name()).toList());
        var own = Row.of("name", "Our SRE", "purpose", "sre", "actions", List.of("Microsoft.ContainerService/managedClusters/start/action"), "scopes",
            List.of("prd-weu"));
        assertEquals(List.of("Our SRE"), draft.rows("azure-roles", own).plan().customRoles().stream().map(role -> role.name()).toList());
        assertEquals(List.of("sre: AKS SRE repair at prd-weu"),
            Drafts.azure(draft.rows("grants", grant("sre", "azure", "AKS SRE repair", "prd-weu", "standing")).plan()));
    }

    @Test
    void personasLimitEveryClusterToTheirEnvironments() {
        var persona = Row.of("name", "looker", "scope", "cluster", "environments", List.of("development"), "rules",
            List.of(Row.of("apiGroups", List.of("core"), "resources", List.of("pods"), "verbs", List.of("get"))));
        var plan = start()
            .rows("personas", persona, persona.with("name", "edit"),
                persona.with("name", "hollow").with("rules", List.of(Row.of("resources", List.of("pods")))))
            .rows("grants", grant("sre", "kubernetes", "looker", "*", "standing"), grant("alice", "kubernetes", "looker", "prd-weu", "standing")).plan();
        assertEquals(List.of("sre: looker in dev-weu", "alice: looker in prd-weu"), Drafts.bindings(plan));
        assertEquals(List.of("hollow", "looker"), plan.kubernetesRoles().stream().map(role -> role.name()).toList());
        assertEquals(List.of(""), plan.kubernetesRoles().get(1).rules().getFirst().apiGroups());
        assertEquals(3, Drafts.open(plan).size(), Drafts.open(plan).toString());
    }

    @Test
    void whatTheDesignDoesNotHoldIsSaid() {
        var plan = start().rows("grants", grant("nobody", "azure", "Reader", "prd-weu", "standing"),
            grant("sre", "azure", "No such role", "prd-weu", "standing"), grant("sre", "azure", "Reader", "nowhere", "standing"),
            grant("sre", "kubernetes", "no-such-role", "prd-weu", "standing"),
            grant("sre", "kubernetes", "view", "/subscriptions/" + Drafts.SUBSCRIPTION, "standing"),
            grant("sre", "kubernetes", "view", "prd-weu/none", "standing"),
            grant("sre", "neither", "view", "prd-weu", "standing"), grant("sre", "azure", "Reader", "prd-weu", "")).plan();
        assertEquals(List.of(List.of(), List.of()), List.of(plan.roleAssignments(), plan.kubernetesBindings()));
        assertEquals(8, Drafts.open(plan).size());
    }

    @Test
    void oneSubjectUnderTwoNamesIsGivenARightOnce() {
        var plan = start().more("principals", Row.of("name", "sre again", "kind", "group", "objectId", SRE.toUpperCase(java.util.Locale.ROOT)))
            .rows("grants", grant("sre", "azure", "Reader", "prd-weu", "standing"),
                grant("sre again", "azure", "reader", "prd-weu", "standing"),
                grant("sre", "azure", "acdd72a7-3385-48ef-bd42-f606fba81ae7", "prd-weu", "standing"))
            .plan();
        assertEquals(1, plan.roleAssignments().size());
    }

    @Test
    void aCustomRoleIsGivenOnlyWhereAzureTakesIt() {
        var role = Row.of("name", "Repair", "actions", List.of("Microsoft.ContainerService/managedClusters/read"), "scopes",
            List.of("/subscriptions/" + Drafts.SUBSCRIPTION + "/resourceGroups/rg-prd-weu"));
        var plan = Drafts.start().rows("principals", Drafts.principal("sre", "group", 1)).rows("azure-roles", role)
            .rows("grants", grant("sre", "azure", "Repair", "prd-weu", "standing"), grant("sre", "azure", "Repair", "dev-weu", "standing")).plan();
        assertEquals(List.of("sre: Repair at prd-weu"), Drafts.azure(plan));
        assertEquals(
            List.of("INCOMPLETE Repair for sre at dev-weu: the scope is none of the assignable scopes of the custom role, nor below one."),
            Drafts.open(plan));
    }

    @Test
    void aRoleInsideClustersIsSaidToDoNothingWithoutAzureRbac() {
        var draft = Drafts.start().rows("principals", Drafts.principal("sre", "group", 1)).rows("grants",
            grant("sre", "azure", "Azure Kubernetes Service RBAC Reader", "prd-weu/payments", "standing"),
            grant("sre", "azure", "Azure Kubernetes Service Cluster User Role", "prd-weu", "standing"));
        var plan = draft.choose("authorization", "kubernetes-rbac").plan();
        assertEquals(2, plan.roleAssignments().size(), "the row prints what it says");
        assertEquals(List.of("INCOMPLETE Azure Kubernetes Service RBAC Reader for sre at prd-weu/payments: inside prd-weu it allows nothing, "
            + "because Azure RBAC is off there."), Drafts.open(plan));
        assertEquals(List.of(), Drafts.open(draft.choose("authorization", "both").plan()));
    }

    @Test
    void proposedRolesCarryTheNameOfTheDesignAndAreFoundWithoutIt() {
        var plan = Drafts.start().text("design-name", "Shop").rows("principals", Drafts.principal("sre", "group", 1)).choose("sre-rights", "custom")
            .rows("grants", grant("sre", "azure", "AKS SRE repair", "prd-weu", "standing"),
                grant("sre", "azure", "AKS SRE repair, Shop", "dev-weu", "standing"))
            .plan();
        assertEquals(List.of("AKS SRE repair, Shop"), plan.customRoles().stream().map(role -> role.name()).toList(),
            "another design in the tenant may have one too");
        var renamed = Drafts.start().text("design-name", "Store").text("role-names", "Shop").rows("principals", Drafts.principal("sre", "group", 1))
            .choose("sre-rights", "custom").rows("grants", grant("sre", "azure", "AKS SRE repair", "prd-weu", "standing")).plan();
        assertEquals(plan.customRoles(), renamed.customRoles());
        assertEquals(List.of("sre: AKS SRE repair, Shop at prd-weu"), Drafts.azure(renamed));
        assertEquals(List.of("sre: AKS SRE repair, Shop at dev-weu", "sre: AKS SRE repair, Shop at prd-weu"), Drafts.azure(plan));
    }

    @Test
    void whoeverTurnsLocalAccountsOnAgainMayWriteTheClusterWithItsIdentitiesAndSubnets() {
        var network = "/subscriptions/" + Drafts.SUBSCRIPTION + "/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet/subnets/nodes";
        var contributor = "Azure Kubernetes Service Contributor Role";
        var draft = start().choose("control-plane-identity", "user-assigned").choose("kubelet-identity", "pre-created")
            .chooseAll("own-network", "subnets")
            .rows("clusters", Drafts.cluster("dev-weu", "development"), Drafts.cluster("prd-weu", "production").with("nodeSubnet", network))
            .rows("grants", grant("sre", "azure", contributor, "prd-weu", "break-glass"));
        assertEquals(List.of("sre: " + contributor + " at prd-weu"), rightsOf("sre", draft.plan()), "no way back by local accounts is decided");
        var back = draft.choose("break-glass", "reenable-local-accounts");
        assertEquals(
            List.of("sre: " + contributor + " at prd-weu", "sre: Managed Identity Operator at id-prd-weu-control-plane",
                "sre: Managed Identity Operator at id-prd-weu-kubelet", "sre: AKS break-glass network at nodes"),
            rightsOf("sre", back.plan()));
        assertEquals(List.of("sre: " + contributor + " at prd-weu"),
            rightsOf("sre", back.rows("grants", grant("sre", "azure", contributor, "prd-weu", "standing")).plan()), "a standing right is not the way back");
        var eligible = back.choose("jit-mechanism", "azure-roles").rows("grants", grant("sre", "azure", contributor, "prd-weu", "eligible")).plan();
        assertEquals(4, eligible.eligibleGrants().size());
        assertEquals(List.of("sre: Owner at " + Drafts.SUBSCRIPTION),
            rightsOf("sre", back.rows("grants", grant("sre", "azure", "Owner", "/subscriptions/" + Drafts.SUBSCRIPTION, "break-glass")).plan()),
            "Owner of all of it may do that already");
    }

    private static List<String> rightsOf(String principal, Plan plan) {
        return Drafts.azure(plan).stream().filter(line -> line.startsWith(principal + ": ")).sorted(Comparator.comparing(line -> line.contains("nodes")))
            .toList();
    }

    @Test
    void twoDesignsOfATenantNeverDefineTheSameCustomRole() {
        var design = Drafts.start().text("design-name", "Shop").choose("sre-rights", "custom").design();
        var one = Catalogue.plan(design.withId(new DesignId("0b6f5a52-3c1c-4f0e-9a4e-6f2f1f1b7a01"))).customRoles().getFirst();
        var two = Catalogue.plan(design.withId(new DesignId("91c2d7e4-5a0b-4c55-8a1d-2d9e0c3b4f02"))).customRoles().getFirst();
        assertEquals("AKS SRE repair, Shop (0b6f5a52)", one.role().name());
        assertEquals("AKS SRE repair, Shop (91c2d7e4)", two.role().name());
        assertNotEquals(one.guid(), two.guid());
        var earlier = Catalogue.plan(design).customRoles().getFirst();
        assertEquals("AKS SRE repair, Shop", earlier.role().name(), "what was deployed before designs had ids keeps name and GUID");
        assertEquals(UUID.nameUUIDFromBytes((design.text("tenant") + "/AKS SRE repair, Shop").getBytes(StandardCharsets.UTF_8)).toString(), earlier.guid());
    }

    @Test
    void aPersonaMayNamePathsOfTheApiServer() {
        var rule = Row.of("apiGroups", List.of("core"), "resources", List.of("nodes"), "verbs", List.of("get"), "paths", List.of("/metrics"));
        var persona = Row.of("name", "scraper", "scope", "cluster", "rules", List.of(rule, Row.of("paths", List.of("/healthz/*"), "verbs", List.of("get"))));
        var plan = Drafts.start().rows("personas", persona).plan();
        assertEquals(
            List.of(KubernetesRole.Rule.ofResources(List.of(""), List.of("nodes"), List.of("get"), List.of()),
                KubernetesRole.Rule.ofPaths(List.of("/metrics"), List.of("get")), KubernetesRole.Rule.ofPaths(List.of("/healthz/*"), List.of("get"))),
            plan.kubernetesRoles().getFirst().rules());
        assertEquals(List.of(), Drafts.open(plan));
        assertEquals(List.of("INCOMPLETE Persona scraper is meant for namespaces: there its rules for paths of the API server give nothing."),
            Drafts.open(Drafts.start().rows("personas", persona.with("scope", "namespace")).plan()));
    }
}
