package aksiam.ui.table;

import aksiam.intake.CellText;
import aksiam.intake.Spreadsheet;
import aksiam.intake.Spreadsheet.Line;
import aksiam.intake.Spreadsheet.Reading;
import aksiam.intake.Spreadsheet.State;
import aksiam.model.Row;
import aksiam.model.RowType.Field;
import aksiam.ui.parts.Marks;
import aksiam.workshop.Overview.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows what a text would change before it changes anything: which rows are new or changed, which cells are wrong, what was not understood. */
final class PastePanel extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Lines lines;
    private final Noun noun;
    private final Runnable close;
    private final TextArea text = new TextArea();
    private final TableView<Line> preview = new TableView<>();
    private final Label counts = new Label();
    private final Label notes = new Label();
    private final Button apply = new Button();
    private Reading reading;

    /** @param apply gets all rows after the paste */
    PastePanel(Lines lines, Consumer<List<Row>> apply, Runnable close) {
        this.lines = lines;
        this.noun = Noun.of(lines.type());
        this.close = close;
        getStyleClass().addAll("detail", "paste-panel");
        var title = new Label("Paste " + noun.many() + " from a spreadsheet");
        title.getStyleClass().add("section");
        var help = new Label("Paste cells or CSV text below. A head line names columns, such as "
            + lines.type().fields().stream().limit(3).map(Field::label).reduce((a, b) -> a + ", " + b).orElse("")
            + "; without one they stand in the order of the grid."
            + lines.type().key()
                .map(key -> " A row whose " + key.label().toLowerCase(java.util.Locale.ROOT) + " is there already changes it; empty cells change nothing.")
                .orElse(""));
        help.getStyleClass().add("muted");
        help.setWrapText(true);
        text.setPrefRowCount(4);
        text.getStyleClass().add("paste-text");
        text.setAccessibleText("Cells or CSV text");
        text.textProperty().subscribe(this::read);
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) { // a tab typed here would only be a trap for the keyboard
                (event.isShiftDown() ? this.apply : preview).requestFocus();
                event.consume();
            }
        });
        preview.getStyleClass().addAll("grid", "preview");
        preview.setAccessibleText("What the text would change");
        preview.setPlaceholder(new Label("Nothing to show yet"));
        VBox.setVgrow(preview, Priority.ALWAYS);
        counts.getStyleClass().add("strong");
        notes.getStyleClass().addAll("small", "warning-text");
        notes.setWrapText(true);
        this.apply.getStyleClass().addAll("primary", "paste-apply");
        this.apply.setOnAction(_ -> {
            apply.accept(reading.rows());
            close.run();
        });
        var cancel = new Button("Cancel");
        cancel.setOnAction(_ -> close.run());
        HBox.setHgrow(counts, Priority.ALWAYS);
        counts.setMaxWidth(Double.MAX_VALUE);
        var foot = new HBox(counts, cancel, this.apply);
        foot.getStyleClass().add("grid-toolbar");
        getChildren().addAll(title, help, text, preview, notes, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !this.apply.isDisabled()) {
                this.apply.fire();
                event.consume();
            }
        });
    }

    /** Shows a text; the focus goes to the button that applies it, or into the field when there is none yet. */
    void open(String content) {
        text.setText(content);
        read();
        (apply.isDisabled() ? text : apply).requestFocus();
    }

    private void read() {
        reading = Spreadsheet.read(text.getText(), lines.type(), lines.rows(), lines.names());
        long fresh = reading.count(State.NEW);
        long changed = reading.count(State.CHANGED);
        long wrong = reading.wrongCells();
        counts.setText(reading.lines().isEmpty()
            ? "No rows read yet"
            : fresh + " new, " + changed + " changed, " + reading.count(State.SAME) + " unchanged, " + wrong + (wrong == 1 ? " wrong cell" : " wrong cells"));
        var said = new ArrayList<>(reading.refused());
        if (!reading.notUnderstood().isEmpty()) {
            said.add("Not understood and left out: " + String.join(", ", reading.notUnderstood()) + ".");
        }
        if (wrong > 0) {
            said.add("Wrong cells are taken over as they are and marked, to be corrected in the grid.");
        }
        notes.setText(String.join("\n", said));
        notes.setVisible(!said.isEmpty());
        notes.setManaged(!said.isEmpty());
        apply.setText(fresh == 0 && changed == 0
            ? "Nothing to change"
            : fresh == 0
                ? "Change " + noun.count((int) changed)
                : changed == 0 ? "Add " + noun.count((int) fresh) : "Add " + noun.count((int) fresh) + ", change " + changed);
        apply.setDisable(fresh == 0 && changed == 0);
        var columns = new ArrayList<TableColumn<Line, ?>>();
        columns.add(column("", line -> switch (line.state()) {
            case NEW -> "+ new";
            case CHANGED -> "~ changed";
            case SAME -> "= unchanged";
        }, 8, _ -> ""));
        for (var field : reading.columns()) {
            columns.add(column(field.label(), line -> CellText.format(field, line.row()), Heads.width(field),
                line -> line.faults().stream().filter(fault -> fault.field().equals(field)).map(fault -> fault.message()).findFirst().orElse("")));
        }
        preview.getColumns().setAll(columns);
        preview.getItems().setAll(reading.lines());
    }

    private TableColumn<Line, Line> column(String head, java.util.function.Function<Line, String> show, double width,
        java.util.function.Function<Line, String> wrong) {
        var column = new TableColumn<Line, Line>();
        var label = new Label(head);
        label.getStyleClass().add("head");
        column.setGraphic(label);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width * notes.getFont().getSize());
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Line line, boolean empty) {
                super.updateItem(line, empty);
                var message = empty || line == null ? "" : wrong.apply(line);
                setText(empty || line == null ? null : show.apply(line));
                setGraphic(message.isEmpty() ? null : Marks.of(Mark.ERROR));
                setTooltip(message.isEmpty() ? null : new Tooltip(message));
                setAccessibleText(empty || line == null ? null : head + ": " + getText() + (message.isEmpty() ? "" : ". Wrong: " + message));
                pseudoClassStateChanged(WRONG, !message.isEmpty());
            }
        });
        return column;
    }
}
