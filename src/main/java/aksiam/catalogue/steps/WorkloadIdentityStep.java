package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.hasRow;
import static aksiam.catalogue.Condition.in;
import static aksiam.catalogue.Condition.is;
import static aksiam.catalogue.Contrast.bad;
import static aksiam.catalogue.Contrast.good;
import static aksiam.catalogue.Contrast.no;
import static aksiam.catalogue.Contrast.on;
import static aksiam.catalogue.Contrast.partly;
import static aksiam.catalogue.Contrast.plain;
import static aksiam.catalogue.Contrast.yes;

import aksiam.catalogue.Condition;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Contribution;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.Design;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Workload;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Task;
import java.util.List;
import java.util.Optional;

/** Step 11: how workloads get at Azure services. */
public final class WorkloadIdentityStep {
    private static final Reference OVERVIEW = Reference.aks("Workload identity overview", "workload-identity-overview");
    private static final Reference DEPLOY = Reference.aks("Deploy workload identity", "workload-identity-deploy-cluster");
    private static final Reference OIDC_ISSUER = Reference.aks("OIDC issuer", "use-oidc-issuer");
    private static final Reference BINDINGS = Reference.aks("Identity bindings", "identity-bindings");
    private static final Reference BINDING_CONCEPTS = Reference.aks("Identity bindings concepts", "identity-bindings-concepts");
    private static final Reference CSI_DRIVER = Reference.aks("Secrets Store CSI driver", "csi-secrets-store-driver");
    private static final Reference CSI_ACCESS = Reference.aks("Identity access of the Secrets Store CSI driver", "csi-secrets-store-identity-access");
    private static final Reference IMDS = Reference.aks("Instance metadata restriction", "imds-restriction");
    private static final Reference MIGRATION = Reference.aks("Migrate from pod-managed identity", "workload-identity-migrate-from-pod-identity");
    private static final Reference COSMOS = new Reference("Cosmos DB data plane security",
        "https://learn.microsoft.com/azure/cosmos-db/reference-data-plane-security", "2025-09");
    private static final Condition USED = in("workload-identity", "federated", "identity-bindings");

    static final Consideration WORKLOAD_IDENTITY = Consideration
        .oneOf("workload-identity", "Workload identity", "Do workloads need an identity in Azure, and by which means?",
            Option.of("federated", "Workload identity by federated credentials", "A managed identity trusts a service account of a cluster.")
                .good("No secret anywhere", "Each workload has rights of its own")
                .bad("20 credentials for an identity, over all clusters", "A rebuilt cluster has a new issuer")
                .where("Each workload has rights of its own", Consequences::eachIdentityHasRights).see(OVERVIEW, DEPLOY).door("OWD-09"),
            Option.of("identity-bindings", "Identity bindings", "An identity is bound to a cluster, service accounts inside it.")
                .good("No limit of 20 service accounts", "The cluster says who may use it")
                .bad("Needs newer SDKs and an annotation on each pod", "Documented as preview, although its type is in a GA API")
                .preview("2026-08").see(BINDINGS, BINDING_CONCEPTS).door("OWD-09")
                .notWhen(in("api-server-reach", "vnet-integration-public", "vnet-integration-private"),
                    "identity bindings do not work with API server VNet integration")
                .notWhen(is("cluster-flavour", "automatic"), "AKS Automatic always has API server VNet integration, which excludes identity bindings"),
            Option.of("none", "Not needed", "No workload calls an Azure service.")
                .good("Nothing to grant or to rotate", "The OIDC issuer need not be turned on")
                .bad("Pods that reach the instance metadata can use the identity of the node").see(IMDS))
        .compare(
            on("Service accounts for an identity", partly("20, over all clusters"), good("More than 20"), plain("None")),
            on("Issuer", partly("One a cluster, new with each"), good("One an identity"), plain("None needed")),
            on("VNet integration, Automatic", yes(), no(), yes()),
            on("SDK, Java azure-identity", good("1.9.0"), partly("1.19.0-beta.2"), plain("None")),
            on("On each pod", plain("Label"), plain("Annotation"), good("Nothing")),
            on("Who says who may use it", plain("The identity in Azure"), plain("A role in the cluster"), plain("Nobody")))
        .why(
            "The starting document asks whether workloads need identities, and names Key Vault and Cosmos DB. Without one, a workload keeps a secret or borrows the identity of the node. Workload identity needs the OIDC issuer, which cannot be turned off again and gets another URL with a new cluster, and the webhook. Cosmos DB, unlike the rest, has a role system of its own for its data.")
        .see(OVERVIEW, OIDC_ISSUER, Reference.STARTING_DOCUMENT)
        .suggest(WorkloadIdentityStep::suggestMeans)
        .undecided("No identity is made for any workload, and the issuer is left as it is.")
        .effect(WorkloadIdentityStep::turnOn);

