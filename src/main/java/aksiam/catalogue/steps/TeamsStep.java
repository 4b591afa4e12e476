package aksiam.catalogue.steps;

import aksiam.catalogue.Consideration;
import aksiam.model.rows.Tables;
import java.util.List;

/** Considerations of this step. */
public final class TeamsStep {
    static final Consideration TEAMS = Consideration.rows("teams", "Teams", "Which teams use the platform, and how much may each consume?", Tables.TEAMS)
        .effect(TeamNamespaces::contribute);

    static final Consideration FLOWS = Consideration.rows("flows", "Allowed traffic", "Who may talk to whom, and why?", Tables.FLOWS)
        .effect(Traffic::contribute);

    public static final List<Consideration> ALL = List.of(TEAMS, FLOWS);

    private TeamsStep() {
    }
}
