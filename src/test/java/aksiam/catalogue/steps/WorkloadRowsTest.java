package aksiam.catalogue.steps;

import static aksiam.catalogue.steps.Drafts.target;
import static aksiam.catalogue.steps.Drafts.workload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.ResourceId;
import aksiam.model.Row;
import aksiam.plan.OpenPoint;
import aksiam.plan.Plan;
import aksiam.plan.ServiceAccount;
import aksiam.plan.Task;
import aksiam.plan.Workload.VaultMount;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkloadRowsTest {
    private static final String COSMOS = "/subscriptions/" + Drafts.SUBSCRIPTION
        + "/resourceGroups/rg-shared/providers/Microsoft.DocumentDB/databaseAccounts/cosmos";
    private static final String DATABASE = "/subscriptions/" + Drafts.SUBSCRIPTION
        + "/resourceGroups/rg-shared/providers/Microsoft.Sql/servers/sql/databases/orders";

    private static Drafts start() {
        return Drafts.start().withTeams().choose("workload-identity", "federated");
    }

    private static Row api(Row... targets) {
        return workload("api", "payments", "api", List.of("dev-weu", "prd-weu"), "id-payments-api", targets);
    }

    private static List<String> credentials(Plan plan) {
        return plan.federatedCredentials().stream().map(credential -> credential.name() + " = " + credential.subject()).toList();
    }

    @Test
    void aWorkloadHasOneIdentityTrustedInEachOfItsClusters() {
        var plan = start().rows("workloads", api(target("key-vault", Drafts.VAULT, "Key Vault Secrets User"))).plan();
        var identity = plan.identities().stream().filter(known -> known.name().equals("id-payments-api")).findFirst().orElseThrow();
        assertEquals(List.of("dev-weu", "prd-weu"), identity.clusters());
        assertEquals("rg-dev-weu", identity.resourceGroup());
        assertEquals(List.of("dev-weu-payments-api = system:serviceaccount:payments:api", "prd-weu-payments-api = system:serviceaccount:payments:api"),
            credentials(plan));
        assertEquals(List.of(new ServiceAccount("dev-weu", "payments", "api", Optional.of("id-payments-api"), false, "workloads"),
            new ServiceAccount("prd-weu", "payments", "api", Optional.of("id-payments-api"), false, "workloads")), plan.serviceAccounts());
        assertEquals(List.of("id-payments-api: Key Vault Secrets User at kv-shared"), Drafts.azure(plan));
        assertTrue(plan.clusters().stream()
            .allMatch(cluster -> cluster.settings().oidcIssuer().orElseThrow().value() && cluster.settings().workloadIdentity().orElseThrow().value()));
        assertEquals(List.of(), plan.workloads().getFirst().mounts(), "by the SDK nothing is mounted");
    }

    @Test
    void aServiceAccountOfAChartKeepsItsCredentialAndItsMakerIsAsked() {
        var plan = start().rows("workloads", api().with("accountGiven", true)).plan();
        assertTrue(plan.serviceAccounts().stream().allMatch(ServiceAccount::given));
        assertEquals(2, plan.federatedCredentials().size());
        var asked = plan.tasks().stream().filter(task -> task.title().equals("Service account payments/api in cluster prd-weu")).findFirst().orElseThrow();
        assertTrue(asked.detail().contains("azure.workload.identity/client-id") && asked.detail().contains("azure.workload.identity/use: \"true\""),
            asked.detail());
    }

    @Test
    void noServiceAccountOrWorkloadVanishesWithoutAWord() {
        var twice = start().rows("workloads", api(), workload("api", "payments", "other", List.of("prd-weu"), "id-other")).plan();
        assertTrue(Drafts.open(twice).stream().anyMatch(text -> text.contains("with service account other, has no sample")), Drafts.open(twice).toString());
        assertTrue(twice.serviceAccounts().stream().anyMatch(account -> account.name().equals("other")));
        var platform = start().rows("workloads", workload("dns", "gatekeeper-system", "dns", List.of("prd-weu"), "id-dns")).plan();
        assertEquals(List.of("dns"), platform.serviceAccounts().stream().map(ServiceAccount::name).toList());
        assertEquals(aksiam.plan.Namespace.Maker.GIVEN, platform.namespaces().stream().filter(space -> space.name().equals("gatekeeper-system")).findFirst()
            .orElseThrow().maker());
        var nowhere = start().rows("workloads", workload("dns", "nowhere", "dns", List.of("prd-weu"), "id-dns")).plan();
        assertTrue(Drafts.open(nowhere).stream().anyMatch(text -> text.contains("nowhere")), Drafts.open(nowhere).toString());
    }

    @Test
    void withoutWorkloadIdentityThereIsNone() {
        for (var draft : List.of(Drafts.start().withTeams(), start().choose("workload-identity", "none"))) {
            var plan = draft.rows("workloads", api(target("key-vault", Drafts.VAULT, "Key Vault Secrets User"))).plan();
            assertEquals(List.of(List.of(), List.of(), List.of(), List.of()),
                List.of(plan.identities(), plan.federatedCredentials(), plan.serviceAccounts(), plan.roleAssignments()));
            assertTrue(plan.clusters().stream().allMatch(cluster -> cluster.settings().workloadIdentity().isEmpty()));
        }
    }

    @Test
    void severalWorkloadsMayShareAnIdentityAndAServiceAccount() {
        var cosmos = target("cosmos-db", COSMOS, "Cosmos DB Built-in Data Contributor");
        var rows = List.of("auth", "carts").stream()
            .flatMap(name -> List.of(workload(name, "payments", "serversa", List.of("dev-weu"), "shop", cosmos).with("credential", "first"),
                workload(name, "payments", "serversa", List.of("prd-weu"), "shop", cosmos).with("credential", "second")).stream())
            .toArray(Row[]::new);
        var plan = start().rows("workloads", rows).plan();
        assertEquals(List.of("first = system:serviceaccount:payments:serversa", "second = system:serviceaccount:payments:serversa"), credentials(plan));
        assertEquals(1, plan.identities().size());
        assertEquals(4, plan.workloads().size());
        assertEquals(1, plan.cosmosRoleAssignments().size());
        assertEquals("", plan.cosmosRoleAssignments().getFirst().scope());
        assertEquals("00000000-0000-0000-0000-000000000002", plan.cosmosRoleAssignments().getFirst().roleGuid());
        assertEquals(List.of(), plan.roleAssignments(), "a data role of Cosmos DB is no Azure role");
        assertEquals(List.of(), Drafts.open(plan));
    }

    @Test
    void eachServiceIsGrantedItsOwnWay() {
        var plan = start().rows("workloads",
            api(target("cosmos-db", COSMOS + "/dbs/shop/colls/carts", "Cosmos DB Built-in Data Reader"),
                target("cosmos-db", COSMOS, "Cosmos DB Account Reader Role"),
                target("sql", DATABASE, "db_datareader"), target("microsoft-graph", "", "User.Read.All"),
                target("storage", "/subscriptions/" + Drafts.SUBSCRIPTION + "/resourceGroups/rg-shared", "Storage Blob Data Reader")))
            .plan();
        assertEquals("/dbs/shop/colls/carts", plan.cosmosRoleAssignments().getFirst().scope());
        assertEquals(new ResourceId(COSMOS), plan.cosmosRoleAssignments().getFirst().account());
        assertEquals(List.of("id-payments-api: Storage Blob Data Reader at rg-shared", "id-payments-api: Cosmos DB Account Reader Role at cosmos"),
            Drafts.azure(plan));
        assertTrue(task(plan, Task.Area.SQL_USERS).command().endsWith("ALTER ROLE [db_datareader] ADD MEMBER [id-payments-api];"),
            task(plan, Task.Area.SQL_USERS).command());
        assertTrue(task(plan, Task.Area.SQL_USERS).command().contains("FROM EXTERNAL PROVIDER WITH OBJECT_ID = '$(OBJECT_ID_"),
            "two principals may have one display name");
        var sql = task(plan, Task.Area.SQL_USERS).command();
        assertTrue(sql.contains("CONVERT(varbinary(16), sid) NOT IN") && sql.contains("CONVERT(uniqueidentifier, '$(CLIENT_ID_"),
            "the SID of a managed identity is its client id: " + sql);
        var order = java.util.stream.Stream
            .of("type <> 'E'", "sys.schemas", "DECLARE @roles", "DROP USER [id-payments-api];\n", "CREATE USER [id-payments-api]",
                "EXEC (@roles)", "IF DATABASE_PRINCIPAL_ID(N'id-payments-api') IS NULL CREATE USER")
            .map(sql::indexOf).toList();
        assertEquals(order.stream().sorted().toList(), order, sql);
        assertTrue(order.getFirst() > 0, sql);
        assertTrue(task(plan, Task.Area.GRAPH_PERMISSIONS).command().endsWith("id-payments-api' User.Read.All"),
            task(plan, Task.Area.GRAPH_PERMISSIONS).command());
    }

    private static Task task(Plan plan, Task.Area area) {
        return plan.tasks().stream().filter(task -> task.area() == area).findFirst().orElseThrow();
    }

    @Test
    void whatIsMountedIsGatheredByVault() {
        var plan = start().choose("key-vault-access", "csi-driver")
            .rows("workloads", api(target("key-vault", Drafts.VAULT, "Key Vault Secrets User", "secret/db", "nonsense"),
                target("key-vault", Drafts.VAULT, "Key Vault Certificate User", "cert/tls", "secret/db")))
            .plan();
        assertEquals(List.of(new VaultMount(new ResourceId(Drafts.VAULT), List.of("secret/db", "cert/tls"))), plan.workloads().getFirst().mounts());
        assertTrue(plan.clusters().getFirst().settings().secretsProvider().orElseThrow().value());
    }

    @Test
    void identityBindingsTakeThePlaceOfCredentials() {
        var plan = start().choose("workload-identity", "identity-bindings").rows("workloads", api()).plan();
        assertEquals(List.of(), plan.federatedCredentials());
        assertEquals(List.of("dev-weu", "prd-weu"), plan.identityBindings().stream().map(binding -> binding.cluster()).toList());
        assertTrue(plan.identityBindings().getFirst().name().matches("[a-z][a-z0-9]{0,63}"));
        assertTrue(plan.workloads().getFirst().usesBinding());
        var automatic = start().choose("workload-identity", "identity-bindings").choose("cluster-flavour", "automatic").rows("workloads", api()).plan();
        assertEquals(List.of(List.of(), List.of()), List.of(automatic.identityBindings(), automatic.workloads()));
        assertEquals(2, automatic.openPoints().stream().filter(point -> point.kind() == OpenPoint.Kind.LIMIT).count());
    }

    @Test
    void credentialNamesFitAndDiffer() {
        var longName = "n".repeat(63);
        var draft = start().more("teams", Drafts.team("long", List.of(), List.of("prd-weu"), List.of(longName)));
        var plan = draft.rows("workloads", workload("a", longName, "s".repeat(63), List.of("prd-weu"), "shared"),
            workload("b", longName, "s".repeat(62) + "t", List.of("prd-weu"), "shared"),
            workload("c", "payments", "c", List.of("dev-weu", "prd-weu"), "shared").with("credential", "said"),
            workload("d", "payments", "d", List.of("prd-weu"), "shared").with("credential", "same"),
            workload("e", "payments", "e", List.of("prd-weu"), "shared").with("credential", "same")).plan();
        var names = plan.federatedCredentials().stream().map(credential -> credential.name()).toList();
        assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
        names.forEach(name -> assertTrue(name.matches("[a-zA-Z0-9][-_a-zA-Z0-9]{2,119}"), name));
        assertTrue(names.containsAll(List.of("said-dev-weu", "said-prd-weu", "same")), names.toString());
        assertEquals(1, Drafts.open(plan).size());
    }

    @Test
    void theDedicatedPoolReachesTheWorkload() {
        var plan = start().rows("teams", Drafts.team("payments", List.of(), List.of("prd-weu"), List.of("payments"), "pool", "payments"))
            .rows("workloads", workload("api", "payments", "api", List.of("prd-weu"), "id-api")).plan();
        assertEquals("payments", plan.workloads().getFirst().pool());
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsMadeUp() {
        var plan = start()
            .rows("workloads", workload("nowhere", "payments", "sa", List.of("none"), "id-a"), workload("homeless", "none", "sa", List.of("prd-weu"), "id-b"),
                workload("torn", "payments", "sa", List.of("prd-weu"), "id-c"),
                workload("torn2", "payments", "sa", List.of("prd-weu"), "id-d"),
                workload("vague", "orders", "sa", List.of("prd-weu"), "id-e", target("storage", "", "Reader"), target("storage", Drafts.VAULT, "No such role")))
            .plan();
        assertEquals(5, Drafts.open(plan).size(), Drafts.open(plan).toString());
        assertEquals(List.of("orders/sa=id-e", "payments/sa=id-c"),
            plan.serviceAccounts().stream().map(account -> account.namespace() + "/" + account.name() + "=" + account.identity().orElseThrow()).toList());
        assertFalse(plan.identities().stream().anyMatch(identity -> identity.name().equals("id-a")));
    }

    @Test
    void onePerWorkloadIsHeldAgainstTheRows() {
        var rows = new Row[]{workload("a", "payments", "a", List.of("prd-weu"), "shared"), workload("b", "payments", "b", List.of("prd-weu"), "shared")};
        assertEquals(List.of("LACKING Identity shared serves a, b, although each workload is to have its own."),
            Drafts.open(start().choose("identity-sharing", "per-workload").rows("workloads", rows).plan()));
        assertEquals(List.of(), Drafts.open(start().choose("identity-sharing", "shared").rows("workloads", rows).plan()));
    }

    @Test
    void anIdentityOfAWorkloadCanBeGivenMore() {
        var plan = start().rows("workloads", api())
            .rows("grants", Drafts.grant("id-payments-api", "azure", "Reader", "/subscriptions/" + Drafts.SUBSCRIPTION, "standing"),
                Drafts.grant("id-payments-api", "kubernetes", "view", "prd-weu", "standing"))
            .plan();
        assertEquals(List.of("id-payments-api: Reader at " + Drafts.SUBSCRIPTION), Drafts.azure(plan));
        assertEquals(List.of(), plan.kubernetesBindings());
        assertEquals(List.of("kubernetes"), plan.waitingGrants().stream().map(grant -> grant.plane()).toList(),
            "its object id is known only after the deployment");
    }

    @Test
    void podManagedIdentityIsMigrated() {
        assertEquals(1, start().choose("pod-identity-cleanup", "migrate").plan().tasks().stream().filter(task -> task.area() == Task.Area.MIGRATION).count());
        assertEquals(0, start().choose("pod-identity-cleanup", "not-used").plan().tasks().size());
    }

    @Test
    void theSameNameInAnotherResourceGroupIsAnotherIdentity() {
        var plan = start()
            .rows("workloads",
                workload("ingress", "payments", "ingress", List.of("dev-weu"), "podmi", target("key-vault", Drafts.VAULT, "Key Vault Secrets User"))
                    .with("identityResourceGroup", "rg-one"),
                workload("ingress", "payments", "ingress", List.of("prd-weu"), "podmi", target("key-vault", Drafts.VAULT, "Key Vault Reader"))
                    .with("identityResourceGroup", "rg-two"))
            .rows("grants", Drafts.grant("podmi@rg-two", "azure", "Reader", "prd-weu", "standing")).plan();
        assertEquals(List.of("podmi in rg-one", "podmi in rg-two"),
            plan.identities().stream().map(identity -> identity.resourceName() + " in " + identity.resourceGroup()).toList());
        assertEquals(
            List.of("podmi: Key Vault Secrets User at kv-shared", "podmi@rg-two: Key Vault Reader at kv-shared", "podmi@rg-two: Reader at prd-weu"),
            Drafts.sorted(Drafts.azure(plan).stream()));
        assertEquals(List.of("dev-weu podmi", "prd-weu podmi@rg-two"),
            plan.federatedCredentials().stream().map(credential -> credential.cluster() + " " + credential.identity()).toList());
        assertEquals(List.of(), Drafts.open(plan));
    }

    @Test
    void anIdentityThatIsThereIsOnlyRead() {
        var id = "/subscriptions/" + Drafts.id(9) + "/resourceGroups/rg-apps/providers/Microsoft.ManagedIdentity/userAssignedIdentities/";
        var plan = start().rows("workloads", workload("api", "payments", "api", List.of("prd-weu"), "mi-api").with("identityId", id + "mi-api"),
            workload("web", "payments", "web", List.of("prd-weu"), "mi-web").with("identityId", id + "other")).plan();
        assertEquals(List.of("mi-api there", "mi-web made"),
            plan.identities().stream().map(identity -> identity.name() + (identity.given() ? " there" : " made")).toList());
        assertEquals(id + "mi-api", plan.identities().getFirst().id().text());
        assertEquals(1, Drafts.open(plan).size());
    }
}
