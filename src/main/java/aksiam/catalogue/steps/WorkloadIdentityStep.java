package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.model.rows.Tables;
import aksiam.plan.Task;
import java.util.List;

/** Considerations of this step. */
public final class WorkloadIdentityStep {
    static final Consideration WORKLOAD_IDENTITY = Consideration.oneOf("workload-identity", "Workload identity", "Do workloads need an identity in Azure, and by which means?",
        Option.of("federated", "Workload identity by federated credentials", ""),
        Option.of("identity-bindings", "Identity bindings", ""),
        Option.of("none", "Not needed", ""))
        .effect((from, plan) -> {
            if (WorkloadRows.haveIdentities(from.design())) {
                plan.clusters().forEach(cluster -> {
                    cluster.oidcIssuer = from.decided(true);
                    cluster.workloadIdentity = from.decided(true);
                });
            }
        });

    static final Consideration IDENTITY_SHARING = Consideration.oneOf("identity-sharing", "Sharing of identities", "One identity a workload, or shared ones?",
        Option.of("per-workload", "One for each workload", ""),
        Option.of("shared", "Shared by several workloads", ""))
        .effect(WorkloadRows::checkSharing);

    static final Consideration KEY_VAULT_ACCESS = Consideration.oneOf("key-vault-access", "Access to Key Vault", "How do workloads get at secrets in Key Vault?",
        Option.of("csi-driver", "Secrets Store CSI driver", "").effect((from, plan) -> plan.clusters().forEach(cluster -> cluster.secretsProvider = from.decided(true))),
        Option.of("sdk", "SDK in the workload", ""));

    static final Consideration WORKLOADS = Consideration.rows("workloads", "Workloads", "Which workloads use which Azure services?", Tables.WORKLOADS)
        .effect(WorkloadRows::contribute);

    static final Consideration POD_IDENTITY_CLEANUP = Consideration.oneOf("pod-identity-cleanup", "Pod-managed identity", "Is pod-managed identity still in use anywhere?",
        Option.of("not-used", "Not used", ""),
        Option.of("migrate", "Still used: migrate", "").effect((from, plan) -> plan.add(new Task(Task.Area.MIGRATION, "Replace pod-managed identity",
            "Give each workload a service account with workload identity, move it over, then remove the add-on and its identity bindings.", "", "", from.consideration()))));

    public static final List<Consideration> ALL = List.of(WORKLOAD_IDENTITY, IDENTITY_SHARING, KEY_VAULT_ACCESS, WORKLOADS, POD_IDENTITY_CLEANUP);

    private WorkloadIdentityStep() {
    }
}
