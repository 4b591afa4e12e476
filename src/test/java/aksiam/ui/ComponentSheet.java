package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Option;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import atlantafx.base.controls.ToggleSwitch;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** Every component of the window in every state, on one sheet. The states of the mouse and of the focus are set by hand. */
final class ComponentSheet {
    static final double WIDTH = 680;

    private ComponentSheet() {
    }

    /** Built on the JavaFX thread, from a workshop whose state it changes. */
    static VBox of(Room room) {
        var live = new Live(room.workshop);
        var sheet = Nodes.column("sheet-of-parts", part("Option card", optionCards()), part("Marks and collapsed considerations", marks()),
            part("Step list", steps()), part("Decision strip", strips(room, live)), part("Fields", fields()), part("Buttons", buttons()),
            part("Choices", choices()), part("Badges, chips, keys, counts", badges()), part("Findings and banners", notes()), part("Empty states", empty()),
            part("Progress and scroll bars", bars()), part("Toast", toast(room)));
        sheet.getStyleClass().add("page");
        sheet.setMaxWidth(WIDTH);
        return sheet;
    }

    private static Node part(String title, Node... nodes) {
        var part = Nodes.column("part", Nodes.text(title, "label-text"));
        part.getChildren().addAll(nodes);
        part.setSpacing(6);
        return part;
    }

    private static Node flow(Node... nodes) {
        var flow = new FlowPane(nodes);
        flow.setHgap(10);
        flow.setVgap(8);
        flow.setPrefWrapLength(WIDTH - 60);
        flow.setRowValignment(javafx.geometry.VPos.CENTER);
        return flow;
    }

    /** The part as it looks in that state. */
    private static <T extends Node> T in(T node, String... states) {
        for (var state : states) {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
        }
        return node;
    }

    private static Node optionCards() {
        var selected = card("Selected", "Border 2, tinted fill");
        selected.setSelected(true);
        var both = in(card("Selected and focused", "Both at once"), "focused");
        both.setSelected(true);
        var suggested = card("Suggested", "");
        suggested.setSuggested("this design has 3 own subnets");
        var blocked = card("Calico", "");
        blocked.setBlocked("not with dual stack overlay", "Network plugin", () -> {
        });
        var blockedFocus = in(card("Calico, focused", ""), "focused");
        blockedFocus.setBlocked("not with dual stack overlay", "Network plugin", () -> {
        });
        var several = plain(new OptionCard(Option.of("several", "One of several", "A check box").good("Any number"), true, 9, false, () -> {
        }));
        several.setSelected(true);
        var full = plain(Option.of("full", "With advantages and drawbacks", "Stands in one column").good("Nothing to create", "No secret")
            .bad("No roles before the cluster exists"));
        var cards = List.of(card("Rest", "Border 1, radius 8"), in(card("Hover", "Darker border, grey fill"), "hover"),
            in(card("Focused", "Ring 2, offset 2"), "focused"), selected, both, several, suggested, blocked, blockedFocus,
            plain(Option.of("ssh", "Entra ID SSH", "Not Windows, not Automatic").preview("2026-08")),
            plain(Option.of("principal", "Service principal", "Secret on the nodes").legacy("2026-08")),
            plain(Option.of("oidc", "OIDC issuer on", "Cannot be turned off again").door("OWD-01").charged()), full);
        cards.forEach(card -> card.setRoom(OptionCard.Room.BESIDE));
        return new Tiles(2, 12, cards.toArray(OptionCard[]::new));
    }

    private static OptionCard card(String title, String line) {
        return plain(Option.of(title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, line));
    }

    private static OptionCard plain(Option option) {
        return plain(new OptionCard(option, false, 1, false, () -> {
        }));
    }

    private static OptionCard plain(OptionCard card) {
        card.setSuggested("");
        card.setBlocked("", "", () -> {
        });
        return card;
    }

    private static Node marks() {
        var rows = Nodes.column("others");
        for (var mark : Mark.values()) {
            var value = Nodes.text(Marks.label(mark), "small", "other-value", switch (mark) {
                case SUGGESTED -> "accent";
                case UNDECIDED, NOT_NEEDED -> "muted";
                case ERROR -> "error";
                case WARNING, DECIDED -> "plain";
            });
            rows.getChildren().add(wide("other-row", Nodes.row("other", Icons.of("chevron-right"), Marks.of(mark), Nodes.text("Kubelet identity"),
                Nodes.spring(), value)));
        }
        rows.getChildren().getFirst().pseudoClassStateChanged(PseudoClass.getPseudoClass("first"), true);
        in(rows.getChildren().get(1), "hover");
        in(rows.getChildren().get(2), "focused");
        return rows;
    }

    private static Node wide(String styleClass, Node content) {
        var button = Nodes.button("", () -> {
        }, styleClass);
        button.setGraphic(content);
        button.setMaxWidth(Double.MAX_VALUE);
        ((Region) content).prefWidthProperty().bind(button.widthProperty().subtract(18));
        return button;
    }

