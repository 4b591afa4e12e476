package aksiam.generate.pim;

import aksiam.plan.EligibleGrant;
import aksiam.plan.EligibleGrant.Activation;
import aksiam.plan.EligibleGrant.Mechanism;
import aksiam.plan.Plan;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Those of a plan, once for each role at a scope and each group. */
    public static List<ActivationSettings> of(Plan plan) {
        var merged = new LinkedHashMap<String, ActivationSettings>();
        plan.eligibleGrants().forEach(grant -> merged.merge(grant.rulesKey(), of(grant), ActivationSettings::strictest));
        return merged.values().stream().sorted(Comparator.comparing(ActivationSettings::scope).thenComparing(ActivationSettings::target)
            .thenComparing(ActivationSettings::groupId)).toList();
    }

    private ActivationSettings strictest(ActivationSettings other) {
        return new ActivationSettings(target, scope, roleDefinitionId, groupId, decided || other.decided, activation.strictest(other.activation));
    }

    private static ActivationSettings of(EligibleGrant grant) {
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

    /** The rules as the scripts take them: hours, checks, approval, days; each a dash where nothing is decided. */
    public List<String> words() {
        var approval = !approvalDecided() || activation.lacksApprover()
            ? "-"
            : needsApproval()
                ? "true," + approvers().stream().map(approver -> approver.type() + "/" + approver.id().toLowerCase(Locale.ROOT)).sorted()
                    .collect(Collectors.joining(","))
                : "false";
        var days = activation.eligibleDays().isEmpty()
            ? "-"
            : activation.eligibleDays().getAsInt() == 0 ? "none" : "P" + activation.eligibleDays().getAsInt() + "D";
        return List.of(activation.hours() == 0 ? "-" : "PT" + activation.hours() + "H", !checksDecided()
            ? "-"
            : enabledRules().isEmpty()
                ? "none"
                : String.join(",", enabledRules()),
            approval, days);
    }

    /** The rules of PIM that the design decides, by their ids. */
    public List<String> ruleIds() {
        var ids = new ArrayList<String>();
        if (activation.hours() != 0) {
            ids.add("Expiration_EndUser_Assignment");
        }
        if (checksDecided()) {
            ids.add("Enablement_EndUser_Assignment");
        }
        if (approvalDecided()) {
            ids.add("Approval_EndUser_Assignment");
        }
        if (daysDecided()) {
            ids.add("Expiration_Admin_Eligibility");
        }
        return ids;
    }

    /** Whether the design decides anything that a script can set. */
    public boolean isSet() {
        return words().stream().anyMatch(word -> !word.equals("-"));
    }

    public String scopeKey() {
        return scope.toLowerCase(Locale.ROOT);
    }

    public String roleKey() {
        return roleDefinitionId.toLowerCase(Locale.ROOT);
    }

    public boolean daysDecided() {
        return activation.eligibleDays().isPresent();
    }

    /** 0: without an end. */
    public int days() {
        return activation.eligibleDays().orElse(0);
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
