package aksiam.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Nothing moves under the pointer or the focus: what would reorder a part of the window waits until both have left it. */
final class Calm {
    private final Node part;
    private Optional<Runnable> waiting = Optional.empty();

    Calm(Node part) {
        this.part = part;
        part.hoverProperty().subscribe(_ -> settle());
        part.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(_ -> settle());
    }

    /** Now, or as soon as the part is calm; only the latest counts. */
    void run(Runnable change) {
        waiting = Optional.of(change);
        settle();
    }

    /** Whether neither pointer nor focus is in the part. */
    boolean isCalm() {
        return !part.isHover() && !holdsFocus(part);
    }

    /** A control counts too many when the row with the focus is taken out of it, so the focus itself is asked where it is. */
    static boolean holdsFocus(Node part) {
        for (var node = part.getScene() == null ? null : part.getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node.equals(part)) {
                return true;
            }
        }
        return false;
    }

    private void settle() {
        if (isCalm()) {
            var change = waiting;
            waiting = Optional.empty();
            change.ifPresent(Runnable::run);
        }
    }
}
