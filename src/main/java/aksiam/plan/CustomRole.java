package aksiam.plan;

import java.util.List;

/**
 * A custom Azure role to define.
 *
 * @param guid   stable name of the definition
 * @param scopes assignable scopes; it is deployed at the first one's subscription or management group
 */
public record CustomRole(String name, String guid, String description, List<String> actions, List<String> notActions, List<String> dataActions, List<String> notDataActions, List<AzureScope> scopes,
    String consideration) {
    public Role role() {
        return new Role(name, guid, true);
    }
}
