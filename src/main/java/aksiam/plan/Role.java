package aksiam.plan;

/**
 * An Azure role.
 *
 * @param guid   GUID of the role definition
 * @param custom whether the design defines it
 */
public record Role(String name, String guid, boolean custom) {
}
