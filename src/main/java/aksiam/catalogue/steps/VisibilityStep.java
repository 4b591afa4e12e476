package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.model.rows.Tables;
import java.util.List;

/** Considerations of this step. */
public final class VisibilityStep {
    static final Consideration VISIBILITY = Consideration.matrix("visibility", "Visibility", "Who may read whose workloads, in the same cluster and in other clusters?", Tables.VISIBILITY, "reader", "owner", "cluster")
        .effect(TeamRights::readers);

    public static final List<Consideration> ALL = List.of(VISIBILITY);

    private VisibilityStep() {
    }
}
