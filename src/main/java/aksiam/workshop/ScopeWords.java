package aksiam.workshop;

import aksiam.model.ResourceId;
import aksiam.plan.AzureScope;
import java.util.Locale;
import java.util.Map;

/**
 * A scope of Azure as people say it: "subnet vnet/nodes", "namespace orders of prd-weu".
 *
 * @param kind in the singular
 * @param of   what it is in, with the preposition; empty where the name says it all
 */
record ScopeWords(String kind, String name, String of) {
    /** Where the words of the type are not those of the documentation. */
    private static final Map<String, String> KINDS = Map.ofEntries(
        Map.entry("microsoft.containerservice/managedclusters", "cluster"),
        Map.entry("microsoft.managedidentity/userassignedidentities", "managed identity"),
        Map.entry("microsoft.keyvault/vaults", "key vault"),
        Map.entry("microsoft.network/privatednszones", "private DNS zone"),
        Map.entry("microsoft.network/publicipaddresses", "public IP address"),
        Map.entry("microsoft.operationalinsights/workspaces", "Log Analytics workspace"),
        Map.entry("microsoft.servicebus/namespaces", "Service Bus namespace"),
        Map.entry("microsoft.eventhub/namespaces", "Event Hubs namespace"),
        Map.entry("microsoft.eventhub/namespaces/eventhubs", "event hub"),
        Map.entry("microsoft.documentdb/databaseaccounts", "Cosmos DB account"),
        Map.entry("microsoft.cognitiveservices/accounts", "Azure AI services account"),
        Map.entry("microsoft.monitor/accounts", "Azure Monitor workspace"),
        Map.entry("microsoft.dashboard/grafana", "Azure Managed Grafana workspace"));

    static ScopeWords of(String scope) {
        // A grant for a group may say in words what the group holds.
        return scope.startsWith("/") ? of(new AzureScope(scope)) : new ScopeWords("", scope, "");
    }

    static ScopeWords of(AzureScope scope) {
        var resource = scope.resource();
        return switch (scope.kind()) {
            case MANAGEMENT_GROUP -> new ScopeWords("management group", scope.id().substring(scope.id().lastIndexOf('/') + 1), "");
            case SUBSCRIPTION -> new ScopeWords("subscription", resource.subscription(), "");
            case RESOURCE_GROUP -> new ScopeWords("resource group", resource.resourceGroup(), "");
            case RESOURCE -> resource(resource);
        };
    }

    private static ScopeWords resource(ResourceId resource) {
        var type = resource.type().toLowerCase(Locale.ROOT);
        if (type.startsWith("microsoft.containerservice/managedclusters/") && type.endsWith("namespaces")) {
            return new ScopeWords("namespace", resource.name(), " of " + resource.parent().name());
        }
        return new ScopeWords(KINDS.getOrDefault(type, singular(resource.type())), String.join("/", resource.names()), "");
    }

    /** The last part of a type in words: storageAccounts is "storage account". */
    private static String singular(String type) {
        var words = type.substring(type.lastIndexOf('/') + 1).replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.endsWith("ies") ? words.substring(0, words.length() - 3) + "y" : words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
    }
}
