package aksiam.testkit;

import aksiam.domain.BuiltInRoles;
import aksiam.domain.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Who may do what according to the resources that the Bicep compiler predicts ({@code verify-bundle --predicted}): read off the compiled
 * templates alone, never off the plan.
 */
public final class Rights {
    private static final String MARK = "/providers/Microsoft.Authorization/roleAssignments/";

    /** @param principal an object id, or the expression that reads it */
    private record Assignment(String scope, String principal, String roleGuid) {
    }

    private record Permissions(List<String> actions, List<String> notActions, List<String> dataActions, List<String> notDataActions) {
    }

    private final List<JsonNode> predicted;
    private final List<Assignment> assignments = new ArrayList<>();
    private final Map<String, Permissions> roles = new HashMap<>();

    public Rights(JsonNode predicted) {
        this.predicted = predicted.valueStream().toList();
        BuiltInRoles.all()
            .forEach(role -> roles.put(role.guid(), new Permissions(role.actions(), role.notActions(), role.dataActions(), role.notDataActions())));
        for (var resource : this.predicted) {
            var properties = resource.path("properties");
            switch (resource.path("type").asString("")) {
                case "Microsoft.Authorization/roleAssignments" -> {
                    var id = resource.get("id").asString();
                    var definition = properties.get("roleDefinitionId").asString();
                    assignments.add(new Assignment(id.substring(0, id.lastIndexOf(MARK)), properties.get("principalId").asString(),
                        definition.substring(definition.lastIndexOf('/') + 1)));
                }
                case "Microsoft.Authorization/roleDefinitions" -> {
                    var permission = properties.get("permissions").get(0);
                    roles.put(resource.get("name").asString(), new Permissions(strings(permission.path("actions")), strings(permission.path("notActions")),
                        strings(permission.path("dataActions")), strings(permission.path("notDataActions"))));
                }
                default -> {
                }
            }
        }
    }

    /** Whether this role is assigned to this principal at exactly this scope. */
    public boolean isAssigned(String principal, String role, String scope) {
        var guid = BuiltInRoles.get(role).guid();
        return assignments.stream()
            .anyMatch(assignment -> isOf(assignment, principal) && assignment.roleGuid().equals(guid) && assignment.scope().equalsIgnoreCase(scope));
    }

    /** Whether this role is assigned to anybody at exactly this scope. */
    public boolean isAssigned(String role, String scope) {
        return isAssigned("", role, scope);
    }

    public boolean hasAnyAssignment(String principal) {
        return assignments.stream().anyMatch(assignment -> isOf(assignment, principal));
    }

    /** Whether some assignment at the scope or above allows the operation. */
    public boolean mayDo(String principal, String operation, boolean data, String scope) {
        return assignments.stream().filter(assignment -> isOf(assignment, principal) && isWithin(scope, assignment.scope()))
            .map(assignment -> roles.get(assignment.roleGuid())).anyMatch(role -> data
                ? covers(role.dataActions(), operation) && !covers(role.notDataActions(), operation)
                : covers(role.actions(), operation) && !covers(role.notActions(), operation));
    }

    /** Whether the cluster lists this group as an admin group. */
    public boolean isAdminGroup(String cluster, String group) {
        return strings(cluster(cluster).path("properties").path("aadProfile").path("adminGroupObjectIDs")).contains(group);
    }

    /** Properties of a predicted cluster. */
    public JsonNode cluster(String name) {
        return predicted.stream().filter(resource -> resource.path("type").asString("").equals("Microsoft.ContainerService/managedClusters")
            && resource.path("name").asString("").equals(name)).findFirst().orElseThrow();
    }

    /** Whether the identity trusts this service account of this cluster by a credential of this name. */
    public boolean isFederated(String identity, String credential, String cluster, String subject, String audience) {
        return predicted.stream().anyMatch(
            resource -> resource.path("id").asString("").endsWith(identityId(identity) + "/federatedIdentityCredentials/" + credential)
                && resource.path("properties").path("subject").asString("").equals(subject)
                && strings(resource.path("properties").path("audiences")).equals(List.of(audience))
                && resource.path("properties").path("issuer").asString("").contains("/managedClusters/" + cluster + "'"));
    }

    /** Whether a policy of this GUID is assigned with this effect, which spares some namespaces and looks at others. */
    public boolean hasPolicy(String definition, String effect, List<String> excluded, List<String> lookedAt) {
        return predicted.stream().filter(resource -> resource.path("type").asString("").equals("Microsoft.Authorization/policyAssignments"))
            .map(resource -> resource.get("properties"))
            .filter(properties -> properties.get("policyDefinitionId").asString().endsWith("/" + definition))
            .map(properties -> properties.get("parameters"))
            .filter(parameters -> parameters.path("effect").path("value").asString("").equals(effect))
            .map(parameters -> strings(parameters.path("excludedNamespaces").path("value")))
            .anyMatch(spared -> spared.containsAll(excluded) && lookedAt.stream().noneMatch(spared::contains));
    }

    /** Whether the identity has this data role on exactly this part of a Cosmos DB account; the empty scope is the whole account. */
    public boolean hasCosmosRole(String identity, String role, String account, String scope) {
        var guid = BuiltInRoles.findCosmos(role).orElseThrow().guid();
        return predicted.stream().filter(resource -> resource.path("type").asString("").endsWith("/sqlRoleAssignments"))
            .map(resource -> resource.get("properties"))
            .anyMatch(properties -> properties.get("principalId").asString().contains("/userAssignedIdentities/" + identity + "'")
                && properties.get("roleDefinitionId").asString().endsWith("/sqlRoleDefinitions/" + guid)
                && properties.get("scope").asString().equalsIgnoreCase(account + scope));
    }

    /** An identity of the design is NAME or its id, the one that AKS makes for the nodes kubelet@CLUSTER; everything else is an object id. */
    private static boolean isOf(Assignment assignment, String principal) {
        if (principal.startsWith("kubelet@")) {
            return assignment.principal().contains("/managedClusters/" + principal.substring("kubelet@".length()) + "'")
                && assignment.principal().contains("kubeletidentity")
                || assignment.principal().contains("/userAssignedIdentities/id-" + principal.substring("kubelet@".length()) + "-kubelet'");
        }
        return principal.isEmpty() || assignment.principal().equals(principal) || assignment.principal().contains(identityId(principal) + "'");
    }

    /** The end of the id of an identity of the design that is named, or written in full where others have its name. */
    private static String identityId(String identity) {
        return identity.startsWith("/") ? identity : "/userAssignedIdentities/" + identity;
    }

    private static boolean isWithin(String scope, String above) {
        var lower = scope.toLowerCase(Locale.ROOT);
        return lower.equals(above.toLowerCase(Locale.ROOT)) || lower.startsWith(above.toLowerCase(Locale.ROOT) + "/");
    }

    private static boolean covers(List<String> patterns, String operation) {
        return patterns.stream().anyMatch(pattern -> Operations.covers(pattern, operation));
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
