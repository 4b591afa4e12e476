package aksiam.plan;

import aksiam.model.ResourceId;
import java.util.List;

/**
 * A user-assigned managed identity.
 *
 * @param name     unique in the plan: that of the resource, with {@code @GROUP} behind it where another resource group has one of the same name
 * @param given    it is there already and only read; all others are created
 * @param clusters the clusters that use it; its parameters stand in the file of its cluster, or in the shared one when there are several
 */
public record ManagedIdentity(String name, String subscription, String resourceGroup, String region, Purpose purpose, boolean given, List<String> clusters,
    String consideration) {
    public enum Purpose {
        CONTROL_PLANE, KUBELET, WORKLOAD
    }

    /** One to create. */
    public ManagedIdentity(String name, String subscription, String resourceGroup, String region, Purpose purpose, List<String> clusters,
        String consideration) {
        this(name, subscription, resourceGroup, region, purpose, false, clusters, consideration);
    }

    /** Name of the resource itself. */
    public String resourceName() {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    public ResourceId id() {
        return new ResourceId(
            "/subscriptions/" + subscription + "/resourceGroups/" + resourceGroup + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/"
                + resourceName());
    }
}