    private static Node steps() {
        var rows = new FlowPane(step("step", "rest"), step("step", "hover"), step("step", "focused"), step("step", "here"), step("step-child", "rest"),
            step("step-child", "here"), step("step-rail", "rest"), step("step-rail", "here"), step("step-rail", "focused"));
        rows.setHgap(16);
        var list = Nodes.column("step-list", rows);
        list.setPadding(new javafx.geometry.Insets(8, 16, 8, 16));
        return list;
    }

    private static Node step(String kind, String state) {
        var row = kind.equals("step-rail")
            ? Nodes.row("step-row", Nodes.text("2", "step-number"), Marks.of(Mark.ERROR))
            : Nodes.row("step-row", Nodes.text("2", "step-number"), Nodes.text(state, "plain"), Nodes.spring(), Nodes.text("3/5", "caption", "muted"),
                Marks.of(Mark.ERROR));
        var button = (Region) wide(kind, row);
        button.setPrefWidth(kind.equals("step-rail") ? 56 : 180);
        return in(button, state);
    }

    /** Nothing chosen, proposed, accepted, with an open point that is late. */
    private static Node strips(Room room, Live live) {
        var at = room.workshop.now();
        room.workshop.dispatch(new Action.New());
        room.workshop.dispatch(new Action.Go(new Page.At(2, "control-plane-identity")));
        room.workshop.dispatch(new Action.Answered("kubelet-identity", new Answer.Choice("pre-created"), at));
        room.workshop.dispatch(new Action.Answered("control-plane-identity", new Answer.Choice("user-assigned"), at));
        var decision = room.workshop.state().design().decision("control-plane-identity");
        room.workshop.dispatch(new Action.Decided("control-plane-identity",
            decision.withStatus(Decision.Status.ACCEPTED).withBecause("Three own subnets and our DNS zone need roles first.").withDeciders(List.of("Lee Gu"))
                .withOpenPoint(Optional.of(new Decision.OpenPoint("Who owns the zone", "Lee Gu", Optional.of(LocalDate.of(2026, 11, 1))))),
            aksiam.workshop.Change.Kind.DECISION, at));
        return Nodes.column("guidance-part", Stream.of("own-network", "kubelet-identity", "control-plane-identity")
            .map(id -> {
                var strip = new DecisionStrip(live);
                strip.about(Catalogue.get(id));
                return strip;
            }).toArray(Node[]::new));
    }

    private static Node fields() {
        var error = Errors.line();
        Errors.show(error, "notify, Entra group: 13 characters, a GUID has 36. Paste the object id from Entra.");
        var disabled = field("disabled", "Not now");
        disabled.setDisable(true);
        return Nodes.column("text-answer", flow(field("", "Team name"), in(field("orders", ""), "focused"), in(field("8c1f7d20-4b6e", ""), "wrong"), disabled),
            error);
    }

    private static TextField field(String text, String prompt) {
        var field = new TextField(text);
        field.setPromptText(prompt);
        field.setPrefColumnCount(9);
        return field;
    }

    private static Node buttons() {
        return Nodes.column("guidance-part", states("Primary", "accent", "primary"), states("Rest"), states("Ghost", "ghost"), states("Link", "link"),
            states("Delete", "danger-text"), flow(icon("plus", ""), icon("plus", "hover"), icon("plus", "focused"), icon("close", "disabled"),
                bar("undo", ""), bar("undo", "hover"), bar("undo", "focused"), bar("redo", "disabled"), link("Link in text", ""), link("Hover", "hover"),
                link("Focused", "focused")));
    }

    private static Node states(String text, String... classes) {
        return flow(button(text, "", classes), button("Hover", "hover", classes), button("Focused", "focused", classes),
            button("Writing…", "disabled", classes));
    }

    private static Node button(String text, String state, String... classes) {
        return stated(Nodes.button(text, () -> {
        }, classes), state);
    }

    private static Node icon(String icon, String state) {
        return stated(Nodes.iconButton(icon, icon, () -> {
        }, "ghost"), state);
    }

    private static Node bar(String icon, String state) {
        return stated(Nodes.iconButton(icon, icon, () -> {
        }, "bar-button"), state);
    }

    private static Node link(String text, String state) {
        return stated(Nodes.link(text, () -> {
        }), state);
    }

    private static Node stated(Node node, String state) {
        if (state.equals("disabled")) {
            node.setDisable(true);
        } else if (!state.isEmpty()) {
            in(node, state);
        }
        return node;
    }

    private static Node choices() {
        var boxes = flow(box("Rest", false), in(box("Focused", false), "focused"), box("Ticked", true), in(box("Both", true), "focused"),
            stated(box("Disabled", false), "disabled"));
        var off = new ToggleSwitch("Open point");
        var on = new ToggleSwitch("On");
        on.setSelected(true);
        var focused = in(new ToggleSwitch("Focused"), "focused");
        return Nodes.column("guidance-part", boxes, flow(off, on, focused),
            flow(segments("", ""), segments("hover", ""), segments("focused", ""), segments("", "focused")), tabs());
    }

