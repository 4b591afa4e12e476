package aksiam.generate.record;

import aksiam.catalogue.EmergencyAccess;
import aksiam.domain.Escalations;
import aksiam.generate.Escaping;
import aksiam.generate.kubernetes.Policy;
import aksiam.model.Design;
import aksiam.model.ResourceId;
import aksiam.model.rows.Tables;
import aksiam.plan.Access;
import aksiam.plan.CosmosRoleAssignment;
import aksiam.plan.CustomRole;
import aksiam.plan.Decided;
import aksiam.plan.FederatedCredential;
import aksiam.plan.ManagedIdentity;
import aksiam.plan.Namespace;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.PolicyAssignment;
import aksiam.plan.Role;
import aksiam.plan.RoleAssignment;
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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final String NOT_GIVEN = ", which nothing in this design gives";

    /** Things of a kind: how many, and each in a few words of Markdown. */
    public record Fact(String summary, List<String> items) {
    }

    private final Plan plan;
    private final Map<String, List<Fact>> facts = new HashMap<>();

    private PlanFacts(Plan plan) {
        this.plan = plan;
    }

    /** The facts of a plan by the consideration they follow from. */
    static Map<String, List<Fact>> of(Design design, Plan plan) {
        var facts = new PlanFacts(plan);
        facts.collect();
        facts.ofTheTable(design);
        facts.ofDeployers();
        facts.withoutRights();
        return facts.facts;
    }

    private void collect() {
        settings();
        list("it makes", "managed identity", "managed identities", plan.identities().stream().filter(i -> !i.given()).toList(), i -> i.consideration(),
            PlanFacts::identity);
        list("it uses", "managed identity that is there already", "managed identities that are there already",
            plan.identities().stream().filter(ManagedIdentity::given).toList(), i -> i.consideration(), PlanFacts::identity);
        list("it makes", "custom Azure role", "custom Azure roles", plan.customRoles(), r -> r.consideration(),
            this::customRole);
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
            p -> md(p.displayName()) + " at " + md(p.scope().id()) + looksAt(p));
        list("it makes", "Kubernetes role", "Kubernetes roles", plan.kubernetesRoles(), r -> r.consideration(),
            r -> md(r.name()) + opens(r.opens())
                + (isUsed(r.name()) ? "" : NOT_GIVEN));
        list("it makes", "Kubernetes binding", "Kubernetes bindings", plan.kubernetesBindings(), b -> b.consideration(),
            b -> md(b.role()) + " for " + subject(b.subject()) + " in " + md(b.cluster())
                + b.namespace().map(namespace -> "/" + md(namespace)).orElse(", whole cluster"));
        list("it makes", "namespace", "namespaces", plan.namespaces().stream().filter(n -> n.maker() != Namespace.Maker.GIVEN).toList(),
            n -> n.consideration(), n -> md(n.name()) + " in " + md(n.cluster()) + (n.maker() == Namespace.Maker.AKS ? ", as an AKS managed namespace" : ""));
        list("it expects", "namespace that others make", "namespaces that others make",
            plan.namespaces().stream().filter(n -> n.maker() == Namespace.Maker.GIVEN).toList(), n -> n.consideration(),
            n -> md(n.name()) + " in " + md(n.cluster()));
        count("it sets the Pod Security level", n -> n.podSecurity().filter(_ -> n.maker() != Namespace.Maker.GIVEN));
        count("it asks whoever makes it to set the Pod Security level", n -> n.podSecurity().filter(_ -> n.maker() == Namespace.Maker.GIVEN));
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

    /** A purpose whose role stands in the table of custom roles is met by that role, whatever was proposed for it. */
    private void ofTheTable(Design design) {
        design.rows("azure-roles", Tables.AZURE_ROLES).stream().filter(row -> design.choice(row.purpose() + "-rights").equals("custom"))
            .flatMap(row -> plan.customRoles().stream().filter(role -> role.name().equals(row.name()))
                .map(role -> Map.entry(row.purpose() + "-rights", customRole(role))))
            .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
            .forEach((consideration, roles) -> add(consideration, new Fact("the table `azure-roles` defines for it", roles)));
    }

    /** How they deploy decides who is given the rights, so the grants stand with those records. */
    private void ofDeployers() {
        var deploys = Set.of("deployment", "deployment-production");
        var roles = Stream.concat(plan.roleAssignments().stream().filter(grant -> deploys.contains(grant.consideration())).map(grant -> role(grant.role())),
            plan.kubernetesBindings().stream().filter(grant -> deploys.contains(grant.consideration())).map(grant -> "ClusterRole " + md(grant.role())))
            .distinct().sorted().toList();
        if (!roles.isEmpty()) {
            add("deployer-rights", new Fact("whoever deploys is given", roles));
        }
    }

    /** Identities that workloads sign in with and that no Azure role and no right on data is for. */
    private void withoutRights() {
        var holders = Stream.concat(plan.roleAssignments().stream().map(RoleAssignment::subject),
            plan.cosmosRoleAssignments().stream().map(CosmosRoleAssignment::subject)).map(Subject::label).collect(Collectors.toSet());
        var none = plan.federatedCredentials().stream().map(FederatedCredential::identity).distinct().filter(identity -> !holders.contains(identity)).sorted()
            .map(PlanFacts::md).toList();
        if (!none.isEmpty()) {
            add("workload-identity", new Fact("it gives no Azure role to " + none.size() + (none.size() == 1 ? " identity" : " identities"), none));
        }
    }

    private String customRole(CustomRole role) {
        return md(role.name()) + opens(waysInto(role)) + (isGiven(role) ? "" : NOT_GIVEN);
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

    /** The same for a custom Azure role. */
    private boolean isGiven(CustomRole role) {
        return plan.roleAssignments().stream().anyMatch(assignment -> assignment.role().equals(role.role()))
            || plan.eligibleGrants().stream().anyMatch(grant -> grant.azureRole().filter(role.role()::equals).isPresent())
            || plan.waitingGrants().stream().anyMatch(grant -> List.of(role.name(), role.azureName()).contains(grant.role()));
    }

    /** How much of the teams a policy sees. */
    private String looksAt(PolicyAssignment policy) {
        var below = plan.namespaces().stream().filter(namespace -> namespace.team().isPresent())
            .filter(namespace -> plan.cluster(namespace.cluster()).filter(cluster -> policy.scope().holds(cluster.scope())).isPresent()).toList();
        var seen = below.stream().filter(namespace -> !policy.excludedNamespaces().contains(namespace.name())).count();
        return seen == below.size()
            ? ""
            : ", which leaves out " + (seen == 0 ? "every namespace" : (below.size() - seen) + " of " + below.size() + " namespaces")
                + " of a team there";
    }

    private static String identity(ManagedIdentity identity) {
        return md(identity.name()) + " (" + words(identity.purpose()) + ") in resource group " + md(identity.resourceGroup());
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
            case TrafficRule.Peer.Addresses addresses -> new TrafficRule.Peer.Addresses(addresses.range(),
                Policy.leftOut(addresses, rule.direction() == TrafficRule.Direction.EGRESS)).words();
            case TrafficRule.Peer.DnsName(var name) -> name;
            case TrafficRule.Peer.Entities(var names) -> String.join(", ", names);
        };
        return md(rule.cluster() + "/" + rule.namespace() + (rule.pods().isEmpty() ? "" : " " + String.join(", ", rule.pods()))) + switch (rule.direction()) {
            case INGRESS -> " accepts from ";
            case EGRESS -> " may reach ";
        } + md(peer) + Policy.ports(rule).stream().map(port -> ", " + port.protocol() + " " + (port.number().isEmpty() ? "at every port" : port.number()))
            .collect(Collectors.joining());
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
