package aksiam.ui;

import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/** A date as it stands in the record: 2026-11-24. What is no date stays marked and is not taken. */
final class DateField extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private Optional<LocalDate> shown = Optional.empty();

    DateField(String name, Consumer<Optional<LocalDate>> onChange) {
        getStyleClass().add("date-field");
        setPromptText(Messages.get("date.prompt"));
        Nodes.named(this, name);
        textProperty().subscribe((_, text) -> {
            var date = parse(text);
            boolean wrong = date.isEmpty() && !text.isBlank();
            pseudoClassStateChanged(WRONG, wrong);
            setAccessibleHelp(wrong ? Messages.get("date.wrong") : "");
            if (!wrong && !date.equals(shown)) {
                shown = date;
                onChange.accept(date);
            }
        });
    }

    /** What is typed and is no date goes with what it was typed for. */
    void forget() {
        if (getPseudoClassStates().contains(WRONG)) {
            shown = Optional.empty();
            clear();
        }
    }

    void show(Optional<LocalDate> date) {
        if (!date.equals(shown) || getText().isEmpty()) {
            shown = date;
            setText(date.map(LocalDate::toString).orElse(""));
        }
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
