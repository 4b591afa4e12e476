package aksiam.testkit;

import aksiam.plan.KubernetesBinding;
import aksiam.plan.KubernetesRole;
import aksiam.plan.Plan;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Questions about who may do what in a cluster, with the answers that the plan implies. They are worked out from the bindings and
 * roles of the plan and from what Kubernetes documents about its own roles, never from the manifests.
 */
public final class RightsQuestions {
    /** @param near whether it is a refusal beside something that the same subject, or somebody else there, may do */
    public record Question(String user, List<String> groups, Right right, boolean expected, boolean near) {
        /** As ask-api-server reads it. */
        public Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("user", user);
            json.put("groups", groups);
            json.put("verb", right.verb);
            json.put("group", right.group);
            json.put("resource", right.resource);
            json.put("subresource", right.subresource);
            json.put("namespace", right.namespace);
            json.put("name", right.name);
            json.put("expected", expected);
            json.values().removeIf(""::equals);
            return json;
        }
    }

    /** What is asked for. */
    public record Right(String verb, String group, String resource, String subresource, String namespace, String name) {
        Right in(String namespace) {
            return new Right(verb, group, resource, subresource, namespace, name);
        }

        Right by(String verb) {
            return new Right(verb, group, resource, subresource, namespace, name);
        }
    }

    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<String> WRITE = List.of("create", "update", "patch", "delete", "deletecollection");
    /** Kinds that are asked about: group, resource, subresource, verbs. */
    private static final List<Right> GRID = Stream.of(
        rights("", "pods", "", "get", "list", "create", "delete"), rights("", "pods", "log", "get"), rights("", "pods", "exec", "create"),
        rights("", "pods", "eviction", "create"),
        rights("", "secrets", "", "get", "list", "create"), rights("", "configmaps", "", "get", "update"), rights("", "services", "", "list", "patch"),
        rights("", "serviceaccounts", "", "get", "create", "impersonate"),
        rights("", "serviceaccounts", "token", "create"), rights("", "resourcequotas", "", "get", "update"), rights("", "limitranges", "", "list", "delete"),
        rights("", "events", "", "list"),
        rights("apps", "deployments", "", "get", "create", "patch", "deletecollection"), rights("apps", "deployments", "scale", "get", "update"),
        rights("apps", "daemonsets", "", "watch", "create"),
        rights("batch", "jobs", "", "list", "create", "delete"), rights("networking.k8s.io", "networkpolicies", "", "get", "update"),
        rights("networking.k8s.io", "ingresses", "", "list", "create"),
        rights("rbac.authorization.k8s.io", "roles", "", "get", "create"), rights("rbac.authorization.k8s.io", "rolebindings", "", "list", "create", "delete"),
        rights("policy", "poddisruptionbudgets", "", "get"))
        .flatMap(List::stream).toList();
    private static final List<Right> CLUSTER_GRID = Stream.of(rights("", "nodes", "", "get", "list", "delete"),
        rights("", "namespaces", "", "list", "create", "update"), rights("", "persistentvolumes", "", "list"),
        rights("rbac.authorization.k8s.io", "clusterroles", "", "list", "escalate"),
        rights("rbac.authorization.k8s.io", "clusterrolebindings", "", "get", "create"),
        rights("apiextensions.k8s.io", "customresourcedefinitions", "", "list", "create"),
        rights("admissionregistration.k8s.io", "validatingwebhookconfigurations", "", "list", "delete"), rights("", "secrets", "", "list"),
        rights("", "pods", "", "list")).flatMap(List::stream).toList();

    private static final Set<String> VIEWED = Set.of("pods", "pods/log", "configmaps", "services", "serviceaccounts", "resourcequotas", "limitranges", "events",
        "namespaces", "endpoints", "persistentvolumeclaims", "deployments",
        "deployments/scale", "daemonsets", "statefulsets", "statefulsets/scale", "replicasets", "replicasets/scale", "jobs", "cronjobs",
        "horizontalpodautoscalers", "networkpolicies", "ingresses", "poddisruptionbudgets",
        "endpointslices", "controllerrevisions", "replicationcontrollers");
    private static final Set<String> WITHOUT_STATUS = Set.of("configmaps", "serviceaccounts", "limitranges", "events", "endpoints", "endpointslices",
        "controllerrevisions");
    private static final Set<String> EDITED = Set.of("pods", "pods/exec", "secrets", "configmaps", "services", "serviceaccounts", "events",
        "persistentvolumeclaims", "deployments", "deployments/scale", "daemonsets", "statefulsets",
        "statefulsets/scale", "replicasets", "replicasets/scale", "jobs", "cronjobs", "horizontalpodautoscalers", "networkpolicies", "ingresses",
        "poddisruptionbudgets", "replicationcontrollers");

    private static List<Right> rights(String group, String resource, String subresource, String... verbs) {
        return Stream.of(verbs).map(verb -> new Right(verb, group, resource, subresource, "", "")).toList();
    }

    private final Plan plan;
    private final Function<Subject, String> idOf;
    private final Map<String, KubernetesRole> roles;
    private final Map<Subject, List<KubernetesBinding>> held;
    private final Set<String> namespaces;

    private RightsQuestions(Plan plan, String cluster, Function<Subject, String> idOf) {
        this.plan = plan;
        this.idOf = idOf;
        this.roles = plan.kubernetesRoles().stream().collect(Collectors.toMap(KubernetesRole::name, Function.identity()));
        this.held = plan.kubernetesBindings().stream().filter(binding -> binding.cluster().equals(cluster) && counts(binding.subject()))
            .collect(Collectors.groupingBy(KubernetesBinding::subject, LinkedHashMap::new, Collectors.toList()));
        this.namespaces = new TreeSet<>(
            plan.namespaces().stream().filter(namespace -> namespace.cluster().equals(cluster)).map(namespace -> namespace.name()).toList());
        namespaces.add("kube-system");
    }

    /**
     * Questions about one cluster.
     *
     * @param idOf  principal ids of identities, which only the deployment knows
     * @param least how many there are at least
     */
    public static List<Question> of(Plan plan, String cluster, Function<Subject, String> idOf, int least) {
        var all = new RightsQuestions(plan, cluster, idOf).ask(least);
        int step = Math.max(1, all.size() / (4 * least)); // a large design repeats itself
        return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
    }

    private boolean counts(Subject subject) {
        return subject instanceof Subject.Account || plan.peopleBindable() && subject.isKnown();
    }

    private List<Question> ask(int least) {
        var questions = new LinkedHashMap<List<Object>, Question>();
        for (var subject : held.keySet()) {
            for (var binding : held.get(subject)) {
                beside(binding).forEach(right -> add(questions, subject, right));
                add(questions, almost(subject), new Right("list", "", "pods", "", binding.namespace().orElse("kube-system"), ""));
            }
            CLUSTER_GRID.forEach(right -> add(questions, subject, right));
        }
        var strangers = Stream.concat(Stream.of(new Subject.Account("kube-system", "stranger"), new Subject.Account("default", "default"),
            stranger(Subject.Entra.Kind.Group), stranger(Subject.Entra.Kind.User)), held.keySet().stream().map(this::almost)).toList();
        for (var namespace : namespaces) {
            for (var right : GRID) {
                for (var stranger : strangers) {
                    if (questions.size() >= least) {
                        return List.copyOf(questions.values());
                    }
                    add(questions, stranger, right.in(namespace));
                }
            }
        }
        for (var verb : Stream.concat(READ.stream(), WRITE.stream()).toList()) {
            for (var namespace : namespaces) {
                for (var right : GRID) {
                    for (var stranger : strangers) {
                        if (questions.size() < least) {
                            add(questions, stranger, right.by(verb).in(namespace));
                        }
                    }
                }
            }
        }
        return List.copyOf(questions.values());
    }

    /** What a binding gives and what lies beside it: the whole grid in its namespace, a part of it elsewhere. */
    private Stream<Right> beside(KubernetesBinding binding) {
        var inside = binding.namespace().map(namespace -> GRID.stream().map(right -> right.in(namespace)))
            .orElseGet(() -> namespaces.stream().limit(2).flatMap(namespace -> GRID.stream().map(right -> right.in(namespace))));
        var own = Optional.ofNullable(roles.get(binding.role())).stream().flatMap(role -> role.rules().stream())
            .flatMap(rule -> ofRule(rule, binding.namespace().orElse("")));
        var other = namespaces.stream().filter(name -> binding.namespace().filter(name::equals).isEmpty()).limit(3).toList();
        var elsewhere = binding.namespace().stream().flatMap(_ -> other.stream())
            .flatMap(namespace -> GRID.stream().filter(right -> right.verb.equals("list") || right.verb.equals("create")).map(right -> right.in(namespace)));
        return Stream.of(inside, own, elsewhere).flatMap(Function.identity());
    }

    /** What a rule says, and the same by another verb and for another name. */
    private static Stream<Right> ofRule(KubernetesRole.Rule rule, String namespace) {
        var asked = new ArrayList<Right>();
        for (var group : rule.apiGroups()) {
            for (var typed : rule.resources()) {
                var parts = typed.replace("*", "widgets").split("/", 2);
                for (var verb : rule.verbs()) {
                    var right = new Right(verb.replace("*", "get"), group.replace("*", "example.com"), parts[0], parts.length > 1 ? parts[1] : "", namespace,
                        rule.resourceNames().isEmpty() ? "" : rule.resourceNames().getFirst());
                    asked.add(right);
                    asked.add(right.by("delete"));
                    asked.add(new Right(right.verb, right.group, right.resource, right.subresource, namespace, "another-name"));
                    asked.add(new Right(right.verb, right.group, right.resource, "status", namespace, right.name));
                }
            }
        }
        return asked.stream();
    }

    private void add(Map<List<Object>, Question> questions, Subject subject, Right right) {
        questions.computeIfAbsent(List.of(subject, right), _ -> {
            boolean expected = isAllowed(subject, right);
            return new Question(user(subject), groups(subject), right, expected, !expected && isNear(subject, right));
        });
    }

    /** Whether the subject holds something in that namespace, or there is somebody who holds this right. */
    private boolean isNear(Subject subject, Right right) {
        return held.containsKey(subject) || held.keySet().stream().anyMatch(other -> isAllowed(other, right));
    }

    private boolean isAllowed(Subject subject, Right right) {
        return held.getOrDefault(subject, List.of()).stream()
            .filter(binding -> binding.namespace().isEmpty() || binding.namespace().get().equals(right.namespace))
            .anyMatch(binding -> Optional.ofNullable(roles.get(binding.role())).map(role -> role.rules().stream().anyMatch(rule -> allows(rule, right)))
                .orElseGet(() -> builtIn(binding.role(), right)));
    }

    private static boolean allows(KubernetesRole.Rule rule, Right right) {
        var resource = right.resource + (right.subresource.isEmpty() ? "" : "/" + right.subresource);
        return has(rule.verbs(), right.verb) && has(rule.apiGroups(), right.group)
            && (has(rule.resources(), resource) || !right.subresource.isEmpty() && rule.resources().contains("*/" + right.subresource))
            && (rule.resourceNames().isEmpty() || rule.resourceNames().contains(right.name));
    }

    private static boolean has(List<String> values, String value) {
        return values.contains(value) || values.contains("*");
    }

    /** The roles that every cluster has, for what is asked about here. */
    private static boolean builtIn(String role, Right right) {
        var resource = right.resource + (right.subresource.isEmpty() ? "" : "/" + right.subresource);
        boolean read = READ.contains(right.verb);
        boolean write = WRITE.contains(right.verb);
        boolean view = read
            && (VIEWED.contains(resource) || right.subresource.equals("status") && VIEWED.contains(right.resource) && !WITHOUT_STATUS.contains(right.resource));
        boolean edit = view || read && Set.of("secrets", "pods/exec").contains(resource) || write && EDITED.contains(resource)
            || right.verb.equals("create") && Set.of("pods/eviction", "serviceaccounts/token").contains(resource)
            || right.verb.equals("impersonate") && resource.equals("serviceaccounts");
        boolean admin = edit || (read || write) && Set.of("roles", "rolebindings").contains(resource);
        return switch (role) {
            case "view" -> view;
            case "edit" -> edit;
            case "admin" -> admin;
            case "cluster-admin" -> true;
            default -> throw new IllegalArgumentException("nothing is known about ClusterRole " + role);
        };
    }

    private String user(Subject subject) {
        return switch (subject) {
            case Subject.Entra(var _, var id, var kind) -> kind == Subject.Entra.Kind.Group ? "somebody@contoso.com" : id.text();
            case Subject.Identity _, Subject.ClusterMade _ -> idOf.apply(subject);
            case Subject.Account(var namespace, var name) -> "system:serviceaccount:" + namespace + ":" + name;
        };
    }

    private static List<String> groups(Subject subject) {
        return switch (subject) {
            case Subject.Entra(var _, var id, var kind) when kind == Subject.Entra.Kind.Group -> List.of(id.text());
            case Subject.Account(var namespace, var _) -> List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace);
            case Subject.Entra _, Subject.Identity _, Subject.ClusterMade _ -> List.of();
        };
    }

    private static Subject stranger(Subject.Entra.Kind kind) {
        return new Subject.Entra("stranger", new aksiam.model.ObjectId("5d1c7f3e-2b64-4c19-9f0a-6e8b3a7d4c21"), kind);
    }

    /** Somebody whose id differs in one place. */
    private Subject almost(Subject subject) {
        return switch (subject) {
            case Subject.Entra(var name, var id, var kind) ->
                new Subject.Entra(name, new aksiam.model.ObjectId(id.text().substring(0, 35) + (id.text().endsWith("7") ? "8" : "7")), kind);
            case Subject.Account(var namespace, var name) -> new Subject.Account(namespace, name + "-2");
            case Subject.Identity _, Subject.ClusterMade _ -> new Subject.Account("kube-system", subject.label());
        };
    }
}
