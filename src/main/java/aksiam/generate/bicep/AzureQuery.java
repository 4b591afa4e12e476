package aksiam.generate.bicep;

import aksiam.plan.Subject;

/** Where the Azure command line finds the ids of an identity that only the deployment knows. */
final class AzureQuery {
    private AzureQuery() {
    }

    /** Command group of the Azure command line that shows it. */
    static String command(Subject subject) {
        return subject instanceof Subject.ClusterMade ? "aks" : "identity";
    }

    /** Query of the principal id in what `az identity show` or `az aks show` prints; empty when the object id is known already. */
    static String principalId(Subject subject) {
        return switch (subject) {
            case Subject.Entra _, Subject.Account _ -> "";
            case Subject.Identity _ -> "principalId";
            case Subject.ClusterMade(var _, var part) -> switch (part) {
                case CONTROL_PLANE -> "identity.principalId";
                case KUBELET -> "identityProfile.kubeletidentity.objectId";
                case KEY_VAULT_SECRETS_PROVIDER -> "addonProfiles.azureKeyvaultSecretsProvider.identity.objectId";
            };
        };
    }

    /** Query of the client id, as {@link #principalId(Subject)}. The control plane's own identity has none that can be read there. */
    static String clientId(Subject subject) {
        return switch (subject) {
            case Subject.Entra _, Subject.Account _ -> "";
            case Subject.Identity _ -> "clientId";
            case Subject.ClusterMade(var _, var part) -> switch (part) {
                case CONTROL_PLANE -> "";
                case KUBELET -> "identityProfile.kubeletidentity.clientId";
                case KEY_VAULT_SECRETS_PROVIDER -> "addonProfiles.azureKeyvaultSecretsProvider.identity.clientId";
            };
        };
    }
}