    static final Consideration IDENTITY_SHARING = Consideration.oneOf("identity-sharing", "Sharing of identities", "One identity a workload, or shared ones?",
        Option.of("per-workload", "One for each workload", "What one may do, no other may.")
            .good("A breach reaches one workload's rights", "Stays far below 20 credentials")
            .bad("More identities and role assignments").see(OVERVIEW),
        Option.of("shared", "Shared by several workloads", "One identity for what belongs together.")
            .good("Fewer role assignments", "Fits parts of one application")
            .bad("Each holds the rights of all", "20 credentials are used up sooner").see(OVERVIEW))
        .compare(
            on("A breach reaches", good("The rights of one workload"), bad("The rights of all that share it")),
            on("Credentials used", good("One a cluster"), partly("One a workload and cluster")),
            on("Identities and role assignments", partly("More"), good("Fewer")))
        .why(
            "One identity for each component is advised; sharing for density is what leads to the limit of 20 federated credentials. Each pair of cluster and service account takes one, so that with two clusters an identity serves 10 service accounts, and a blue and a green cluster double the need.")
        .see(OVERVIEW)
        .visibleWhen(USED)
        .suggest(design -> Suggestion.option("per-workload",
            "this design has %s and 20 credentials for an identity".formatted(Suggestion.count(design.rows("workloads").size(), "workload"))))
        .undecided("The rows say which workloads share an identity; no row is held against it.")
        .effect(WorkloadRows::checkSharing);

    static final Consideration KEY_VAULT_ACCESS = Consideration
        .oneOf("key-vault-access", "Access to Key Vault", "How do workloads get at secrets in Key Vault?",
            Option.of("csi-driver", "Secrets Store CSI driver", "Secrets are mounted as files.")
                .good("No change of code", "New versions of a secret reach the pod")
                .bad("The add-on brings an identity of its own, used or not", "Copied into Kubernetes secrets they are readable there")
                .see(CSI_DRIVER, CSI_ACCESS),
            Option.of("sdk", "SDK in the workload", "The workload asks the vault itself.")
                .good("Nothing lies in the cluster", "The workload decides when to read again")
                .bad("Code depends on the vault").see(OVERVIEW))
        .compare(
            on("Code changes", good("None"), partly("The workload asks the vault")),
            on("Secrets in the cluster", partly("As files; copies if wanted"), good("Nowhere")),
            on("Add-on", partly("With an identity of its own"), good("None")),
            on("A new version arrives", good("By rotation of the driver"), plain("When the workload reads again")))
        .why(
            "The starting document names Key Vault as the service that workloads reach by identity. The vault has to be in Azure RBAC mode; secrets need Key Vault Secrets User, keys and certificates Key Vault Certificate User. The driver works with the identity of the workload, so nobody needs the identity that the add-on makes. A copy as Kubernetes secret is in reach of everyone with RBAC Writer in the namespace.")
        .see(CSI_DRIVER, CSI_ACCESS, Reference.STARTING_DOCUMENT)
        .suggest(WorkloadIdentityStep::suggestVaultAccess)
        .undecided("The driver is left as it is and nothing is mounted.")
        .effect((from, plan) -> {
            if (from.design().choice("key-vault-access").equals("csi-driver")) {
                plan.clusters().forEach(cluster -> cluster.secretsProvider = from.decided(true));
            }
        });

