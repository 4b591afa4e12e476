package aksiam.plan;

/** An Azure role that a subject holds, or can activate, and where. */
public record HeldRole(Subject subject, Role role, AzureScope scope, boolean eligible) {
}
