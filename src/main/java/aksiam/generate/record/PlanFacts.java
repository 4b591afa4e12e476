package aksiam.generate.record;

import aksiam.catalogue.EmergencyAccess;
import aksiam.domain.Escalations;
import aksiam.generate.Escaping;
import aksiam.model.ResourceId;
import aksiam.plan.Access;
import aksiam.plan.CustomRole;
import aksiam.plan.Decided;
import aksiam.plan.Namespace;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.Role;
import aksiam.plan.ServiceAccount;
import aksiam.plan.Subject;
import aksiam.plan.Task;
import aksiam.plan.TrafficRule;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the plan holds because of each consideration, collected in one walk over the plan. */
final class PlanFacts {
    /** A record lists so many of a kind; the generated files hold all. */
    private static final int LISTED = 20;
    private static final List<RecordComponent> SETTINGS = List.of(PlannedCluster.Settings.class.getRecordComponents());

    /** Where the words of the code are not those of the field. */
    private static final Map<String, String> NAMES = Map.of("entra", "sign-in with Entra ID", "entraTenant", "tenant of the users", "azureRbac",
        "Azure RBAC for Kubernetes", "disableLocalAccounts", "local accounts disabled", "apiServer", "reach of the API server", "privateDnsZone",
        "private DNS zone", "publicFqdn", "public DNS name", "disableRunCommand", "command invoke disabled", "sshAccess", "access by SSH", "oidcIssuer",
        "OIDC issuer");

    /** Things of a kind: how many, and each in a few words of Markdown. */
    public record Fact(String summary, List<String> items) {
    }

    private final Plan plan;
    private final Map<String, List<Fact>> facts = new HashMap<>();

    private PlanFacts(Plan plan) {
        this.plan = plan;
    }

    /** The facts of a plan by the consideration they follow from. */
    static Map<String, List<Fact>> of(Plan plan) {
        var facts = new PlanFacts(plan);
        facts.collect();
        return facts.facts;
    }

    private void collect() {
        settings();
        list("it makes", "managed identity", "managed identities", plan.identities(), i -> i.consideration(),
            i -> md(i.name()) + " (" + words(i.purpose()) + ") in resource group " + md(i.resourceGroup()) + (i.given() ? ", there already" : ""));
        list("it makes", "custom Azure role", "custom Azure roles", plan.customRoles(), r -> r.consideration(),
            r -> md(r.name()) + opens(waysInto(r)));
        list("it makes", "Azure role assignment", "Azure role assignments", plan.roleAssignments(), a -> a.consideration(),
            a -> role(a.role()) + " for " + subject(a.subject()) + " at " + md(a.scope().id()) + (a.access() == Access.BREAK_GLASS ? ", break-glass" : ""));
        list("it makes", "data right on Cosmos DB", "data rights on Cosmos DB", plan.cosmosRoleAssignments(), a -> a.consideration(),
            a -> md(a.roleName()) + " for " + subject(a.subject()) + " at " + md(a.account().text() + a.scope()));
        list("it makes", "federated credential", "federated credentials", plan.federatedCredentials(), c -> c.consideration(),
            c -> md(c.name()) + " of " + md(c.identity()) + " trusts " + md(c.namespace() + "/" + c.serviceAccount()) + " in " + md(c.cluster()));
        list("it makes", "identity binding", "identity bindings", plan.identityBindings(), b -> b.consideration(),
            b -> md(b.identity()) + " in " + md(b.cluster()));
        list("it offers", "right to be activated", "rights to be activated", plan.eligibleGrants(), g -> g.consideration(),
            g -> md(g.role()) + " for " + subject(g.subject()) + " at " + md(g.scope()));
        list("it offers", "membership that is cluster-admin once it is activated", "memberships that are cluster-admin once they are activated",
            plan.clusters().stream().flatMap(cluster -> cluster.settings().adminGroups().stream().filter(plan.activatedGroups()::contains)
                .map(group -> md(group.label()) + " in " + md(cluster.name()))).toList(),
            _ -> "admin-groups", words -> words);
        list("it makes", "policy assignment", "policy assignments", plan.policyAssignments(), p -> p.consideration(),
            p -> md(p.displayName()) + " at " + md(p.scope().id()));
        list("it makes", "Kubernetes role", "Kubernetes roles", plan.kubernetesRoles(), r -> r.consideration(),
            r -> md(r.name()) + opens(r.opens())
                + (isUsed(r.name()) ? "" : ", which nothing in this design gives"));
        list("it makes", "Kubernetes binding", "Kubernetes bindings", plan.kubernetesBindings(), b -> b.consideration(),
            b -> md(b.role()) + " for " + subject(b.subject()) + " in " + md(b.cluster())
                + b.namespace().map(namespace -> "/" + md(namespace)).orElse(", whole cluster"));
        list("it makes", "namespace", "namespaces", plan.namespaces(), n -> n.consideration(), n -> md(n.name()) + " in " + md(n.cluster()) + maker(n.maker()));
        count("it sets the Pod Security level", n -> n.podSecurity());
        count("it sets the default traffic", n -> n.stance());
        list("it lets traffic through by", "rule", "rules", plan.trafficRules(), r -> r.consideration(), PlanFacts::traffic);
        list("it makes", "service account", "service accounts", plan.serviceAccounts().stream().filter(a -> !a.given()).toList(), a -> a.consideration(),
            PlanFacts::account);
        list("a chart or an operator has to set the annotation azure.workload.identity/client-id and, on the pods, the label azure.workload.identity/use of",
            "service account", "service accounts", plan.serviceAccounts().stream().filter(ServiceAccount::given).toList(), a -> a.consideration(),
            PlanFacts::account);
        list("it leaves", "task to a person", "tasks to people", plan.tasks(), Task::consideration,
            t -> md(t.title()) + (t.owner().isEmpty() ? "" : " (" + md(t.owner()) + ")"));
        list("it holds back", "grant until an object id is known", "grants until object ids are known", plan.waitingGrants(), g -> g.consideration(),
            g -> md(g.role()) + " for " + md(g.principal()) + " at " + md(g.scope()));
    }

