package aksiam.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A custom Azure role to define.
 *
 * @param guid   stable name of the definition
 * @param scopes assignable scopes; it is deployed at the first one's subscription or management group
 */
public record CustomRole(String name, String guid, String description, List<String> actions, List<String> notActions, List<String> dataActions, List<String> notDataActions, List<AzureScope> scopes,
    String consideration) {
    /** Stable name of the definition of a role: the same tenant and role name give the same GUID. */
    public static String guid(String tenant, String name) {
        return UUID.nameUUIDFromBytes((tenant + "/" + name).getBytes(StandardCharsets.UTF_8)).toString();
    }

    public Role role() {
        return new Role(name, guid, true);
    }
}
