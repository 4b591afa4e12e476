package aksiam.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
     * @param eligibleDays 0: without an end; empty: not decided
     */
    public record Activation(int hours, Optional<Boolean> approval, List<Subject> approvers, Optional<Checks> checks, OptionalInt eligibleDays) {
        public static final Activation UNDECIDED = new Activation(0, Optional.empty(), List.of(), Optional.empty(), OptionalInt.empty());

        /** PIM keeps one set of rules for all who hold a role at a scope, or a membership; where two differ, the stricter one holds. */
        public Activation strictest(Activation other) {
            var longest = IntStream.of(hours, other.hours).filter(own -> own > 0).min().orElse(0);
            var asked = Stream.of(approval, other.approval).flatMap(Optional::stream).reduce(Boolean::logicalOr);
            var all = Stream.concat(approvers.stream(), other.approvers.stream()).distinct().sorted(Comparator.comparing(Subject::label)).toList();
            var both = Stream.of(checks, other.checks).flatMap(Optional::stream).reduce(Checks::and);
            var days = Stream.of(eligibleDays, other.eligibleDays).flatMapToInt(OptionalInt::stream).boxed()
                .min(Comparator.comparingInt(own -> own == 0 ? Integer.MAX_VALUE : own));
            return equals(other) ? this : new Activation(longest, asked, all, both, days.map(OptionalInt::of).orElse(OptionalInt.empty()));
        }

        /** Whether an approval is asked for that nobody could give. */
        public boolean lacksApprover() {
            return approval.orElse(false) && approvers.isEmpty();
        }
    }

    /** What PIM keeps its rules for: the role at the scope, or the group. */
    public String rulesKey() {
        return switch (mechanism) {
            case AZURE_ROLE -> (scope + "|" + azureRole.map(Role::guid).orElse(role)).toLowerCase(Locale.ROOT);
            case GROUP -> subject.key();
        };
    }

    /** What is asked of whoever activates, beyond sign-in. */
    public record Checks(boolean mfa, boolean justification, boolean ticket) {
        Checks and(Checks other) {
            return new Checks(mfa || other.mfa, justification || other.justification, ticket || other.ticket);
        }
    }
}
