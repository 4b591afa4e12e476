package aksiam.rules;

import aksiam.catalogue.Catalogue;
import aksiam.model.Design;
import aksiam.plan.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks a design over for what is inconsistent, unfinished or open. */
public final class Check {
    /** Looks for findings in one part of a design. */
    interface Part {
        void look(Design design, List<Finding> findings);
    }

    private static final List<Part> PARTS = List.of(Values::look, Names::look, References::look, Identities::look, Sizes::look, Limits::look,
        AuthorizedRanges::look, RoleOperations::look, StandingBesideEligible::look, Regions::look, Decisions::look, Unknown::look);

    private Check() {
    }

    /** What does not depend on the day, the gravest first, those of equal weight in the order of the workshop. */
    public static List<Finding> findings(Design design) {
        return findings(design, Catalogue.plan(design));
    }

    /** What can be told without the plan. */
    static List<Finding> ofParts(Design design) {
        var findings = new ArrayList<Finding>();
        PARTS.forEach(part -> part.look(design, findings));
        return findings;
    }

    /** A message that quotes what looks like a secret, or a text that holds one, does so without it. */
    private static List<Finding> discreet(Design design, List<Finding> findings) {
        if (findings.stream().noneMatch(finding -> finding.kind() == Finding.Kind.PASTED_SECRET)) {
            return findings;
        }
        var secrets = TypedTexts.of(design).map(String::strip).filter(text -> Secrets.find(text).isPresent()).toList();
        return findings.stream().map(finding -> {
            var message = finding.message();
            for (var secret : secrets) {
                message = message.replace(secret, Secrets.hide(secret));
            }
            return finding.saying(Secrets.hide(message));
        }).toList();
    }

    /** All findings, those that depend on the day too. */
    public static List<Finding> findings(Design design, Plan plan, LocalDate today) {
        var findings = new ArrayList<>(findings(design, plan));
        Versions.look(design, today, findings);
        return sorted(findings);
    }

    /** @param plan of this design, where it is known already */
    public static List<Finding> findings(Design design, Plan plan) {
        var findings = own(design, plan);
        plan.openPoints().stream().map(point -> OpenPoints.finding(design, point)).forEach(findings::add);
        return sorted(discreet(design, findings));
    }

    /** Errors and warnings that do not depend on the day and are no open points of the plan: documents list those themselves. */
    public static List<Finding> besideOpenPoints(Design design, Plan plan) {
        return sorted(discreet(design, own(design, plan))).stream().filter(finding -> finding.severity().isAtLeast(Finding.Severity.WARNING)).toList();
    }

    private static List<Finding> own(Design design, Plan plan) {
        var findings = new ArrayList<>(ofParts(design));
        ClusterSignIn.look(design, plan, findings);
        WaysOut.look(plan, findings);
        EmergencyHolders.look(design, plan, findings);
        return findings;
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().distinct().sorted(Comparator.comparing(Finding::severity)).toList();
    }
}
