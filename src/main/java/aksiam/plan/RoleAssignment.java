package aksiam.plan;

/**
 * A standing Azure role assignment.
 *
 * @param stage         2 for rights that a cluster needs before it exists, 4 for all others
 * @param consideration where it came from
 * @param reason        one line for the description of the assignment
 */
public record RoleAssignment(Subject subject, Role role, AzureScope scope, int stage, Access access, String consideration, String reason) {
}