    private static Node box(String text, boolean ticked) {
        var box = new CheckBox(text);
        box.setSelected(ticked);
        return box;
    }

    private static Node segments(String first, String last) {
        var left = new ToggleButton("Proposed");
        left.getStyleClass().addAll("segment", "segment-first");
        var right = new ToggleButton("Accepted");
        right.getStyleClass().addAll("segment", "segment-last");
        right.setGraphic(Icons.of("check").styled("icon-small"));
        var both = new SegmentedButton(left, right);
        right.setSelected(true);
        stated(left, first);
        stated(right, last);
        return both;
    }

    private static Node tabs() {
        var bar = Nodes.row("tabs");
        for (var state : List.of("selected", "rest", "hover", "focused")) {
            var tab = new ToggleButton(state);
            tab.setGraphic(Icons.of("guidance"));
            tab.getStyleClass().add("panel-tab");
            bar.getChildren().add(in(tab, state));
        }
        bar.getChildren().add(Nodes.count(3));
        return bar;
    }

    private static Node badges() {
        var chip = Nodes.row("chip", Nodes.text("Lee Gu", "small"), Nodes.iconButton("close", "Remove", () -> {
        }, "chip-close"));
        return flow(Nodes.badge("Suggested", "suggestion", "badge-suggested"), Nodes.badge("GA", ""), Nodes.badge("Preview 2026-08", "beaker", "badge-preview"),
            Nodes.badge("Legacy", "archive", "badge-legacy"), Nodes.badge("One-way door", "one-way-door", "badge-door"), Nodes.badge("Charged", "coins"),
            Nodes.badge("No known cost", ""), Nodes.badge("Not possible", "lock"), chip, Nodes.count(12), Nodes.text("Ctrl+K", "key"));
    }

    private static Node notes() {
        var problem = Nodes.note("danger", Marks.of(Mark.ERROR), Nodes.column("note-text", Nodes.prose("contoso.aksiam.json cannot be opened", "strong"),
            Nodes.prose("Line 3: a comma is missing.", "small")));
        problem.getChildren().add(Nodes.iconButton("close", "Put away", () -> {
        }, "ghost"));
        var recovery = Nodes.note("info", Icons.of("refresh").styled("icon-accent"), Nodes.prose("Unsaved work from yesterday, 17:42."));
        recovery.getChildren().addAll(Nodes.button("Recover 6 answers", () -> {
        }, "accent", "primary"), Nodes.button("Discard", () -> {
        }, "ghost"));
        var done = Nodes.note("success", Marks.of(Mark.DECIDED), Nodes.prose("Fixed. 1 file changed."));
        done.getChildren().add(Nodes.button("Undo", () -> {
        }, "link"));
        var warning = Nodes.note("warning", Marks.of(Mark.WARNING), Nodes.prose("Someone else changed the file at 11:58. Nothing is lost."));
        warning.getChildren().add(Nodes.button("Show difference", () -> {
        }));
        var finding = Nodes.note("plain", Marks.of(Mark.ERROR), Nodes.column("note-text", Nodes.prose("AcrPull gives no access here.", "small", "strong"),
            Nodes.prose("It uses ABAC permissions.", "small", "muted"), Nodes.link("Show", () -> {
            })));
        return Nodes.column("guidance-part", finding, done, recovery, warning, problem);
    }

    private static Node empty() {
        return new Tiles(2, 12,
            Nodes.empty(Icons.of("users"), "No teams yet", "Teams get namespaces, quota and roles.", button("Add team", "", "accent", "primary"),
                button("Paste", "")),
            Nodes.empty(Marks.of(Mark.DECIDED), "No findings", "All rules checked at 12:04."));
    }

    private static Node bars() {
        var decided = new ProgressBar(.7);
        decided.getStyleClass().add("decided-bar");
        var writing = new ProgressBar(.4);
        writing.getStyleClass().add("writing-bar");
        writing.setPrefWidth(160);
        var rest = new ScrollBar();
        rest.setVisibleAmount(30);
        rest.setPrefWidth(160);
        var hover = in(new ScrollBar(), "hover");
        hover.setVisibleAmount(30);
        hover.setPrefWidth(160);
        var tip = new Label("Put away");
        tip.getStyleClass().add("tooltip");
        return flow(decided, writing, rest, hover, tip);
    }

    private static Node toast(Room room) {
        var live = new Live(room.workshop);
        var toast = new Toast(live, new javafx.beans.property.SimpleObjectProperty<>(new Look(false, false, false, 100)));
        room.workshop.dispatch(new Action.Undo(room.workshop.now()));
        room.workshop.dispatch(new Action.Redo(room.workshop.now()));
        // On the sheet it stays, however long the machine takes.
        toast.visibleProperty().subscribe(shown -> {
            if (!shown) {
                toast.setVisible(true);
            }
        });
        return toast;
    }
}
