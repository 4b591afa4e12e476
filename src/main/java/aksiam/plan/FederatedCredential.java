package aksiam.plan;

/** Trust of a managed identity in one service account of one cluster. */
public record FederatedCredential(String cluster, String identity, String name, String namespace, String serviceAccount, String consideration) {
    public String subject() {
        return "system:serviceaccount:" + namespace + ":" + serviceAccount;
    }
}
