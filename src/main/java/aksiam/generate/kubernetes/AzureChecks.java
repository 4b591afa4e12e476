package aksiam.generate.kubernetes;

import aksiam.generate.kubernetes.ChecksOutput.Row;
import aksiam.plan.Plan;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about Azure roles on a cluster and its namespaces: each principal has the roles of the plan there, and no other role of AKS. */
final class AzureChecks {
    static final List<String> COLUMNS = List.of("expected", "principal id", "scope", "roles", "principal", "consideration");

    private AzureChecks() {
    }

    /** By cluster. Identities whose ids only the deployment knows are not asked about. */
    static Map<String, List<Row>> of(Plan plan) {
        Map<String, List<RoleAssignment>> byPrincipal = plan.roleAssignments().stream().filter(assignment -> assignment.subject() instanceof Subject.Entra)
            .collect(Collectors.groupingBy(AzureChecks::principal));
        var clusters = plan.clusters().stream()
            .collect(Collectors.toMap(cluster -> lower(cluster.id().text()), cluster -> cluster.name(), (first, _) -> first));
        var rows = new TreeMap<String, List<Row>>();
        new TreeMap<>(byPrincipal).forEach((principal, assignments) -> {
            var byScope = assignments.stream().collect(Collectors.groupingBy(assignment -> lower(assignment.scope().id())));
            for (var scope : new TreeSet<>(byScope.keySet())) {
                var parents = parents(scope);
                var cluster = parents.stream().map(clusters::get).filter(name -> name != null).findFirst();
                cluster.ifPresent(name -> {
                    var first = byScope.get(scope).getFirst();
                    var roles = parents.stream().flatMap(parent -> byScope.getOrDefault(parent, List.of()).stream()).map(assignment -> assignment.role().name())
                        .collect(Collectors.toCollection(TreeSet::new));
                    rows.computeIfAbsent(name, _ -> new ArrayList<>()).add(
                        new Row(List.of("exactly", principal, first.scope().id(), String.join("|", roles), first.subject().label()), first.consideration()));
                });
            }
        });
        return rows;
    }

    private static String principal(RoleAssignment assignment) {
        return assignment.subject() instanceof Subject.Entra(var _, var id, var _) ? id.text() : "";
    }

    /** A scope and what it lies in, itself first. */
    private static List<String> parents(String scope) {
        return Stream.iterate(scope, text -> !text.isEmpty(), text -> text.substring(0, Math.max(0, text.lastIndexOf('/')))).toList();
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
