package aksiam.catalogue.steps;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small designs for the tests of the steps: two clusters, one of them production, and whatever a test adds. */
record Drafts(Design design) {
    static final String SUBSCRIPTION = "b81d02e7-51c8-47a3-8d0e-2f6c7a9b4e10";
    static final String TENANT = "3f2a91c4-6a0e-4b57-9d1c-0a7b5e2f8c11";
    static final String VAULT = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg-shared/providers/Microsoft.KeyVault/vaults/kv-shared";

    static Drafts start() {
        return new Drafts(Design.EMPTY).choose("sign-in", "entra-id").choose("cluster-origin", "new").choose("cluster-flavour", "standard")
            .text("tenant", TENANT).text("default-subscription", SUBSCRIPTION)
            .rows("environments", Row.of("name", "development", "production", false), Row.of("name", "production", "production", true))
            .rows("clusters", cluster("dev-weu", "development"), cluster("prd-weu", "production"));
    }

    static Row cluster(String name, String environment) {
        return Row.of("name", name, "environment", environment, "region", "westeurope", "resourceGroup", "rg-" + name, "kubernetesVersion", "1.34",
            "pools", List.of(Row.of("name", "system", "mode", "System", "size", "Standard_D4ds_v5", "count", 3),
                Row.of("name", "payments", "mode", "User", "size", "Standard_D4ds_v5", "count", 3)));
    }

    static Row principal(String name, String kind, int id) {
        return Row.of("name", name, "kind", kind, "objectId", id(id));
    }

    /** A made-up object id. */
    static String id(int number) {
        return "7c0e9a1b-0000-4000-8000-%012d".formatted(number);
    }

    static String clusterId(String name) {
        return "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg-" + name + "/providers/Microsoft.ContainerService/managedClusters/" + name;
    }

    static Row grant(String principal, String plane, String role, String scope, String access) {
        return Row.of("principal", principal, "plane", plane, "role", role, "scope", scope, "access", access, "reason", "test");
    }

    static Row team(String name, List<String> principals, List<String> clusters, List<String> namespaces, Object... more) {
        var row = Row.of("name", name, "principals", principals, "clusters", clusters, "namespaces", namespaces);
        for (int i = 0; i < more.length; i += 2) {
            row = row.with((String) more[i], more[i + 1]);
        }
        return row;
    }

    static Row workload(String name, String namespace, String account, List<String> clusters, String identity, Row... targets) {
        return Row.of("name", name, "namespace", namespace, "serviceAccount", account, "clusters", clusters, "identity", identity, "targets", List.of(targets));
    }

    static Row target(String service, String resource, String role, String... objects) {
        return Row.of("service", service, "resource", resource, "role", role, "objects", List.of(objects));
    }

    /** Two teams with developers and pipelines: payments in dev and prd, orders in prd only. */
    Drafts withTeams() {
        return rows("principals", principal("payments-dev", "group", 1), principal("payments-pipeline", "pipeline", 2), principal("orders-dev", "group", 3),
            principal("orders-pipeline", "pipeline", 4))
            .rows("teams", team("payments", List.of("payments-dev", "payments-pipeline"), List.of("dev-weu", "prd-weu"), List.of("payments", "payments-batch")),
                team("orders", List.of("orders-dev", "orders-pipeline"), List.of("prd-weu"), List.of("orders")));
    }

    Drafts choose(String consideration, String option) {
        return new Drafts(design.with(consideration, new Answer.Choice(option)));
    }

    Drafts chooseAll(String consideration, String... options) {
        return new Drafts(design.with(consideration, new Answer.Choices(List.of(options))));
    }

    Drafts text(String consideration, String text) {
        return new Drafts(design.with(consideration, new Answer.Text(text)));
    }

    Drafts rows(String consideration, Row... rows) {
        return new Drafts(design.with(consideration, new Answer.Table(List.of(rows))));
    }

    Drafts more(String consideration, Row... rows) {
        var all = new ArrayList<>(design.rows(consideration));
        all.addAll(List.of(rows));
        return new Drafts(design.with(consideration, new Answer.Table(all)));
    }

    Plan plan() {
        return Catalogue.plan(design);
    }

    /** "principal: role at scope" of every role assignment, scopes below the subscription shortened to what tells them apart. */
    static List<String> azure(Plan plan) {
        return plan.roleAssignments().stream()
            .map(assignment -> assignment.subject().label() + ": " + assignment.role().name() + " at " + shortened(assignment.scope().id())).toList();
    }

    private static String shortened(String scope) {
        return scope.replaceFirst("^.*/managedClusters/", "").replaceFirst("^.*/(?=[^/]+$)", scope.contains("/managedClusters/") ? "$0" : "");
    }

    /** "principal: role in cluster[/namespace]" of every binding. */
    static List<String> bindings(Plan plan) {
        return plan.kubernetesBindings().stream().map(
            binding -> binding.subject().label() + ": " + binding.role() + " in " + binding.cluster() + binding.namespace().map(name -> "/" + name).orElse(""))
            .toList();
    }

    /** The texts of the open points that are not just undecided considerations. */
    static List<String> open(Plan plan) {
        return plan.openPoints().stream().filter(point -> point.kind() != aksiam.plan.OpenPoint.Kind.UNDECIDED).map(point -> point.kind() + " " + point.text())
            .toList();
    }

    static <T> List<T> sorted(Stream<T> values) {
        return values.sorted().toList();
    }
}
