package aksiam.generate.bicep;

import aksiam.plan.CosmosRoleAssignment;
import aksiam.plan.Plan;
import aksiam.plan.RoleAssignment;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The role assignments of a plan as they are deployed.
 *
 * @param clusterIdentities stage 2
 * @param others            stage 4, at a subscription or below
 * @param managementGroups  stage 4, at management groups
 * @param byScript          at resources whose type the templates do not know
 */
record Rights(List<Right> clusterIdentities, List<Right> others, List<Right> managementGroups, List<CosmosRoleAssignment> cosmos,
    List<RoleAssignment> byScript) {
    /** Longest description that a role assignment is given; Azure takes 2 KB. */
    private static final int LONGEST = 500;

    /** An assignment with the module that makes it. */
    record Right(RoleAssignment assignment, RightsKind kind) {
    }

    static Rights of(Plan plan, Lookup lookup) {
        var rights = new Rights(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var kinds = new RightsKind.Known();
        for (var assignment : plan.roleAssignments()) {
            if (assignment.scope().isKnown() && isHeld(assignment.subject(), lookup)) {
                kinds.of(assignment.scope()).ifPresentOrElse(kind -> rights.list(kind, assignment.stage()).add(new Right(assignment, kind)),
                    () -> rights.byScript().add(assignment));
            }
        }
        plan.cosmosRoleAssignments().stream()
            .filter(
                assignment -> assignment.account().isKnown() && isHeld(assignment.subject(), lookup) && !(assignment.subject() instanceof Subject.ClusterMade))
            .forEach(rights.cosmos()::add);
        return rights;
    }

    /** Those that templates give, of all stages. */
    List<Right> all() {
        return Stream.of(clusterIdentities, others, managementGroups).flatMap(List::stream).toList();
    }

    private List<Right> list(RightsKind kind, int stage) {
        return kind.targetScope().equals("managementGroup") ? managementGroups : stage == 2 ? clusterIdentities : others;
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
        var text = assignment.consideration() + (assignment.access() == aksiam.plan.Access.BREAK_GLASS ? " (break-glass)" : "")
            + (assignment.reason().isBlank() ? "" : ": " + assignment.reason().strip());
        return text.codePointCount(0, text.length()) <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }
}
