package aksiam.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** What is in sight stays where it is on the screen while the content of a scroll pane changes. */
final class Steady {
    private Steady() {
    }

    /** The top of the content stays as far away as it is. */
    static void during(ScrollPane scroll, Runnable change) {
        during(scroll, Optional.empty(), change);
    }

    /** @param held a part of the content that stays in its place, whatever happens above it */
    static void during(ScrollPane scroll, Optional<Node> held, Runnable change) {
        double top = scroll.getVvalue() * hidden(scroll);
        double before = held.map(Node::getLayoutY).orElse(0.0);
        change.run();
        scroll.applyCss();
        scroll.layout();
        double room = hidden(scroll);
        scroll.setVvalue(room > 0 ? Math.clamp((top + held.map(Node::getLayoutY).orElse(0.0) - before) / room, 0, 1) : 0);
    }

    private static double hidden(ScrollPane scroll) {
        return scroll.getContent() == null ? 0 : Math.max(0, scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight());
    }
}
