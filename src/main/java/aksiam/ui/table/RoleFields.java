package aksiam.ui.table;

import aksiam.intake.CellText;
import aksiam.model.RowType.Field;
import aksiam.model.rows.Tables;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Lines.Line;
import aksiam.workshop.Overview.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a custom role is called and meant for, and where it may be given. What is typed is kept when the field is left; Esc restores. */
final class RoleFields extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    /** In em. */
    private static final int NARROW = 42;
    /** A label and its field. */
    private static final int PAIR = 2;
    private static final List<List<String>> ROWS = List.of(List.of("name", "purpose"), List.of("description"), List.of("scopes"));

    private final Lines lines;
    private final Supplier<Optional<Line>> role;
    private final Map<Field, ValueField> fields = new LinkedHashMap<>();
    private final Map<Field, Label> notes = new LinkedHashMap<>();

    RoleFields(Lines lines, Supplier<Optional<Line>> role) {
        this.lines = lines;
        this.role = role;
        getStyleClass().add("role-head");
        for (var names : ROWS) {
            var row = new HBox();
            row.getStyleClass().addAll("role-field", "entry");
            getChildren().add(row);
            names.stream().map(name -> Tables.AZURE_ROLES.field(name).orElseThrow()).forEach(field -> {
                row.getChildren().addAll(label(field), Nodes.grow(text(field)));
                getChildren().add(note(field));
            });
        }
        widthProperty().subscribe(this::arrange);
    }

    /** Where there is no room for two fields side by side, the second one stands below. */
    private void arrange() {
        var first = (HBox) getChildren().getFirst();
        boolean wanted = getWidth() > 0 && getWidth() < NARROW * notes.values().iterator().next().getFont().getSize();
        if (wanted && first.getChildren().size() > PAIR) {
            var below = new HBox();
            below.getStyleClass().addAll("role-field", "entry");
            var pair = List.copyOf(first.getChildren().subList(PAIR, first.getChildren().size()));
            first.getChildren().removeAll(pair);
            below.getChildren().addAll(pair);
            getChildren().add(PAIR, below);
        } else if (!wanted && first.getChildren().size() == PAIR) {
            var below = (HBox) getChildren().remove(PAIR);
            first.getChildren().addAll(List.copyOf(below.getChildren()));
        }
    }

    /** Puts the focus on the name. */
    void focus() {
        fields.values().iterator().next().requestFocus();
    }

    private Node label(Field field) {
        var label = Nodes.text(field.label(), "role-label");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(fields.computeIfAbsent(field, _ -> new ValueField(field, lines::names)));
        return label;
    }

    private ValueField text(Field field) {
        var text = fields.get(field);
        text.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                keep(field, text);
            }
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                text.takeSuggestion();
                keep(field, text);
            } else if (event.getCode() == KeyCode.ESCAPE) {
                role.get().ifPresent(line -> text.setText(CellText.format(field, line.row())));
                text.closeSuggestions();
            }
        });
        return text;
    }

    private Node note(Field field) {
        var note = Nodes.prose("", "entry-note");
        note.pseudoClassStateChanged(WRONG, true);
        note.setGraphic(Marks.of(Mark.ERROR));
        notes.put(field, note);
        return note;
    }

    private void keep(Field field, ValueField text) {
        role.get().filter(line -> !text.getText().equals(CellText.format(field, line.row())))
            .ifPresent(line -> lines.set(line, field, CellText.parse(field, text.getText(), lines.names())));
    }

    void refresh() {
        fields.forEach((field, text) -> {
            var shown = role.get().map(line -> CellText.format(field, line.row())).orElse("");
            if (!text.isFocused() && !text.getText().equals(shown)) {
                text.setText(shown);
            }
            Nodes.tip(text, shown);
            var fault = role.get().flatMap(line -> line.content().get().fault(field));
            text.pseudoClassStateChanged(WRONG, fault.isPresent());
            notes.get(field).setText(fault.map(wrong -> wrong.message()).orElse(""));
            Nodes.show(notes.get(field), fault.isPresent());
        });
    }
}
