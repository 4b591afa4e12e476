package aksiam.generate.bicep;

import aksiam.generate.Artefact;
import aksiam.generate.Output;
import aksiam.generate.Source;
import aksiam.generate.Templates;
import aksiam.generate.bicep.BicepValue.Fields;
import aksiam.generate.bicep.BicepValue.Items;
import aksiam.plan.AzureScope;
import aksiam.plan.PolicyAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Assignments of built-in Azure Policy: stage 5. */
public final class PolicyOutput implements Output {
    private static final String CLUSTER = "Microsoft.ContainerService/managedClusters";
    /** Azure cuts nothing off, it refuses longer ones. */
    private static final int LONGEST_NAME = 128;

    @Override
    public String id() {
        return "policy";
    }

    @Override
    public String title() {
        return "Azure Policy";
    }

    @Override
    public String description() {
        return "Bicep for assignments of built-in Azure Policy definitions, for whoever owns policy (stage 5).";
    }

    @Override
    public List<Artefact> render(Source source, Templates templates) {
        var byScope = new TreeMap<String, List<PolicyAssignment>>();
        source.plan().policyAssignments().stream().filter(assignment -> isReached(assignment.scope()))
            .forEach(assignment -> byScope.computeIfAbsent(RightsFiles.deploymentScope(assignment.scope()), _ -> new ArrayList<>()).add(assignment));
        var files = new ArrayList<Artefact>();
        for (boolean atManagementGroup : new boolean[]{false, true}) {
            var scopes = byScope.keySet().stream().filter(scope -> atManagementGroup == scope.startsWith("/providers/")).toList();
            var template = atManagementGroup ? "management-group-assignments" : "assignments";
            var parameters = scopes.stream()
                .map(scope -> file(ParameterFile.path("policy/" + template, scope, scopes.size() > 1, Optional.empty(), source.plan()),
                    "./" + template + ".bicep", scope, byScope.get(scope)))
                .toList();
            if (!parameters.isEmpty()) {
                var considerations = ParameterFile.considerations(parameters);
                parameters.forEach(file -> files.add(file.render(source.plan(), templates)));
                files.add(print("policy/" + template + ".bicep", template, considerations, templates));
                if (!atManagementGroup) {
                    files.add(print("policy/modules/resource-group.bicep", "resource-group", considerations, templates));
                    files.add(print("policy/modules/cluster.bicep", "cluster", considerations, templates));
                }
            }
        }
        if (!files.isEmpty()) {
            files.add(print("policy/modules/types.bicep", "types", files.stream().flatMap(file -> file.considerations().stream()).toList(), templates));
        }
        return files;
    }

    static boolean isReached(AzureScope scope) {
        return scope.isKnown() && (scope.kind() != AzureScope.Kind.RESOURCE || scope.resource().type().equalsIgnoreCase(CLUSTER));
    }

    private static Artefact print(String path, String template, List<String> considerations, Templates templates) {
        return Artefact.of(path, templates.render("bicep/policy/" + template + ".bicep.ftl", Map.of("types", Types.ALL)), considerations);
    }

    private static ParameterFile file(String path, String template, String scope, List<PolicyAssignment> assignments) {
        var byParameter = new TreeMap<String, Map<String, List<PolicyAssignment>>>();
        for (var assignment : assignments) {
            var parameter = switch (assignment.scope().kind()) {
                case MANAGEMENT_GROUP -> "managementGroupAssignments";
                case SUBSCRIPTION -> "subscriptionAssignments";
                case RESOURCE_GROUP -> "resourceGroupAssignments";
                case RESOURCE -> "clusterAssignments";
            };
            byParameter.computeIfAbsent(parameter, _ -> new TreeMap<>())
                .computeIfAbsent(assignment.scope().id().toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).add(assignment);
        }
        var parameters = new ArrayList<ParameterFile.Parameter>();
        byParameter.forEach((name, groups) -> {
            var inGroup = name.equals("resourceGroupAssignments") || name.equals("clusterAssignments");
            parameters.add(ParameterFile.Parameter.of(name,
                inGroup ? BicepValue.items(groups.values().stream().map(PolicyOutput::group).toList()) : items(groups.values().iterator().next())));
        });
        return new ParameterFile(path, template, scope, "Stage 5: Azure Policy.", parameters,
            assignments.stream().map(PolicyAssignment::consideration).distinct().toList());
    }

    private static Fields group(List<PolicyAssignment> assignments) {
        var resource = assignments.getFirst().scope().resource();
        return new Fields().put("resourceGroup", resource.resourceGroup()).put("cluster", resource.name()).put("assignments", items(assignments));
    }

    private static BicepValue items(List<PolicyAssignment> assignments) {
        return new Items(assignments.stream().map(assignment -> new Items.Item(assignment.consideration(), value(assignment))).toList());
    }

    private static Fields value(PolicyAssignment assignment) {
        var name = assignment.displayName();
        var properties = new Fields()
            .put("displayName", name.codePointCount(0, name.length()) <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)))
            .put("description", assignment.consideration())
            .put("policyDefinitionId", assignment.definition());
        var parameters = new Fields();
        if (!assignment.effect().isEmpty()) {
            parameters.put("effect", new Fields().put("value", assignment.effect()));
        }
        if (!assignment.excludedNamespaces().isEmpty()) {
            parameters.put("excludedNamespaces", new Fields().put("value", BicepValue.texts(assignment.excludedNamespaces())));
        }
        properties.putUnlessEmpty("parameters", parameters);
        return new Fields().put("name", assignment.name()).put("properties", properties);
    }
}
