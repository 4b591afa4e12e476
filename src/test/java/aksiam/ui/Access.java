package aksiam.ui;

import aksiam.testkit.Painted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.control.TreeView;
import javafx.scene.text.TextFlow;

/** What assistive technology and the keyboard would find wrong with a screen. On the JavaFX thread. */
final class Access {
    private static final double TARGET = 24;
    /** The regions of the window in the order of reading. */
    private static final List<String> REGIONS = List.of("top", "steps", "page", "panel", "status");

    private Access() {
    }

    /** Everything that can have the focus now. */
    static List<Node> focusable(Parent root) {
        return Painted.nodes(root).stream().filter(node -> node.isFocusTraversable() && !node.isDisabled()).toList();
    }

    static List<String> faults(Parent root) {
        var faults = new ArrayList<String>();
        for (var node : focusable(root)) {
            if (name(node, root).isBlank()) {
                faults.add("no name: " + say(node, root));
            }
            if (!isInline(node) && (node.getLayoutBounds().getHeight() < TARGET - .5 || node.getLayoutBounds().getWidth() < TARGET - .5)) {
                faults.add("only " + node.getLayoutBounds().getWidth() + " by " + node.getLayoutBounds().getHeight() + ": " + say(node, root));
            }
            role(node).filter(role -> role != node.getAccessibleRole()).ifPresent(role -> faults.add("no " + role + ": " + say(node, root)));
        }
        return faults;
    }

    /** A link in running text may be as high as its line; the divider is also moved by the arrows, whatever its size. */
    private static boolean isInline(Node node) {
        return node instanceof Hyperlink && node.getParent() instanceof TextFlow || node.getStyleClass().contains("divider");
    }

    /** What assistive technology says first. */
    static String name(Node node, Parent root) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        return Painted.nodes(root).stream().filter(Label.class::isInstance).map(Label.class::cast).filter(label -> label.getLabelFor() == node)
            .map(Label::getText).findFirst().orElse("");
    }

    private static Optional<AccessibleRole> role(Node node) {
        var classes = node.getStyleClass();
        return classes.contains("step") || classes.contains("step-child") || classes.contains("step-rail")
            ? Optional.of(AccessibleRole.TREE_ITEM)
            : classes.contains("panel-tab")
                ? Optional.of(AccessibleRole.TAB_ITEM)
                : Optional.empty();
    }

    /** What Tab visits, beginning with the first. Lists and tables move on with the arrows inside. */
    static List<Node> tabs(Scene scene) {
        var all = focusable(scene.getRoot());
        var seen = new LinkedHashSet<Node>();
        all.getFirst().requestFocus();
        for (int i = 0; i < 2 * all.size() + 20; i++) {
            var owner = scene.getFocusOwner();
            if (owner == null || !seen.add(owner)) {
                break;
            }
            owner.requestFocusTraversal(TraversalDirection.NEXT);
        }
        return List.copyOf(seen);
    }

    static List<String> unreached(Scene scene, List<Node> tabs) {
        var reached = Set.copyOf(tabs);
        return focusable(scene.getRoot()).stream().filter(node -> !reached.contains(node) && !isInside(node) && !isAlternative(node, reached))
            .map(node -> "Tab never comes to " + say(node,
                scene.getRoot()))
            .toList();
    }

    /** One of several, of which Tab comes to the chosen one and the arrows to the others. */
    private static boolean isAlternative(Node node, Set<Node> reached) {
        return node instanceof Toggle toggle && toggle.getToggleGroup() != null
            && toggle.getToggleGroup().getToggles().stream().anyMatch(other -> other instanceof Node its && reached.contains(its));
    }

    /** Parts of a control that moves among them with the arrows. */
    private static boolean isInside(Node node) {
        for (var at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof TableView || at instanceof ListView || at instanceof TreeView || at instanceof TextInputControl) {
                return true;
            }
        }
        return false;
    }

    /** Where the order of the focus is not that of reading: region by region, and in a region line by line or column by column. */
    static List<String> disorder(Scene scene, List<Node> tabs) {
        var faults = new ArrayList<String>();
        // The walk scrolled on to what it came to; people read from the top.
        scene.getRoot().lookupAll(".scroll-pane").forEach(pane -> ((ScrollPane) pane).setVvalue(0));
        scene.getRoot().layout();
        for (int i = 1; i < tabs.size(); i++) {
            var before = tabs.get(i - 1);
            var now = tabs.get(i);
            int from = region(before);
            int to = region(now);
            if (to < from && to >= 0) {
                faults.add(say(now, scene.getRoot()) + " comes after " + say(before, scene.getRoot()) + " of a later region");
            }
            if (to == from && isBefore(seen(now, before), seen(before, now))) {
                faults.add(say(now, scene.getRoot()) + " comes after " + say(before, scene.getRoot()));
            }
        }
        return faults;
    }

    /** Above it and not in a column to the right, or left of it in the same line. */
    private static boolean isBefore(Bounds now, Bounds before) {
        boolean above = now.getMaxY() <= before.getMinY() + 1;
        boolean sameLine = now.getMinY() < before.getMaxY() - 4 && before.getMinY() < now.getMaxY() - 4;
        return above && now.getMinX() < before.getMaxX() - 4 || sameLine && now.getMaxX() <= before.getMinX() + 1;
    }

    /** Where a person finds a node coming from another one: beside what scrolls, all that it holds is where it is itself. */
    private static Bounds seen(Node node, Node other) {
        for (var at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane && !isWithin(other, at)) {
                return bounds(at);
            }
        }
        return bounds(node);
    }

    private static boolean isWithin(Node node, Node parent) {
        return node != null && (node == parent || isWithin(node.getParent(), parent));
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static int region(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at.getId() != null && REGIONS.contains(at.getId())) {
                return REGIONS.indexOf(at.getId());
            }
        }
        return -1;
    }

    static String say(Node node, Parent root) {
        return node.getTypeSelector() + (node.getId() == null ? "" : "#" + node.getId()) + "." + String.join(".", node.getStyleClass()) + " \""
            + name(node, root)
            + "\"";
    }
}
