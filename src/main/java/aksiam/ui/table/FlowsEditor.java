package aksiam.ui.table;

import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Edits allowed traffic: between teams as a matrix, everything, with ports and addresses, in the grid. */
final class FlowsEditor extends TableEditor {
    private final String consideration;
    private final RowsEditor grid;
    private final MatrixEditor matrix;
    private final ToggleButton teams = new ToggleButton(Messages.get("traffic.teams"));
    private final ToggleButton all = new ToggleButton();
    private final HBox choice = new HBox(teams, all);

    FlowsEditor(String consideration, RowType<?> type, Widths widths, Runnable toTeams, Consumer<List<Row>> onChange) {
        this.consideration = consideration;
        this.grid = new RowsEditor(consideration, type, widths, onChange);
        this.matrix = new MatrixEditor(design -> new TrafficRelations(consideration, design), false, toTeams, onChange);
        var group = new ToggleGroup();
        group.getToggles().setAll(teams, all);
        teams.getStyleClass().addAll("segment", "segment-first");
        all.getStyleClass().addAll("segment", "segment-last");
        List.of(teams, all).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        teams.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
        var bar = Nodes.row("flows-bar", Nodes.spring(), grid.tools());
        Nodes.show(bar, false);
        all.selectedProperty().subscribe(selected -> Nodes.show(bar, selected));
        matrix.visibleProperty().bind(teams.selectedProperty());
        grid.visibleProperty().bind(all.selectedProperty());
        for (var editor : List.of(matrix, grid)) {
            editor.managedProperty().bind(editor.visibleProperty());
            setVgrow(editor, Priority.ALWAYS);
        }
        getChildren().addAll(bar, matrix, grid);
    }

    @Override
    public void focus() {
        (teams.isSelected() ? matrix : grid).focus();
    }

    @Override
    public void select(int row, String column) {
        all.setSelected(true);
        grid.select(row, column);
    }

    @Override
    public boolean isBlank() {
        return (teams.isSelected() ? matrix : grid).isBlank();
    }

    @Override
    public Region tools() {
        return choice;
    }

    @Override
    public void show(Design design) {
        var relations = new TrafficRelations(consideration, design);
        all.setText(Messages.get("traffic.all", design.rows(consideration).size()));
        matrix.show(relations, relations.others() == 0 ? "" : Messages.get("traffic.others", relations.others()));
        grid.show(design);
    }
}
