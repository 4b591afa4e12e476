package aksiam.model.rows;

import aksiam.model.Column;

import java.util.List;
import java.util.OptionalInt;

/** How an eligible role is activated, for one role, or for every role that has no row of its own. */
public record Activation(
    @Column(label = "Role", help = "Role of a grant; * for every other one.", required = true) String role,
    @Column(label = "Hours", help = "Longest activation, 1 to 24 hours.") OptionalInt hours,
    @Column(label = "Approval") boolean approval,
    @Column(label = "Approvers", refersTo = "principals") List<String> approvers,
    @Column(label = "MFA") boolean mfa,
    @Column(label = "Justification") boolean justification,
    @Column(label = "Ticket") boolean ticket,
    @Column(label = "Eligible for days", help = "Empty: without an end.") OptionalInt eligibleDays) {
}
