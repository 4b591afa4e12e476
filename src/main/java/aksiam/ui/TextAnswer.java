package aksiam.ui;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.model.Answer;
import aksiam.ui.parts.Messages;
import aksiam.workshop.Action;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** An answer that is typed. It is taken as it is typed; what is wrong with it is said below the field. */
final class TextAnswer extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private final TextField field = new TextField();

    TextAnswer(Live live, Consideration consideration, Input.Text input) {
        getStyleClass().add("text-answer");
        field.setId("answer");
        field.setPromptText(Messages.get("text.example", input.example()));
        field.setAccessibleText(consideration.question());
        var error = Errors.line();
        getChildren().addAll(field, error);
        field.textProperty().subscribe((_, text) -> {
            if (!text.equals(typed(live, consideration))) {
                live.dispatch(new Action.Answered(consideration.id(), new Answer.Text(text), live.now()));
                takeBack(live, consideration);
            }
        });
        live.show(_ -> typed(live, consideration), text -> {
            if (!text.equals(field.getText()) && Errors.refused(live.state(), consideration.id()).isEmpty()) {
                field.setText(text);
            }
        });
        live.show(
            state -> Errors.refused(state, consideration.id()).or(() -> Errors.format(input.format(), state.design().text(consideration.id()))).orElse(""),
            text -> {
                Errors.show(error, text);
                field.pseudoClassStateChanged(WRONG, !text.isEmpty());
                field.setAccessibleHelp(text);
            });
    }

    void focus() {
        field.requestFocus();
    }

    /** A refused secret stays neither on the screen nor in what the field can undo, which a new text empties. */
    private void takeBack(Live live, Consideration consideration) {
        if (Errors.refused(live.state(), consideration.id()).isPresent()) {
            Platform.runLater(() -> {
                field.setText(typed(live, consideration));
                field.end();
            });
        }
    }

    private static String typed(Live live, Consideration consideration) {
        return live.state().design().answers().get(consideration.id()) instanceof Answer.Text(var text) ? text : "";
    }
}
