package aksiam.domain;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The built-in Azure roles that an AKS design needs: {@code builtin-roles.json}. Names are compared without regard to case. */
public final class BuiltInRoles {
    /**
     * A built-in role.
     *
     * @param privilege low, medium, high or critical: our classification
     */
    public record Role(String name, String guid, String category, String purpose, String privilege, List<String> actions, List<String> notActions,
        List<String> dataActions, List<String> notDataActions) {
        public Permissions permissions() {
            return new Permissions(actions, notActions, dataActions, notDataActions);
        }
    }

    /** A data-plane role of Cosmos DB for NoSQL, which is no Azure role. */
    public record CosmosRole(String name, String guid, String purpose) {
    }

    private static final Map<String, Role> ROLES = new LinkedHashMap<>();
    private static final Map<String, Role> BY_GUID = new HashMap<>();
    private static final Map<String, CosmosRole> COSMOS = new LinkedHashMap<>();

    static {
        var file = Data.read("builtin-roles.json");
        file.get("roles")
            .forEach(role -> ROLES.put(key(role.get("name").asString()),
                new Role(role.get("name").asString(), role.get("guid").asString(), role.path("category").asString(""), role.path("purpose").asString(""),
                    role.path("privilege").asString(""), Data.strings(role.path("actions")), Data.strings(role.path("notActions")),
                    Data.strings(role.path("dataActions")), Data.strings(role.path("notDataActions")))));
        ROLES.values().forEach(role -> BY_GUID.put(key(role.guid()), role));
        file.get("nonAzureRbacRoles").forEach(role -> COSMOS.put(key(role.get("name").asString()),
            new CosmosRole(role.get("name").asString(), role.get("guid").asString(), role.path("purpose").asString(""))));
    }

    private BuiltInRoles() {
    }

    public static List<Role> all() {
        return List.copyOf(ROLES.values());
    }

    public static Optional<Role> find(String name) {
        return Optional.ofNullable(ROLES.get(key(name)));
    }

    public static Optional<Role> findByGuid(String guid) {
        return Optional.ofNullable(BY_GUID.get(key(guid)));
    }

    /** The role of this name; an exception when our data does not hold it. */
    public static Role get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no built-in role " + name));
    }

    public static List<CosmosRole> cosmos() {
        return List.copyOf(COSMOS.values());
    }

    public static Optional<CosmosRole> findCosmos(String name) {
        return Optional.ofNullable(COSMOS.get(key(name)));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
