package aksiam.generate.pim;

import aksiam.plan.AzureScope;
import aksiam.plan.EligibleGrant;
import aksiam.plan.Role;
import aksiam.plan.Subject;
import java.util.Locale;

/**
 * A right of PIM for Azure roles that somebody shall be able to activate.
 *
 * @param roleGuid         name of the role definition, lower case
 * @param roleDefinitionId full id of the role definition, as a request names it
 * @param duration         ISO 8601, such as P365D; empty: without an end
 */
public record EligibleRequest(String principal, String principalId, String principalType, String role, String roleGuid, String roleDefinitionId, String scope,
    String duration, int days, String justification,
    String consideration) {
    static EligibleRequest of(EligibleGrant grant, Subject.Entra subject, Role role, int days) {
        var scope = new AzureScope(grant.scope());
        var definition = (scope.kind() == AzureScope.Kind.MANAGEMENT_GROUP ? "" : "/subscriptions/" + scope.resource().subscription())
            + "/providers/Microsoft.Authorization/roleDefinitions/" + role.guid();
        return new EligibleRequest(subject.name(), subject.id().text(), subject.kind().name(), role.name(), role.guid().toLowerCase(Locale.ROOT), definition,
            grant.scope(), days == 0 ? "" : "P" + days + "D", days,
            grant.reason().isBlank() ? "Consideration " + grant.consideration() : grant.reason(), grant.consideration());
    }

    /** The scope as scripts compare it. */
    public String scopeKey() {
        return scope.toLowerCase(Locale.ROOT);
    }

    public String principalKey() {
        return principalId.toLowerCase(Locale.ROOT);
    }
}
