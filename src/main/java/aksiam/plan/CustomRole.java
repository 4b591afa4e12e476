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
public record CustomRole(String name, String guid, String description, List<String> actions, List<String> notActions, List<String> dataActions,
    List<String> notDataActions, List<AzureScope> scopes,
    String consideration) {
    /** Stable name of the definition of a role: the same tenant and role name give the same GUID. */
    public static String guid(String tenant, String name) {
        return UUID.nameUUIDFromBytes((tenant + "/" + name).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Name of a proposed role: names are unique in a tenant, and another design there may have a role for the same purpose. */
    public static String nameIn(String design, String purpose) {
        var name = design.replaceAll("\\p{Cntrl}", " ").strip();
        // Azure takes 512 characters; the rest of the name is ours.
        return name.isEmpty()
            ? purpose
            : purpose + ", " + name.codePoints().limit(100).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    /** This role without some of its assignable scopes. */
    public CustomRole without(List<AzureScope> dropped) {
        return new CustomRole(name, guid, description, actions, notActions, dataActions, notDataActions,
            scopes.stream().filter(scope -> !dropped.contains(scope)).toList(), consideration);
    }

    public Role role() {
        return new Role(name, guid, true);
    }
}
