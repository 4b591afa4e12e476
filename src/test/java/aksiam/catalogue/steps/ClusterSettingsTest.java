package aksiam.catalogue.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Row;
import aksiam.plan.Decided;
import aksiam.plan.OpenPoint;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.PlannedCluster.ApiServer;
import aksiam.plan.PlannedCluster.ControlPlane;
import aksiam.plan.PolicyAssignment;
import aksiam.plan.Subject;
import aksiam.plan.Task;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterSettingsTest {
    private static final String NETWORK = "/subscriptions/" + Drafts.SUBSCRIPTION + "/resourceGroups/rg-network/providers/Microsoft.Network";
    private static final String VNET = NETWORK + "/virtualNetworks/vnet";
    private static final String ZONE = NETWORK + "/privateDnsZones/private.westeurope.azmk8s.io";
    private static final String REGISTRY = "/subscriptions/" + Drafts.SUBSCRIPTION
        + "/resourceGroups/rg-registry/providers/Microsoft.ContainerRegistry/registries/apps";
    private static final String WORKSPACE = "/subscriptions/" + Drafts.SUBSCRIPTION
        + "/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/law";

    /** One production cluster with network parts and a registry of its own. */
    private static Drafts one() {
        return Drafts.start().rows("clusters",
            Drafts.cluster("prd", "production").with("nodeSubnet", VNET + "/subnets/nodes").with("apiServerSubnet", VNET + "/subnets/api")
                .with("routeTable", NETWORK + "/routeTables/rt")
                .with("dnsZone", ZONE).with("registries", List.of(REGISTRY)).with("authorizedRanges", List.of("203.0.113.0/24")));
    }

    @Test
    void undecidedSettingsAreLeftOut() {
        var plan = Drafts.start().plan();
        var settings = plan.clusters().getFirst().settings();
        assertEquals(
            List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty()),
            List.of(settings.controlPlane(), settings.azureRbac(), settings.disableLocalAccounts(), settings.apiServer(), settings.disableRunCommand(),
                settings.sshAccess(), settings.networkPlugin(),
                settings.networkPolicy(), settings.policyAddon()));
        assertEquals(List.of(), plan.identities());
        assertEquals(List.of(), plan.roleAssignments());
        assertEquals(List.of(), plan.policyAssignments());
    }

    @Test
    void settingsNameTheConsiderationTheyComeFrom() {
        var settings = one().choose("local-accounts", "disabled").choose("api-server-reach", "vnet-integration-public").choose("command-invoke", "disabled")
            .choose("node-ssh", "entra-id")
            .choose("authorization", "both").choose("network-plugin", "azure-overlay").choose("network-policy-engine", "cilium")
            .choose("user-tenant", "same-tenant").plan().clusters().getFirst().settings();
        assertEquals(Optional.of(new Decided<>(true, "sign-in")), settings.entra());
        assertEquals(Optional.of(new Decided<>(true, "local-accounts")), settings.disableLocalAccounts());
        assertEquals(Optional.of(new Decided<>(ApiServer.VNET_INTEGRATION_PUBLIC, "api-server-reach")), settings.apiServer());
        assertEquals(List.of("203.0.113.0/24"), settings.authorizedRanges());
        assertEquals(Optional.of(new Decided<>(true, "command-invoke")), settings.disableRunCommand());
        assertEquals(Optional.of(new Decided<>("EntraId", "node-ssh")), settings.sshAccess());
        assertEquals(Optional.of(new Decided<>(true, "authorization")), settings.azureRbac());
        assertEquals(Optional.of(new Decided<>(Drafts.TENANT, "user-tenant")), settings.entraTenant());
        assertEquals(Optional.of(new Decided<>("azure", "network-plugin")), settings.networkPlugin());
        assertEquals("overlay", settings.networkMode());
        assertEquals(Optional.of(new Decided<>("cilium", "network-policy-engine")), settings.networkPolicy());
    }

    @Test
    void authorizedRangesDoNothingForAPrivateApiServer() {
        assertEquals(List.of(), one().choose("api-server-reach", "vnet-integration-private").plan().clusters().getFirst().settings().authorizedRanges());
        assertTrue(Drafts.open(Drafts.start().choose("api-server-reach", "authorized-ranges").plan())
            .contains("LACKING Cluster prd-weu: no address range is named that may reach the API server, so everybody could."));
    }

    @Test
    void anIdentityOfItsOwnGetsItsRightsBeforeTheCluster() {
        var plan = one().choose("control-plane-identity", "user-assigned").choose("kubelet-identity", "pre-created")
            .chooseAll("own-network", "subnets", "route-table").choose("cluster-identity-rights", "network-contributor")
            .choose("registry-permission-mode", "classic").choose("api-server-reach", "vnet-integration-private").choose("private-dns-zone", "own").plan();
        assertEquals(List.of("id-prd-control-plane in rg-prd", "id-prd-kubelet in rg-prd"),
            plan.identities().stream().map(identity -> identity.name() + " in " + identity.resourceGroup()).toList());
        assertEquals(Drafts.sorted(List.of("id-prd-control-plane: Network Contributor at nodes", "id-prd-control-plane: Network Contributor at api",
            "id-prd-control-plane: Network Contributor at rt",
            "id-prd-control-plane: Network Contributor at vnet", "id-prd-control-plane: Private DNS Zone Contributor at private.westeurope.azmk8s.io",
            "id-prd-control-plane: Managed Identity Operator at id-prd-kubelet",
            "id-prd-kubelet: AcrPull at apps").stream()), Drafts.sorted(Drafts.azure(plan).stream()));
        assertTrue(plan.roleAssignments().stream().allMatch(assignment -> assignment.stage() == 2));
        assertEquals(Optional.of(new Decided<>(ZONE, "private-dns-zone")), plan.clusters().getFirst().settings().privateDnsZone());
    }

    @Test
    void identitiesThatAksMakesGetTheirRightsAfterTheCluster() {
        var plan = one().choose("control-plane-identity", "system-assigned").choose("kubelet-identity", "aks-managed").chooseAll("own-network", "subnets")
            .choose("cluster-identity-rights", "network-contributor")
            .choose("registry-permission-mode", "abac").plan();
        assertEquals(List.of(), plan.identities());
        assertEquals(List.of("control-plane@prd: Network Contributor at nodes", "kubelet@prd: Container Registry Repository Reader at apps"),
            Drafts.sorted(Drafts.azure(plan).stream()));
        assertTrue(plan.roleAssignments().stream().allMatch(assignment -> assignment.stage() == 4));
    }

    @Test
    void aServicePrincipalHoldsTheRightsItself() {
        var row = Row.of("cluster", "prd", "clientId", Drafts.id(1), "objectId", Drafts.id(2), "vault", Drafts.VAULT, "secretName", "sp-prd");
        var plan = one().choose("control-plane-identity", "service-principal").rows("service-principals", row).chooseAll("own-network", "subnets")
            .choose("cluster-identity-rights", "network-contributor")
            .choose("registry-permission-mode", "classic").plan();
        assertEquals(Optional.of(ControlPlane.SERVICE_PRINCIPAL), plan.clusters().getFirst().settings().controlPlane().map(Decided::value));
        assertEquals(2,
            plan.roleAssignments().stream()
                .filter(assignment -> assignment.subject() instanceof Subject.Entra entra && entra.id().text().equals(Drafts.id(2)) && assignment.stage() == 2)
                .count());
        assertTrue(Drafts.open(one().choose("control-plane-identity", "service-principal").rows("service-principals", row.with("cluster", "other")).plan())
            .stream().anyMatch(point -> point.contains("its service principal")));
    }

    @Test
    void theLeastRightsAreACustomRoleOfTheDocumentedOperations() {
        var plan = one().text("design-name", "Contoso").choose("control-plane-identity", "user-assigned").chooseAll("own-network", "subnets", "route-table")
            .choose("cluster-identity-rights", "least-privilege").plan();
        var role = plan.customRoles().getFirst();
        assertEquals(List.of("Microsoft.Network/virtualNetworks/subnets/join/action", "Microsoft.Network/virtualNetworks/subnets/read",
            "Microsoft.Network/routeTables/routes/read", "Microsoft.Network/routeTables/routes/write"), role.actions());
        assertEquals("/subscriptions/" + Drafts.SUBSCRIPTION, role.scopes().getFirst().id());
        assertEquals(List.of("id-prd-control-plane: AKS cluster network, Contoso at nodes", "id-prd-control-plane: AKS cluster network, Contoso at rt"),
            Drafts.sorted(Drafts.azure(plan).stream()));
        assertFalse(role.guid().equals(one().text("design-name", "Fabrikam").choose("control-plane-identity", "user-assigned")
            .chooseAll("own-network", "subnets").choose("cluster-identity-rights", "least-privilege").plan().customRoles().getFirst().guid()));
        assertEquals(role, one().text("design-name", "Fabrikam").text("role-names", "Contoso").choose("control-plane-identity", "user-assigned")
            .chooseAll("own-network", "subnets", "route-table").choose("cluster-identity-rights", "least-privilege").plan().customRoles().getFirst(),
            "a design that is renamed keeps its roles where their name is written down");
    }

    @Test
    void aClusterThatAzureCannotBeToldOfHasNoAzureRights() {
        var plan = one().rows("clusters", one().design().rows("clusters").getFirst().with("region", "")).choose("control-plane-identity", "user-assigned")
            .chooseAll("own-network", "subnets").choose("cluster-identity-rights", "network-contributor").plan();
        assertFalse(plan.clusters().getFirst().isDeployable());
        assertEquals(List.of(), plan.identities());
        assertEquals(List.of(), plan.roleAssignments());
        assertEquals(1, plan.waitingGrants().size());
        assertTrue(Drafts.open(plan).contains("INCOMPLETE Cluster prd: no region is named. It has no Azure output before."), Drafts.open(plan).toString());
    }

    @Test
    void clustersThatNobodyCalledNewCountAsExisting() {
        var undecided = new Drafts(Drafts.start().design().without("cluster-origin"));
        assertTrue(undecided.plan().clusters().stream().allMatch(PlannedCluster::existing));
        assertEquals(List.of(true, false),
            undecided.rows("clusters", Drafts.cluster("a", "production"), Drafts.cluster("b", "production").with("origin", "new")).plan().clusters().stream()
                .map(PlannedCluster::existing).toList());
    }

    @Test
    void namesThatAreMalformedOrTakenMakeNoSecondCluster() {
        var plan = Drafts.start().rows("clusters", Drafts.cluster("prd", "production"), Drafts.cluster("PRD", "production"),
            Drafts.cluster("../x", "production"), Drafts.cluster("", "production")).plan();
        assertEquals(List.of("prd"), plan.clusters().stream().map(PlannedCluster::name).toList());
    }

    @Test
    void anEnvironmentThatNobodyDescribedCountsAsProduction() {
        var plan = Drafts.start().rows("clusters", Drafts.cluster("a", "development"), Drafts.cluster("b", "unheard of")).plan();
        assertEquals(List.of(false, true), plan.clusters().stream().map(PlannedCluster::production).toList());
    }

    @Test
    void adminGroupsWithoutObjectIdWait() {
        var plan = one().rows("principals", Drafts.principal("admins", "group", 1), Row.of("name", "later", "kind", "group", "owner", "Lee Gu"),
            Drafts.principal("ada", "user", 3)).chooseAll("admin-groups", "admins", "later", "ada").plan();
        assertEquals(List.of("admins"), plan.clusters().getFirst().settings().adminGroups().stream().map(Subject.Entra::name).toList());
        assertEquals(List.of("later cluster-admin prd"),
            plan.waitingGrants().stream().map(grant -> grant.principal() + " " + grant.role() + " " + grant.scope()).toList());
        assertTrue(plan.openPoints().stream().anyMatch(point -> point.kind() == OpenPoint.Kind.WAITING && point.owner().equals("Lee Gu")));
        assertTrue(Drafts.open(plan).contains("LACKING ada is no group of Entra ID: only groups can stand in the list of admin groups."),
            Drafts.open(plan).toString());
        assertTrue(plan.tasks().stream()
            .anyMatch(task -> task.area() == Task.Area.ENTRA_GROUPS && task.title().equals("Create or find later") && task.owner().equals("Lee Gu")));
    }

    @Test
    void readersOfTheLogsMayReadTheWorkspace() {
        var logs = one().rows("principals", Drafts.principal("secops", "group", 1)).chooseAll("audit-logs", "kube-audit-admin", "guard")
            .choose("audit-destination", "log-analytics").chooseAll("audit-readers", "secops");
        var plan = logs.text("audit-resource", WORKSPACE).plan();
        assertEquals(List.of("kube-audit-admin", "guard"), plan.clusters().getFirst().settings().auditCategories());
        assertEquals(WORKSPACE, plan.clusters().getFirst().settings().auditDestination().orElseThrow().value().text());
        assertEquals(List.of("secops: Log Analytics Reader at law"), Drafts.azure(plan));
        var wrongKind = logs.text("audit-resource", Drafts.VAULT).plan();
        assertEquals(Optional.empty(), wrongKind.clusters().getFirst().settings().auditDestination());
        assertEquals(List.of(), wrongKind.roleAssignments());
    }

    @Test
    void eachRegionSendsToADestinationThatAzureTakes() {
        var rows = List.of(Drafts.cluster("weu", "production"), Drafts.cluster("neu", "production").with("region", "northeurope"));
        var logs = one().rows("clusters", rows.toArray(Row[]::new)).chooseAll("audit-logs", "guard");
        assertEquals(List.of(WORKSPACE, WORKSPACE), destinations(logs.choose("audit-destination", "log-analytics").text("audit-resource", WORKSPACE)),
            "a workspace takes the logs of every region");
        var storage = logs.choose("audit-destination", "storage").text("audit-resource", storage("weu"));
        assertEquals(List.of("", ""), destinations(storage), "Azure would refuse one of the two");
        assertEquals(List.of(storage("weu"), storage("neu")),
            destinations(storage.rows("audit-by-region", Row.of("region", "northeurope", "resource", storage("neu")))));
        assertEquals(List.of(storage("weu"), ""), destinations(storage.rows("audit-by-region", Row.of("region", "northeurope"))), "not known yet");
        assertEquals(List.of(storage("weu"), ""), destinations(storage.rows("audit-by-region", Row.of("region", "northeurope", "resource", WORKSPACE))));
    }

    private static String storage(String name) {
        return "/subscriptions/" + Drafts.SUBSCRIPTION + "/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/st" + name;
    }

    private static List<String> destinations(Drafts draft) {
        return List.of("weu", "neu").stream()
            .map(name -> draft.plan().clusters().stream().filter(cluster -> cluster.name().equals(name)).findFirst().orElseThrow()
                .settings().auditDestination().map(destination -> destination.value().text()).orElse(""))
            .toList();
    }

    @Test
    void policyLeavesOutSystemNamespacesAndTeamsWithAWeakerLevel() {
        var policy = one().withTeams()
            .more("teams", Drafts.team("agents", List.of(), List.of("prd"), List.of("agents"), "podSecurity", "privileged"),
                Drafts.team("web", List.of(), List.of("prd"), List.of("web"), "podSecurity", "restricted"))
            .choose("policy-addon", "deny");
        assertEquals(List.of(), policy.plan().policyAssignments(), "no level is decided");
        assertEquals(
            List.of(new PolicyAssignment("aks-pod-security-baseline", "Pod Security baseline on AKS",
                "/providers/Microsoft.Authorization/policySetDefinitions/a8640138-9b0a-4a28-b8cb-1666c838647d",
                new aksiam.plan.AzureScope("/subscriptions/" + Drafts.SUBSCRIPTION + "/resourceGroups/rg-prd"), "Deny",
                List.of("agents", "azure-arc", "azure-extensions-usage-system", "gatekeeper-system", "kube-system"), "policy-addon")),
            policy.choose("pod-security", "baseline").plan().policyAssignments());
    }

    @Test
    void policyMayLookForAnotherLevelThanTheNamespacesEnforce() {
        var audit = one().withTeams().choose("policy-addon", "audit").choose("policy-level", "restricted");
        for (var labels : List.of("", "baseline", "privileged")) {
            var plan = audit.choose("pod-security", labels).plan();
            assertEquals(List.of("aks-pod-security-restricted Audit [azure-arc, azure-extensions-usage-system, gatekeeper-system, kube-system]"),
                plan.policyAssignments().stream()
                    .map(assignment -> assignment.name() + " " + assignment.effect() + " " + assignment.excludedNamespaces()).toList(),
                labels);
        }
    }

    @Test
    void safeguardsTakeOverTheLevel() {
        var settings = one().choose("pod-security", "restricted").choose("policy-addon", "safeguards").plan().clusters().getFirst().settings();
        assertEquals(Optional.of("Enforce"), settings.safeguards().map(Decided::value));
        assertEquals(Optional.of("Restricted"), settings.safeguardsPodSecurity().map(Decided::value));
        assertEquals(Optional.of(true), settings.policyAddon().map(Decided::value));
    }

    @Test
    void clientCertificatesBindNobody() {
        var plan = one().choose("sign-in", "client-certificates").plan();
        assertFalse(plan.peopleBindable());
        assertEquals(Optional.of(false), plan.clusters().getFirst().settings().entra().map(Decided::value));
    }

    @Test
    void whatNoTemplateCanDoBecomesATask() {
        var plan = one().choose("conditional-access", "required").choose("node-ssh", "entra-id").choose("access-reviews", "quarterly")
            .choose("sign-in-logs", "kept").choose("local-accounts", "disabled").choose("break-glass", "reenable-local-accounts").plan();
        assertEquals(List.of("CONDITIONAL_ACCESS Protect sign-in to nodes", "CONDITIONAL_ACCESS Protect sign-in to the Kubernetes API",
            "SIGN_IN_LOGS Send the Entra sign-in logs where the audit logs go",
            "ACCESS_REVIEWS Set up access reviews every three months", "CLUSTER Rehearse break-glass by local accounts"), tasks(plan));
    }

    private static List<String> tasks(Plan plan) {
        return plan.tasks().stream().map(task -> task.area() + " " + task.title()).toList();
    }

    @Test
    void poolsMayHaveSubnetsOfTheirOwn() {
        var pools = List.of(Row.of("name", "system", "mode", "System", "subnet", VNET + "/subnets/system"), Row.of("name", "user", "mode", "User"));
        var plan = Drafts.start().rows("clusters", Drafts.cluster("prd", "production").with("nodeSubnet", VNET + "/subnets/nodes").with("pools", pools))
            .choose("control-plane-identity", "user-assigned").chooseAll("own-network", "subnets").choose("cluster-identity-rights", "network-contributor")
            .plan();
        assertEquals(List.of("id-prd-control-plane: Network Contributor at nodes", "id-prd-control-plane: Network Contributor at system"),
            Drafts.sorted(Drafts.azure(plan).stream()));
        var cluster = plan.clusters().getFirst();
        assertEquals(List.of(VNET + "/subnets/system", VNET + "/subnets/nodes"),
            cluster.pools().stream().map(pool -> pool.subnetOr(cluster.nodeSubnet()).text()).toList());
    }

    @Test
    void identitiesThatAreThereAreUsedAndNotMade() {
        var group = "/subscriptions/" + Drafts.SUBSCRIPTION + "/resourceGroups/rg-%s/providers/Microsoft.ManagedIdentity/userAssignedIdentities/%s";
        var plan = Drafts.start()
            .rows("clusters",
                Drafts.cluster("a", "production").with("controlPlaneIdentity", group.formatted("a", "mi-aks"))
                    .with("kubeletIdentity", group.formatted("a", "mi-nodes")),
                Drafts.cluster("b", "production").with("controlPlaneIdentity", group.formatted("b", "mi-aks")),
                Drafts.cluster("c", "production").with("controlPlaneIdentity", VNET))
            .choose("control-plane-identity", "user-assigned").choose("kubelet-identity", "pre-created").plan();
        assertEquals(List.of("id-b-kubelet made", "id-c-kubelet made", "mi-aks there", "mi-aks@rg-b there", "mi-nodes there"),
            plan.identities().stream().map(identity -> identity.name() + (identity.given() ? " there" : " made")).toList());
        assertEquals(group.formatted("b", "mi-aks"), plan.identity("mi-aks@rg-b").orElseThrow().id().text());
        assertEquals(List.of("mi-aks: Managed Identity Operator at mi-nodes", "mi-aks@rg-b: Managed Identity Operator at id-b-kubelet"),
            Drafts.sorted(Drafts.azure(plan).stream()));
        assertTrue(Drafts.open(plan).contains("LACKING Cluster c: " + VNET + " is no user-assigned identity, so the cluster would get none."));
    }

    @Test
    void eachClusterMayListAdminGroupsOfItsOwn() {
        var plan = Drafts.start().rows("principals", Drafts.principal("admins-a", "group", 1), Drafts.principal("admins-b", "group", 2))
            .rows("clusters", Drafts.cluster("a", "production").with("adminGroups", List.of("admins-a")),
                Drafts.cluster("b", "production").with("adminGroups", List.of("admins-b", "nobody")), Drafts.cluster("c", "production"))
            .chooseAll("admin-groups", "admins-a", "admins-b").plan();
        assertEquals(List.of(List.of("admins-a"), List.of("admins-b"), List.of("admins-a", "admins-b")),
            plan.clusters().stream().map(cluster -> cluster.settings().adminGroups().stream().map(Subject.Entra::name).toList()).toList());
        assertTrue(Drafts.open(plan).contains("LACKING Cluster b lists nobody, which is no admin group of the design."));
    }

    @Test
    void localAccountsStayUntilSomebodyCanSignInWithoutThem() {
        var undecided = new Drafts(Drafts.start().design().without("sign-in")).choose("local-accounts", "disabled").plan();
        assertEquals(Optional.empty(), undecided.clusters().getFirst().settings().disableLocalAccounts());
        assertTrue(Drafts.open(undecided).stream().anyMatch(text -> text.startsWith("AWAITED Cluster prd-weu: its local accounts stay as they are")));
        assertFalse(undecided.clusters().getFirst().isDeployable(), "a new cluster would have them on");
    }
}
