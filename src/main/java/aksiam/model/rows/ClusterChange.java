package aksiam.model.rows;

import aksiam.model.Column;

import java.util.List;
import java.util.OptionalInt;

/** When a cluster that is there is changed, and which changes that reimage, interrupt, lock out or cannot be undone are agreed to. */
public record ClusterChange(
    @Column(label = "Cluster", refersTo = "clusters", required = true) String cluster,
    @Column(label = "Wave", help = "Clusters are changed in this order: 1 first, those without a number last.") OptionalInt wave,
    @Column(label = "Agreed changes", help = "Settings whose change needs consent; empty: none.", options = {
        "entra-id", "admin-groups", "managed-identity",
        "kubelet-identity", "oidc-issuer", "workload-identity", "key-vault-secrets-provider", "network-plugin-mode", "network-policy", "vnet-integration",
        "private-cluster", "authorized-ranges", "public-fqdn", "ssh-access", "safeguards", "azure-rbac", "local-accounts"}) List<String> consents,
    @Column(label = "Reason", help = "Such as the maintenance window.") String reason) {
}
