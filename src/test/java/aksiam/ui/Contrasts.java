package aksiam.ui;

import aksiam.testkit.Painted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;

/** Which texts, icons, edges of controls and rings of the focus stand out too little from what is behind them. */
final class Contrasts {
    private static final double SHAPES = 3;
    /** What is recognised by its edge. */
    private static final Set<String> EDGED = Set.of("text-field", "text-area", "choice", "box", "thumb-area", "segment", "toast", "empty", "drop");
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private Contrasts() {
    }

    /** @param texts what texts must have: 4.5 for AA, 7 for AAA */
    static List<String> faults(Node root, double texts) {
        var faults = new ArrayList<String>();
        for (var node : Painted.nodes(root)) {
            switch (node) {
                case Text text when !text.getText().isBlank() -> check(text, Painted.color(text.getFill()), centre(text), text.getParent(), texts, faults);
                case Text _ -> {
                }
                case SVGPath shape -> shape(shape, faults);
                case Region region -> {
                    edge(region, faults);
                    progress(region, faults);
                }
                default -> {
                }
            }
        }
        return faults;
    }

    private static void shape(SVGPath shape, List<String> faults) {
        // The upper part of a mark is cut out of the lower one.
        if (shape.getStyleClass().contains("cut")) {
            return;
        }
        var paint = shape.getStroke() instanceof Color stroke && stroke.getOpacity() > 0 ? stroke : shape.getFill();
        if (paint instanceof Color color && color.getOpacity() > 0 && !isDisabled(shape)) {
            check(shape, color, centre(shape.getParent()), shape.getParent(), SHAPES, faults);
        }
    }

    /** The part that is done against the part that is not. */
    private static void progress(Region bar, List<String> faults) {
        if (bar.getStyleClass().contains("bar") && bar.getWidth() > 0) {
            var track = (Region) bar.getParent().lookup(".track");
            var done = Painted.color(bar.getBackground().getFills().getLast().getFill());
            var open = Painted.color(track.getBackground().getFills().getLast().getFill());
            if (Painted.contrast(done, open) < SHAPES) {
                faults.add(String.format(Locale.ROOT, "%.2f instead of %.1f: %s on its track", Painted.contrast(done, open), SHAPES, Painted.name(bar)));
            }
        }
    }

    private static void edge(Region region, List<String> faults) {
        boolean ring = region.getPseudoClassStates().contains(FOCUSED) && !isResting(region);
        boolean chosen = region.getPseudoClassStates().contains(SELECTED) && region.getStyleClass().contains("option-card");
        if (!ring && !chosen && region.getStyleClass().stream().noneMatch(EDGED::contains) || isDisabled(region)) {
            return;
        }
        if (region.getBackground() == null && region.getBorder() == null) {
            return;
        }
        var outside = region.localToScene(region.getWidth() / 2, -6);
        var border = region.getBorder() == null ? null : Painted.color(region.getBorder().getStrokes().getFirst().getTopStroke());
        var fills = region.getBackground() == null ? List.<javafx.scene.layout.BackgroundFill>of() : region.getBackground().getFills();
        var edge = border != null && border.getOpacity() > 0
            ? border
            : fills.stream().map(fill -> Painted.color(fill.getFill())).findFirst().orElse(Color.TRANSPARENT);
        if (edge.getOpacity() > 0) {
            check(region, edge, outside, region.getParent(), SHAPES, faults);
        }
    }

    /** The cell that would have the focus if its list or table had it. */
    private static boolean isResting(Region region) {
        for (Node at = region; at != null; at = at.getParent()) {
            if (at instanceof ListView || at instanceof TableView || at instanceof TreeView) {
                return region != at && !at.isFocused();
            }
        }
        return false;
    }

    private static void check(Node node, Color front, Point2D at, Node holder, double least, List<String> faults) {
        var back = Painted.behind(holder, at);
        var seen = Painted.blend(new Color(front.getRed(), front.getGreen(), front.getBlue(), front.getOpacity() * Painted.opacity(node)), back);
        double contrast = Painted.contrast(seen, back);
        if (contrast < least) {
            faults.add(String.format(Locale.ROOT, "%.2f instead of %.1f: %s in %s, %s on %s%s", contrast, least, Painted.name(node),
                Painted.name(holder), seen, back, node instanceof Text text ? " \"" + text.getText() + "\"" : ""));
        }
    }

    private static Point2D centre(Node node) {
        var bounds = node.getLayoutBounds();
        return node.localToScene(bounds.getCenterX(), bounds.getCenterY());
    }

    private static boolean isDisabled(Node node) {
        return node.isDisabled();
    }
}
