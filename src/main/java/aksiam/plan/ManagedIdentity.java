package aksiam.plan;

import aksiam.model.ResourceId;
import java.util.List;

/**
 * A user-assigned managed identity to create.
 *
 * @param clusters the clusters that use it; its parameters stand in the file of its cluster, or in the shared one when there are several
 */
public record ManagedIdentity(String name, String subscription, String resourceGroup, String region, Purpose purpose, List<String> clusters,
    String consideration) {
    public enum Purpose {
        CONTROL_PLANE, KUBELET, WORKLOAD
    }

    public ResourceId id() {
        return new ResourceId(
            "/subscriptions/" + subscription + "/resourceGroups/" + resourceGroup + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/" + name);
    }
}
