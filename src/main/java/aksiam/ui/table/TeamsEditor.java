package aksiam.ui.table;

import aksiam.catalogue.Catalogue;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.rows.Tables;
import aksiam.rules.Candidates;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Edits teams in a grid, with the traffic of the current team below. */
final class TeamsEditor extends TableEditor {
    private static final String FLOWS = "flows";

    private final String consideration;
    private final RowsPane pane;
    private final TeamTraffic traffic;
    private Design design = Design.EMPTY;

    TeamsEditor(String consideration, Widths widths, Consumer<List<Row>> teams, Consumer<List<Row>> flows) {
        this.consideration = consideration;
        this.pane = new RowsPane(consideration, Tables.TEAMS, true, widths, teams);
        this.traffic = new TeamTraffic(flows);
        setVgrow(pane, Priority.SOMETIMES);
        getChildren().addAll(pane, traffic);
        pane.onLine(this::traffic);
    }

    private void traffic() {
        boolean applies = Catalogue.get(FLOWS).appliesTo(design);
        traffic.show(new TrafficRelations(FLOWS, design), applies ? pane.line().map(line -> line.row().text("name").strip()).orElse("") : "");
    }

    @Override
    public void focus() {
        pane.focus();
    }

    @Override
    public void select(int row, String column) {
        pane.select(row, column);
    }

    @Override
    public void show(Design design) {
        this.design = design;
        pane.show(design.rows(consideration), Candidates.of(design));
        traffic();
    }

    @Override
    public Region tools() {
        return pane.tools();
    }
}
