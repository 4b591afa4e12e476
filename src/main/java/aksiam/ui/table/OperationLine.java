package aksiam.ui.table;

import aksiam.domain.Operations;
import aksiam.domain.Operations.Operation;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** One line of a list of operations: it can be typed over, and says what it resolves to. */
final class OperationLine extends VBox {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final int SUGGESTED = 60;
    /** The share of its line that a note has at least. */
    private static final double LEAST = 0.2;
    /** Room of the buttons around, in em. */
    private static final double BESIDE = 6;
    /** Width of a letter of the code font, in its size. */
    private static final double LETTER = 0.6;

    private final OperationLines list;
    private final ToggleButton fold = new ToggleButton();
    private final TextField text = new TextField();
    private final Label note = Nodes.prose("", "operation-note");
    private final Button remove = Nodes.iconButton("close", "", () -> store(""));
    private final ResolvedOperations resolved;
    private final Suggestions suggestions = new Suggestions(text, this::choose);
    private String stored = "";
    private boolean choosing;

    OperationLine(OperationLines list) {
        this.list = list;
        this.resolved = new ResolvedOperations(list.excluding());
        getStyleClass().add("operation");
        fold.getStyleClass().add("fold");
        fold.selectedProperty().subscribe(open -> {
            fold.setGraphic(Icons.of(open ? "chevron-down" : "chevron-right"));
            fold.setAccessibleText(Messages.get(open ? "roles.hide" : "roles.show", stored));
        });
        resolved.visibleProperty().bind(fold.selectedProperty().and(fold.visibleProperty()));
        resolved.managedProperty().bind(resolved.visibleProperty());
        text.getStyleClass().add("operation-text");
        note.setMinWidth(0);
        text.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                suggestions.hide();
                store(text.getText().strip());
            }
            display();
        });
        text.textProperty().subscribe((_, typed) -> {
            keepRoom();
            if (text.isFocused() && !choosing) {
                suggestions.show(suggestions(typed.strip().toLowerCase(Locale.ROOT)));
            }
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        widthProperty().subscribe(_ -> keepRoom());
        text.fontProperty().subscribe(_ -> keepRoom());
        getChildren().setAll(Nodes.row("operation-line", fold, Nodes.grow(text), note, remove), resolved);
    }

    /** The operation is read in full as long as there is room; its note gives way. */
    private void keepRoom() {
        double needed = (text.getLength() + 2) * LETTER * text.getFont().getSize() + BESIDE * note.getFont().getSize();
        note.setMaxWidth(Math.max(getWidth() - needed, LEAST * getWidth()));
    }

    void focus() {
        text.applyCss();
        text.requestFocus();
    }

    private List<String> suggestions(String part) {
        return part.length() < 2 || part.contains("*")
            ? List.of()
            : Operations.all().stream().filter(operation -> operation.data() == list.data()).map(Operation::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part)).limit(SUGGESTED).toList();
    }

    private void choose(String operation) {
        choosing = true;
        text.setText(operation);
        text.end();
        choosing = false;
        suggestions.hide();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                if (!suggestions.selected().isEmpty()) {
                    choose(suggestions.selected());
                }
                suggestions.hide();
                store(text.getText().strip());
                event.consume();
            }
            case ESCAPE -> {
                if (suggestions.isShowing() || !text.getText().equals(stored)) {
                    suggestions.hide();
                    choose(stored);
                    event.consume();
                }
            }
            case DOWN, UP -> {
                int by = event.getCode() == KeyCode.DOWN ? 1 : -1;
                if (suggestions.isShowing()) {
                    suggestions.move(by);
                } else {
                    list.step(this, by);
                }
                event.consume();
            }
            case DELETE -> {
                if (event.isShortcutDown()) {
                    store("");
                    event.consume();
                }
            }
            default -> {
            }
        }
    }

    /** In full while it is edited, else without the provider that nearly all share. */
    private void display() {
        var wanted = text.isFocused() ? stored : RoleReach.shortName(stored);
        if (!text.getText().equals(wanted)) {
            choose(wanted);
        }
    }

    private void store(String operation) {
        if (!operation.equals(stored)) {
            list.change(this, operation);
        }
    }

    /** Shows a line; what is typed stays while the stored line is the same. */
    void show(String operation, int number, RoleReach reach) {
        boolean other = !operation.equals(stored);
        stored = operation;
        if (!text.isFocused() || other || operation.isEmpty()) {
            display();
        }
        text.setAccessibleText(Messages.get("roles.line", list.title(), number));
        Nodes.named(remove, Messages.get("roles.remove", operation));
        boolean wild = operation.contains("*");
        var matching = operation.isEmpty() ? List.<Operation>of() : Operations.matching(operation, list.data());
        text.pseudoClassStateChanged(UNKNOWN, !operation.isEmpty() && matching.isEmpty());
        long sensitive = matching.stream().filter(Operation::isSensitive).count();
        note.setText(note(operation, matching, sensitive));
        text.setAccessibleHelp(note.getText());
        fold.setVisible(wild && !matching.isEmpty());
        if (other) {
            fold.setSelected(sensitive > 0);
        }
        resolved.show(wild ? matching : List.of(), reach);
    }

    private String note(String operation, List<Operation> matching, long sensitive) {
        if (operation.isEmpty()) {
            return "";
        }
        if (!operation.contains("*")) {
            return matching.isEmpty() ? Messages.get("roles.unknown") : RoleReach.effect(matching.getFirst());
        }
        if (matching.isEmpty()) {
            return Messages.get("roles.unknown");
        }
        long ofAks = matching.stream().filter(Operation::isOfAks).count();
        var count = Messages.get(operation.equals("*") ? "roles.all" : ofAks == 0 ? "roles.elsewhere" : "roles.resolves", ofAks);
        return sensitive == 0 ? count : Messages.get("roles.sensitive.of", count, sensitive);
    }
}
