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
import aksiam.model.Design;
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

    /** What the answers of a design mean: every decided and applicable consideration contributes, in order. */
    public static Plan plan(Design design) {
        var plan = new PlanBuilder();
        ALL.forEach(consideration -> consideration.contribute(design, plan));
        return plan.build();
    }
}
