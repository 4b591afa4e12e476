package aksiam.ui;

import aksiam.ui.parts.Frames;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A few words at the real controls for somebody who is here for the first time. They take no focus and hold nobody up; after the
 * last one, or when they are switched off, they stay away.
 */
final class Hints extends Pane {
    private static final double GAP = 10;
    private static final double EDGE = 8;
    private static final double RING = 2;

    /** What is said about the first of these controls that can be seen. */
    private record Hint(String text, List<String> controls) {
    }

    private static final List<Hint> ALL = List.of(
        new Hint("hint.answer", List.of(".option-card", "#answer", ".rows-pane", ".matrix-editor", ".pick")),
        new Hint("hint.reason", List.of("#decision")),
        new Hint("hint.steps", List.of("#steps")),
        new Hint("hint.panel", List.of("#panel")),
        new Hint("hint.search", List.of("#search")));

    private final Live live;
    private final Node frame;
    private final Runnable leave;
    private final Region ring = Nodes.line("hint-ring");
    private final Label text = Nodes.prose("", "hint-text");
    private final Label count = Nodes.text("", "caption", "muted");
    private final Button next = Nodes.button("", this::next, "small-button");
    private final VBox bubble;
    /** The first hint that was not read yet, and the one that is shown: the first from there on whose control can be seen. */
    private int at;
    private int shown;
    private Optional<Node> target = Optional.empty();

    /**
     * @param frame in which the controls are
     * @param leave gives the focus to the page when the last hint goes that had it
     */
    Hints(Live live, Node frame, Runnable leave) {
        this.live = live;
        this.frame = frame;
        this.leave = leave;
        setPickOnBounds(false);
        setId("hints");
        ring.setMouseTransparent(true);
        next.setId("hint-next");
        var off = Nodes.link(Messages.get("hint.off"), this::off);
        off.setId("hint-off");
        bubble = Nodes.column("hint", Nodes.row("hint-line", Icons.of("info").styled("icon-accent"), Nodes.grow(text)),
            Nodes.row("hint-foot", count, Nodes.spring(), off, next));
        getChildren().addAll(ring, bubble);
        live.show(state -> state.preferences().hints(), _ -> start());
        // A page is laid out one frame after it came, and parts of it come with the frame after that.
        live.show(state -> state.page(), _ -> Platform.runLater(() -> Frames.after(frame, () -> Frames.after(frame, this::show))));
        frame.boundsInParentProperty().subscribe(() -> Platform.runLater(this::show));
        Stream.of(widthProperty(), heightProperty()).forEach(size -> size.subscribe(() -> Platform.runLater(this::show)));
    }

    private void start() {
        at = 0;
        Platform.runLater(this::show);
    }

    private void next() {
        int after = seen(shown + 1);
        if (after < ALL.size()) {
            at = after;
            show();
        } else {
            off();
        }
    }

    private void off() {
        live.dispatch(new Action.Prefer(live.state().preferences().withHints(false)));
    }

    /** The present hint, or the first one after it whose control can be seen. Before the window was laid out there is none. */
    void show() {
        boolean wanted = live.state().preferences().hints() && live.state().page() instanceof Page.At;
        shown = wanted ? seen(at) : ALL.size();
        target = shown < ALL.size() ? control(ALL.get(shown)) : Optional.empty();
        if (target.isEmpty() && isFocusWithin() && live.state().page() instanceof Page.At) {
            leave.run();
        }
        setVisible(target.isPresent());
        if (target.isPresent()) {
            next.setText(Messages.get(seen(shown + 1) < ALL.size() ? "hint.next" : "hint.close"));
            text.setText(Messages.get(ALL.get(shown).text()));
            count.setText(Messages.get("hint.count", shown + 1, ALL.size()));
        }
        requestLayout();
    }

    private int seen(int from) {
        int found = from;
        while (found < ALL.size() && control(ALL.get(found)).isEmpty()) {
            found++;
        }
        return found;
    }

    private Optional<Node> control(Hint hint) {
        return hint.controls().stream().flatMap(control -> frame.lookupAll(control).stream()).filter(this::isSeen).findFirst();
    }

    private boolean isSeen(Node node) {
        var top = node.localToScene(node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getMinY());
        for (var around = node; around != null; around = around.getParent()) {
            if (!around.isVisible() || around instanceof ScrollPane && !around.localToScene(around.getLayoutBounds()).contains(top)) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0;
    }

    @Override
    protected void layoutChildren() {
        if (target.isEmpty()) {
            return;
        }
        var place = place(target.get());
        ring.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        double width = Math.min(bubble.prefWidth(-1), getWidth() - 2 * EDGE);
        double height = bubble.prefHeight(width);
        var spot = spot(place, width, height);
        bubble.resizeRelocate(snapPositionX(spot.getMinX()), snapPositionY(spot.getMinY()), width, height);
    }

    /** Below, above, right or left of the control, where there is room and not over the title of its page; else over its lower end, where lists are empty. */
    private Bounds spot(Bounds place, double width, double height) {
        double x = Math.clamp(place.getMinX(), EDGE, Math.max(EDGE, getWidth() - width - EDGE));
        double y = Math.clamp(place.getMinY() + place.getHeight() / 4, EDGE, Math.max(EDGE, getHeight() - height - EDGE));
        return Stream
            .of(new BoundingBox(x, place.getMaxY() + GAP, width, height), new BoundingBox(x, place.getMinY() - GAP - height, width, height),
                new BoundingBox(place.getMaxX() + GAP, y, width, height), new BoundingBox(place.getMinX() - GAP - width, y, width, height))
            .filter(box -> box.getMinX() >= EDGE && box.getMinY() >= EDGE && box.getMaxX() <= getWidth() - EDGE && box.getMaxY() <= getHeight() - EDGE)
            .filter(box -> head().map(head -> !head.intersects(box)).orElse(true))
            .findFirst().orElseGet(() -> new BoundingBox(Math.max(EDGE, place.getMaxX() - width - EDGE), Math.max(EDGE, place.getMaxY() - height - EDGE), width,
                height));
    }

    /** The title and the question of the page that the control is on. */
    private Optional<Bounds> head() {
        return Stream.iterate(target.orElse(null), Objects::nonNull, Node::getParent).filter(node -> node.getStyleClass().contains("page")).findFirst()
            .map(page -> page.lookup(".page-head")).map(head -> sceneToLocal(head.localToScene(head.getLayoutBounds())));
    }

    /** What can be seen of a control: what it is scrolled in, and the window, cut off the rest. */
    private Bounds place(Node control) {
        double left = RING;
        double top = RING;
        double right = getWidth() - RING;
        double bottom = getHeight() - RING;
        for (var at = control; at != null; at = at.getParent()) {
            if (at == control || at instanceof ScrollPane) {
                var bounds = sceneToLocal(at.localToScene(at.getLayoutBounds()));
                left = Math.max(left, bounds.getMinX());
                top = Math.max(top, bounds.getMinY());
                right = Math.min(right, bounds.getMaxX());
                bottom = Math.min(bottom, bounds.getMaxY());
            }
        }
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
