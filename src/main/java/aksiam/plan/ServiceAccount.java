package aksiam.plan;

import java.util.Optional;

/**
 * A Kubernetes service account to create.
 *
 * @param identity name of the managed identity that it uses
 */
public record ServiceAccount(String cluster, String namespace, String name, Optional<String> identity, String consideration) {
}
