package aksiam.generate.pim;

import aksiam.plan.EligibleGrant;
import aksiam.plan.EligibleGrant.Activation;
import aksiam.plan.EligibleGrant.Mechanism;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an Azure role at a scope, or the membership of a group, is activated. The rules are those of PIM by their ids.
 *
 * @param target           the role, or the group
 * @param scope            of the role; empty for a group
 * @param roleDefinitionId GUID of the role definition; empty for a group
 * @param groupId          object id of the group; empty for a role
 * @param decided          whether the design says how; if not, the rules of PIM stay as they are
 */
public record ActivationSettings(String target, String scope, String roleDefinitionId, String groupId, boolean decided, Activation activation) {
    /** Somebody who approves. */
    public record Approver(String name, String id, String type) {
    }

    static ActivationSettings of(EligibleGrant grant) {
        boolean decided = !grant.activation().equals(Activation.UNDECIDED);
        return switch (grant.mechanism()) {
            case AZURE_ROLE ->
                new ActivationSettings(grant.role(), grant.scope(), grant.azureRole().map(role -> role.guid()).orElse(""), "", decided, grant.activation());
            case GROUP -> new ActivationSettings(grant.subject().label(), "", "", id(grant.subject()), decided, grant.activation());
        };
    }

    public boolean isGroup() {
        return !groupId.isEmpty();
    }

    public boolean checksDecided() {
        return activation.checks().isPresent();
    }

    public boolean approvalDecided() {
        return activation.approval().isPresent();
    }

    public boolean needsApproval() {
        return activation.approval().orElse(false);
    }

    /** Terms of the rule Enablement_EndUser_Assignment. */
    public List<String> enabledRules() {
        var rules = new ArrayList<String>();
        activation.checks().ifPresent(checks -> {
            if (checks.justification()) {
                rules.add("Justification");
            }
            if (checks.mfa()) {
                rules.add("MultiFactorAuthentication");
            }
            if (checks.ticket()) {
                rules.add("Ticketing");
            }
        });
        return rules;
    }

    public List<Approver> approvers() {
        return activation.approvers().stream().flatMap(subject -> approver(subject).stream()).toList();
    }

    private static Optional<Approver> approver(Subject subject) {
        return subject instanceof Subject.Entra(var name, var id, var kind) ? Optional.of(new Approver(name, id.text(), kind.name())) : Optional.empty();
    }

    private static String id(Subject subject) {
        return approver(subject).map(Approver::id).orElse("");
    }

    static boolean isRole(EligibleGrant grant) {
        return grant.mechanism() == Mechanism.AZURE_ROLE;
    }
}
