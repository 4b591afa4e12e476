package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

import java.util.List;
import java.util.OptionalInt;

/**
 * How an eligible role is activated: for everybody, or for one scope or one principal alone. Of the rows that fit a grant the one that names its
 * principal goes first, then the one with the narrowest scope, then the one that names its role.
 */
public record Activation(
    @Column(label = "Role", help = "Role of a grant; * for every other one.", required = true) String role,
    @Column(label = "Hours", help = "Longest activation, 1 to 24 hours.") OptionalInt hours,
    @Column(label = "Approval") boolean approval,
    @Column(label = "Approvers", refersTo = "principals") List<String> approvers,
    @Column(label = "MFA") boolean mfa,
    @Column(label = "Justification") boolean justification,
    @Column(label = "Ticket") boolean ticket,
    @Column(label = "Eligible for days", help = "At most 365. 0: without an end. Empty: not decided, and nothing is requested.") OptionalInt eligibleDays,
    @Column(label = "Scope", help = "Cluster, namespace or id at or below which it holds. Empty: everywhere.", format = Format.AZURE_SCOPE) String scope,
    @Column(label = "Principal", help = "For this group or user alone. Empty: for everybody.", refersTo = "principals") String principal) {
    /** A year: PIM takes no longer period (hashicorp/terraform-provider-azurerm#22766; its rules end at P365D: azurerm_role_management_policy, read 2026-11-29). */
    public static final int MOST_DAYS = 365;
}
