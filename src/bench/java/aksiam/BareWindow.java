package aksiam;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** An empty JavaFX window of the size of ours: what the start of our window is measured against, see packaging/measure-speed.sh. */
public final class BareWindow extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(), WIDTH, HEIGHT));
        stage.setTitle("Bare window");
        stage.show();
    }
}
