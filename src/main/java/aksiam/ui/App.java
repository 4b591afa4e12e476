package aksiam.ui;

import aksiam.domain.Product;
import aksiam.store.StateFolder;
import aksiam.workshop.Action;
import aksiam.workshop.Disk;
import aksiam.workshop.Page;
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

    /** A design that is slow to be read is waited for so long, then the start page is shown. */
    private static final Duration PATIENCE = Duration.seconds(2);

    private static final class Running {
        private static final Disk DISK = new Disk(Product.version(), Clock.systemDefaultZone(), StateFolder.ofUser());
        private static final Workshop WORKSHOP = new Workshop(DISK, HOME, Clock.systemDefaultZone());

        private static Workshop workshop() {
            return WORKSHOP;
        }

        /** Settings and the design are read while JavaFX starts. */
        private static void begin(Optional<Path> file) {
            file.ifPresent(DISK::readAhead);
        }
    }

    /** Shows the window and returns when it is closed. */
    public static void open(Optional<Path> file) {
        // Of the JavaFX thread too: what an event handler or a frame throws ends up here.
        Thread.setDefaultUncaughtExceptionHandler((thread, trouble) -> Running.workshop().uncaught(thread.getName(), trouble));
        Thread.ofPlatform().daemon().start(() -> Running.begin(file));
        launch(App.class, file.map(Path::toString).stream().toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Look.prepare();
        var workshop = Running.workshop();
        getParameters().getUnnamed().stream().findFirst().map(Path::of).ifPresentOrElse(file -> open(stage, workshop, file), () -> show(stage, workshop));
    }

    /** What it shows first is the design, or why it cannot be read. */
    private void open(Stage stage, Workshop workshop, Path file) {
        var waiting = new Live(workshop);
        var patience = new PauseTransition(PATIENCE);
        Runnable show = () -> {
            waiting.close();
            patience.stop();
            show(stage, workshop);
        };
        patience.setOnFinished(_ -> show.run());
        patience.play();
        waiting.show(state -> state.page() instanceof Page.At || state.problem().isPresent(), read -> {
            if (read) {
                show.run();
            }
        });
        workshop.dispatch(new Action.Open(file));
    }

    private void show(Stage stage, Workshop workshop) {
        var window = new MainWindow(workshop, new SystemDesk(stage, getHostServices()), App::quit);
        stage.setScene(window.scene(WIDTH, HEIGHT));
        stage.setTitle("AKS IAM Designer");
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        stage.show();
        workshop.start();
        if (Boolean.getBoolean("aksiam.train")) {
            Rehearsal.play(workshop, window, App::quit);
        }
    }

    /** Unsaved work is kept and offered at the next start. */
    @Override
    public void stop() {
        Running.workshop().close();
    }

    /** All windows first: ending JavaFX while a popup is open ends the process with a fault on Linux. */
    private static void quit() {
        List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
        Platform.exit();
    }

}
