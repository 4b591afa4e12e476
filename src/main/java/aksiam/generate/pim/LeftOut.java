package aksiam.generate.pim;

import aksiam.plan.EligibleGrant;
import aksiam.plan.EligibleGrant.Activation;
import aksiam.plan.Subject;
import java.util.Locale;
import java.util.Optional;

/** An eligible right of an Azure role that is not requested, and why. */
public record LeftOut(EligibleGrant grant, String reason) {
    /** @param rules of the role at the scope */
    static Optional<LeftOut> of(EligibleGrant grant, Activation rules) {
        if (!(grant.subject() instanceof Subject.Entra subject && subject.isKnown())) {
            return Optional.of(new LeftOut(grant, "its principal has no object id in the design yet"));
        }
        if (grant.azureRole().isEmpty()) {
            return Optional.of(new LeftOut(grant, "the role is not known"));
        }
        if (grant.activation().eligibleDays().isEmpty()) {
            return Optional.of(new LeftOut(grant, "how long it stays eligible is not decided"));
        }
        return rules.lacksApprover() ? Optional.of(new LeftOut(grant, "its activation asks for approval, and no approver is known")) : Optional.empty();
    }

    /** Whether it may be there from an earlier run, which is no reason to take it away. */
    public boolean isKnown() {
        return grant.azureRole().isPresent() && grant.subject().isKnown();
    }

    public String scopeKey() {
        return grant.scope().toLowerCase(Locale.ROOT);
    }

    public String principalKey() {
        return grant.subject().key();
    }

    public String roleGuid() {
        return grant.azureRole().map(role -> role.guid().toLowerCase(Locale.ROOT)).orElse("");
    }
}
