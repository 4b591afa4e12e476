package aksiam.ui.table;

import aksiam.ui.parts.Messages;
import aksiam.ui.table.Lines.Line;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.MouseEvent;

/** The check boxes that mark whole rows; with Shift from the last one on. */
final class MarkColumn extends TableColumn<Line, Boolean> {
    private final Lines lines;
    private final Arrangement arrangement;
    private int last;

    MarkColumn(Lines lines, Arrangement arrangement) {
        this.lines = lines;
        this.arrangement = arrangement;
        var all = new CheckBox();
        all.setAccessibleText(Messages.get("grid.mark.all"));
        all.setFocusTraversable(false);
        all.setOnAction(_ -> lines.mark(arrangement.shown(), all.isSelected()));
        lines.version().subscribe(() -> {
            int marked = lines.marked().size();
            all.setIndeterminate(marked > 0 && marked < arrangement.shown().size());
            all.setSelected(marked > 0 && marked == arrangement.shown().size());
        });
        setGraphic(all);
        setSortable(false);
        setReorderable(false);
        setResizable(false);
        getStyleClass().add("marks");
        setCellValueFactory(features -> features.getValue().marked());
        setCellFactory(_ -> new MarkCell());
    }

    private final class MarkCell extends TableCell<Line, Boolean> {
        private final CheckBox box = new CheckBox();
        private boolean range;

        MarkCell() {
            getStyleClass().addAll("grid-cell", "marks");
            box.setFocusTraversable(false);
            box.setAccessibleText(Messages.get("grid.mark.row"));
            box.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> range = event.isShiftDown());
            box.setOnAction(_ -> {
                int from = range ? Math.min(last, getIndex()) : getIndex();
                int to = range ? Math.min(Math.max(last, getIndex()), arrangement.shown().size() - 1) : getIndex();
                last = getIndex();
                lines.mark(List.copyOf(arrangement.shown().subList(from, to + 1)), box.isSelected());
            });
        }

        @Override
        protected void updateItem(Boolean marked, boolean empty) {
            super.updateItem(marked, empty);
            setGraphic(empty ? null : box);
            box.setSelected(!empty && marked != null && marked);
        }
    }
}
