package aksiam.ui;

import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Notice;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.State;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** What happened, at the foot of the window for six seconds, longer while somebody is at it; with the way back. */
final class Toast extends HBox {
    static final Duration STAYS = Duration.seconds(6);
    private static final Duration FADES = Duration.millis(120);

    private final Live live;
    private final ObservableValue<Look> look;
    private final StackPane mark = new StackPane();
    private final Label text = Nodes.text("", "toast-text");
    private final Button back = Nodes.button("", () -> {
    }, "link");
    private final PauseTransition wait = new PauseTransition(STAYS);
    private State before;

    Toast(Live live, ObservableValue<Look> look) {
        this.live = live;
        this.look = look;
        this.before = live.state();
        getStyleClass().addAll("row", "toast");
        setId("toast");
        back.setId("toast-back");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(mark, Nodes.grow(text), back, Nodes.iconButton("close", Messages.get("toast.close"), this::hide, "ghost"));
        setVisible(false);
        wait.setOnFinished(_ -> hide());
        hoverProperty().subscribe(this::stay);
        focusWithinProperty().subscribe(this::stay);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
        live.each(Function.identity(), this::follow);
    }

    private void follow(State now) {
        var notice = Notice.between(before, now);
        // What is told belongs to the last change: undoing it later would undo another one.
        if (notice.isEmpty() && now.design() != before.design()) {
            hide();
        }
        before = now;
        notice.ifPresent(this::tell);
    }

    private void tell(Notice notice) {
        switch (notice) {
            case Notice.Saved(var file) -> show(Messages.get("toast.saved", file), Optional.empty());
            case Notice.Rows(var title, var kind, var count) -> show(switch (kind) {
                case ADDED -> Messages.get("toast.added", title, count);
                case REMOVED -> Messages.get("toast.removed", title, count);
                case CHANGED -> Messages.get("toast.changed", title, count);
            }, Optional.of(false));
            case Notice.Undone(var what) -> show(Messages.get("toast.undone", what), Optional.of(true));
            case Notice.Redone(var what) -> show(Messages.get("toast.redone", what), Optional.of(false));
        }
    }

    /** Says where somebody was led, also to those who do not see it. */
    void say(Mark kind, String words) {
        show(words, Optional.empty());
        mark.getChildren().setAll(Marks.of(kind));
    }

    /** @param redo whether the way back is to redo; empty when there is none */
    private void show(String words, Optional<Boolean> redo) {
        mark.getChildren().setAll(Marks.of(Mark.DECIDED));
        text.setText(words);
        setAccessibleText(words);
        Nodes.show(back, redo.isPresent());
        redo.ifPresent(again -> {
            back.setText(Messages.get(again ? "toast.redo" : "toast.undo"));
            back.setOnAction(_ -> live.dispatch(again ? new Action.Redo(live.now()) : new Action.Undo(live.now())));
        });
        setVisible(true);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        if (look.getValue().animated()) {
            var fade = new FadeTransition(FADES, this);
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.play();
        }
        wait.stop();
        stay();
    }

    /** It does not go while the mouse or the focus is in it. */
    private void stay() {
        if (isHover() || isFocusWithin()) {
            wait.stop();
        } else if (isVisible()) {
            wait.playFromStart();
        }
    }

    private void hide() {
        wait.stop();
        setVisible(false);
    }
}
