package aksiam.ui;

import aksiam.ui.Sentences.Sentence;
import aksiam.ui.parts.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** The sentences of a text by key, one by one: arrows move, Enter leads where a click leads. */
final class SentenceWalk {
    private record Stop(MarkedFlow flow, int from, int to, Sentence sentence) {
    }

    private final Node text;
    private final Consumer<Sentence> jump;
    private final List<Stop> stops = new ArrayList<>();
    private int at;

    /** @param text that has the focus meanwhile */
    SentenceWalk(Node text, Consumer<Sentence> jump) {
        this.text = text;
        this.jump = jump;
        text.setFocusTraversable(true);
        text.setAccessibleRole(AccessibleRole.TEXT);
        text.setAccessibleHelp(Messages.get("record.keys"));
        text.focusedProperty().subscribe((_, _) -> show());
        text.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** @param from where in the text of the flow the sentence begins, a link counts as one */
    void add(MarkedFlow flow, int from, int to, Sentence sentence) {
        stops.add(new Stop(flow, from, to, sentence));
        text.setAccessibleText(stops.getFirst().sentence().text());
    }

    int at() {
        return at;
    }

    void at(int index) {
        at = Math.clamp(index, 0, Math.max(0, stops.size() - 1));
        show();
    }

    private void pressed(KeyEvent event) {
        if (stops.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> at(at - 1);
            case DOWN -> at(at + 1);
            case HOME -> at(0);
            case END -> at(stops.size() - 1);
            case ENTER, SPACE -> jump.accept(stops.get(at).sentence());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show() {
        stops.forEach(stop -> stop.flow().current(0, 0));
        if (stops.isEmpty()) {
            return;
        }
        var now = stops.get(at);
        text.setAccessibleText(now.sentence().text());
        if (text.isFocused()) {
            now.flow().current(now.from(), now.to());
            text.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            InView.show(now.flow());
        }
    }
}
