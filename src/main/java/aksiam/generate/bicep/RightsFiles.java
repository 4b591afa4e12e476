package aksiam.generate.bicep;

import aksiam.generate.bicep.BicepValue.Fields;
import aksiam.generate.bicep.BicepValue.Items;
import aksiam.generate.bicep.Rights.Right;
import aksiam.plan.AzureScope;
import aksiam.plan.CosmosRoleAssignment;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Parameter files of role assignments: by the subscription or management group that they are deployed at, in parts of 800 rows. */
final class RightsFiles {
    /** One role to give, at a scope whose kind the templates know; empty kind: a data-plane right on a Cosmos DB account. */
    private record Row(Optional<RightsKind> kind, String resourceGroup, Subject subject, Fields value, String consideration) {
        String parameter() {
            return kind.map(RightsKind::parameter).orElse("cosmosDbRights");
        }
    }

    private final Lookup lookup;

    RightsFiles(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Id of the subscription or management group that a scope is deployed at. */
    static String deploymentScope(AzureScope scope) {
        return !scope.id().toLowerCase(Locale.ROOT).startsWith("/subscriptions/")
            ? scope.id()
            : "/subscriptions/" + scope.resource().subscription().toLowerCase(Locale.ROOT);
    }

    /** The parameter files of a template. */
    List<ParameterFile> of(String base, String template, String about, List<Right> rights, List<CosmosRoleAssignment> cosmos, boolean always) {
        var rows = new TreeMap<String, List<Row>>();
        for (var right : rights) {
            rows.computeIfAbsent(deploymentScope(right.assignment().scope()), _ -> new ArrayList<>()).add(row(right));
        }
        for (var assignment : cosmos) {
            rows.computeIfAbsent(deploymentScope(new AzureScope(assignment.account().text())), _ -> new ArrayList<>()).add(row(assignment));
        }
        var files = new ArrayList<ParameterFile>();
        rows.forEach((scope, own) -> {
            own.sort(Comparator.comparing(Row::parameter).thenComparing(row -> row.resourceGroup().toLowerCase(Locale.ROOT)));
            int number = 0;
            var parts = ParameterFile.parts(own);
            for (var part : parts) {
                number++;
                files.add(
                    file(ParameterFile.path(base, scope, rows.size() > 1, always || parts.size() > 1 ? Optional.of(number) : Optional.empty(), lookup.plan()),
                        template, scope, about, part));
            }
        });
        return files;
    }

    private static ParameterFile file(String path, String template, String scope, String about, List<Row> rows) {
        var parameters = new TreeMap<String, Map<String, List<Row>>>();
        rows.forEach(row -> parameters.computeIfAbsent(row.parameter(), _ -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
            .computeIfAbsent(row.resourceGroup(), _ -> new ArrayList<>()).add(row));
        var printed = new ArrayList<ParameterFile.Parameter>();
        if (rows.stream().anyMatch(row -> row.kind().isPresent())) {
            printed.add(AssignedNames.Section.ROLES.parameter("assignedNames", AssignedNames.FOLDER));
        }
        if (rows.stream().anyMatch(row -> row.kind().isEmpty())) {
            printed.add(AssignedNames.Section.COSMOS.parameter("assignedCosmosDbNames", AssignedNames.FOLDER));
        }
        parameters.forEach((name, groups) -> printed.add(ParameterFile.Parameter.of(name,
            BicepValue.items(groups.entrySet().stream().map(group -> group(group.getKey(), group.getValue())).toList()))));
        return new ParameterFile(path, template, scope, about, printed, rows.stream().map(Row::consideration).distinct().toList());
    }

    private static Fields group(String resourceGroup, List<Row> rows) {
        var principals = new ArrayList<Items.Item>();
        var identities = new ArrayList<Items.Item>();
        var clusterIdentities = new ArrayList<Items.Item>();
        for (var row : rows) {
            var list = switch (Holder.of(row.subject())) {
                case PRINCIPALS -> principals;
                case IDENTITIES -> identities;
                case CLUSTER_IDENTITIES -> clusterIdentities;
            };
            list.add(new Items.Item(row.consideration(), row.value()));
        }
        return new Fields().put("resourceGroup", resourceGroup).putUnlessEmpty("principals", new Items(principals))
            .putUnlessEmpty("identities", new Items(identities)).putUnlessEmpty("clusterIdentities", new Items(clusterIdentities));
    }

    private Row row(Right right) {
        var assignment = right.assignment();
        var kind = right.kind();
        var value = new Fields().put("names", BicepValue.texts(kind.levels().isEmpty() ? List.of() : assignment.scope().resource().names()));
        subject(value, assignment.subject(), true);
        value.putId("role", assignment.role().guid(), assignment.role().name()).put("description", Rights.description(assignment));
        return new Row(Optional.of(kind), kind.inResourceGroup() ? assignment.scope().resource().resourceGroup() : "", assignment.subject(), value,
            assignment.consideration());
    }

    private Row row(CosmosRoleAssignment assignment) {
        var value = new Fields().put("account", assignment.account().name()).put("path", assignment.scope().equals("/") ? "" : assignment.scope());
        subject(value, assignment.subject(), false);
        value.putId("role", assignment.roleGuid(), assignment.roleName());
        return new Row(Optional.empty(), assignment.account().resourceGroup(), assignment.subject(), value, assignment.consideration());
    }

    private void subject(Fields value, Subject subject, boolean withType) {
        switch (subject) {
            case Subject.Entra(var name, var id, var kind) -> {
                value.putId("principalId", id.text(), name);
                if (withType) {
                    value.put("principalType", kind.name());
                }
            }
            case Subject.Identity _ -> value.put("identity", lookup.id(subject).text());
            case Subject.ClusterMade(var _, var part) ->
                value.put("cluster", lookup.id(subject).text()).put("part", part.label());
            case Subject.Account _ -> throw new IllegalArgumentException("a service account holds no Azure role");
        }
    }
}
