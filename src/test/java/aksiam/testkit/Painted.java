package aksiam.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/** What the nodes of a scene really paint, after all style sheets. On the JavaFX thread. */
public final class Painted {
    private Painted() {
    }

    /** All nodes that can be seen, parents first. */
    public static List<Node> nodes(Node root) {
        var all = new ArrayList<Node>();
        collect(root, all);
        return all;
    }

    private static void collect(Node node, List<Node> all) {
        if (node.isVisible()) {
            all.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
            }
        }
    }

    /** The colour behind a point of a node: that of the nearest backgrounds that cover the point, one over the other. */
    public static Color behind(Node node, Point2D scenePoint) {
        var over = new ArrayList<Color>();
        var seen = scenePoint;
        for (var at = node; at != null; at = at.getParent()) {
            if (at.getClip() != null) {
                // What is scrolled away would come to stand on the same ground.
                var inside = at.sceneToLocal(seen);
                var bounds = at.getClip().getBoundsInParent();
                seen = at.localToScene(Math.clamp(inside.getX(), bounds.getMinX(), bounds.getMaxX()),
                    Math.clamp(inside.getY(), bounds.getMinY(), bounds.getMaxY()));
            }
            if (at instanceof Region region && region.getBackground() != null) {
                var point = region.sceneToLocal(seen);
                var fills = region.getBackground().getFills();
                for (int i = fills.size() - 1; i >= 0; i--) {
                    if (covers(region, fills.get(i), point)) {
                        var color = color(fills.get(i).getFill());
                        over.add(color);
                        if (color.getOpacity() == 1) {
                            return flat(over);
                        }
                    }
                }
            }
        }
        over.add(node.getScene().getFill() instanceof Color color ? color : Color.WHITE);
        return flat(over);
    }

    private static boolean covers(Region region, BackgroundFill fill, Point2D point) {
        var insets = fill.getInsets();
        return point.getX() >= insets.getLeft() && point.getX() <= region.getWidth() - insets.getRight() && point.getY() >= insets.getTop()
            && point.getY() <= region.getHeight() - insets.getBottom();
    }

    private static Color flat(List<Color> over) {
        var result = over.getLast();
        for (int i = over.size() - 2; i >= 0; i--) {
            result = blend(over.get(i), result);
        }
        return result;
    }

    /** A colour as it looks on another one. */
    public static Color blend(Color front, Color back) {
        return back.interpolate(new Color(front.getRed(), front.getGreen(), front.getBlue(), 1), front.getOpacity());
    }

    /** Of a hatch, the colour that takes most of it. */
    public static Color color(Paint paint) {
        return switch (paint) {
            case Color color -> color;
            case LinearGradient gradient -> gradient.getStops().getFirst().getColor();
            default -> throw new IllegalArgumentException(paint.toString());
        };
    }

    /** How much of a node shows through its ancestors. */
    public static double opacity(Node node) {
        double opacity = 1;
        for (var at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }

    /** Contrast by WCAG 2.2, 1 to 21. */
    public static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + .05) / (dark + .05);
    }

    private static double luminance(Color color) {
        return .2126 * linear(color.getRed()) + .7152 * linear(color.getGreen()) + .0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= .04045 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4);
    }

    /** What paints, node by node: enough that a changed state shows, and nothing that depends on how a machine draws letters. */
    public static String description(Node root) {
        var out = new StringBuilder();
        describe(root, 0, out);
        return out.toString();
    }

    private static void describe(Node node, int depth, StringBuilder out) {
        if (!node.isVisible()) {
            return;
        }
        var paints = paints(node);
        if (!paints.isEmpty()) {
            out.append("  ".repeat(depth)).append(name(node)).append(paints).append('\n');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> describe(child, paints.isEmpty() ? depth : depth + 1, out));
        }
    }

    /** Style classes and states, so that a line of the description can be found in the style sheet. */
    public static String name(Node node) {
        return (node.getStyleClass().isEmpty() ? node.getTypeSelector() : String.join(".", node.getStyleClass()))
            + node.getPseudoClassStates().stream().map(state -> state.getPseudoClassName())
                .filter(state -> !state.endsWith("-child") && !state.contains("nth-"))
                .sorted().map(state -> ":" + state).collect(Collectors.joining());
    }

    private static String paints(Node node) {
        var parts = new ArrayList<String>();
        switch (node) {
            case Text text when !text.getText().isEmpty() ->
                parts.add(hex(text.getFill()) + " " + text.getFont().getName() + " " + number(text.getFont().getSize()) + " \"" + text.getText() + "\"");
            case Text _ -> {
            }
            case Shape shape -> {
                parts.add("fill " + hex(shape.getFill()));
                if (shape.getStroke() != null && !shape.getStroke().equals(Color.TRANSPARENT)) {
                    parts.add(
                        "stroke " + hex(shape.getStroke()) + " " + number(shape.getStrokeWidth()) + (shape.getStrokeDashArray().isEmpty() ? "" : " dashed"));
                }
            }
            case Region region -> region(region, parts);
            default -> {
            }
        }
        if (!parts.isEmpty() && node.getOpacity() < 1) {
            parts.add("opacity " + number(node.getOpacity()));
        }
        return parts.isEmpty() ? "" : ": " + String.join("; ", parts);
    }

    private static void region(Region region, List<String> parts) {
        if (region.getBackground() != null) {
            for (var fill : region.getBackground().getFills()) {
                if (color(fill.getFill()).getOpacity() > 0) {
                    parts.add(hex(fill.getFill()) + " in " + sides(fill.getInsets()) + " round " + number(fill.getRadii().getTopLeftHorizontalRadius()));
                }
            }
        }
        if (region.getBorder() != null) {
            region.getBorder().getStrokes().stream().filter(stroke -> color(stroke.getTopStroke()).getOpacity() > 0)
                .forEach(stroke -> parts.add(border(stroke)));
        }
        if (!parts.isEmpty() && region.getEffect() != null) {
            parts.add("shadow");
        }
        var padding = region.getPadding();
        if (!parts.isEmpty() && padding.getTop() + padding.getRight() + padding.getBottom() + padding.getLeft() > 0) {
            parts.add("padding " + sides(padding));
        }
    }

    private static String border(BorderStroke stroke) {
        return "border " + hex(stroke.getTopStroke()) + " " + number(stroke.getWidths().getTop())
            + (stroke.getTopStyle().getDashArray().isEmpty() ? "" : " dashed");
    }

    private static String sides(Insets insets) {
        var all = List.of(number(insets.getTop()), number(insets.getRight()), number(insets.getBottom()), number(insets.getLeft()));
        return all.stream().distinct().count() == 1 ? all.getFirst() : String.join(" ", all);
    }

    private static String hex(Paint paint) {
        if (paint == null) {
            return "none";
        }
        var color = color(paint);
        var rgb = String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(color.getRed() * 255), Math.round(color.getGreen() * 255),
            Math.round(color.getBlue() * 255));
        return color.getOpacity() == 0 ? "none" : color.getOpacity() == 1 ? rgb : rgb + "/" + number(color.getOpacity());
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
