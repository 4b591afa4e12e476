package aksiam.generate.bicep;

import aksiam.domain.ResourceTypes;
import aksiam.domain.ResourceTypes.ResourceType;
import aksiam.plan.AzureScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of scope that rights are given at, with a module of its own: the templates name the resource as {@code existing}, from the
 * outermost one inwards.
 *
 * @param module name of the module file and of its symbol
 * @param levels the resource types from the outermost to the one itself; empty for a resource group, subscription or management group
 */
public record RightsKind(String module, String about, String targetScope, List<ResourceType> levels) implements Comparable<RightsKind> {
    private static final RightsKind MANAGEMENT_GROUP = new RightsKind("managementGroup", "the management group", "managementGroup", List.of());
    private static final RightsKind SUBSCRIPTION = new RightsKind("subscription", "the subscription", "subscription", List.of());
    private static final RightsKind RESOURCE_GROUP = new RightsKind("resourceGroups", "resource groups", "resourceGroup", List.of());

    /** The kinds of scopes; a resource type is looked up once. */
    static final class Known {
        private final Map<String, Optional<RightsKind>> byType = new HashMap<>();

        /** The kind of a scope; empty for a resource whose type we have no checked API version of. */
        Optional<RightsKind> of(AzureScope scope) {
            return switch (scope.kind()) {
                case MANAGEMENT_GROUP -> Optional.of(MANAGEMENT_GROUP);
                case SUBSCRIPTION -> Optional.of(SUBSCRIPTION);
                case RESOURCE_GROUP -> Optional.of(RESOURCE_GROUP);
                case RESOURCE -> isInResourceGroup(scope) ? byType.computeIfAbsent(scope.resource().type(), RightsKind::ofType) : Optional.empty();
            };
        }
    }

    /** Not on a subscription, and no extension of another resource. */
    private static boolean isInResourceGroup(AzureScope scope) {
        var id = scope.id().toLowerCase(Locale.ROOT);
        return !scope.resource().resourceGroup().isEmpty() && id.indexOf("/providers/") == id.lastIndexOf("/providers/");
    }

    private static Optional<RightsKind> ofType(String type) {
        var parts = type.split("/");
        var levels = new ArrayList<ResourceType>();
        for (int i = 2; i <= parts.length; i++) {
            var level = ResourceTypes.find(String.join("/", List.of(parts).subList(0, i)));
            if (level.isEmpty()) {
                return Optional.empty();
            }
            levels.add(level.get());
        }
        var canonical = levels.getLast().type();
        return Optional.of(new RightsKind(moduleOf(canonical), "resources of type " + canonical, "resourceGroup", List.copyOf(levels)));
    }

    /** Microsoft.KeyVault/vaults/secrets is keyVaultVaultsSecrets. */
    private static String moduleOf(String type) {
        var name = new StringBuilder();
        for (var part : type.substring(type.indexOf('.') + 1).split("[/.]")) {
            name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    public String parameter() {
        return module + "Rights";
    }

    public boolean inResourceGroup() {
        return targetScope.equals("resourceGroup");
    }

    /** What the module template prints. */
    Map<String, Object> model(Set<Holder> holders) {
        var printed = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < levels.size(); i++) {
            printed.add(Map.of("reference", levels.get(i).reference(), "depth", i, "fixed", isFixed(i), "symbol", symbol(i), "outermost", i == 0, "parent",
                i == 0 ? "" : symbol(i - 1)));
        }
        return Map.of("about", about, "targetScope", targetScope, "levels", printed, "onResource", !levels.isEmpty(), "innermost",
            levels.isEmpty() ? "" : symbol(levels.size() - 1),
            "scopeId", targetScope + "().id", "roleDefinitionId", targetScope.equals("managementGroup") ? "tenantResourceId" : "subscriptionResourceId",
            "types", Types.ALL,
            "sets", holders.stream().collect(Collectors.toMap(Holder::parameter, Function.identity())), "imported",
            Stream.concat(Stream.of("AssignedNames"), holders.stream().map(Holder::type)).sorted().collect(Collectors.joining(", ")));
    }

    /** Services of a storage account are always called default. */
    private boolean isFixed(int level) {
        return levels.get(level).type().matches("Microsoft\\.Storage/storageAccounts/[a-z]+Services");
    }

    private String symbol(int level) {
        var type = levels.get(level).type();
        var segment = type.substring(type.lastIndexOf('/') + 1);
        return "On" + segment.substring(0, 1).toUpperCase(Locale.ROOT) + segment.substring(1);
    }

    @Override
    public int compareTo(RightsKind other) {
        return module.compareTo(other.module);
    }
}
