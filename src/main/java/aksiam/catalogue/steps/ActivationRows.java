package aksiam.catalogue.steps;

import aksiam.catalogue.Contribution;
import aksiam.catalogue.steps.Principals.Holder;
import aksiam.model.Row;
import aksiam.model.rows.Grant;
import aksiam.model.rows.Tables;
import aksiam.plan.AzureScope;
import aksiam.plan.EligibleGrant;
import aksiam.plan.EligibleGrant.Activation;
import aksiam.plan.EligibleGrant.Checks;
import aksiam.plan.EligibleGrant.Mechanism;
import aksiam.plan.OpenPoint;
import aksiam.plan.PlanBuilder;
import aksiam.plan.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How eligible rights are activated: of the rows that fit a grant, the one that is meant for it the most. */
final class ActivationRows {
    private record Rule(aksiam.model.rows.Activation row, Row cells, List<String> scopes) {
        /** Length of the narrowest scope of the row that the right lies in; 0: everywhere; -1: not in it. */
        int fit(String scope, Grant grant) {
            if (!row.role().equals("*") && !row.role().equals(grant.role()) || !row.principal().isEmpty() && !row.principal().equals(grant.principal())) {
                return -1;
            }
            return row.scope().isEmpty() || row.scope().equals("*")
                ? 0
                : scopes.stream().filter(above -> new AzureScope(scope).isWithin(new AzureScope(above))).mapToInt(String::length).max().orElse(-1);
        }
    }

    private final PlanBuilder plan;
    private final Principals principals;
    private final List<Rule> rules;
    /** What was said first of the rules that PIM keeps once. */
    private final Map<String, Activation> said = new HashMap<>();

    ActivationRows(Contribution from, PlanBuilder plan, Principals principals, Scopes scopes) {
        this.plan = plan;
        this.principals = principals;
        this.rules = from.design().rows("activations").stream().map(cells -> rule(cells, scopes)).toList();
    }

    private static Rule rule(Row cells, Scopes scopes) {
        var row = Tables.ACTIVATIONS.read(cells);
        return new Rule(row, cells, scopes.of(row.scope()).stream().flatMap(place -> Stream.of(scopes.azure(place).id(), place.label())).distinct().toList());
    }

    /** @param scope where the right holds, as an Azure id or as CLUSTER/NAMESPACE */
    Activation of(Grant grant, String scope) {
        var rule = rules.stream().filter(candidate -> candidate.fit(scope, grant) >= 0)
            .min(Comparator.comparing((Rule candidate) -> candidate.row().principal().isEmpty())
                .thenComparing(candidate -> -candidate.fit(scope, grant)).thenComparing(candidate -> candidate.row().role().equals("*")));
        if (rule.isEmpty()) {
            open("How " + grant.role() + " is activated is not decided.");
        }
        return rule.map(this::activation).orElse(Activation.UNDECIDED);
    }

    /** Says what PIM cannot keep apart, and what is not requested because its duration is not decided. */
    void look(EligibleGrant grant) {
        var what = grant.mechanism() == Mechanism.GROUP ? "Membership of " + grant.subject().label() : grant.role() + " at " + grant.scope();
        var first = said.putIfAbsent(grant.rulesKey(), grant.activation());
        if (first != null && !first.equals(grant.activation())) {
            open(what + " has one set of activation rules, and the rows ask for two: the stricter of each holds.");
        }
        if (grant.mechanism() == Mechanism.AZURE_ROLE && grant.activation().eligibleDays().isEmpty()) {
            open("How long " + grant.subject().label() + " stays eligible for " + what + " is not decided, so it is not requested.");
        }
    }

    /** A flag that nobody set or took away is not decided: otherwise silence would take away the checks that PIM has by itself. */
    private Activation activation(Rule rule) {
        var row = rule.row();
        var approval = Optional.of(row.approval()).filter(_ -> rule.cells().cells().containsKey("approval"));
        var checks = Optional.of(new Checks(row.mfa(), row.justification(), row.ticket()))
            .filter(_ -> Stream.of("mfa", "justification", "ticket").anyMatch(rule.cells().cells()::containsKey));
        var days = row.eligibleDays().stream().filter(own -> own >= 0 && own <= aksiam.model.rows.Activation.MOST_DAYS).boxed().findFirst().map(OptionalInt::of)
            .orElse(OptionalInt.empty());
        return new Activation(hours(row), approval, approvers(row), checks, days);
    }

    /** PIM takes 1 to 24 hours; anything else is not decided. */
    private int hours(aksiam.model.rows.Activation row) {
        int hours = row.hours().orElse(0);
        if (hours < 1 || hours > 24) {
            open("Activation of " + row.role() + " names no time of 1 to 24 hours.");
            return 0;
        }
        return hours;
    }

    private List<Subject> approvers(aksiam.model.rows.Activation row) {
        var known = new ArrayList<Subject>();
        for (var name : row.approvers()) {
            var holder = principals.find(name).filter(Holder::isPerson);
            if (holder.filter(found -> found.subject().isKnown()).isPresent()) {
                known.add(holder.get().subject());
            } else {
                plan.add(new OpenPoint("activations", holder.isPresent() ? OpenPoint.Kind.WAITING : OpenPoint.Kind.INCOMPLETE,
                    "Approver " + name + " of " + row.role() + (holder.isPresent() ? " has no object id yet." : " is no group or user of the design."),
                    holder.map(Holder::owner).orElse(""), Optional.empty()));
            }
        }
        if (row.approval() && row.approvers().isEmpty()) {
            plan.add(new OpenPoint("activations", OpenPoint.Kind.LACKING, "Activation of " + row.role() + " asks for approval, but names no approver.", "",
                Optional.empty()));
        }
        return known;
    }

    private void open(String text) {
        plan.add(new OpenPoint("activations", OpenPoint.Kind.INCOMPLETE, text, "", Optional.empty()));
    }
}
