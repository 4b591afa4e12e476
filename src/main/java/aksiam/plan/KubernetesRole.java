package aksiam.plan;

import java.util.List;

/** A ClusterRole that the design defines; bound for the whole cluster or in namespaces. */
public record KubernetesRole(String name, String purpose, List<Rule> rules, String consideration) {
    /** What it opens beyond what its rules say; each completes "its holder can ...". */
    public List<String> opens() {
        return KubernetesWay.openTo(rules);
    }

    /**
     * One rule, for resources or for paths, never for both; the core API group is the empty string.
     *
     * @param paths of the API server that are no resources, such as /metrics
     */
    public record Rule(List<String> apiGroups, List<String> resources, List<String> verbs, List<String> resourceNames, List<String> paths) {
        public static Rule ofResources(List<String> apiGroups, List<String> resources, List<String> verbs, List<String> resourceNames) {
            return new Rule(apiGroups, resources, verbs, resourceNames, List.of());
        }

        public static Rule ofPaths(List<String> paths, List<String> verbs) {
            return new Rule(List.of(), List.of(), verbs, List.of(), paths);
        }
    }
}
