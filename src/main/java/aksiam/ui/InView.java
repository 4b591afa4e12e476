package aksiam.ui;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/** Keeps what has the focus in sight, with room around its ring. Nothing moves where the focus came by the mouse. */
final class InView {
    /** Pixels between the focus and the edge of what scrolls. */
    static final double SPARE = 16;

    private InView() {
    }

    static void follow(Scene scene) {
        scene.focusOwnerProperty().subscribe(node -> {
            if (node != null) {
                // A page that was just built has no places yet.
                Platform.runLater(() -> {
                    if (node.isFocusVisible() && node.getScene() == scene) {
                        show(node);
                    }
                });
            }
        });
    }

    /** Scrolls whatever is around a node as far as needed to show it. */
    static void show(Node node) {
        for (var at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane && pane.getContent() != null) {
                show(pane, node);
            }
        }
    }

    /** Scrolls a pane as far as needed to show a part of its content. */
    static void show(ScrollPane pane, Node node) {
        var content = pane.getContent();
        double viewport = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - viewport;
        if (hidden <= 0) {
            return;
        }
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double range = pane.getVmax() - pane.getVmin();
        double top = (pane.getVvalue() - pane.getVmin()) / range * hidden;
        double wanted = top;
        if (place.getMaxY() + SPARE > top + viewport) {
            wanted = place.getMaxY() + SPARE - viewport;
        }
        if (place.getMinY() - SPARE < wanted) {
            wanted = place.getMinY() - SPARE;
        }
        if (wanted != top) {
            pane.setVvalue(pane.getVmin() + Math.clamp(wanted / hidden, 0, 1) * range);
        }
    }
}
