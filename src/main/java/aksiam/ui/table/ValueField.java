package aksiam.ui.table;

import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import aksiam.rules.Candidates;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** A text field for one cell that offers the options of its column, or the rows it refers to. In a list the entry at the caret is completed. */
final class ValueField extends TextField {
    private final Field field;
    private final Supplier<Candidates> names;
    private final Suggestions suggestions = new Suggestions(this, this::complete);

    ValueField(Field field, Supplier<Candidates> names) {
        this.field = field;
        this.names = names;
        getStyleClass().add("value-field");
        setAccessibleText(field.label());
        setAccessibleHelp(Heads.help(field));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        textProperty().subscribe((_, _) -> {
            if (isFocused()) {
                offer();
            }
        });
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                suggestions.hide();
            }
        });
    }

    /** Opens the list of everything that may stand here. */
    void offerAll() {
        suggestions.show(candidates());
    }

    void closeSuggestions() {
        suggestions.hide();
    }

    /** Takes over the suggestion moved to, if there is one; whether there was one. */
    boolean takeSuggestion() {
        var selected = suggestions.selected();
        if (selected.isEmpty()) {
            return false;
        }
        complete(selected);
        return true;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN, UP -> {
                if (candidates().isEmpty()) {
                    return;
                }
                if (suggestions.isShowing()) {
                    suggestions.move(event.getCode() == javafx.scene.input.KeyCode.DOWN ? 1 : -1);
                } else if (event.isAltDown() || field.kind() != Kind.LIST) {
                    offerAll();
                }
                event.consume();
            }
            default -> {
            }
        }
    }

    private void offer() {
        var typed = token().toLowerCase(Locale.ROOT);
        var fitting = candidates().stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(typed)).toList();
        suggestions.show(fitting.equals(List.of(token())) ? List.of() : fitting);
    }

    private List<String> candidates() {
        return field.options().isEmpty() ? List.copyOf(names.get().candidates(field)) : field.options();
    }

    private String token() {
        return getText().substring(tokenStart(), tokenEnd()).strip();
    }

    private int tokenStart() {
        return field.kind() == Kind.LIST ? getText().lastIndexOf(',', Math.max(0, Math.min(getCaretPosition(), getText().length()) - 1)) + 1 : 0;
    }

    private int tokenEnd() {
        int comma = field.kind() == Kind.LIST ? getText().indexOf(',', tokenStart()) : -1;
        return comma < 0 ? getText().length() : comma;
    }

    private void complete(String name) {
        int start = tokenStart();
        var before = getText().substring(0, start);
        var text = before + (before.isEmpty() ? "" : " ") + name + getText().substring(tokenEnd());
        setText(text);
        positionCaret(before.length() + (before.isEmpty() ? 0 : 1) + name.length());
        suggestions.hide();
    }
}
