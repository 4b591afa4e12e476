package aksiam.domain;

import java.util.List;
import java.util.Optional;

/** API versions of the resource types that the product writes or grants rights on: newest GA ones that Bicep CLI 0.47.16 knows. One table, not in templates. */
public final class ResourceTypes {
    /** A resource type with its API version; preview only where there is no GA version. */
    public record ResourceType(String type, String apiVersion) {
        /** Type and version as Bicep writes them. */
        public String reference() {
            return type + "@" + apiVersion;
        }
    }

    private static final List<ResourceType> ALL = List.of(
        new ResourceType("Microsoft.ContainerService/managedClusters", "2026-05-01"),
        new ResourceType("Microsoft.ContainerService/managedClusters/agentPools", "2026-05-01"),
        new ResourceType("Microsoft.ContainerService/managedClusters/managedNamespaces", "2026-05-01"),
        new ResourceType("Microsoft.ContainerService/managedClusters/identityBindings", "2026-05-01"),
        new ResourceType("Microsoft.ContainerService/managedClusters/namespaces", "2025-02-02-preview"),
        new ResourceType("Microsoft.ContainerService/deploymentSafeguards", "2025-07-01"),
        new ResourceType("Microsoft.ContainerService/fleets", "2026-06-01"),
        new ResourceType("Microsoft.ManagedIdentity/userAssignedIdentities", "2024-11-30"),
        new ResourceType("Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials", "2024-11-30"),
        new ResourceType("Microsoft.Authorization/roleAssignments", "2022-04-01"),
        new ResourceType("Microsoft.Authorization/roleDefinitions", "2022-04-01"),
        new ResourceType("Microsoft.Authorization/policyAssignments", "2026-07-01"),
        new ResourceType("Microsoft.Resources/resourceGroups", "2025-04-01"),
        new ResourceType("Microsoft.KeyVault/vaults", "2026-02-01"),
        new ResourceType("Microsoft.KeyVault/vaults/secrets", "2026-02-01"),
        new ResourceType("Microsoft.KeyVault/vaults/keys", "2026-02-01"),
        new ResourceType("Microsoft.ContainerRegistry/registries", "2025-11-01"),
        new ResourceType("Microsoft.OperationalInsights/workspaces", "2026-03-01"),
        new ResourceType("Microsoft.OperationalInsights/workspaces/tables", "2026-03-01"),
        new ResourceType("Microsoft.Insights/diagnosticSettings", "2021-05-01-preview"),
        new ResourceType("Microsoft.Insights/actionGroups", "2023-01-01"),
        new ResourceType("Microsoft.Insights/activityLogAlerts", "2026-01-01"),
        new ResourceType("Microsoft.Insights/dataCollectionRules", "2024-03-11"),
        new ResourceType("Microsoft.Insights/scheduledQueryRules", "2026-03-01"),
        new ResourceType("Microsoft.Network/virtualNetworks", "2025-09-01"),
        new ResourceType("Microsoft.Network/virtualNetworks/subnets", "2025-09-01"),
        new ResourceType("Microsoft.Network/privateDnsZones", "2024-06-01"),
        new ResourceType("Microsoft.Network/privateEndpoints", "2025-09-01"),
        new ResourceType("Microsoft.Network/routeTables", "2025-09-01"),
        new ResourceType("Microsoft.Network/networkSecurityGroups", "2025-09-01"),
        new ResourceType("Microsoft.Network/natGateways", "2025-09-01"),
        new ResourceType("Microsoft.Network/publicIPAddresses", "2025-09-01"),
        new ResourceType("Microsoft.Network/bastionHosts", "2025-09-01"),
        new ResourceType("Microsoft.Network/azureFirewalls", "2025-09-01"),
        new ResourceType("Microsoft.Storage/storageAccounts", "2026-04-01"),
        new ResourceType("Microsoft.Storage/storageAccounts/blobServices", "2026-04-01"),
        new ResourceType("Microsoft.Storage/storageAccounts/blobServices/containers", "2026-04-01"),
        new ResourceType("Microsoft.Storage/storageAccounts/queueServices", "2026-04-01"),
        new ResourceType("Microsoft.Storage/storageAccounts/queueServices/queues", "2026-04-01"),
        new ResourceType("Microsoft.Storage/storageAccounts/tableServices", "2026-04-01"),
        new ResourceType("Microsoft.Storage/storageAccounts/tableServices/tables", "2026-04-01"),
        new ResourceType("Microsoft.Storage/storageAccounts/fileServices", "2026-04-01"),
        new ResourceType("Microsoft.Storage/storageAccounts/fileServices/shares", "2026-04-01"),
        new ResourceType("Microsoft.Compute/diskEncryptionSets", "2026-03-02"),
        new ResourceType("Microsoft.Dashboard/grafana", "2025-08-01"),
        new ResourceType("Microsoft.Monitor/accounts", "2025-10-03"),
        new ResourceType("Microsoft.AppConfiguration/configurationStores", "2024-06-01"),
        new ResourceType("Microsoft.CognitiveServices/accounts", "2026-05-01"),
        new ResourceType("Microsoft.Sql/servers", "2025-01-01"),
        new ResourceType("Microsoft.Sql/servers/databases", "2025-01-01"),
        new ResourceType("Microsoft.DocumentDB/databaseAccounts", "2026-03-15"),
        new ResourceType("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments", "2026-03-15"),
        new ResourceType("Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions", "2026-03-15"),
        new ResourceType("Microsoft.ServiceBus/namespaces", "2026-01-01"),
        new ResourceType("Microsoft.ServiceBus/namespaces/queues", "2026-01-01"),
        new ResourceType("Microsoft.ServiceBus/namespaces/topics", "2026-01-01"),
        new ResourceType("Microsoft.ServiceBus/namespaces/topics/subscriptions", "2026-01-01"),
        new ResourceType("Microsoft.DBforPostgreSQL/flexibleServers", "2025-08-01"),
        new ResourceType("Microsoft.EventHub/namespaces", "2026-01-01"),
        new ResourceType("Microsoft.EventHub/namespaces/eventhubs", "2026-01-01"),
        new ResourceType("Microsoft.EventHub/namespaces/eventhubs/consumergroups", "2026-01-01"));

    private ResourceTypes() {
    }

    public static Optional<ResourceType> find(String type) {
        return ALL.stream().filter(entry -> entry.type().equalsIgnoreCase(type)).findFirst();
    }

    public static List<ResourceType> all() {
        return ALL;
    }
}
