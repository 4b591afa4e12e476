package aksiam.plan;

import java.util.Optional;

/**
 * A Kubernetes service account.
 *
 * @param identity name of the managed identity that it uses
 * @param given    whether a chart or an operator makes it; otherwise the manifests do
 */
public record ServiceAccount(String cluster, String namespace, String name, Optional<String> identity, boolean given, String consideration) {
}
