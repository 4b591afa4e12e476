package aksiam.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/**
 * Drives controls as a person does, on the headless platform or under a display without a window manager. Every action waits
 * for two animation frames; an exception on the JavaFX thread fails the action that caused it.
 */
public final class Fx {
    private static boolean started;
    private static volatile Throwable error;
    private static Robot robot;

    private Fx() {
    }

    public static synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        var latch = new CountDownLatch(1);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Thread.currentThread().setUncaughtExceptionHandler((_, e) -> error = e);
            robot = new Robot();
            latch.countDown();
        });
        await(latch, "JavaFX did not start");
    }

    /** The value of an expression evaluated on the JavaFX thread. */
    public static <T> T call(Callable<T> callable) {
        start();
        var task = new FutureTask<>(callable);
        Platform.runLater(task);
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void run(Runnable action) {
        call(() -> {
            action.run();
            return null;
        });
        drain();
    }

    /** For actions that may block until something else happens: posts, then waits until the queue is idle. */
    public static void post(Runnable action) {
        start();
        Platform.runLater(action);
        drain();
    }

    /** Waits until two animation frames have passed: queued work ran and layout happened. */
    public static void drain() {
        var latch = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (frames++ == 1) {
                    stop();
                    Platform.runLater(latch::countDown);
                }
            }
        }.start());
        await(latch, "no frame");
        var thrown = error;
        error = null;
        if (thrown != null) {
            throw new AssertionError("uncaught on the JavaFX thread", thrown);
        }
    }

    /** Shows a scene; no larger than 1000 by 1000, the headless screen. */
    public static Stage show(Parent root, double width, double height) {
        return show(root, width, height, _ -> {
        });
    }

    public static Stage show(Parent root, double width, double height, Consumer<Scene> style) {
        var stage = call(() -> {
            var shown = new Stage();
            var scene = new Scene(root, width, height);
            style.accept(scene);
            shown.setScene(scene);
            shown.setX(0);
            shown.setY(0);
            shown.show();
            return shown;
        });
        drain();
        return stage;
    }

    /** The first visible node: by #id, by .style-class or by the text of a labelled control. The newest window is searched first. */
    public static Node find(String query) {
        return call(() -> {
            for (var window : List.copyOf(Window.getWindows()).reversed()) {
                var root = window.getScene().getRoot();
                boolean selector = query.startsWith("#") || query.startsWith(".");
                for (var node : root.lookupAll(selector ? query : "*")) {
                    if (isShown(node) && (selector || node instanceof Labeled labeled && query.equals(words(labeled)))) {
                        return node;
                    }
                }
            }
            throw new NoSuchElementException(query);
        });
    }

    /** Without the mark before the letter that Alt goes with. */
    private static String words(Labeled labeled) {
        return labeled.isMnemonicParsing() && labeled.getText() != null ? labeled.getText().replace("_", "") : labeled.getText();
    }

    public static boolean exists(String query) {
        try {
            find(query);
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    public static void click(String query) {
        click(find(query));
    }

    public static void click(Node node) {
        run(() -> {
            var centre = node.localToScreen(node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
            robot.mouseMove(centre);
        });
        post(() -> robot.mousePress(MouseButton.PRIMARY));
        post(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    /** Clicks where a person would have to look first: the wheel brings the node into view. Twice is a double click. */
    public static void clickSeen(Node node, int times) {
        see(node);
        post(() -> {
            robot.mouseMove(middle(node));
            for (int i = 0; i < times; i++) {
                robot.mousePress(MouseButton.PRIMARY);
                robot.mouseRelease(MouseButton.PRIMARY);
            }
        });
    }

    /** Presses on a node, moves by that much and lets go. */
    public static void drag(Node node, double byX, double byY) {
        var from = call(() -> middle(node));
        post(() -> robot.mouseMove(from));
        post(() -> robot.mousePress(MouseButton.PRIMARY));
        post(() -> robot.mouseMove(from.getX() + byX / 2, from.getY() + byY / 2));
        post(() -> robot.mouseMove(from.getX() + byX, from.getY() + byY));
        post(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    /** Turns the wheel over the scroll panes around a node until its middle can be seen; fails when it cannot be brought there. */
    public static void see(Node node) {
        for (int turns = 0; turns < 200; turns++) {
            var hidden = call(() -> hidden(node));
            if (hidden.isEmpty()) {
                return;
            }
            run(() -> scroll(hidden.get(), node));
        }
        throw new IllegalStateException("cannot be scrolled into view: " + node);
    }

    private static void scroll(Node pane, Node node) {
        robot.mouseMove(middle(pane));
        robot.mouseWheel(middle(node).getY() > middle(pane).getY() ? 1 : -1);
    }

    /** Clicks before or behind the thumb of the horizontal scroll bar of a table until the head of a column can be seen. */
    public static void seeColumn(Node table, Node head) {
        for (int clicks = 0; clicks < 50; clicks++) {
            var area = call(() -> table.localToScreen(table.getLayoutBounds()));
            var column = call(() -> head.localToScreen(head.getLayoutBounds()));
            if (column.getMinX() >= area.getMinX() && column.getMaxX() <= area.getMaxX()) {
                return;
            }
            var bar = call(() -> table.lookupAll(".scroll-bar").stream().filter(node -> ((ScrollBar) node).getOrientation() == Orientation.HORIZONTAL)
                .findFirst().orElseThrow());
            see(bar);
            var track = call(() -> bar.localToScreen(bar.getLayoutBounds()));
            run(() -> robot.mouseMove(column.getMaxX() > area.getMaxX() ? track.getMaxX() - 6 : track.getMinX() + 6, track.getCenterY()));
            post(() -> robot.mousePress(MouseButton.PRIMARY));
            post(() -> robot.mouseRelease(MouseButton.PRIMARY));
        }
        throw new IllegalStateException("cannot be scrolled into view: " + head);
    }

    /** The outermost region around a node that cuts its middle off, or leaves so little around it that the whole pixels of a click may miss it. */
    private static Optional<Node> hidden(Node node) {
        Optional<Node> cutting = Optional.empty();
        var middle = middle(node);
        for (var at = node.getParent(); at != null; at = at.getParent()) {
            var region = at;
            var seen = at instanceof ScrollPane pane ? pane.lookup(".viewport") : at;
            boolean cuts = at instanceof ScrollPane || at instanceof VirtualFlow<?>;
            if (cuts && !seen.localToScreen(seen.getLayoutBounds()).contains(middle.getX() - 2, middle.getY() - 2, 4, 4)) {
                cutting = Optional.of(region);
            }
        }
        return cutting;
    }

    private static Point2D middle(Node node) {
        return node.localToScreen(node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
    }

    /** Moves the pointer over a node. */
    public static void move(Node node) {
        run(() -> robot.mouseMove(middle(node)));
        drain();
    }

    /** Presses keys together, releases them in reverse order. */
    public static void keys(KeyCode... codes) {
        post(() -> {
            for (var code : codes) {
                robot.keyPress(code);
            }
            for (var code : List.of(codes).reversed()) {
                robot.keyRelease(code);
            }
        });
    }

    /** Types text at the focus owner; a line feed is Enter. */
    public static void type(String text) {
        post(() -> text.codePoints().forEach(point -> {
            var window = focusedWindow();
            var typed = point == '\n' ? "\r" : Character.toString(point);
            var code = point == '\n' ? KeyCode.ENTER : KeyCode.UNDEFINED;
            Event.fireEvent(window.getScene().getFocusOwner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            Event.fireEvent(window.getScene().getFocusOwner(), new KeyEvent(KeyEvent.KEY_TYPED, typed, typed, KeyCode.UNDEFINED, false, false, false, false));
            Event.fireEvent(window.getScene().getFocusOwner(), new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
        }));
    }

    public static Node focusOwner() {
        return call(() -> focusedWindow().getScene().getFocusOwner());
    }

    /** A popup without a focus owner leaves the keys to the window it belongs to. */
    private static Window focusedWindow() {
        return Window.getWindows().stream().filter(window -> window.isFocused() && window.getScene().getFocusOwner() != null).reduce((_, last) -> last)
            .orElseThrow();
    }

    public static void closeAll() {
        run(() -> List.copyOf(Window.getWindows()).reversed().forEach(Window::hide));
    }

    /** Writes a picture of a scene that is not shown, of any size, to target/screenshots. */
    public static Path picture(String name, Parent root, double width, double height, Consumer<Scene> style) {
        var scene = call(() -> {
            var unseen = new Scene(root, width, height);
            style.accept(unseen);
            root.applyCss();
            root.layout();
            return unseen;
        });
        drain();
        return picture(name, scene);
    }

    /** Writes a picture of a scene to target/screenshots. */
    public static Path picture(String name, Scene scene) {
        var image = call(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
        return write(name, image);
    }

    /** Writes a picture of the screen, open popups included, to target/screenshots. */
    public static Path screen(String name, double width, double height) {
        return write(name, call(() -> robot.getScreenCapture(null, new Rectangle2D(0, 0, width, height))));
    }

    private static Path write(String name, Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        var file = Path.of("target", "screenshots", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Whether neither a node nor anything around it is hidden. */
    static boolean isShown(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void await(CountDownLatch latch, String failure) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException(failure);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
