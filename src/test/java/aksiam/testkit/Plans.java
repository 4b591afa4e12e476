package aksiam.testkit;

import aksiam.model.ClientId;
import aksiam.model.DesignId;
import aksiam.model.ObjectId;
import aksiam.model.ResourceId;
import aksiam.model.rows.Cluster;
import aksiam.model.rows.Pool;
import aksiam.model.rows.ServicePrincipal;
import aksiam.plan.Access;
import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.CosmosRoleAssignment;
import aksiam.plan.CustomRole;
import aksiam.plan.Decided;
import aksiam.plan.FederatedCredential;
import aksiam.plan.IdentityBinding;
import aksiam.plan.ManagedIdentity;
import aksiam.plan.Namespace;
import aksiam.plan.Plan;
import aksiam.plan.PlanBuilder;
import aksiam.plan.PlannedCluster.ApiServer;
import aksiam.plan.PlannedCluster.ControlPlane;
import aksiam.plan.PolicyAssignment;
import aksiam.plan.Role;
import aksiam.plan.RoleAssignment;
import aksiam.plan.ServiceAccount;
import aksiam.plan.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Plans put together by hand, which hold every case that the Azure outputs have to print. */
public final class Plans {
    public static final String SUBSCRIPTION = "b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10";
    public static final String OTHER_SUBSCRIPTION = "c92e13f8-62d9-48b4-9e1f-3a7d8b0c5f21";
    private static final String READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    private static final String NETWORK = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg-network/providers/Microsoft.Network/";
    private static final String DATA = "/subscriptions/" + OTHER_SUBSCRIPTION + "/resourceGroups/rg-data/providers/";
    /** Text that means something in every language of a bundle. */
    public static final String HOSTILE = "a 'b' \"c\" ''' ${subscription().id} $(id) `id` \\ // /* */ # <b> | {{ x }}\n---\r\n\t\u0000\u202Eright to left\u202C \uD83D\uDE80 "
        + "x".repeat(500);

    private Plans() {
    }

    public static Subject.Entra group(int number) {
        return new Subject.Entra("group " + number, new ObjectId("1f0a2b3c-0000-4000-8000-%012d".formatted(number)), Subject.Entra.Kind.Group);
    }

    public static ClusterDraft cluster(String name, String subscription, boolean existing, boolean automatic, List<Pool> pools) {
        var none = ResourceId.NONE;
        return new ClusterDraft(
            new Cluster(name, "production", "westeurope", subscription, "rg-" + name, false, existing ? "existing" : "new",
                automatic ? "automatic" : "standard",
                "1.34",
                new ResourceId(NETWORK + "virtualNetworks/vnet-hub/subnets/snet-nodes"), new ResourceId(NETWORK + "virtualNetworks/vnet-hub/subnets/snet-api"),
                none, none, List.of(), List.of(), "", List.of(), none, none, pools, List.of()),
            subscription,
            true, existing, automatic);
    }

    /** One new cluster of which nothing is decided. */
    public static Plan undecided() {
        var plan = new PlanBuilder();
        plan.add(cluster("aks-open", SUBSCRIPTION, false, false, List.of()));
        return plan.build();
    }

    /** Every kind of cluster, scope and subject; all typed text is this one. */
    public static Plan everything(String text) {
        var plan = new PlanBuilder();
        plan.design = DesignId.derived("tenant", "everything");
        plan.name = text;
        plan.tenant = "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d";
        clusters(plan);
        identities(plan);
        rights(plan, text);
        plan.add(new CustomRole("Deployer " + text, "Deployer " + text, "0f1e2d3c-4b5a-4687-9786-a5b4c3d2e1f0", text,
            List.of("Microsoft.ContainerService/managedClusters/read"),
            List.of("Microsoft.ContainerService/managedClusters/runCommand/action"),
            List.of("Microsoft.ContainerService/managedClusters/apps/deployments/*"), List.of(),
            List.of(new AzureScope("/subscriptions/" + SUBSCRIPTION), new AzureScope("/subscriptions/" + OTHER_SUBSCRIPTION)), "custom-roles"));
        plan.add(new CustomRole("Landing zone owner", "Landing zone owner", "1f1e2d3c-4b5a-4687-9786-a5b4c3d2e1f0", "", List.of("*"),
            List.of("Microsoft.Authorization/*/write"),
            List.of(), List.of(),
            List.of(new AzureScope("/providers/Microsoft.Management/managementGroups/mg-landing-zones")), "landing-zone-owner"));
        var initiative = "/providers/Microsoft.Authorization/policySetDefinitions/42b8ef37-b724-4e24-bbc8-7a7708edfe00";
        for (var scope : List.of("/providers/Microsoft.Management/managementGroups/mg-landing-zones", "/subscriptions/" + SUBSCRIPTION,
            "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg-aks-prd",
            plan.cluster("aks-prd").orElseThrow().id().text())) {
            plan.add(new PolicyAssignment("aks-pod-security", "Pod Security restricted", initiative, new AzureScope(scope), "Deny",
                List.of("kube-system", "gatekeeper-system"), "policy-addon"));
        }
        plan.add(new PolicyAssignment("aks-local-accounts", text, "/providers/Microsoft.Authorization/policyDefinitions/993c2fcd-2b29-49d2-9eb0-df2c3a730c32",
            new AzureScope("/subscriptions/" + SUBSCRIPTION), "", List.of(), "local-accounts"));
        return plan.build();
    }

