package aksiam.ui.table;

import aksiam.intake.Spreadsheet.Line;
import aksiam.intake.Spreadsheet.Reading;
import aksiam.model.RowType.Field;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Overview.Mark;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The rows of a text as they would be: a changed cell shows what it was, a wrong one says why. */
final class PastePreview extends TableView<Line> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final int STATE_WIDTH = 8;
    /** A changed cell shows two values. */
    private static final double ROOM = 1.5;

    /** What a cell shows. */
    private record Shape(String text, boolean changed, String wrong) {
    }

    PastePreview() {
        getStyleClass().addAll("grid", "preview");
        setAccessibleText(Messages.get("paste.preview"));
        setPlaceholder(new Label(Messages.get("paste.preview.empty")));
    }

    /**
     * @param key the first column of the grid
     * @param em  size of type
     */
    void show(Reading reading, Field key, double em) {
        var columns = new ArrayList<TableColumn<Line, ?>>();
        columns.add(column("", STATE_WIDTH * em, line -> new Shape(Messages.get(switch (line.state()) {
            case NEW -> "paste.new";
            case CHANGED -> "paste.changed";
            case SAME -> "paste.same";
        }), false, "")));
        if (!reading.columns().contains(key)) { // whose cells these are
            columns.add(column(key.label(), ROOM * Heads.width(key) * em, line -> new Shape(Shown.text(key, line.row()), false, "")));
        }
        reading.columns().forEach(field -> columns.add(column(field.label(), ROOM * Heads.width(field) * em, line -> shape(field, line))));
        getColumns().setAll(columns);
        getItems().setAll(reading.lines());
    }

    private static Shape shape(Field field, Line line) {
        var before = Shown.text(field, line.before());
        var after = Shown.text(field, line.row());
        boolean changed = !before.equals(after);
        var wrong = line.faults().stream().filter(fault -> fault.field().equals(field)).map(fault -> fault.message()).findFirst();
        return new Shape(changed && !before.isEmpty() ? Messages.get("paste.cell", before, after) : after, changed, wrong.orElse(""));
    }

    private static TableColumn<Line, Shape> column(String head, double width, Function<Line, Shape> shape) {
        var column = new TableColumn<Line, Shape>();
        var label = new Label(head);
        label.getStyleClass().add("head");
        column.setGraphic(label);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(shape.apply(features.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Shape item, boolean empty) {
                super.updateItem(item, empty);
                var shown = Optional.ofNullable(empty ? null : item);
                var wrong = shown.map(Shape::wrong).orElse("");
                var text = shown.map(Shape::text).orElse("");
                setText(text);
                setGraphic(wrong.isEmpty() ? null : Marks.of(Mark.ERROR));
                Nodes.tip(this, wrong.isEmpty() ? text : wrong);
                setAccessibleText(Messages.get(wrong.isEmpty() ? "grid.cell" : "grid.cell.wrong", head, text, wrong));
                pseudoClassStateChanged(WRONG, !wrong.isEmpty());
                pseudoClassStateChanged(CHANGED, shown.filter(Shape::changed).isPresent());
            }
        });
        return column;
    }
}
