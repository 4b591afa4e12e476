package aksiam.ui.table;

import aksiam.intake.CellText;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Lines.Line;
import aksiam.workshop.Overview.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Every column of one line with its label, in as many columns as fit, and the nested rows below. What is typed is kept when the field is left; Esc restores. */
final class DetailForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final class Entry extends VBox {
        private final Field field;
        private final Label note = new Label();
        private final CheckBox box = new CheckBox();
        private final ValueField text;
        private Line editing;

        Entry(Field field) {
            this.field = field;
            this.text = new ValueField(field, lines::names);
            getStyleClass().add("entry");
            var label = new Label(field.column().required() ? field.label() : Messages.get("detail.optional", field.label()));
            label.getStyleClass().add("small");
            note.getStyleClass().add("entry-note");
            note.setWrapText(true);
            if (field.kind() == Kind.FLAG) {
                box.setText(field.label());
                box.setOnAction(_ -> shown.ifPresent(line -> lines.set(line, field, box.isSelected())));
                getChildren().setAll(box, note);
            } else {
                label.setLabelFor(text);
                text.focusedProperty().subscribe(focused -> {
                    if (focused) {
                        editing = shown.orElse(null);
                    } else {
                        keep();
                    }
                });
                text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB) {
                        text.takeSuggestion();
                        keep();
                    } else if (event.getCode() == KeyCode.ESCAPE) {
                        text.closeSuggestions();
                        if (shown.map(line -> !CellText.format(field, line.row()).equals(text.getText())).orElse(false)) {
                            refresh(true);
                            event.consume();
                        }
                    }
                });
                getChildren().setAll(label, text, note);
            }
            setId("entry-" + field.name());
        }

        private void keep() {
            var line = editing;
            if (line != null && !text.getText().equals(CellText.format(field, line.row()))) {
                lines.set(line, field, CellText.parse(field, text.getText(), lines.names()));
            }
        }

        /** Shows the line; a field in use keeps what is typed unless told otherwise. */
        void refresh(boolean always) {
            shown.ifPresent(line -> {
                var fault = line.content().get().fault(field);
                if (field.kind() == Kind.FLAG) {
                    box.setSelected(line.row().cells().get(field.name()) instanceof Boolean flag && flag);
                } else if (always || !text.isFocused()) {
                    text.setText(CellText.format(field, line.row()));
                    editing = line; // what is typed from now on belongs to this line
                }
                text.pseudoClassStateChanged(WRONG, fault.isPresent());
                note.pseudoClassStateChanged(WRONG, fault.isPresent());
                note.setText(fault.map(wrong -> wrong.message()).orElse(field.column().help()));
                note.setGraphic(fault.isPresent() ? Marks.of(Mark.ERROR) : null);
                Nodes.show(note, !note.getText().isEmpty());
            });
        }
    }

    private final Lines lines;
    private final Label title = new Label();
    private final FlowPane flow = new FlowPane();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Field, RowsPane> nested = new LinkedHashMap<>();
    private Optional<Line> shown = Optional.empty();

    DetailForm(Lines lines, Widths widths) {
        this.lines = lines;
        getStyleClass().add("detail");
        title.getStyleClass().add("section");
        flow.getStyleClass().add("entries");
        flow.setMinWidth(0);
        setMinHeight(USE_PREF_SIZE); // the page scrolls, what follows never covers the form
        getChildren().addAll(title, flow);
        for (var field : lines.type().fields()) {
            if (field.kind() == Kind.ROWS) {
                var pane = new RowsPane(field.name(), field.rows().orElseThrow(), false, widths, rows -> shown.ifPresent(line -> lines.set(line, field, rows)));
                pane.setId("nested-" + field.name());
                var head = Nodes.row("nested-head", Nodes.grow(Nodes.text(field.label(), "strong")), pane.tools());
                nested.put(field, pane);
                getChildren().addAll(head, pane);
            } else {
                entries.add(new Entry(field));
            }
        }
        flow.getChildren().setAll(entries);
        flow.widthProperty().subscribe(this::arrange);
        title.fontProperty().subscribe(this::arrange);
    }

    private void arrange() {
        double em = title.getFont().getSize();
        double inside = flow.getWidth() - flow.snappedLeftInset() - flow.snappedRightInset();
        int columns = Math.max(1, (int) ((inside + flow.getHgap()) / (em * 19)));
        double width = Math.max(em * 10, Math.floor((inside - (columns - 1) * flow.getHgap()) / columns) - 1);
        entries.forEach(entry -> {
            entry.setPrefWidth(width);
            entry.setMaxWidth(width);
        });
        flow.setPrefWrapLength(inside);
    }

    void show(Optional<Line> line) {
        boolean other = !line.equals(shown);
        shown = line;
        setDisable(line.isEmpty());
        var key = lines.type().fields().getFirst();
        title.setText(line.map(at -> at.row().display(key.name())).filter(name -> !name.isEmpty())
            .orElse(line.isPresent() ? Messages.get("detail.new", Noun.of(lines.type()).one()) : Messages.get("detail.none")));
        entries.forEach(entry -> entry.refresh(other));
        nested.forEach((field, pane) -> pane.show(line.map(at -> at.row().rows(field.name())).orElse(List.of()), lines.names()));
    }

    void focusOn(Field field) {
        if (nested.containsKey(field)) {
            nested.get(field).focus();
        } else {
            entries.stream().filter(entry -> entry.field.equals(field)).findFirst()
                .ifPresent(entry -> (field.kind() == Kind.FLAG ? entry.box : entry.text).requestFocus());
        }
    }
}
