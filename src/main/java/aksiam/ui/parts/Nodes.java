package aksiam.ui.parts;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The small parts that every view is made of. Looks are in theme.css. */
public final class Nodes {
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
    private static final Object TIP = "tip";

    private Nodes() {
    }

    public static Label text(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /** Text that breaks into lines. */
    public static Label prose(String text, String... classes) {
        var label = text(text, classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static VBox column(String styleClass, Node... children) {
        var box = new VBox(children);
        box.getStyleClass().add(styleClass);
        return box;
    }

    public static HBox row(String styleClass, Node... children) {
        var box = new HBox(children);
        box.getStyleClass().addAll("row", styleClass);
        return box;
    }

    /** Takes the room that is left in a row. */
    public static Region spring() {
        var region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    public static <T extends Node> T grow(T node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return node;
    }

    /** A list and a card at its side; the card stands above or below where there is no room beside it. */
    public static Pane beside(Region list, Region card, boolean cardFirst) {
        var row = new HBox();
        row.getStyleClass().add("review");
        row.setFillHeight(false);
        var column = new VBox(row);
        column.getStyleClass().add("review");
        grow(list);
        Consumer<Number> arrange = width -> {
            // The width of the card is in em: its style says how much that is.
            boolean fits = width.doubleValue() <= 0 || width.doubleValue() > 3 * card.prefWidth(-1);
            column.getChildren().remove(card);
            row.getChildren().setAll(!fits ? List.of(list) : cardFirst ? List.of(card, list) : List.of(list, card));
            card.pseudoClassStateChanged(ALONE, !fits);
            if (!fits) {
                column.getChildren().add(cardFirst ? 0 : 1, card);
            }
        };
        row.getChildren().setAll(cardFirst ? List.of(card, list) : List.of(list, card));
        column.widthProperty().subscribe((_, width) -> Platform.runLater(() -> arrange.accept(width)));
        return column;
    }

    public static Region line(String styleClass) {
        var region = new Region();
        region.getStyleClass().add(styleClass);
        return region;
    }

    public static Button button(String text, Runnable action, String... classes) {
        var button = new Button(text);
        button.setMnemonicParsing(false); // names have underscores
        button.getStyleClass().addAll(classes);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** A button with an icon only; its name is for assistive technology and the tooltip. */
    public static Button iconButton(String icon, String name, Runnable action, String... classes) {
        var button = button("", action, classes);
        button.setGraphic(Icons.of(icon));
        button.getStyleClass().add("icon-button");
        named(button, name);
        return button;
    }

    public static void named(Control control, String name) {
        control.setAccessibleText(name);
        tip(control, name);
    }

    /** What is said when the pointer rests on a control. A tooltip is a window, so one is made only when the pointer comes; empty for none. */
    public static void tip(Control control, String text) {
        var before = control.getProperties().put(TIP, text);
        if (before == null) {
            control.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> show(control));
        }
        // A tooltip that is there would be the help for assistive technology.
        if (control.getAccessibleHelp() == null || control.getAccessibleHelp().equals(before)) {
            control.setAccessibleHelp(text.equals(control.getAccessibleText()) ? null : text);
        }
        if (control.getTooltip() != null) {
            show(control);
        }
    }

    private static void show(Control control) {
        var text = (String) control.getProperties().get(TIP);
        control.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    }

    public static Hyperlink link(String text, Runnable action, String... classes) {
        var link = new Hyperlink(text);
        link.setMnemonicParsing(false);
        link.getStyleClass().addAll(classes);
        link.setOnAction(_ -> {
            link.setVisited(false);
            action.run();
        });
        link.setVisited(false);
        return link;
    }

    /** A path: it never breaks, but is shortened in the middle where it does not fit. */
    public static Label path(String text) {
        var label = text(text, "path");
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        tip(label, text);
        return label;
    }

    /** A rounded word or two, with an icon before it. */
    public static Label badge(String text, String icon, String... classes) {
        var label = text(text, classes);
        label.getStyleClass().add("badge");
        if (!icon.isEmpty()) {
            label.setGraphic(Icons.of(icon).styled("icon-badge"));
        }
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    public static Label count(int number) {
        return text(Integer.toString(number), "count");
    }

    /** Where there is nothing yet: what, why, and what to do about it. */
    public static VBox empty(Icon icon, String title, String line, Node... buttons) {
        var box = column("empty", row("empty-head", icon, prose(title, "strong")), prose(line, "small", "muted"));
        if (buttons.length > 0) {
            box.getChildren().add(row("empty-head", buttons));
        }
        return box;
    }

    /** A box with a tint that says something: info, warning, danger or success. */
    public static HBox note(String kind, Icon icon, Node content) {
        var note = row("note", icon, grow(content));
        note.getStyleClass().add("note-" + kind);
        note.setAccessibleRole(AccessibleRole.TEXT);
        return note;
    }

    /** Shows a node, or leaves no room for it. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
