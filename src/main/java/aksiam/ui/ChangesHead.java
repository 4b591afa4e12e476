package aksiam.ui;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Preview;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How many files the last answer changed, and the way from one change to the next. As high with changes as without. */
final class ChangesHead extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Label words = Nodes.text("", "small", "strong");
    private final Label answer = Nodes.text("", "small", "muted");
    private final Label counter = Nodes.text("", "small");
    private final Button previous;
    private final Button next;
    private boolean wide;

    /** @param step goes on by that many changes */
    ChangesHead(IntConsumer step) {
        getStyleClass().add("changed-banner");
        previous = Nodes.iconButton("chevron-up", Messages.get("files.change.previous"), () -> step.accept(-1));
        previous.setId("previous-change");
        next = Nodes.iconButton("chevron-down", Messages.get("files.change.next"), () -> step.accept(1));
        next.setId("next-change");
        counter.setId("change-counter");
        counter.setMinWidth(USE_PREF_SIZE);
        answer.setMinWidth(0);
        words.setMinWidth(0);
        arrange(true);
    }

    /** @param wide whether one line is enough */
    void arrange(boolean wide) {
        if (this.wide == wide && !getChildren().isEmpty()) {
            return;
        }
        this.wide = wide;
        var icon = Icons.of("pencil").styled("icon-accent");
        getChildren().setAll(wide
            ? new HBox[]{Nodes.row("changed-row", icon, words, answer, Nodes.spring(), previous, counter, next)}
            : new HBox[]{Nodes.row("changed-row", icon, words), Nodes.row("changed-row", answer, Nodes.spring(), previous, counter, next)});
    }

    void show(Preview preview, String label) {
        var changes = preview.changes();
        words.setText(preview.trouble().map(trouble -> Messages.get("files.trouble", trouble))
            .orElseGet(() -> changes.isEmpty() ? Messages.get("files.unchanged", preview.files().size()) : Messages.get("files.changed", changes.size())));
        answer.setText(label);
        pseudoClassStateChanged(CHANGED, !changes.isEmpty());
    }

    /** @param index of the change in view, less than 0 for none */
    void at(int index, int count) {
        counter.setText(count == 0 ? "" : index < 0 ? Messages.get("files.changes", count) : Messages.get("files.change.at", index + 1, count));
        previous.setDisable(count == 0);
        next.setDisable(count == 0);
    }
}
