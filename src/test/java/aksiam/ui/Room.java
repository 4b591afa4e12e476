package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.domain.Product;
import aksiam.store.StateFolder;
import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Disk;
import aksiam.workshop.Page;
import aksiam.workshop.Preferences;
import aksiam.workshop.Preview;
import aksiam.workshop.State;
import aksiam.workshop.Workshop;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A workshop with its window, as the application puts them together, with a state folder of its own and a fixed clock. */
final class Room implements AutoCloseable {
    /** Remembers what the window asked of the system. */
    static final class TestDesk implements Desk {
        Optional<Path> design = Optional.empty();
        Optional<Path> target = Optional.empty();
        Optional<Path> folder = Optional.empty();
        Optional<String> shown = Optional.empty();
        Optional<Path> begun = Optional.empty();

        @Override
        public Optional<Path> chooseDesign(Path start) {
            begun = Optional.of(start);
            return design;
        }

        @Override
        public Optional<Path> chooseTarget(Path start, String name) {
            return target;
        }

        @Override
        public Optional<Path> chooseFolder(Path start) {
            return folder;
        }

        @Override
        public void show(String address) {
            shown = Optional.of(address);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:04:00Z"), ZoneOffset.UTC);

    final Workshop workshop;
    final TestDesk desk = new TestDesk();
    final MainWindow window;
    final Scene scene;

    Room(Path folder, double width, double height) {
        this(folder, width, height, CLOCK);
    }

    Room(Path folder, double width, double height, Clock clock) {
        Fx.start();
        var made = Fx.call(() -> {
            Look.prepare();
            var workshop = new Workshop(new Disk(Product.version(), clock, new StateFolder(folder)), App.HOME, clock);
            var window = new MainWindow(workshop, desk, () -> {
            });
            return new Object[]{workshop, window, window.scene(width, height)};
        });
        workshop = (Workshop) made[0];
        window = (MainWindow) made[1];
        scene = (Scene) made[2];
        Fx.run(workshop::start);
        // A test that is about hints switches them on.
        take(new Action.Prefer(state().preferences().withHints(false)));
        await(state -> state.shelf().read());
    }

    /** A shown window with a preset open at a place. */
    static Room showing(Path folder, double width, double height, String preset, Page.At place) {
        var room = new Room(folder, width, height);
        room.show();
        room.preset(preset);
        room.take(new Action.Go(place));
        return room;
    }

    /** A picture of the window as it would be now. A scene that was never shown is painted right only once, so each picture is of a new window. */
    Path picture(String name, double width, double height) {
        return picture(name, width, height, _ -> {
        });
    }

    /** @param prepare does what a person would do before looking */
    Path picture(String name, double width, double height, Consumer<MainWindow> prepare) {
        var fresh = Fx.call(() -> new MainWindow(workshop, desk, () -> {
        }));
        var scene = Fx.call(() -> fresh.scene(width, height));
        Fx.run(() -> prepare.accept(fresh));
        for (int i = 0; i < 3; i++) {
            Fx.run(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
        }
        return Fx.picture(name, scene);
    }

    /** Shows the window; no larger than the headless screen. */
    Stage show() {
        var stage = Fx.call(() -> {
            var shown = new Stage();
            shown.setScene(scene);
            shown.setX(0);
            shown.setY(0);
            shown.show();
            return shown;
        });
        Fx.drain();
        return stage;
    }

    State state() {
        return Fx.call(workshop::state);
    }

    void preset(String id) {
        take(new Action.FromPreset(id));
        await(state -> !(state.page() instanceof Page.Start));
        rendered();
    }

    void take(Action action) {
        Fx.run(() -> workshop.dispatch(action));
    }

    void theme(Preferences.Theme theme, int zoom) {
        look(theme, Preferences.Contrast.NORMAL, zoom);
    }

    /** Pictures are of the still window: nothing fades. */
    void look(Preferences.Theme theme, Preferences.Contrast contrast, int zoom) {
        take(new Action.Prefer(Preferences.DEFAULT.withTheme(theme).withContrast(contrast).withAnimated(false).withZoom(zoom).withHints(false)));
    }

    /** Waits until the preview is that of the present design, and its record that of the present consideration. */
    void rendered() {
        rendered(PATIENCE);
    }

    void rendered(Duration patience) {
        await(state -> {
            var preview = state.preview();
            var recorded = Catalogue.find(state.consideration()).filter(Consideration::record).map(Consideration::id);
            return preview.design() == state.design() && (preview.trouble().isPresent()
                || preview.plan().isPresent() && preview.record().map(Preview.Record::consideration).equals(recorded));
        }, patience);
    }

    void await(Predicate<State> condition) {
        await(condition, PATIENCE);
    }

    private void await(Predicate<State> condition, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.test(state())) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain; page " + state().page() + ", problem " + state().problem());
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        Fx.drain();
    }

    @Override
    public void close() {
        Fx.run(workshop::close);
        Fx.closeAll();
    }
}
