package aksiam.workshop;

import aksiam.plan.Access;
import aksiam.plan.CustomRole;
import aksiam.plan.KubernetesRole;
import aksiam.plan.Namespace;
import aksiam.plan.Namespace.Stance;
import aksiam.plan.Plan;
import aksiam.plan.Subject;
import aksiam.plan.TrafficRule.Direction;
import aksiam.plan.TrafficRule.Peer;
import aksiam.workshop.Right.Verb;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rights that a plan gives, one by one: roles on Azure and Kubernetes, held or to be activated, administrators, sign-in of workloads, and traffic between
 * namespaces. What roles contain and what namespaces let through by default is told only of those that the other plan has too, since a new role is told by who
 * holds it; single flows are told only where neither plan leaves everything open.
 */
final class PlannedRights {
    private final Plan plan;
    private final Plan other;
    private final Set<Right> rights = new HashSet<>();

    private PlannedRights(Plan plan, Plan other) {
        this.plan = plan;
        this.other = other;
    }

    /** The rights of a plan, to be compared with those of another one. */
    static Set<Right> of(Plan plan, Plan other) {
        var found = new PlannedRights(plan, other);
        found.clusters();
        found.azure();
        found.kubernetes();
        found.workloads();
        found.traffic();
        return found.rights;
    }

    private void clusters() {
        for (var cluster : plan.clusters()) {
            var settings = cluster.settings();
            settings.adminGroups().forEach(group -> rights.add(new Right(group.label(), group.key(), Verb.ADMIN, "", "cluster", cluster.name(), "")));
            settings.disableLocalAccounts().filter(decided -> !decided.value())
                .ifPresent(_ -> add("Whoever may read its admin credential", Verb.LOCAL_ADMIN, "", "cluster", cluster.name(), ""));
        }
    }

    private void azure() {
        for (var assignment : plan.roleAssignments()) {
            add(assignment.subject(), assignment.access() == Access.BREAK_GLASS ? Verb.EMERGENCY : Verb.HOLDS, assignment.role().name(),
                ScopeWords.of(assignment.scope()));
        }
        for (var assignment : plan.cosmosRoleAssignments()) {
            add(assignment.subject(), Verb.HOLDS, assignment.roleName(),
                new ScopeWords("Cosmos DB account", assignment.account().name() + assignment.scope(), ""));
        }
        for (var grant : plan.eligibleGrants()) {
            add(grant.subject(), Verb.ACTIVATES, grant.role(), ScopeWords.of(grant.scope()));
        }
        var others = byKey(other.customRoles(), CustomRole::guid);
        for (var role : plan.customRoles()) {
            if (others.contains(role.guid())) {
                operations(role.name(), role.actions(), role.dataActions());
                // What a role leaves out is a right of the plan that does not leave it out.
                other.customRoles().stream().filter(same -> same.guid().equals(role.guid())).forEach(same -> {
                    omitted(role.name(), same.notActions(), role.notActions());
                    omitted(role.name(), same.notDataActions(), role.notDataActions());
                });
            }
        }
    }

    private void operations(String role, List<String> actions, List<String> dataActions) {
        actions.forEach(action -> add("Role " + role, Verb.INCLUDES, "", "operation", action, ""));
        dataActions.forEach(action -> add("Role " + role, Verb.INCLUDES, "", "data operation", action, ""));
    }

    private void omitted(String role, List<String> there, List<String> here) {
        there.stream().filter(operation -> !here.contains(operation)).forEach(operation -> add("Role " + role, Verb.OMITS, "", "operation", operation, ""));
    }

    private void kubernetes() {
        for (var binding : plan.kubernetesBindings()) {
            var namespace = binding.namespace();
            add(binding.subject(), Verb.HOLDS, "role " + binding.role(), new ScopeWords(namespace.isPresent() ? "namespace" : "cluster",
                namespace.orElse(binding.cluster()), namespace.isPresent() ? " of " + binding.cluster() : ""));
        }
        var others = byKey(other.kubernetesRoles(), KubernetesRole::name);
        plan.kubernetesRoles().stream().filter(role -> others.contains(role.name())).forEach(role -> role.rules().forEach(rule -> rules(role.name(), rule)));
    }

    private void rules(String role, KubernetesRole.Rule rule) {
        rule.paths().forEach(path -> rule.verbs().forEach(verb -> add("Role " + role, Verb.INCLUDES, "", "", verb, " on path " + path)));
        var only = rule.resourceNames().isEmpty() ? "" : " named " + String.join(", ", rule.resourceNames());
        for (var group : rule.apiGroups()) {
            for (var resource : rule.resources()) {
                rule.verbs().forEach(verb -> add("Role " + role, Verb.INCLUDES, "", "", verb, " on " + resource + (group.isEmpty() ? "" : "." + group) + only));
            }
        }
    }

