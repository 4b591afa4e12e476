package aksiam.plan;

import aksiam.model.Design;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A custom Azure role to define.
 *
 * @param name   as the design calls it
 * @param azureName as Azure shows it: names are unique in a tenant, so it carries the mark of the design
 * @param guid   stable name of the definition
 * @param scopes assignable scopes; it is deployed at the first one's subscription or management group
 */
public record CustomRole(String name, String azureName, String guid, String description, List<String> actions, List<String> notActions,
    List<String> dataActions,
    List<String> notDataActions, List<AzureScope> scopes,
    String consideration) {
    /**
     * The role of a design. In designs that were made before designs had ids the name follows from the tenant and the name of the role,
     * so that what is deployed stays as it is; in all others no second design of the tenant defines the same role.
     */
    public static CustomRole of(Design design, String name, String description, List<String> actions, List<String> notActions, List<String> dataActions,
        List<String> notDataActions, List<AzureScope> scopes, String consideration) {
        var id = design.id();
        var seed = id.isDerived() ? design.text("tenant") : id.text();
        return new CustomRole(name, id.isDerived() ? name : name + " (" + id.mark() + ")",
            UUID.nameUUIDFromBytes((seed + "/" + name).getBytes(StandardCharsets.UTF_8)).toString(), description, actions, notActions, dataActions,
            notDataActions, scopes, consideration);
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
        return new CustomRole(name, azureName, guid, description, actions, notActions, dataActions, notDataActions,
            scopes.stream().filter(scope -> !dropped.contains(scope)).toList(), consideration);
    }

    public Role role() {
        return new Role(azureName, guid, true);
    }
}
