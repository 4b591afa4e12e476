package aksiam.generate.bicep;

import aksiam.plan.AzureScope;
import aksiam.plan.CosmosRoleAssignment;
import aksiam.plan.Plan;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import java.util.List;
import java.util.function.Predicate;

/**
 * The role assignments of a plan as they are deployed.
 *
 * @param clusterIdentities stage 2
 * @param others            stage 4, at a subscription or below
 * @param managementGroups  stage 4, at management groups
 * @param byScript          at resources whose type the templates do not know
 */
record Rights(List<RoleAssignment> clusterIdentities, List<RoleAssignment> others, List<RoleAssignment> managementGroups, List<CosmosRoleAssignment> cosmos, List<RoleAssignment> byScript) {
    /** Longest description that a role assignment is given; Azure takes 2 KB. */
    private static final int LONGEST = 500;

    static Rights of(Plan plan, Lookup lookup) {
        var all = plan.roleAssignments().stream().filter(assignment -> assignment.scope().isKnown() && isHeld(assignment.subject(), lookup)).toList();
        Predicate<RoleAssignment> byTemplate = assignment -> RightsKind.of(assignment.scope()).isPresent();
        var templated = all.stream().filter(byTemplate).toList();
        Predicate<RoleAssignment> atManagementGroup = assignment -> assignment.scope().kind() == AzureScope.Kind.MANAGEMENT_GROUP;
        return new Rights(templated.stream().filter(assignment -> assignment.stage() == 2 && !atManagementGroup.test(assignment)).toList(),
            templated.stream().filter(assignment -> assignment.stage() != 2 && !atManagementGroup.test(assignment)).toList(), templated.stream().filter(atManagementGroup).toList(),
            plan.cosmosRoleAssignments().stream().filter(assignment -> assignment.account().isKnown() && isHeld(assignment.subject(), lookup) && !(assignment.subject() instanceof Subject.ClusterMade)).toList(),
            all.stream().filter(byTemplate.negate()).toList());
    }

    /** Whether the deployment can tell who it is. */
    private static boolean isHeld(Subject subject, Lookup lookup) {
        return switch (subject) {
            case Subject.Entra entra -> entra.isKnown();
            case Subject.Identity(var name) -> lookup.identities().containsKey(name);
            case Subject.ClusterMade(var cluster, var _) -> lookup.clusters().containsKey(cluster);
            case Subject.Account _ -> false;
        };
    }

    /** What people see beside the assignment in Azure. */
    static String description(RoleAssignment assignment) {
        var text = assignment.consideration() + (assignment.access() == aksiam.plan.Access.BREAK_GLASS ? " (break-glass)" : "") + (assignment.reason().isBlank() ? "" : ": " + assignment.reason().strip());
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }
}
