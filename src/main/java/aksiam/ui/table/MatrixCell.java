package aksiam.ui.table;

import aksiam.ui.parts.Icons;
import aksiam.ui.table.Relations.Cell;
import aksiam.ui.table.Relations.Mark;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The node of a cell in sight. It says row, column, value and the sentence when it is asked, not before. */
final class MatrixCell extends StackPane {
    private final Label text = new Label();
    private final Map<String, Node> icons = new HashMap<>();
    private String icon = "";
    private Relations relations;
    private Cell cell = new Cell(0, 0);

    MatrixCell(Relations relations) {
        this.relations = relations;
        getStyleClass().add("matrix-cell");
        setManaged(false);
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        getChildren().setAll(text);
    }

    Cell cell() {
        return cell;
    }

    void show(Relations relations, Cell cell) {
        this.relations = relations;
        this.cell = cell;
        var legend = relations.legend();
        var mark = relations.mark(cell.row(), cell.column());
        boolean other = !getStyleClass().getLast().equals(style(mark));
        if (other) {
            getStyleClass().setAll("matrix-cell", style(mark));
        }
        var wanted = mark == Mark.YES ? legend.icon() : mark == Mark.OWN ? legend.ownIcon() : "";
        text.setText(mark == Mark.OWN && wanted.isEmpty() ? "=" : "");
        if (!wanted.equals(icon)) {
            icon = wanted;
            getChildren().setAll(wanted.isEmpty() ? List.of(text) : List.of(text, icons.computeIfAbsent(wanted, Icons::of)));
            other = true;
        }
        if (other) {
            applyCss(); // what changes with the layout would be without its look for a frame
        }
    }

    static String style(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String words() {
        var column = relations.columns().get(cell.column());
        var words = relations.words(cell.row(), cell.column());
        return String.join(", ", relations.rows().get(cell.row()), column.group().isEmpty() ? column.name() : column.name() + " " + column.group(),
            relations.legend().name(relations.mark(cell.row(), cell.column()))) + ". " + words.holds() + " " + words.follows();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        boolean there = cell.row() < relations.rows().size() && cell.column() < relations.columns().size();
        return switch (attribute) {
            case TEXT -> there ? words() : "";
            case ROW_INDEX -> cell.row();
            case COLUMN_INDEX -> cell.column();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
