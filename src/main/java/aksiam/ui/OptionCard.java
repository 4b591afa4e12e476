package aksiam.ui;

import aksiam.catalogue.Option;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One option that can be chosen: a radio button or a check box with everything needed to choose. */
final class OptionCard extends VBox {
    /** How much room there is: beside other cards, one below the other, or only the chosen one in full. */
    enum Room {
        BESIDE, STACKED, NARROW
    }

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");

    private static final double GAP = 12;
    /** More than badges take: they break where the card ends. */
    private static final double ONE_LINE = 2000;

    private final Option option;
    private final Label key;
    private final VBox below = Nodes.column("card-below");
    private final VBox points;
    private final Label summary;
    private final FlowPane badges;
    private final Label title;
    private final StackPane choice;
    private final boolean doorSaid;
    private Room room = Room.STACKED;
    private boolean selected;
    private String suggested = "";
    private String blocked = "";
    private String blocker = "";
    private Runnable go = () -> {
    };

    /** @param doorSaid whether the title says already that this choice is a one-way door, whichever option it is */
    OptionCard(Option option, boolean several, int number, boolean doorSaid, Runnable choose) {
        this.option = option;
        title = Nodes.prose(option.label(), "strong");
        badges = new FlowPane();
        badges.getStyleClass().add("badges");
        badges.setPrefWrapLength(ONE_LINE);
        this.doorSaid = doorSaid;
        summary = Nodes.prose(option.summary(), "small", "muted");
        points = Nodes.column("points");
        option.advantages().forEach(text -> points.getChildren().add(point("plus", "icon-success", text)));
        option.drawbacks().forEach(text -> points.getChildren().add(point("minus", "icon-danger", text)));
        key = Nodes.text(Integer.toString(number), "key");
        key.setVisible(number < 10);
        key.setMinWidth(USE_PREF_SIZE);
        choice = new StackPane(several ? Icons.of("check").styled("tick") : Nodes.line("dot"));
        choice.getStyleClass().addAll("choice", several ? "choice-many" : "choice-one");
        getStyleClass().add("option-card");
        setFocusTraversable(true);
        setAccessibleRole(several ? AccessibleRole.CHECK_BOX : AccessibleRole.RADIO_BUTTON);
        setAccessibleText(
            Stream
                .concat(Stream.of(option.label()),
                    Stream.concat(facts(option, false).stream().map(node -> ((Label) node).getText()), Stream.of(option.summary())))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(", ")));
        setAccessibleHelp(Stream.concat(option.advantages().stream(), option.drawbacks().stream()).collect(Collectors.joining(". ")));
        setId("option-" + option.id());
        setOnMouseClicked(_ -> {
            requestFocus();
            choose.run();
        });
        tell();
        arrange();
    }

    Option option() {
        return option;
    }

    void setRoom(Room room) {
        if (this.room != room) {
            this.room = room;
            arrange();
        }
    }

    void setSelected(boolean selected) {
        if (this.selected != selected) {
            this.selected = selected;
            pseudoClassStateChanged(SELECTED, selected);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
            if (room == Room.NARROW) {
                arrange();
            }
        }
    }

    /** @param reason empty when it is not suggested */
    void setSuggested(String reason) {
        if (!suggested.equals(reason)) {
            suggested = reason;
            tell();
        }
    }

    /** @param reason empty when it can be chosen; {@code other} leads to what stands in its way */
    void setBlocked(String reason, String other, Runnable go) {
        this.go = go;
        if (!blocked.equals(reason) || !blocker.equals(other)) {
            blocked = reason;
            blocker = other;
            pseudoClassStateChanged(BLOCKED, !reason.isEmpty());
            tell();
        }
    }

    /** Most cards are neither suggested nor blocked, and have nothing to say about it. */
    private void tell() {
        var all = new ArrayList<Node>();
        below.getChildren().clear();
        if (!suggested.isEmpty()) {
            all.add(Nodes.badge(Messages.get("badge.suggested"), "suggestion", "badge-suggested"));
            below.getChildren().add(Nodes.row("card-suggested", Icons.of("suggestion").styled("icon-accent"),
                Nodes.grow(Nodes.prose(Messages.get("card.suggested", suggested), "small", "accent"))));
        }
        if (!blocked.isEmpty()) {
            all.add(Nodes.badge(Messages.get("badge.blocked"), "lock"));
            var why = Nodes.column("card-reason", Nodes.prose(Messages.get("card.blocked", blocked), "small", "muted"));
            if (!blocker.isEmpty()) {
                why.getChildren().add(Nodes.link(Messages.get("card.blocker", blocker), () -> go.run()));
            }
            below.getChildren().add(Nodes.row("card-blocked", Icons.of("lock"), Nodes.grow(why)));
        }
        all.addAll(facts(option, doorSaid));
        badges.getChildren().removeIf(node -> node != title);
        badges.getChildren().addAll(all);
    }

    private void arrange() {
        var head = Nodes.row("card-head", choice, Nodes.grow(room == Room.NARROW && !selected ? line() : words()), key);
        getChildren().setAll(head, below);
    }

    private Region line() {
        badges.getChildren().remove(title);
        badges.getChildren().addFirst(title);
        return badges;
    }

    private Region words() {
        badges.getChildren().remove(title);
        var main = Nodes.column("card-main", title, badges);
        if (!option.summary().isEmpty()) {
            main.getChildren().add(summary);
        }
        if (room == Room.STACKED && !points.getChildren().isEmpty()) {
            return new Tiles(2, GAP, main, points);
        }
        main.getChildren().add(points);
        return main;
    }

    private static Node point(String icon, String colour, String text) {
        return Nodes.row("point", Icons.of(icon).styled("icon-point", colour), Nodes.grow(Nodes.prose(text, "small")));
    }

    /** Maturity, one-way door and cost. */
    private static List<Node> facts(Option option, boolean doorSaid) {
        var maturity = switch (option.maturity().stage()) {
            case GA -> Nodes.badge(Messages.get("badge.ga"), "");
            case PREVIEW -> Nodes.badge(Messages.get("badge.preview", option.maturity().date()), "beaker", "badge-preview");
            case LEGACY -> Nodes.badge(Messages.get("badge.legacy"), "archive", "badge-legacy");
        };
        var door = option.door().filter(found -> found.reversibility().isOneWayDoor() && !doorSaid)
            .map(_ -> (Node) Nodes.badge(Messages.get("badge.door"), "one-way-door", "badge-door"));
        var cost = switch (option.cost()) {
            case NONE_KNOWN -> Nodes.badge(Messages.get("badge.free"), "");
            case CHARGED -> Nodes.badge(Messages.get("badge.charged"), "coins");
        };
        return Stream.concat(Stream.concat(Stream.of((Node) maturity), door.stream()), Stream.of((Node) cost)).toList();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED ? (Object) selected : super.queryAccessibleAttribute(attribute, parameters);
    }
}