    static final Consideration WORKLOADS = Consideration.rows("workloads", "Workloads", "Which workloads use which Azure services?", Tables.WORKLOADS)
        .why(
            "A credential names one issuer, one namespace and one service account, case by case and without wildcards; the service account carries the client id, the pod the label. Rights on the data of Cosmos DB are no Azure roles, database users are made in the database, permissions of Microsoft Graph are given in Entra: each is printed in its own way. An identity has at most 20 credentials, written one after another.")
        .see(OVERVIEW, DEPLOY, COSMOS)
        .visibleWhen(USED)
        .undecided("No identity, credential or service account is made for a workload.")
        .effect(WorkloadRows::contribute);

    static final Consideration POD_IDENTITY_CLEANUP = Consideration
        .oneOf("pod-identity-cleanup", "Pod-managed identity", "Is pod-managed identity still in use anywhere?",
            Option.of("not-used", "Not used", "Nothing to clean up.")
                .good("Nothing to migrate", "No pods that intercept metadata requests")
                .bad("Has to be looked up once").see(MIGRATION),
            Option.of("migrate", "Still used: migrate", "Workloads move to workload identity, then the add-on goes.")
                .good("Ends on supported ground", "Works beside workload identity while moving")
                .bad("Each workload is touched once").legacy("2026-08").see(MIGRATION))
        .why(
            "Earlier versions of the starting document recommended pod-managed identity. It has been deprecated since October 2022, its open-source project was archived in September 2023, and the AKS add-on was supported only to September 2025. This wizard never turns it on; what still uses it has to move.")
        .see(MIGRATION, Reference.STARTING_DOCUMENT)
        .suggest(design -> !design.rows("clusters").isEmpty() && design.choice("cluster-origin").equals("new")
            && !hasRow("clusters", "origin", "existing").holds(design)
                ? Suggestion.option("not-used", "every cluster of this design is new")
                : Suggestion.none())
        .undecided("Nothing is said about it.")
        .effect(WorkloadIdentityStep::migrate);

    public static final List<Consideration> ALL = List.of(WORKLOAD_IDENTITY, IDENTITY_SHARING, KEY_VAULT_ACCESS, WORKLOADS, POD_IDENTITY_CLEANUP);

    private WorkloadIdentityStep() {
    }

    private static void turnOn(Contribution from, PlanBuilder plan) {
        if (WorkloadRows.haveIdentities(from.design())) {
            plan.clusters().forEach(cluster -> {
                cluster.oidcIssuer = from.decided(true);
                cluster.workloadIdentity = from.decided(true);
            });
        }
    }

    private static void migrate(Contribution from, PlanBuilder plan) {
        if (from.design().choice("pod-identity-cleanup").equals("migrate")) {
            plan.add(new Task(Task.Area.MIGRATION, "Replace pod-managed identity",
                "Give each workload a service account with workload identity, move it over, then remove the add-on and its identity bindings.", "", "",
                from.consideration()));
        }
    }

    private static Optional<Suggestion> suggestMeans(Design design) {
        var workloads = design.rows("workloads").size();
        return design.rows("teams").isEmpty() && workloads == 0
            ? Suggestion.none()
            : Suggestion.option("federated",
                workloads == 0
                    ? "workloads that call Azure services would otherwise keep secrets or share the identity of the nodes"
                    : "%s of this design would otherwise keep secrets or share the identity of the nodes".formatted(Suggestion.count(workloads, "workload")));
    }

    private static Optional<Suggestion> suggestVaultAccess(Design design) {
        var targets = design.rows("workloads", Tables.WORKLOADS).stream().map(Workload::targets).flatMap(List::stream)
            .filter(target -> target.service().equals("key-vault")).toList();
        var mounted = targets.stream().filter(target -> !target.objects().isEmpty()).count();
        return mounted > 0
            ? Suggestion.option("csi-driver", "this design names what is mounted for " + Suggestion.count(mounted, "use of a vault", "uses of a vault"))
            : targets.isEmpty() ? Suggestion.none() : Suggestion.option("sdk", "no workload of this design names what is to be mounted from its vault");
    }
}
