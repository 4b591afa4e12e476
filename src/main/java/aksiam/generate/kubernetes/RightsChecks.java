package aksiam.generate.kubernetes;

import aksiam.generate.AzureOutputs;
import aksiam.generate.kubernetes.ChecksOutput.Row;
import aksiam.plan.KubernetesBinding;
import aksiam.plan.KubernetesRole;
import aksiam.plan.Plan;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about rights: what each binding gives, and beside it other namespaces, secrets, shells and granting more. */
final class RightsChecks {
    static final List<String> COLUMNS = List.of("expected", "user", "group", "namespace", "principal", "may", "consideration");
    /** What separates one right from the next; no word of a right holds it. */
    static final String SEPARATOR = ", ";
    private static final Pattern WORD = Pattern.compile("[^\\s,()]*");

    /** What may be asked for. */
    private record Right(String verb, String group, String resource, String subresource, String name) {
        static Right of(String verb, String group, String resource, String subresource) {
            return new Right(verb, group, resource, subresource, "");
        }

        /** Whether the words that were typed into a role can be told apart where they stand together. */
        boolean isAskable() {
            return Stream.of(verb, group, resource, subresource, name).allMatch(word -> WORD.matcher(word).matches());
        }

        /** Such as {@code get configmaps/settings} or {@code get pods (log)}. */
        String text() {
            return verb + " " + resource + (group.isEmpty() ? "" : "." + group) + (name.isEmpty() ? "" : "/" + name)
                + (subresource.isEmpty() ? "" : " (" + subresource + ")");
        }
    }

    private static final Right READ = Right.of("get", "", "pods", "");
    private static final Right LOG = Right.of("get", "", "pods", "log");
    private static final Right DEPLOY = Right.of("create", "apps", "deployments", "");
    private static final Right SECRETS = Right.of("list", "", "secrets", "");
    private static final Right SHELL = Right.of("create", "", "pods", "exec");
    private static final Right TOKEN = Right.of("create", "", "serviceaccounts", "token");
    private static final Right GRANT = Right.of("create", "rbac.authorization.k8s.io", "rolebindings", "");
    private static final Right QUOTA = Right.of("update", "", "resourcequotas", "");
    private static final Right OPEN = Right.of("update", "", "namespaces", "");
    private static final List<Right> INSIDE = List.of(READ, LOG, DEPLOY, SECRETS, SHELL, TOKEN, GRANT, QUOTA, OPEN);
    private static final List<Right> OUTSIDE = List.of(READ, DEPLOY, SECRETS);
    private static final List<Right> EVERYWHERE = List.of(Right.of("list", "", "nodes", ""), Right.of("list", "", "namespaces", ""),
        Right.of("create", "rbac.authorization.k8s.io", "clusterrolebindings", ""));
    /** What the roles that Kubernetes brings give of this. */
    private static final Map<String, Set<Right>> BUILT_IN = Map.of("view", Set.of(READ, LOG, EVERYWHERE.get(1)), "edit",
        Set.of(READ, LOG, DEPLOY, SECRETS, SHELL, TOKEN, EVERYWHERE.get(1)),
        "admin", Set.of(READ, LOG, DEPLOY, SECRETS, SHELL, TOKEN, GRANT, EVERYWHERE.get(1)));

    private final Map<String, KubernetesRole> roles;
    private final Map<Subject, List<KubernetesBinding>> held = new LinkedHashMap<>();
    private final Map<AzureOutputs.Value, String> keys;
    private final TreeSet<String> namespaces;

    private RightsChecks(Plan plan, ClusterManifests cluster) {
        roles = plan.kubernetesRoles().stream().collect(Collectors.toMap(KubernetesRole::name, Function.identity()));
        keys = cluster.values.stream()
            .collect(Collectors.toMap(value -> new AzureOutputs.Value("", value.subject(), value.property()), AzureOutputs.Value::key));
        namespaces = new TreeSet<>(cluster.namespaces.keySet());
        Stream.concat(cluster.bindings.stream(), cluster.namespaces.values().stream().flatMap(namespace -> namespace.bindings.stream()))
            .forEach(binding -> held.computeIfAbsent(binding.subject(), _ -> new ArrayList<>()).add(binding));
    }

    static List<Row> of(Plan plan, ClusterManifests cluster) {
        return new RightsChecks(plan, cluster).rows();
    }

