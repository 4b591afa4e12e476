package aksiam.ui;

import aksiam.model.Format;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Overview;
import aksiam.workshop.Refusal;
import aksiam.workshop.State;
import java.util.Optional;
import javafx.scene.control.Label;

/** Errors in place, under the field that they are about. */
final class Errors {
    private Errors() {
    }

    static Label line() {
        var label = Nodes.prose("", "small", "error");
        label.setGraphic(Marks.of(Overview.Mark.ERROR));
        show(label, "");
        return label;
    }

    static void show(Label label, String text) {
        label.setText(text);
        Nodes.show(label, !text.isEmpty());
    }

    /** Why the last input to a consideration was not taken. */
    static Optional<String> refused(State state, String consideration) {
        return state.refusal().filter(refusal -> refusal.consideration().equals(consideration)).map(Refusal::text);
    }

    static Optional<String> format(Format format, String text) {
        return format.fits(text) ? Optional.empty() : Optional.of(Messages.get("text.expected", text.length(), format.expected()));
    }
}
