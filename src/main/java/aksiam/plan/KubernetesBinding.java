package aksiam.plan;

import java.util.Optional;

/**
 * A binding of a ClusterRole, in one namespace or for the whole cluster.
 *
 * @param namespace empty: a ClusterRoleBinding
 * @param role      name of a ClusterRole: one of the plan, or view, edit, admin, cluster-admin
 */
public record KubernetesBinding(String cluster, Optional<String> namespace, String role, Subject subject, String consideration, String reason) {
}
