package aksiam.catalogue;

import aksiam.catalogue.steps.AuthorizationStep;
import aksiam.catalogue.steps.AzureRolesStep;
import aksiam.catalogue.steps.ClusterAccessStep;
import aksiam.catalogue.steps.ClusterIdentityStep;
import aksiam.catalogue.steps.ClusterRolesStep;
import aksiam.catalogue.steps.IsolationStep;
import aksiam.catalogue.steps.JustInTimeStep;
import aksiam.catalogue.steps.ReviewStep;
import aksiam.catalogue.steps.ScopeStep;
import aksiam.catalogue.steps.TeamsStep;
import aksiam.catalogue.steps.VisibilityStep;
import aksiam.catalogue.steps.WorkloadIdentityStep;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.plan.OpenPoint;
import aksiam.plan.Plan;
import aksiam.plan.PlanBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All considerations in the order of the workshop. */
public final class Catalogue {
    private static final List<Step> STEPS = List.of(
        new Step(1, "scope", "Scope", ScopeStep.ALL),
        new Step(2, "cluster-identity", "Cluster identity", ClusterIdentityStep.ALL),
        new Step(3, "cluster-access", "Cluster access", ClusterAccessStep.ALL),
        new Step(4, "authorization", "Authorization", AuthorizationStep.ALL),
        new Step(5, "isolation", "Isolation", IsolationStep.ALL),
        new Step(6, "teams", "Teams and compute", TeamsStep.ALL),
        new Step(7, "visibility", "Visibility", VisibilityStep.ALL),
        new Step(8, "cluster-roles", "Cluster roles", ClusterRolesStep.ALL),
        new Step(9, "azure-roles", "Azure roles", AzureRolesStep.ALL),
        new Step(10, "just-in-time", "Just in time", JustInTimeStep.ALL),
        new Step(11, "workload-identity", "Workload identity", WorkloadIdentityStep.ALL),
        new Step(12, "review", "Review", ReviewStep.ALL),
        new Step(13, "generate", "Generate", List.of()));
    private static final List<Consideration> ALL = STEPS.stream().flatMap(step -> step.considerations().stream()).toList();
    private static final Map<String, Consideration> BY_ID = ALL.stream().collect(Collectors.toUnmodifiableMap(Consideration::id, Function.identity()));

    private Catalogue() {
    }

    public static List<Step> steps() {
        return STEPS;
    }

    public static List<Consideration> all() {
        return ALL;
    }

    public static Optional<Consideration> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The consideration of this id; an exception when there is none. */
    public static Consideration get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no consideration " + id));
    }

    /** The step that a consideration belongs to. */
    public static Step stepOf(String id) {
        return STEPS.stream().filter(step -> step.considerations().stream().anyMatch(consideration -> consideration.id().equals(id))).findFirst().orElseThrow();
    }

    /**
     * The design with the answers of only those considerations that apply to it. An answer that stayed behind when its
     * consideration ceased to apply says nothing.
     */
    public static Design applicable(Design design) {
        var kept = design.onlyAnswers(id -> find(id).map(consideration -> consideration.appliesTo(design)).orElse(false));
        return kept == design ? design : applicable(kept);
    }

    /**
     * A chosen option that another answer excludes.
     *
     * @param condition what excludes it and holds
     */
    public record Exclusion(String consideration, String option, Condition condition, String because) {
    }

    /** The chosen options of applicable considerations that are impossible together; each pair is listed on the side that states it. */
    public static List<Exclusion> impossible(Design design) {
        var told = applicable(design);
        return ALL.stream()
            .flatMap(consideration -> consideration.input().options().stream().filter(option -> told.chose(consideration.id(), option.id()))
                .flatMap(option -> option.impossible().stream()
                    .filter(impossible -> impossible.condition().holds(told))
                    .map(impossible -> new Exclusion(consideration.id(), option.id(), impossible.condition(), impossible.because()))))
            .toList();
    }

    /** Why an option cannot be chosen as things stand, whichever side states it; empty when it can. */
    public static Optional<String> whyImpossible(Design design, Consideration consideration, Option option) {
        var before = impossible(design.without(consideration.id()));
        return impossible(design.with(consideration.id(), consideration.choosing(option, design))).stream().filter(exclusion -> !before.contains(exclusion))
            .filter(exclusion -> !exclusion.consideration().equals(consideration.id()) || exclusion.option().equals(option.id())).map(Exclusion::because)
            .findFirst();
    }

    /** What the answers of a design mean: every decided and applicable consideration contributes, in order, and says what is still open. */
    public static Plan plan(Design design) {
        var told = applicable(design.identified());
        var plan = new PlanBuilder();
        plan.design = told.id();
        for (var consideration : ALL) {
            openPoint(consideration, told).ifPresent(plan::add);
            consideration.contribute(told, plan);
        }
        return plan.build();
    }

    /** An undecided consideration, or one that somebody marked; a mark on an undecided one gives it words, owner and date. */
    private static Optional<OpenPoint> openPoint(Consideration consideration, Design design) {
        if (!consideration.appliesTo(design)) {
            return Optional.empty();
        }
        var mark = design.decision(consideration.id()).openPoint();
        var kind = consideration.isOpenIn(design) ? OpenPoint.Kind.UNDECIDED : OpenPoint.Kind.MARKED;
        if (kind == OpenPoint.Kind.MARKED && mark.isEmpty()) {
            return Optional.empty();
        }
        var text = mark.map(Decision.OpenPoint::text).filter(words -> !words.isBlank()).orElse(consideration.question());
        return Optional
            .of(new OpenPoint(consideration.id(), kind, text, mark.map(Decision.OpenPoint::owner).orElse(""), mark.flatMap(Decision.OpenPoint::due)));
    }
}
