package aksiam.ui.table;

import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Edits allowed traffic: between teams as a matrix, everything, with ports and addresses, in the grid. */
final class FlowsEditor extends TableEditor {
    private final String consideration;
    private final RowsEditor grid;
    private final MatrixEditor matrix;
    private final ToggleButton teams = new ToggleButton("Between teams");
    private final ToggleButton all = new ToggleButton("All flows");
    private final Label others = new Label();

    FlowsEditor(String consideration, RowType<?> type, Consumer<List<Row>> onChange) {
        this.consideration = consideration;
        this.grid = new RowsEditor(consideration, type, onChange);
        this.matrix = new MatrixEditor(design -> new TrafficRelations(consideration, design), onChange);
        var group = new ToggleGroup();
        teams.setToggleGroup(group);
        all.setToggleGroup(group);
        teams.getStyleClass().addAll("segment", "segment-first");
        all.getStyleClass().addAll("segment", "segment-last");
        teams.setSelected(true);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
        others.getStyleClass().add("muted");
        var bar = new HBox(new HBox(teams, all), others);
        bar.getStyleClass().add("grid-toolbar");
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
    public void show(Design design) {
        int flows = design.rows(consideration).size();
        int elsewhere = new TrafficRelations(consideration, design).others();
        all.setText("All flows, " + flows);
        others.setText(elsewhere == 0 ? "" : elsewhere + (elsewhere == 1 ? " flow has" : " flows have") + " a side that is no team: see All flows.");
        matrix.show(design);
        grid.show(design);
    }
}
