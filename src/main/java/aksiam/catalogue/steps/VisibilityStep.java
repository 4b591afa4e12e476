package aksiam.catalogue.steps;

import static aksiam.catalogue.Condition.answered;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Reference;
import aksiam.catalogue.Suggestion;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.rows.Tables;
import java.util.List;
import java.util.Optional;

/** Step 7: who may read whose workloads. */
public final class VisibilityStep {
    static final Consideration VISIBILITY = Consideration
        .matrix("visibility", "Visibility", "Who may read whose workloads, in the same cluster and in other clusters?", Tables.VISIBILITY, "reader", "owner",
            "cluster")
        .why(
            "The starting document asks whether teams can read other workloads in their clusters or in other clusters. Reading gives no secrets and no change, but pods, logs and configuration tell much about a neighbour. A right at the cluster would reach every namespace, later ones too; this matrix gives it namespace by namespace, by the authorizer that holds the rights of teams.")
        .see(Reference.aks("Cluster authorization concepts", "concepts-cluster-authorization"),
            Reference.aks("Entra ID authorization for the Kubernetes API", "entra-id-authorization"), Reference.STARTING_DOCUMENT)
        .visibleWhen(answered("teams"))
        .suggest(VisibilityStep::suggestNobody)
        .undecided("This question lets nobody read the workloads of another team.")
        .effect(TeamRights::readers);

    public static final List<Consideration> ALL = List.of(VISIBILITY);

    private VisibilityStep() {
    }

    private static Optional<Suggestion> suggestNobody(Design design) {
        var nobody = new Answer.Table(List.of());
        var teams = design.rows("teams").size();
        if (teams == 1) {
            return Optional.of(new Suggestion(nobody, "this design has one team, so there is nobody else to read"));
        }
        if (design.choice("tenancy-trust").equals("hard")) {
            return Optional.of(new Suggestion(nobody, "the %d teams of this design do not trust each other".formatted(teams)));
        }
        return ScopeStep.isRegulated(design)
            ? Optional.of(new Suggestion(nobody,
                "rules from outside apply to this design, and reading across its %d teams needs a reason for each pair".formatted(teams)))
            : Suggestion.none();
    }
}
