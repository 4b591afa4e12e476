package aksiam.ui;

import aksiam.domain.Product;
import aksiam.store.StateFolder;
import aksiam.workshop.Action;
import aksiam.workshop.Disk;
import aksiam.workshop.Workshop;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/** The application with the window. Its first parameter may be a design file to open. */
public final class App extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double MIN_WIDTH = 1024;
    private static final double MIN_HEIGHT = 640;

    /** Runs on the JavaFX thread, at once when already there. */
    static final Executor HOME = task -> {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    };

    private Optional<Workshop> workshop = Optional.empty();

    /** Shows the window and returns when it is closed. */
    public static void open(Optional<Path> file) {
        launch(App.class, file.map(Path::toString).stream().toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Look.loadFonts();
        var running = new Workshop(new Disk(Product.version(), Clock.systemDefaultZone(), StateFolder.ofUser()), HOME, Clock.systemDefaultZone());
        workshop = Optional.of(running);
        var window = new MainWindow(running, new SystemDesk(stage, getHostServices()), App::quit);
        stage.setScene(window.scene(WIDTH, HEIGHT));
        stage.setTitle("AKS IAM Designer");
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        running.start();
        getParameters().getUnnamed().stream().findFirst().map(Path::of).ifPresent(file -> running.dispatch(new Action.Open(file)));
        stage.show();
        if (Boolean.getBoolean("aksiam.train")) {
            closeWhenSeen();
        }
    }

    /** The build opens the window once to record what its start needs (AOT cache). */
    private static void closeWhenSeen() {
        var wait = new PauseTransition(Duration.seconds(3));
        wait.setOnFinished(_ -> quit());
        wait.play();
    }

    /** Unsaved work is kept and offered at the next start. */
    @Override
    public void stop() {
        workshop.ifPresent(Workshop::close);
    }

    /** All windows first: ending JavaFX while a popup is open ends the process with a fault on Linux. */
    private static void quit() {
        List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
        Platform.exit();
    }

}
