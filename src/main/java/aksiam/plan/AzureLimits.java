package aksiam.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Azure's limits, counted over a plan. Source: Azure RBAC limits (facts 3.6). */
final class AzureLimits {
    private static final int ASSIGNMENTS_OF_SUBSCRIPTION = 4_000;
    private static final int ASSIGNMENTS_OF_MANAGEMENT_GROUP = 500;
    private static final int CUSTOM_ROLES = 5_000;
    private static final int ASSIGNABLE_SCOPES = 2_000;
    private static final int ROLE_NAME = 512;
    private static final int ROLE_DESCRIPTION = 2_048;

    private AzureLimits() {
    }

    /** One open point for each limit that the plan exceeds. */
    static List<OpenPoint> exceeded(Collection<RoleAssignment> assignments, Collection<CustomRole> roles) {
        var points = new ArrayList<OpenPoint>();
        var byScope = assignments.stream().collect(Collectors.groupingBy(RoleAssignment::scope, Collectors.counting()));
        over(byScope, scope -> scope.isManagementGroup() ? "" : scope.resource().subscription(), ASSIGNMENTS_OF_SUBSCRIPTION)
            .forEach((subscription,
                count) -> points.add(point("authorization",
                    "Subscription " + subscription + " would hold " + count + " role assignments of this design; Azure allows " + ASSIGNMENTS_OF_SUBSCRIPTION
                        + ". Give the rights of teams by Kubernetes RBAC, or at a higher scope.")));
        over(byScope, scope -> scope.isManagementGroup() ? scope.id() : "", ASSIGNMENTS_OF_MANAGEMENT_GROUP)
            .forEach((group, count) -> points.add(
                point("grants", group + " would hold " + count + " role assignments of this design; Azure allows " + ASSIGNMENTS_OF_MANAGEMENT_GROUP + ".")));
        if (roles.size() > CUSTOM_ROLES) {
            points.add(point("azure-roles", "The design defines " + roles.size() + " custom roles; Azure allows " + CUSTOM_ROLES + " in a tenant."));
        }
        for (var role : roles) {
            if (role.name().length() > ROLE_NAME || role.description().length() > ROLE_DESCRIPTION) {
                points.add(point("azure-roles", "The name of a custom role holds at most " + ROLE_NAME + " characters and its description " + ROLE_DESCRIPTION
                    + ": " + role.name().substring(0, Math.min(60, role.name().length()))));
            }
            if (role.scopes().size() > ASSIGNABLE_SCOPES) {
                points.add(point("azure-roles",
                    "Custom role " + role.name() + " has " + role.scopes().size() + " assignable scopes; Azure allows " + ASSIGNABLE_SCOPES + "."));
            }
        }
        return points;
    }

    /** Where the counts of a place add up to more than the limit; what has no place is not counted. */
    private static <T> Map<String, Long> over(Map<T, Long> counts, Function<T, String> place, int limit) {
        var sums = new TreeMap<String, Long>();
        counts.forEach((counted, count) -> sums.merge(place.apply(counted), count, Long::sum));
        sums.remove("");
        sums.values().removeIf(count -> count <= limit);
        return sums;
    }

    private static OpenPoint point(String consideration, String text) {
        return new OpenPoint(consideration, OpenPoint.Kind.LIMIT, text, "", Optional.empty());
    }
}
