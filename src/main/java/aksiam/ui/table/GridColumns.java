package aksiam.ui.table;

import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.input.MouseEvent;

/** How wide the columns of a grid are: as set by hand, else as their kind needs; columns of text share the room that is left. */
final class GridColumns {
    private static final double LEAST = 3;
    private static final double STEP = 1;
    private static final double MOST_STRETCH = 1.8;
    private static final double MARKS = 2.9;

    /** Before the size of type is known. */
    private static final double FIRST_EM = 13;

    private final Grid grid;
    private final Widths kept;
    private double em;

    GridColumns(Grid grid, Widths kept) {
        this.grid = grid;
        this.kept = kept;
        // A column that nobody gave a width makes and measures thirty cells when it is first shown.
        grid.getColumns().getFirst().setPrefWidth(FIRST_EM * MARKS);
        columns().forEach(column -> column.setPrefWidth(FIRST_EM * Heads.width(field(column)) + 1));
        grid.widthProperty().subscribe(this::fit);
        grid.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> columns().forEach(this::keep));
    }

    void scale(double em) {
        if (em != this.em) {
            this.em = em;
            var marks = grid.getColumns().getFirst();
            marks.setMinWidth(em * MARKS);
            marks.setMaxWidth(em * MARKS);
            columns().forEach(column -> column.setMinWidth(em * LEAST));
            fit();
        }
    }

    /** Makes a column wider or narrower by a step. */
    void widen(Field field, int steps) {
        columns().stream().filter(column -> field(column).equals(field)).forEach(column -> {
            column.setPrefWidth(Math.max(em * LEAST, column.getWidth() + steps * STEP * em));
            kept.keep(field.name(), rounded(column.getPrefWidth() / em));
        });
    }

    /** Whether the columns need more room than there is. */
    boolean isWiderThan(double width) {
        return width > 0 && em > 0 && base() > width - 2;
    }

    private double base() {
        return em * MARKS + columns().stream().mapToDouble(column -> base(field(column))).sum();
    }

    private double base(Field field) {
        double set = kept.of(field.name());
        return em * (set > 0 ? set : Heads.width(field));
    }

    private boolean stretches(Field field) {
        return kept.of(field.name()) == 0 && !Heads.isFigure(field) && field.kind() != Kind.FLAG && field.options().isEmpty();
    }

    private void fit() {
        if (em == 0 || grid.getWidth() == 0) {
            return;
        }
        double spare = grid.getWidth() - em * 1.4 - base();
        double room = columns().stream().map(this::field).filter(this::stretches).mapToDouble(this::base).sum();
        double factor = spare > 0 && room > 0 ? Math.min(MOST_STRETCH, 1 + spare / room) : 1;
        columns().forEach(column -> column.setPrefWidth(Math.floor(base(field(column)) * (stretches(field(column)) ? factor : 1))));
    }

    /** A width that is not the one given to the column was set by hand. */
    private void keep(TableColumn<Lines.Line, ?> column) {
        if (Math.abs(column.getWidth() - Math.max(column.getMinWidth(), column.getPrefWidth())) > 1) {
            kept.keep(field(column).name(), rounded(column.getWidth() / em));
            column.setPrefWidth(column.getWidth());
        }
    }

    private static double rounded(double em) {
        return Math.round(em * 10) / 10.0;
    }

    private Field field(TableColumn<Lines.Line, ?> column) {
        return (Field) column.getUserData();
    }

    private List<TableColumn<Lines.Line, ?>> columns() {
        return grid.getColumns().subList(1, grid.getColumns().size());
    }
}