    /** Ways into clusters that a custom Azure role opens, by the table of all. */
    private static List<String> waysInto(CustomRole role) {
        return Escalations.ways().stream().filter(Escalations.Way::intoClusters)
            .filter(way -> way.isOpenTo(role.actions(), role.notActions()) || way.isOpenInsideTo(role.dataActions(), role.notDataActions()))
            .map(Escalations.Way::opens).toList();
    }

    private static String opens(List<String> ways) {
        return ways.isEmpty() ? "" : ": wherever it is given, its holder can " + RecordText.and(ways);
    }

    /** Whether anybody is given the Kubernetes role, now, once activated or once an id is known. */
    private boolean isUsed(String role) {
        return plan.kubernetesBindings().stream().anyMatch(binding -> binding.role().equals(role))
            || plan.eligibleGrants().stream().anyMatch(grant -> grant.role().equals(role))
            || plan.waitingGrants().stream().anyMatch(grant -> grant.role().equals(role));
    }

    private static String account(ServiceAccount account) {
        return md(account.namespace() + "/" + account.name()) + " in " + md(account.cluster())
            + account.identity().map(identity -> " with " + md(identity)).orElse("");
    }

    /** Settings of clusters, the same one of several clusters in one line. */
    private void settings() {
        Map<String, Map<String, List<String>>> settings = new HashMap<>();
        for (var cluster : plan.clusters()) {
            for (var component : SETTINGS) {
                if (value(component, cluster.settings()) instanceof Optional<?> setting && setting.isPresent() && setting.get() instanceof Decided<?> decided) {
                    settings.computeIfAbsent(decided.consideration(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(name(component) + ": " + md(words(decided.value())),
                            _ -> new ArrayList<>())
                        .add(cluster.name());
                }
            }
        }
        settings.forEach((consideration, clusters) -> add(consideration,
            new Fact("it sets in the clusters", clusters.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue().stream().map(PlanFacts::md).collect(Collectors.joining(", ")) + ")").toList())));
    }

    private <T> void list(String verb, String one, String many, List<T> all, Function<T, String> source, Function<T, String> words) {
        all.stream().collect(Collectors.groupingBy(source)).forEach((consideration, own) -> {
            var items = new ArrayList<>(own.stream().limit(LISTED).map(words).toList());
            if (own.size() > LISTED) {
                items.add("and " + (own.size() - LISTED) + " more");
            }
            add(consideration, new Fact(verb + " " + own.size() + " " + (own.size() == 1 ? one : many), items));
        });
    }

    private void count(String what, Function<Namespace, Optional<? extends Decided<?>>> setting) {
        plan.namespaces().stream().flatMap(namespace -> setting.apply(namespace).stream())
            .collect(Collectors.groupingBy(Decided::consideration, Collectors.counting()))
            .forEach(
                (consideration, number) -> add(consideration, new Fact(what + " of " + number + (number == 1 ? " namespace" : " namespaces"), List.of())));
    }

    private void add(String consideration, Fact fact) {
        facts.computeIfAbsent(consideration, _ -> new ArrayList<>()).add(fact);
    }

    private static String traffic(TrafficRule rule) {
        var peer = switch (rule.peer()) {
            case TrafficRule.Peer.Pods(var namespace, var labels) -> namespace + (labels.isEmpty() ? "" : " " + String.join(", ", labels));
            case TrafficRule.Peer.AnyNamespace(var labels) -> "pods " + String.join(", ", labels) + " of any namespace";
            case TrafficRule.Peer.Addresses addresses -> addresses.words();
            case TrafficRule.Peer.DnsName(var name) -> name;
            case TrafficRule.Peer.Entities(var names) -> String.join(", ", names);
        };
        return md(rule.cluster() + "/" + rule.namespace()) + switch (rule.direction()) {
            case INGRESS -> " accepts from ";
            case EGRESS -> " may reach ";
        } + md(peer) + (rule.port().isPresent() ? ", " + md(rule.protocol()) + " " + rule.port().getAsInt() : "");
    }

    private static String maker(Namespace.Maker maker) {
        return switch (maker) {
            case MANIFEST -> "";
            case AKS -> ", made by Azure";
            case GIVEN -> ", there before";
        };
    }

    private static String role(Role role) {
        return md(role.name()) + (role.custom() ? " (custom)" : "");
    }

    private static String subject(Subject subject) {
        return md(subject.label());
    }

    private static Object value(RecordComponent component, Object settings) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String words(Object value) {
        return switch (value) {
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case ResourceId(var id) -> id;
            case Boolean yes -> yes ? "yes" : "no";
            default -> value.toString();
        };
    }

    private static String name(RecordComponent setting) {
        return NAMES.getOrDefault(setting.getName(), setting.getName().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT));
    }

    private static String md(String text) {
        return Escaping.md(text);
    }
}
