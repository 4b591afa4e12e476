package aksiam.workshop;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Step;
import aksiam.catalogue.Suggestion;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.rules.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where every consideration and every step stands.
 *
 * @param standings by consideration id, in the order of the workshop
 */
public record Overview(Map<String, Standing> standings) {
    /** How something stands, worst last as far as steps go. */
    public enum Mark {
        NOT_NEEDED, DECIDED, SUGGESTED, UNDECIDED, WARNING, ERROR
    }

    /**
     * How one consideration stands.
     *
     * @param spoken the state in words: "suggested: Kubernetes RBAC"
     */
    public record Standing(Mark mark, boolean applicable, boolean decided, String spoken) {
    }

    /** How a step stands; no mark on a step that asks nothing. */
    public record Tally(Optional<Mark> mark, int decided, int applicable, int errors) {
    }

    public static Overview of(Design design, List<Finding> findings) {
        var standings = new LinkedHashMap<String, Standing>();
        for (var consideration : Catalogue.all()) {
            standings.put(consideration.id(),
                standing(consideration, design, findings.stream().filter(finding -> finding.consideration().equals(consideration.id())).toList()));
        }
        return new Overview(standings);
    }

    public Standing of(String consideration) {
        return standings.get(consideration);
    }

    public Tally of(Step step) {
        var own = step.considerations().stream().map(consideration -> of(consideration.id())).toList();
        var mark = own.stream().map(Standing::mark).max(Enum::compareTo);
        int errors = (int) own.stream().filter(standing -> standing.mark() == Mark.ERROR).count();
        return new Tally(mark, (int) own.stream().filter(standing -> standing.applicable() && standing.decided()).count(),
            (int) own.stream().filter(Standing::applicable).count(), errors);
    }

    /** Over the whole design; to sign it is no decision of it. */
    public Tally all() {
        var tallies = Catalogue.steps().stream().filter(step -> Update.hasConsiderations(step.number())).map(this::of).toList();
        return new Tally(Optional.empty(), tallies.stream().mapToInt(Tally::decided).sum(), tallies.stream().mapToInt(Tally::applicable).sum(), 0);
    }

    /** The answer proposed for an undecided consideration. */
    public static Optional<Suggestion> suggestion(Consideration consideration, Design design) {
        return design.answer(consideration.id()).isEmpty() && consideration.appliesTo(design) ? consideration.suggestion().apply(design) : Optional.empty();
    }

    private static Standing standing(Consideration consideration, Design design, List<Finding> findings) {
        var answer = design.answer(consideration.id());
        if (!consideration.appliesTo(design)) {
            return new Standing(Mark.NOT_NEEDED, false, answer.isPresent(), "not needed, because " + Words.whyNot(consideration.visible(), design));
        }
        boolean decided = answer.isPresent();
        long errors = findings.stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).count();
        if (errors > 0) {
            return new Standing(Mark.ERROR, true, decided, Words.count((int) errors, "error"));
        }
        long warnings = findings.stream().filter(finding -> finding.severity() == Finding.Severity.WARNING).count();
        if (warnings > 0) {
            return new Standing(Mark.WARNING, true, decided, Words.count((int) warnings, "warning"));
        }
        if (decided) {
            return new Standing(Mark.DECIDED, true, true, "decided: " + Words.answer(consideration, answer.get()));
        }
        return suggestion(consideration, design)
            .map(suggestion -> new Standing(Mark.SUGGESTED, true, false, "suggested: " + Words.answer(consideration, suggestion.answer())))
            .orElse(new Standing(Mark.UNDECIDED, true, false, "undecided"));
    }

    /** What somebody has still to do about a consideration; empty when nothing. */
    public static List<String> missing(Consideration consideration, Design design) {
        if (!consideration.appliesTo(design)) {
            return List.of();
        }
        var decision = design.decision(consideration.id());
        var missing = new java.util.ArrayList<String>();
        if (design.answer(consideration.id()).isEmpty()) {
            missing.add("No answer yet");
        } else if (consideration.record()) {
            if (decision.because().isBlank()) {
                missing.add("No reason yet");
            }
            if (decision.deciders().isEmpty()) {
                missing.add("Nobody is named who decided");
            }
            if (decision.status() == Decision.Status.PROPOSED) {
                missing.add("Proposed, not accepted yet");
            }
        }
        decision.openPoint().ifPresent(open -> {
            if (open.owner().isBlank()) {
                missing.add("The open point has no owner");
            }
            if (open.due().isEmpty()) {
                missing.add("The open point has no date");
            }
        });
        return missing;
    }
}
