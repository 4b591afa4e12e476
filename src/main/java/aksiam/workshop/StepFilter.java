package aksiam.workshop;

import aksiam.catalogue.Step;
import aksiam.rules.Finding;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Overview.Standing;
import java.util.List;

/** Which considerations the step list shows. */
public enum StepFilter {
    ALL, OPEN, FINDINGS;

    /** Whether it shows a consideration that stands like this. */
    public boolean shows(Standing standing) {
        return switch (this) {
            case ALL -> true;
            case OPEN -> standing.applicable() && !standing.decided();
            case FINDINGS -> standing.mark() == Mark.ERROR || standing.mark() == Mark.WARNING;
        };
    }

    /** Whether it shows a step: one with a consideration to show. */
    public boolean shows(Step step, Overview overview) {
        return this == ALL || step.considerations().stream().anyMatch(consideration -> shows(overview.of(consideration.id())));
    }

    /** The figure beside its name: considerations that apply, those that are open, or errors and warnings. */
    public int count(Overview overview, List<Finding> findings) {
        var all = overview.all();
        return switch (this) {
            case ALL -> all.applicable();
            case OPEN -> all.applicable() - all.decided();
            case FINDINGS -> (int) findings.stream().filter(StepFilter::isProblem).count();
        };
    }

    /** An error or a warning. */
    public static boolean isProblem(Finding finding) {
        return finding.severity().isAtLeast(Finding.Severity.WARNING);
    }
}
