package aksiam.plan;

/** A grant that the output leaves out until the object id of its principal is known. */
public record WaitingGrant(String principal, String plane, String role, String scope, String owner, String consideration) {
}
