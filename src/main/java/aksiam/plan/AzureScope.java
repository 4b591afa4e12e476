package aksiam.plan;

import aksiam.model.Format;
import aksiam.model.ResourceId;

/**
 * Where an Azure role is given: a management group, subscription, resource group or resource, by full id. A namespace of a
 * cluster is {@code <cluster id>/namespaces/<name>}, a managed namespace {@code <cluster id>/managedNamespaces/<name>}.
 */
public record AzureScope(String id) implements Comparable<AzureScope> {
    private static final String MANAGEMENT_GROUPS = "/providers/Microsoft.Management/managementGroups/";

    public enum Kind {
        MANAGEMENT_GROUP, SUBSCRIPTION, RESOURCE_GROUP, RESOURCE
    }

    /** Whether it is a full id, and not one that was put together around an empty name. */
    public boolean isKnown() {
        return id.startsWith("/") && Format.AZURE_SCOPE.fits(id);
    }

    public boolean isManagementGroup() {
        return id.regionMatches(true, 0, MANAGEMENT_GROUPS, 0, MANAGEMENT_GROUPS.length());
    }

    public Kind kind() {
        if (isManagementGroup()) {
            return Kind.MANAGEMENT_GROUP;
        }
        var resource = resource();
        return !resource.type().isEmpty() ? Kind.RESOURCE : !resource.resourceGroup().isEmpty() ? Kind.RESOURCE_GROUP : Kind.SUBSCRIPTION;
    }

    /** Whether it is the other scope, or below it as far as the ids tell. Azure knows no case in them. */
    public boolean isWithin(AzureScope above) {
        return id.equalsIgnoreCase(above.id) || id.regionMatches(true, 0, above.id + "/", 0, above.id.length() + 1);
    }

    /** Whether it is the other scope or lies above it. Which management groups lie above, no id tells: each is taken to. */
    public boolean holds(AzureScope other) {
        return isManagementGroup() || other.isWithin(this);
    }

    /** Whether a right at one of the two is one in the other as well, at least in a part of it. */
    public boolean meets(AzureScope other) {
        return holds(other) || isWithin(other);
    }

    public ResourceId resource() {
        return new ResourceId(id);
    }

    @Override
    public int compareTo(AzureScope other) {
        return id.compareTo(other.id);
    }
}
