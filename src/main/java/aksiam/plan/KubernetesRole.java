package aksiam.plan;

import java.util.List;

/** A ClusterRole that the design defines; bound for the whole cluster or in namespaces. */
public record KubernetesRole(String name, String purpose, List<Rule> rules, String consideration) {
    /** One rule; the core API group is the empty string. */
    public record Rule(List<String> apiGroups, List<String> resources, List<String> verbs, List<String> resourceNames) {
    }
}