    private void workloads() {
        plan.federatedCredentials().forEach(credential -> add("Service account " + credential.namespace() + "/" + credential.serviceAccount() + " of "
            + credential.cluster(), Verb.SIGNS_IN, "", "identity", credential.identity(), ""));
        plan.identityBindings().forEach(binding -> add("A workload of " + binding.cluster() + " that is allowed to use it", Verb.SIGNS_IN, "", "identity",
            binding.identity(), ""));
    }

    private void traffic() {
        var here = stances(plan);
        var there = stances(other);
        for (var rule : plan.trafficRules()) {
            var place = rule.cluster() + "/" + rule.namespace();
            var port = (rule.port().isPresent() ? " on " + rule.protocol() + " " + rule.port().getAsInt() : "") + " in " + rule.cluster();
            if (rule.direction() == Direction.INGRESS) {
                if (here.get(place) != Stance.ALLOW && there.get(place) != Stance.ALLOW) {
                    add(from(rule.peer()), Verb.REACHES, "", "namespace", rule.namespace(), pods(rule.pods()) + port);
                }
            } else if (here.getOrDefault(place, Stance.ALLOW).deniesEgress() && there.getOrDefault(place, Stance.DENY_ALL).deniesEgress()) {
                // Between namespaces the rule at the other end says it.
                switch (rule.peer()) {
                    case Peer.Addresses addresses -> add(from(rule.namespace(), rule.pods()), Verb.REACHES, "", "address", addresses.words(), port);
                    case Peer.DnsName(var name) -> add(from(rule.namespace(), rule.pods()), Verb.REACHES, "", "", name, port);
                    case Peer.Entities(var names) -> add(from(rule.namespace(), rule.pods()), Verb.REACHES, "", "", String.join(", ", names), port);
                    case Peer.Pods _, Peer.AnyNamespace _ -> {
                    }
                }
            }
        }
        plan.namespaces().stream().filter(namespace -> there.containsKey(place(namespace)))
            .forEach(namespace -> stance(namespace, here.getOrDefault(place(namespace), Stance.ALLOW)));
    }

    private void stance(Namespace namespace, Stance stance) {
        var of = " of " + namespace.cluster();
        if (stance == Stance.ALLOW) {
            add("Every pod", Verb.REACHES, "", "namespace", namespace.name(), of);
        }
        if (!stance.deniesEgress()) {
            add("Pods", Verb.REACHES, " every address from", "namespace", namespace.name(), of);
        }
        if (stance.trustsTeam()) {
            add("Every pod of its team", Verb.REACHES, "", "namespace", namespace.name(), of);
        }
    }

    /** Of each namespace; while nothing is decided no policy closes anything. */
    private static Map<String, Stance> stances(Plan plan) {
        return plan.namespaces().stream().collect(Collectors.toMap(PlannedRights::place,
            namespace -> namespace.stance().map(decided -> decided.value()).orElse(Stance.ALLOW), (first, _) -> first));
    }

    private static String place(Namespace namespace) {
        return namespace.cluster() + "/" + namespace.name();
    }

    private static String from(Peer peer) {
        return switch (peer) {
            case Peer.Pods(var namespace, var labels) -> from(namespace, labels);
            case Peer.AnyNamespace(var labels) -> "Any namespace" + pods(labels);
            case Peer.Addresses addresses -> "Address " + addresses.words();
            case Peer.DnsName(var name) -> name;
            case Peer.Entities(var names) -> String.join(", ", names);
        };
    }

    private static String from(String namespace, List<String> labels) {
        return "Namespace " + namespace + pods(labels);
    }

    private static String pods(List<String> labels) {
        return labels.isEmpty() ? "" : " (pods " + String.join(", ", labels) + ")";
    }

    private static <T> Set<String> byKey(List<T> all, Function<T, String> key) {
        return all.stream().map(key).collect(Collectors.toSet());
    }

    private void add(Subject subject, Verb verb, String what, ScopeWords place) {
        var preposition = place.kind().equals("namespace") ? " in" : " on";
        rights.add(new Right(words(subject), subject.key(), verb, what + preposition, place.kind(), place.name(), place.of()));
    }

    private void add(String who, Verb verb, String what, String kind, String place, String of) {
        rights.add(new Right(who, who, verb, what, kind, place, of));
    }

    private static String words(Subject subject) {
        return switch (subject) {
            case Subject.Entra _, Subject.Identity _ -> subject.label();
            case Subject.ClusterMade(var cluster, var part) -> switch (part) {
                case CONTROL_PLANE -> "The control plane of ";
                case KUBELET -> "The kubelet of ";
                case KEY_VAULT_SECRETS_PROVIDER -> "The Key Vault provider of ";
            } + cluster;
            case Subject.Account _ -> "Service account " + subject.label();
        };
    }
}
