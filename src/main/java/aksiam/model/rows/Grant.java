package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

/**
 * A right that is given to somebody. The scope of the Kubernetes plane is CLUSTER or CLUSTER/NAMESPACE; of the Azure plane the
 * same, or any resource id. {@code *} is every cluster.
 */
public record Grant(
    @Column(label = "Principal", help = "A principal, an identity of a workload, or kubelet@CLUSTER or control-plane@CLUSTER.", refersTo = "principals", required = true) String principal,
    @Column(label = "Plane", options = {
        "azure", "kubernetes"}, required = true) String plane,
    @Column(label = "Role", help = "Azure: built-in or custom role. Kubernetes: a persona, or view, edit, admin, cluster-admin.", required = true) String role,
    @Column(label = "Scope", format = Format.AZURE_SCOPE, required = true) String scope,
    @Column(label = "Access", options = {"standing", "eligible", "break-glass"}, required = true) String access,
    @Column(label = "Reason") String reason) {
}
