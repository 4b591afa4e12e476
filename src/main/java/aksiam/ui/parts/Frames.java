package aksiam.ui.parts;

import javafx.application.Platform;
import javafx.scene.Node;

/** Work that is not needed for the next frame, so that the next frame is there soon. */
public final class Frames {
    private Frames() {
    }

    /** Whether frames follow each other where a node is; else, as in a picture, all is to be there at once. */
    public static boolean follow(Node node) {
        return node.getScene() != null && node.getScene().getWindow() != null;
    }

    /** At once where no frames follow, else when the next one was laid out. */
    public static void after(Node node, Runnable work) {
        if (!follow(node)) {
            work.run();
            return;
        }
        var scene = node.getScene();
        var once = new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(work);
            }
        };
        scene.addPostLayoutPulseListener(once);
        Platform.requestNextPulse();
    }
}
