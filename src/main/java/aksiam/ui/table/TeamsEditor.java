package aksiam.ui.table;

import aksiam.catalogue.Catalogue;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.rows.Tables;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Priority;

/** Edits teams in a grid, with the traffic of the current team below. */
final class TeamsEditor extends RowsEditor {
    private static final String FLOWS = "flows";

    private final TeamTraffic traffic;
    /** Of the design that is shown; empty where no traffic is asked for. */
    private Optional<TrafficRelations> relations = Optional.empty();

    TeamsEditor(String consideration, Widths widths, Consumer<List<Row>> teams, Consumer<List<Row>> flows) {
        super(consideration, Tables.TEAMS, widths, teams);
        this.traffic = new TeamTraffic(flows);
        setVgrow(pane(), Priority.SOMETIMES);
        getChildren().add(traffic);
        pane().onLine(this::traffic);
    }

    /** Of the current team; of the first one before there is one, so that nothing moves when there is. */
    private void traffic() {
        traffic.show(relations, pane().line().or(() -> pane().first()).map(line -> line.row().text("name").strip()).orElse(""));
    }

    @Override
    public void show(Design design) {
        relations = Catalogue.get(FLOWS).appliesTo(design) ? Optional.of(new TrafficRelations(FLOWS, design)) : Optional.empty();
        super.show(design);
        traffic();
    }
}
