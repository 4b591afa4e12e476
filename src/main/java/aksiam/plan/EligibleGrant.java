package aksiam.plan;

import java.util.List;
import java.util.Optional;

/**
 * A right that somebody may activate.
 *
 * @param group for PIM for Groups: the group whose membership is activated; the role and scope are what the group holds
 */
public record EligibleGrant(Subject subject, String role, Optional<Role> azureRole, String scope, Access access, Mechanism mechanism, Activation activation,
    String consideration, String reason) {
    public enum Mechanism {
        AZURE_ROLE, GROUP
    }

    /**
     * How it is activated; what is empty is not decided, and PIM keeps its rule.
     *
     * @param hours        longest activation; 0: not decided
     * @param approvers    principals that approve; empty when no approval is asked for
     * @param eligibleDays 0: without an end
     */
    public record Activation(int hours, Optional<Boolean> approval, List<Subject> approvers, Optional<Checks> checks, int eligibleDays) {
        public static final Activation UNDECIDED = new Activation(0, Optional.empty(), List.of(), Optional.empty(), 0);
    }

    /** What is asked of whoever activates, beyond sign-in. */
    public record Checks(boolean mfa, boolean justification, boolean ticket) {
    }
}