    private List<Row> rows() {
        var asked = new Asked();
        held.forEach((subject, bindings) -> {
            var byNamespace = bindings.stream().collect(Collectors.groupingBy(binding -> binding.namespace().orElse("")));
            var clusterWide = byNamespace.getOrDefault("", List.of());
            var own = byNamespace.keySet().stream().filter(name -> !name.isEmpty()).sorted().toList();
            for (var name : own.isEmpty() ? namespaces.stream().limit(1).toList() : own) {
                var there = Stream.concat(clusterWide.stream(), byNamespace.getOrDefault(name, List.of()).stream()).toList();
                Stream.concat(INSIDE.stream(), there.stream().flatMap(binding -> ofRole(binding.role())))
                    .forEach(right -> ask(asked, subject, right, name, there, bindings));
            }
            namespaces.stream().filter(name -> !byNamespace.containsKey(name)).limit(1)
                .forEach(name -> OUTSIDE.forEach(right -> ask(asked, subject, right, name, clusterWide, bindings)));
            EVERYWHERE.forEach(right -> ask(asked, subject, right, "", clusterWide, bindings));
        });
        return asked.rows();
    }

    /** One right of each rule of a role that the design defines. */
    private Stream<Right> ofRole(String role) {
        return Stream.ofNullable(roles.get(role)).flatMap(defined -> defined.rules().stream())
            .filter(rule -> !rule.verbs().isEmpty() && !rule.resources().isEmpty() && !rule.apiGroups().isEmpty()
                && !Stream.of(rule.verbs(), rule.resources(), rule.apiGroups()).flatMap(List::stream).anyMatch(part -> part.contains("*")))
            .map(rule -> {
                var resource = rule.resources().getFirst().split("/", 2);
                return new Right(rule.verbs().getFirst(), rule.apiGroups().getFirst(), resource[0], resource.length > 1 ? resource[1] : "",
                    rule.resourceNames().isEmpty() ? "" : rule.resourceNames().getFirst());
            }).filter(Right::isAskable);
    }

    private void ask(Asked asked, Subject subject, Right right, String namespace, List<KubernetesBinding> there, List<KubernetesBinding> all) {
        var from = there.stream().filter(binding -> gives(binding.role(), right)).findFirst();
        asked.add(new Row(List.of(from.isPresent() ? "yes" : "no", user(subject), group(subject), namespace, subject.label()),
            from.orElse(all.getFirst()).consideration()), right);
    }

    /** The rights that are asked for, by all that is the same about their questions. */
    private static final class Asked {
        private final Map<Row, Set<String>> rights = new LinkedHashMap<>();

        void add(Row row, Right right) {
            rights.computeIfAbsent(row, _ -> new LinkedHashSet<>()).add(right.text());
        }

        List<Row> rows() {
            return rights.entrySet().stream().map(entry -> entry.getKey().with(String.join(SEPARATOR, entry.getValue()))).toList();
        }
    }

    private boolean gives(String role, Right right) {
        var defined = roles.get(role);
        return defined == null
            ? role.equals("cluster-admin") || BUILT_IN.getOrDefault(role, Set.of()).contains(right)
            : defined.rules().stream().anyMatch(rule -> gives(rule, right));
    }

    private static boolean gives(KubernetesRole.Rule rule, Right right) {
        var resource = right.resource + (right.subresource.isEmpty() ? "" : "/" + right.subresource);
        return has(rule.verbs(), right.verb) && has(rule.apiGroups(), right.group)
            && (has(rule.resources(), resource) || !right.subresource.isEmpty() && rule.resources().contains("*/" + right.subresource))
            && (rule.resourceNames().isEmpty() || rule.resourceNames().contains(right.name));
    }

    private static boolean has(List<String> values, String value) {
        return values.contains(value) || values.contains("*");
    }

    /** Whom to impersonate; an at sign stands before a key of azure-outputs.env. */
    private String user(Subject subject) {
        return switch (subject) {
            case Subject.Entra(var _, var id, var kind) -> kind == Subject.Entra.Kind.Group ? "aks-iam-check" : id.text();
            case Subject.Identity _, Subject.ClusterMade _ -> "@" + keys.get(new AzureOutputs.Value("", subject, AzureOutputs.Property.PRINCIPAL_ID));
            case Subject.Account(var namespace, var name) -> "system:serviceaccount:" + namespace + ":" + name;
        };
    }

    private static String group(Subject subject) {
        return subject instanceof Subject.Entra(var _, var id, var kind) && kind == Subject.Entra.Kind.Group ? id.text() : "";
    }
}
