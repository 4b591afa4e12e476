package aksiam.plan;

/** Preview: a managed identity bound to a cluster instead of one federated credential a service account. */
public record IdentityBinding(String cluster, String identity, String name, String consideration) {
}
