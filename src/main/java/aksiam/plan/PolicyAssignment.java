package aksiam.plan;

import java.util.List;

/**
 * A built-in Azure Policy definition or initiative assigned to a scope.
 *
 * @param name       of the assignment, at most 24 characters at management group scope, 64 elsewhere
 * @param definition full id of the definition or initiative
 * @param effect     Audit, Deny or Disabled; empty: the definition's default
 */
public record PolicyAssignment(String name, String displayName, String definition, AzureScope scope, String effect, List<String> excludedNamespaces,
    String consideration) {
}
