package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.model.Row;
import aksiam.model.rows.Persona;
import aksiam.model.rows.Rule;
import aksiam.model.rows.Tables;
import aksiam.plan.KubernetesRole;
import aksiam.plan.OpenPoint;
import aksiam.plan.PlanBuilder;
import java.util.List;
import java.util.stream.Stream;

/** The ClusterRoles of the platform: those of the design, and those that are proposed. */
final class Personas {
    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<String> CHANGE = List.of("get", "list", "watch", "create", "update", "patch", "delete");

    private Personas() {
    }

    /** Effect of the personas. */
    static void contribute(Contribution from, PlanBuilder plan) {
        for (var persona : from.design().rows("personas", Tables.PERSONAS)) {
            if (Rights.BUILT_IN_CLUSTER_ROLES.contains(persona.name())) {
                plan.add(from.open(OpenPoint.Kind.INCOMPLETE,
                    "Persona " + persona.name() + " has the name of a role that Kubernetes brings along: it is left out."));
            } else if (!persona.name().isEmpty()) {
                plan.add(new KubernetesRole(persona.name(), persona.purpose(), rules(persona, from, plan), from.consideration()));
            }
        }
    }

    private static List<KubernetesRole.Rule> rules(Persona persona, Contribution from, PlanBuilder plan) {
        var complete = persona.rules().stream().filter(rule -> (isForResources(rule) || !rule.paths().isEmpty()) && !rule.verbs().isEmpty()).toList();
        if (complete.isEmpty() || complete.size() < persona.rules().size()) {
            plan.add(from.open(OpenPoint.Kind.INCOMPLETE, "Persona " + persona.name() + " has "
                + (complete.isEmpty() ? "no complete rule" : "a rule without API group, resources or verbs") + ": what is missing is not given."));
        }
        if (persona.scope().equals("namespace") && complete.stream().anyMatch(rule -> !rule.paths().isEmpty())) {
            plan.add(from.open(OpenPoint.Kind.INCOMPLETE,
                "Persona " + persona.name() + " is meant for namespaces: there its rules for paths of the API server give nothing."));
        }
        return complete.stream().flatMap(Personas::rules).toList();
    }

    private static boolean isForResources(Rule rule) {
        return !rule.apiGroups().isEmpty() && !rule.resources().isEmpty();
    }

    /** Kubernetes takes resources and paths in rules of their own only. */
    private static Stream<KubernetesRole.Rule> rules(Rule rule) {
        var groups = rule.apiGroups().stream().map(group -> group.equals("core") ? "" : group).toList();
        return Stream.concat(
            Stream.of(KubernetesRole.Rule.ofResources(groups, rule.resources(), rule.verbs(), rule.resourceNames())).filter(_ -> isForResources(rule)),
            Stream.of(KubernetesRole.Rule.ofPaths(rule.paths(), rule.verbs())).filter(_ -> !rule.paths().isEmpty()));
    }

    /** The proposals of facts 5.3 as rows, each to be edited line by line. */
    static List<Row> proposals() {
        return List.of(
            persona("sre-read", "SRE", "cluster",
                rule("core", List.of("nodes", "persistentvolumes", "namespaces", "resourcequotas", "limitranges", "events"), READ), workloads(READ),
                rule("storage.k8s.io", List.of("storageclasses", "volumeattachments"), READ), rule("scheduling.k8s.io", List.of("priorityclasses"), READ),
                rule("apiextensions.k8s.io", List.of("customresourcedefinitions"), READ),
                rule("metrics.k8s.io", List.of("nodes", "pods"), List.of("get", "list"))),
            persona("sre-repair", "SRE", "cluster", rule("core", List.of("pods"), List.of("get", "list", "watch", "delete")),
                rule("core", List.of("pods/eviction"), List.of("create")),
                rule("core", List.of("nodes"), List.of("get", "list", "watch", "patch")),
                rule("apps", List.of("deployments", "statefulsets", "daemonsets"), List.of("get", "list", "watch", "patch")),
                rule("apps", List.of("deployments/scale", "statefulsets/scale"), List.of("get", "update", "patch"))),
            persona("secops-read", "SecOps", "cluster", rule("core", List.of("pods", "pods/log", "serviceaccounts", "namespaces", "events", "services"), READ),
                rule("rbac.authorization.k8s.io", List.of("roles", "rolebindings", "clusterroles", "clusterrolebindings"), READ),
                rule("networking.k8s.io", List.of("networkpolicies", "ingresses"), READ),
                rule("admissionregistration.k8s.io", List.of("mutatingwebhookconfigurations", "validatingwebhookconfigurations"), READ),
                rule("apiextensions.k8s.io", List.of("customresourcedefinitions"), READ)),
            persona("secops-respond", "SecOps", "namespace", rule("networking.k8s.io", List.of("networkpolicies"), CHANGE),
                rule("core", List.of("pods"), List.of("get", "list", "watch", "delete"))),
            persona("developer", "Developer", "namespace",
                rule("core", List.of("pods", "pods/log", "services", "configmaps", "events", "persistentvolumeclaims", "resourcequotas", "limitranges"), READ),
                workloads(READ),
                rule("networking.k8s.io", List.of("ingresses", "networkpolicies"), READ), rule("autoscaling", List.of("horizontalpodautoscalers"), READ)),
            persona("deployer", "Deployer", "namespace",
                TeamRights.DEPLOYER.rules().stream()
                    .map(rule -> rule(rule.apiGroups().getFirst().isEmpty() ? "core" : rule.apiGroups().getFirst(), rule.resources(), rule.verbs()))
                    .toArray(Row[]::new)),
            persona("support-shell", "Support", "namespace", rule("core", List.of("pods"), READ), rule("core", List.of("pods/exec"), List.of("create"))));
    }

    private static Row workloads(List<String> verbs) {
        return Row.EMPTY.with("apiGroups", List.of("apps", "batch"))
            .with("resources", List.of("deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs")).with("verbs", verbs);
    }

    private static Row rule(String group, List<String> resources, List<String> verbs) {
        return Row.EMPTY.with("apiGroups", List.of(group)).with("resources", resources).with("verbs", verbs);
    }

    private static Row persona(String name, String purpose, String scope, Row... rules) {
        return Row.EMPTY.with("name", name).with("purpose", purpose).with("scope", scope).with("rules", Stream.of(rules).toList());
    }
}
