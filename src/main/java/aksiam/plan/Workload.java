package aksiam.plan;

import aksiam.model.ResourceId;
import java.util.List;

/**
 * A workload in one cluster for which a sample Deployment and what it mounts are printed.
 *
 * @param pool        dedicated node pool, empty when there is none
 * @param usesBinding whether it uses an identity binding instead of a federated credential
 * @param mounts      what the CSI driver mounts, one for each vault
 */
public record Workload(String cluster, String name, String namespace, String serviceAccount, String identity, String pool, boolean usesBinding,
    List<VaultMount> mounts, String consideration) {
    /** @param objects as type/name: secret/db-password, key/signing, cert/tls */
    public record VaultMount(ResourceId vault, List<String> objects) {
    }
}
