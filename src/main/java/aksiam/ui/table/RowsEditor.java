package aksiam.ui.table;

import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.rules.Candidates;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Edits the rows of a consideration in a grid. */
class RowsEditor extends TableEditor {
    private final String consideration;
    private final RowsPane pane;

    RowsEditor(String consideration, RowType<?> type, Widths widths, Consumer<List<Row>> onChange) {
        this.consideration = consideration;
        this.pane = new RowsPane(consideration, type, true, widths, onChange);
        setVgrow(pane, Priority.ALWAYS);
        getChildren().add(pane);
    }

    RowsPane pane() {
        return pane;
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
        pane.show(design.rows(consideration), Candidates.of(design));
    }

    @Override
    public boolean isBlank() {
        return pane.isBlank();
    }

    @Override
    public Region tools() {
        return pane.tools();
    }
}