    private static void clusters(PlanBuilder plan) {
        var pools = List.of(
            new Pool("system", "System", "Standard_D4ds_v5", OptionalInt.of(3), List.of("CriticalAddonsOnly=true:NoSchedule"),
                List.of("team=platform", "null=", "example.com/x=y"), ResourceId.NONE),
            new Pool("user", "User", "Standard_D8ds_v5", OptionalInt.empty(), List.of(), List.of(), ResourceId.NONE));
        var prd = cluster("aks-prd", SUBSCRIPTION, false, false, pools);
        settle(prd, ApiServer.PRIVATE_LINK);
        prd.privateDnsZone = decided(
            "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg-network/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io",
            "private-dns-zone");
        prd.publicFqdn = decided(false, "public-fqdn");
        prd.controlPlane = decided(ControlPlane.USER_ASSIGNED, "control-plane-identity");
        prd.controlPlaneIdentity = "id-aks-prd-control-plane";
        prd.kubeletIdentity = decided("id-aks-prd-kubelet", "kubelet-identity");
        prd.auditCategories.addAll(List.of("kube-audit-admin", "guard"));
        prd.auditDestination = decided(
            new ResourceId("/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/law-platform"),
            "audit-destination");
        plan.add(prd);
        var tst = cluster("aks-tst", OTHER_SUBSCRIPTION, false, true, List.of());
        settle(tst, ApiServer.VNET_INTEGRATION_PUBLIC);
        tst.authorizedRanges.addAll(List.of("203.0.113.0/24"));
        tst.controlPlane = decided(ControlPlane.SYSTEM_ASSIGNED, "control-plane-identity");
        tst.safeguards = decided("Enforce", "policy-addon");
        tst.safeguardsPodSecurity = decided("Restricted", "pod-security");
        plan.add(tst);
        var old = cluster("aks-old", SUBSCRIPTION, true, false, pools);
        settle(old, ApiServer.AUTHORIZED_RANGES);
        old.authorizedRanges.addAll(List.of("203.0.113.0/24", "198.51.100.7/32"));
        old.controlPlane = decided(ControlPlane.USER_ASSIGNED, "control-plane-identity");
        old.controlPlaneIdentity = "id-aks-prd-control-plane";
        old.auditCategories.add("kube-audit");
        old.auditDestination = decided(
            new ResourceId("/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/stlogs"),
            "audit-destination");
        plan.add(old);
        var legacy = cluster("aks-sp", SUBSCRIPTION, false, false, List.of(pools.getFirst()));
        legacy.controlPlane = decided(ControlPlane.SERVICE_PRINCIPAL, "control-plane-identity");
        legacy.servicePrincipal = new ServicePrincipal("aks-sp", new ClientId("5f0a2b3c-0000-4000-8000-000000000001"),
            new ObjectId("5f0a2b3c-0000-4000-8000-000000000002"),
            new ResourceId("/subscriptions/" + SUBSCRIPTION
                + "/resourceGroups/rg-vaults-of-the-platform-team-with-a-long-name/providers/Microsoft.KeyVault/vaults/kv-platform-secrets"),
            "service-principal-of-the-cluster");
        plan.add(legacy);
        var ssh = cluster("aks-ssh", SUBSCRIPTION, false, false, pools);
        ssh.sshAccess = decided("EntraId", "node-ssh");
        plan.add(ssh);
        plan.add(cluster("aks-open", SUBSCRIPTION, false, false, pools));
        for (var cluster : List.of("aks-prd", "aks-old")) {
            plan.put(new Namespace(cluster, "payments", Namespace.Maker.AKS, Optional.empty(), Optional.of(decided("restricted", "pod-security")),
                Optional.of(new Namespace.Quota("8", "32Gi", "16", "", 0, false, "teams")), Optional.empty(),
                Optional.of(decided(Namespace.Stance.DENY_BOTH, "default-traffic")), Optional.empty(), "", "teams"));
            plan.put(new Namespace(cluster, "later", Namespace.Maker.AKS, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), "", "teams"));
        }
    }

    private static void settle(ClusterDraft cluster, ApiServer reach) {
        cluster.entra = decided(true, "sign-in");
        cluster.azureRbac = decided(true, "authorization");
        cluster.adminGroups.add(group(1));
        cluster.entraTenant = decided("9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d", "user-tenant-id");
        cluster.disableLocalAccounts = decided(true, "local-accounts");
        cluster.apiServer = decided(reach, "api-server-reach");
        cluster.disableRunCommand = decided(true, "command-invoke");
        cluster.sshAccess = decided("Disabled", "node-ssh");
        cluster.networkPlugin = decided("azure", "network-plugin");
        cluster.networkMode = "overlay";
        cluster.networkPolicy = decided("cilium", "network-policy-engine");
        cluster.advancedNetworking = true;
        cluster.oidcIssuer = decided(true, "workload-identity");
        cluster.workloadIdentity = decided(true, "workload-identity");
        cluster.policyAddon = decided(true, "policy-addon");
        cluster.secretsProvider = decided(true, "key-vault-access");
    }

    private static void identities(PlanBuilder plan) {
        plan.add(new ManagedIdentity("id-aks-prd-control-plane", SUBSCRIPTION, "rg-aks-prd", "westeurope", ManagedIdentity.Purpose.CONTROL_PLANE,
            List.of("aks-prd"), "control-plane-identity"));
        plan.add(new ManagedIdentity("id-aks-prd-kubelet", SUBSCRIPTION, "rg-aks-prd", "westeurope", ManagedIdentity.Purpose.KUBELET, List.of("aks-prd"),
            "kubelet-identity"));
        plan.add(new ManagedIdentity("id-payments", SUBSCRIPTION, "rg-identities", "westeurope", ManagedIdentity.Purpose.WORKLOAD,
            List.of("aks-old", "aks-prd", "aks-tst"), "workloads"));
        plan.add(new ManagedIdentity("id-ledger", OTHER_SUBSCRIPTION, "rg-identities", "westeurope", ManagedIdentity.Purpose.WORKLOAD, List.of("aks-prd"),
            "workloads"));
        for (var cluster : List.of("aks-prd", "aks-tst", "aks-old")) {
            for (var account : List.of("api", "worker")) {
                plan.add(new FederatedCredential(cluster, "id-payments", cluster + "-payments-" + account, "payments", account, "workloads"));
                plan.put(new ServiceAccount(cluster, "payments", account, Optional.of("id-payments"), false, "workloads"));
            }
        }
        plan.add(new FederatedCredential("aks-prd", "id-ledger", "aks-prd-ledger-api", "ledger", "api", "workloads"));
        plan.add(new IdentityBinding("aks-prd", "id-payments", "payments", "workloads"));
    }

    private static void rights(PlanBuilder plan, String text) {
        var reader = new Role("Reader", READER, false);
        var controlPlane = new Subject.Identity("id-aks-prd-control-plane");
        for (var scope : List.of("virtualNetworks/vnet-hub/subnets/snet-nodes", "virtualNetworks/vnet-hub", "routeTables/rt-hub",
            "privateDnsZones/privatelink.westeurope.azmk8s.io")) {
            plan.add(new RoleAssignment(controlPlane, new Role("Network Contributor", "4d97b98b-1d4f-4787-a291-c67834d212e7", false),
                new AzureScope(NETWORK + scope), 2, Access.STANDING, "cluster-identity-rights", "needed " + text));
        }
        plan.add(new RoleAssignment(controlPlane, new Role("Managed Identity Operator", "f1a07417-d97a-45cb-824c-7a7467783830", false),
            new AzureScope(plan.identity("id-aks-prd-kubelet").orElseThrow().id().text()), 2,
            Access.STANDING, "kubelet-identity", ""));
        var prd = plan.cluster("aks-prd").orElseThrow().build();
        for (var scope : List.of("/providers/Microsoft.Management/managementGroups/mg-landing-zones", "/subscriptions/" + SUBSCRIPTION,
            "/subscriptions/" + OTHER_SUBSCRIPTION,
            "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg-aks-prd", prd.id().text(), prd.namespaceScope("ledger", false).id(),
            prd.namespaceScope("payments", true).id(), DATA + "Microsoft.KeyVault/vaults/kv-payments",
            DATA + "Microsoft.KeyVault/vaults/kv-payments/secrets/db",
            DATA + "Microsoft.Storage/storageAccounts/stpayments/blobServices/default/containers/orders", DATA + "Microsoft.Storage/storageAccounts/stpayments",
            DATA + "Microsoft.ServiceBus/namespaces/sb-payments/queues/orders", DATA + "Microsoft.EventHub/namespaces/eh-payments/eventhubs/orders",
            DATA + "Microsoft.AppConfiguration/configurationStores/ac-payments",
            DATA + "microsoft.containerregistry/Registries/crpayments")) {
            plan.add(new RoleAssignment(group(2), reader, new AzureScope(scope), 4, Access.STANDING, "grants", text));
            plan.add(new RoleAssignment(group(3), new Role("Deployer", "0f1e2d3c-4b5a-4687-9786-a5b4c3d2e1f0", true), new AzureScope(scope), 4,
                Access.BREAK_GLASS, "grants", ""));
            plan.add(new RoleAssignment(new Subject.Identity("id-payments"), reader, new AzureScope(scope), 4, Access.STANDING, "workloads", "reads"));
            for (var part : Subject.ClusterMade.Part.values()) {
                plan.add(new RoleAssignment(new Subject.ClusterMade("aks-tst", part), reader, new AzureScope(scope), 4, Access.STANDING, "kubelet-identity",
                    "pulls"));
            }
        }
        plan.add(new RoleAssignment(new Subject.Identity("id-payments"), reader, new AzureScope(DATA + "Microsoft.Quantum/workspaces/quantum-payments"), 4,
            Access.STANDING, "workloads", "asks " + text));
        plan.add(new RoleAssignment(new Subject.ClusterMade("aks-tst", Subject.ClusterMade.Part.KUBELET), reader,
            new AzureScope(DATA + "Microsoft.Quantum/workspaces/quantum-payments"), 4, Access.STANDING, "workloads", ""));
        plan.add(new RoleAssignment(group(2), reader, new AzureScope(DATA + "Microsoft.Quantum/workspaces/quantum-payments"), 4, Access.STANDING, "grants",
            text));
        var account = new ResourceId(DATA + "Microsoft.DocumentDB/databaseAccounts/cosmos-payments");
        plan.add(new CosmosRoleAssignment(new Subject.Identity("id-payments"), "Cosmos DB Built-in Data Reader", "00000000-0000-0000-0000-000000000001",
            account, "", "workloads", text));
        plan.add(new CosmosRoleAssignment(new Subject.Identity("id-ledger"), "Cosmos DB Built-in Data Contributor", "00000000-0000-0000-0000-000000000002",
            account, "/dbs/ledger", "workloads", ""));
        plan.add(new CosmosRoleAssignment(group(2), "Cosmos DB Built-in Data Reader", "00000000-0000-0000-0000-000000000001", account,
            "/dbs/ledger/colls/entries", "grants", ""));
    }

    /** Many rights in one subscription. */
    public static Plan many(int rights) {
        var plan = new PlanBuilder();
        var cluster = cluster("aks-big", SUBSCRIPTION, false, false, List.of());
        plan.add(cluster);
        for (int i = 1; i <= rights; i++) {
            plan.add(new RoleAssignment(group(i), new Role("Reader", READER, false), cluster.build().namespaceScope("team-" + i, false), 4, Access.STANDING,
                "grants", "reads"));
        }
        return plan.build();
    }

    /** A cluster with as many managed namespaces, identities and federated credentials. */
    public static Plan manyWorkloads(int workloads) {
        var plan = new PlanBuilder();
        plan.add(cluster("aks-big", SUBSCRIPTION, false, false, List.of()));
        for (int i = 1; i <= workloads; i++) {
            plan.add(
                new ManagedIdentity("id-" + i, SUBSCRIPTION, "rg-identities", "westeurope", ManagedIdentity.Purpose.WORKLOAD, List.of("aks-big"), "workloads"));
            plan.add(new FederatedCredential("aks-big", "id-" + i, "aks-big-team-" + i, "team-" + i, "api", "workloads"));
            plan.put(new Namespace("aks-big", "team-" + i, Namespace.Maker.AKS, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), "", "teams"));
        }
        return plan.build();
    }

    private static <T> Decided<T> decided(T value, String consideration) {
        return new Decided<>(value, consideration);
    }
}
