package aksiam.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rights in the Kubernetes API that open more than they say. Sources, read 2026-11-28: Kubernetes "RBAC good practices"; DataDog/KubeHound (2025-11);
 * ReversecLabs/IceKube.
 */
public enum KubernetesWay {
    RUN("run any code as any service account", new Right("", "pods", "create"), new Right("", "replicationcontrollers", "create update patch"),
        new Right("apps", "deployments statefulsets daemonsets replicasets", "create update patch"),
        new Right("batch", "jobs cronjobs", "create update patch")),
    CHANGE("change the images of running pods", new Right("", "pods", "update patch")), //
    COMMANDS("run commands in pods", new Right("", "pods/exec pods/attach", "create get"), new Right("", "pods/ephemeralcontainers", "update patch")), //
    NODES("run commands in every pod of a node", new Right("", "nodes/proxy", "create get")), //
    SECRETS("read secrets", new Right("", "secrets", "get list watch")), //
    TOKENS("get tokens of service accounts", new Right("", "serviceaccounts/token", "create")), //
    ACT_AS("act as somebody else", new Right("", "users groups serviceaccounts", "impersonate")), //
    GRANT("grant rights", new Right("rbac.authorization.k8s.io", "rolebindings clusterrolebindings", "create update patch"),
        new Right("rbac.authorization.k8s.io", "roles clusterroles", "escalate bind")),
    ADMISSION("change objects while others write them",
        new Right("admissionregistration.k8s.io", "mutatingwebhookconfigurations validatingwebhookconfigurations", "create update patch")),
    LABELS("change the Pod Security level of namespaces", new Right("", "namespaces", "update patch")), //
    TRAFFIC("open traffic that network policies close", new Right("networking.k8s.io", "networkpolicies", "create update patch delete"));

    /** Any of some verbs on any of some resources; words are separated by spaces. */
    private record Right(String group, List<String> resources, List<String> verbs) {
        Right(String group, String resources, String verbs) {
            this(group, List.of(resources.split(" ")), List.of(verbs.split(" ")));
        }

        boolean isGivenBy(KubernetesRole.Rule rule) {
            return holds(rule.apiGroups(), Stream.of(group)) && holds(rule.resources(), resources.stream()) && holds(rule.verbs(), verbs.stream());
        }

        private static boolean holds(List<String> given, Stream<String> wanted) {
            return given.contains("*") || wanted.anyMatch(given::contains);
        }
    }

    private final String opens;
    private final List<Right> rights;

    KubernetesWay(String opens, Right... rights) {
        this.opens = opens;
        this.rights = List.of(rights);
    }

    /** What rules open beyond what they say; each completes "its holder can ...". */
    static List<String> openTo(List<KubernetesRole.Rule> rules) {
        return Arrays.stream(values()).filter(way -> way.rights.stream().anyMatch(right -> rules.stream().anyMatch(right::isGivenBy))).map(way -> way.opens)
            .toList();
    }
}
