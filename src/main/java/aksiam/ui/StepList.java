package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Step;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.Route;
import aksiam.workshop.StepFilter;
import aksiam.workshop.Update;
import aksiam.workshop.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The steps with their state, the considerations of the present one or those that a filter shows, and the legend. As a rail: numbers and marks. */
final class StepList extends VBox implements Columns.StepsView {
    private static final PseudoClass RAIL = PseudoClass.getPseudoClass("rail");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final String CHILD = "step-child";

    private final Live live;
    private final VBox rows = Nodes.column("step-rows");
    private final ScrollPane scroll;
    private final FilterBar filters;
    private final Button unfiltered;
    private final Button full;
    private final Node legend = legend();
    private Columns.Side side = Columns.Side.FULL;
    private Optional<Live> shown = Optional.empty();
    private Optional<Live> unfolded = Optional.empty();
    /** Whether the rows are not those that the filter would show now. */
    private boolean stale;

    /** @param unfold makes the rail a list again */
    StepList(Live live, Runnable unfold) {
        this.live = live;
        getStyleClass().add("step-list");
        setId("steps");
        setAccessibleRole(AccessibleRole.TREE_VIEW);
        setAccessibleText(Messages.get("steps.name"));
        filters = new FilterBar(live, _ -> open());
        unfiltered = Nodes.iconButton("filter", Messages.get("steps.unfilter"), () -> list(StepFilter.ALL), "accent-icon");
        unfiltered.setId("unfilter");
        full = Nodes.iconButton("list", Messages.get("steps.unfold"), unfold, "bar-button");
        Nodes.show(full, false);
        scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(filters, full, unfiltered, scroll, legend);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        live.show(_ -> step(), _ -> {
            unfold();
            reveal();
        });
        live.show(_ -> filtered(), _ -> refresh());
        hoverProperty().subscribe(_ -> catchUp());
        focusWithinProperty().subscribe(_ -> catchUp());
    }

    @Override
    public Region region() {
        return this;
    }

    @Override
    public void fold(Columns.Side side) {
        if (this.side != side) {
            this.side = side;
            pseudoClassStateChanged(RAIL, side == Columns.Side.RAIL);
            Nodes.show(legend, side == Columns.Side.FULL);
            open();
            reveal();
        }
    }

    @Override
    public void offer(boolean unfold) {
        Nodes.show(full, unfold && side == Columns.Side.RAIL);
    }

    StepFilter listed() {
        return filters.chosen();
    }

    void list(StepFilter filter) {
        filters.choose(filter);
    }

    /** The row of the present place. */
    void focusHere() {
        var buttons = rows.getChildren().stream().filter(Button.class::isInstance).toList();
        buttons.stream().filter(row -> row.getPseudoClassStates().contains(HERE)).findFirst().or(() -> buttons.stream().findFirst())
            .ifPresent(Node::requestFocus);
    }

    /** The present place is in sight, also where the list is longer than the window is high. */
    private void reveal() {
        Platform.runLater(() -> {
            // New rows have no places before they have their look.
            applyCss();
            layout();
            rows.getChildren().stream().filter(row -> row.getPseudoClassStates().contains(HERE)).findFirst().ifPresent(row -> InView.show(scroll, row));
        });
    }

    /** What a filter shows now, by id. */
    private List<String> filtered() {
        var filter = filters.chosen();
        return filter == StepFilter.ALL
            ? List.of()
            : Catalogue.all().stream().map(Consideration::id).filter(id -> filter.shows(live.overview().of(id))).toList();
    }

    /** Rows do not move under the pointer or the focus; they catch up when both have left. */
    private void refresh() {
        stale = true;
        catchUp();
    }

    private void catchUp() {
        if (stale && !isHover() && !isFocusWithin()) {
            open();
        }
    }

    private int step() {
        return live.state().page() instanceof Page.At(var step, var _) ? step : 0;
    }

    /** Another step shows its considerations; the rows of the steps stay. */
    private void unfold() {
        if (side == Columns.Side.RAIL || filters.chosen() != StepFilter.ALL || rows.getChildren().isEmpty()) {
            open();
            return;
        }
        rows.getChildren().removeIf(row -> row.getStyleClass().contains(CHILD));
        var view = unfolding();
        Catalogue.steps().stream().filter(step -> step.number() == step())
            .forEach(step -> rows.getChildren().addAll(step.number(), considerations(view, step)));
    }

    private Live unfolding() {
        unfolded.ifPresent(Live::close);
        var view = live.child();
        unfolded = Optional.of(view);
        return view;
    }

    private List<Button> considerations(Live view, Step step) {
        return inside(step).map(consideration -> consideration(view, step, consideration)).toList();
    }

    private void open() {
        stale = false;
        shown.ifPresent(Live::close);
        var view = live.child();
        shown = Optional.of(view);
        rows.getChildren().clear();
        boolean full = side == Columns.Side.FULL;
        Nodes.show(filters, full);
        Nodes.show(unfiltered, !full && filters.chosen() != StepFilter.ALL);
        var inner = unfolding();
        for (var step : Catalogue.steps()) {
            if (filters.chosen().shows(step, live.overview())) {
                rows.getChildren().add(step(view, step));
                if (full) {
                    rows.getChildren().addAll(considerations(inner, step));
                }
            }
        }
        if (rows.getChildren().isEmpty() && full) {
            rows.getChildren().add(empty());
        }
    }

    /** The considerations of the present step, or those that the filter is after. */
    private Stream<Consideration> inside(Step step) {
        var filter = filters.chosen();
        return !Update.hasConsiderations(step.number())
            ? Stream.empty()
            : filter == StepFilter.ALL
                ? step.considerations().stream().filter(_ -> step.number() == step())
                : step.considerations().stream().filter(consideration -> filter.shows(live.overview().of(consideration.id())));
    }

    /** A filter that hides everything says so, and leads out. */
    private Node empty() {
        boolean open = filters.chosen() == StepFilter.OPEN;
        var box = Nodes.column("steps-empty", Icons.of("check").styled("icon-large", "icon-success"),
            Nodes.prose(Messages.get(open ? "steps.empty.open" : "steps.empty.findings"), "strong"),
            Nodes.prose(Messages.get(open ? "steps.empty.open.line" : "steps.empty.findings.line"), "small", "muted"),
            Nodes.button(Messages.get("steps.unfilter"), () -> list(StepFilter.ALL)));
        box.setId("steps-empty");
        return box;
    }

    private Button step(Live view, Step step) {
        boolean full = side == Columns.Side.FULL;
        var mark = new HBox();
        mark.getStyleClass().add("mark-place");
        var count = Nodes.text("", "caption", "muted");
        count.setMinWidth(USE_PREF_SIZE);
        var number = Nodes.text(Integer.toString(step.number()), "step-number");
        number.setMinWidth(USE_PREF_SIZE);
        var title = Nodes.text(step.title());
        title.setMinWidth(0);
        var row = full ? Nodes.row("step-row", number, title, Nodes.spring(), count, mark) : Nodes.row("step-row", number, mark);
        var button = button(row, () -> live.dispatch(new Action.Go(Route.open(step, live.state().design()))));
        button.getStyleClass().add(full ? "step" : "step-rail");
        button.setId("step-" + step.number());
        boolean alone = !full || !Update.hasConsiderations(step.number());
        view.show(_ -> step() == step.number(), open -> {
            button.pseudoClassStateChanged(HERE, open && alone);
            strong(title, open);
        });
        view.show(_ -> live.overview().of(step), tally -> {
            boolean asks = step.considerations().size() > 0 && Update.hasConsiderations(step.number());
            mark.getChildren().setAll(asks ? tally.mark().map(Marks::of).stream().toList() : List.of());
            count.setText(asks ? tally.decided() + "/" + tally.applicable() : "");
            var spoken = Messages.get("steps.step", step.number(), step.title()) + (asks
                ? ", " + Messages.get("steps.decided", tally.decided(), tally.applicable())
                    + (tally.errors() > 0 ? ", " + Words.count(tally.errors(), "error") : "")
                : "");
            button.setAccessibleText(spoken);
            Nodes.tip(button, spoken);
        });
        return button;
    }

    private Button consideration(Live view, Step step, Consideration consideration) {
        var mark = new HBox();
        mark.getStyleClass().add("mark-place");
        var title = Nodes.text(consideration.title(), "small");
        title.setMinWidth(0);
        var button = button(Nodes.row("step-row", title, Nodes.spring(), mark),
            () -> live.dispatch(new Action.Go(new Page.At(step.number(), consideration.id()))));
        button.getStyleClass().add(CHILD);
        view.show(_ -> live.overview().of(consideration.id()), standing -> {
            mark.getChildren().setAll(Marks.of(standing.mark()));
            title.getStyleClass().remove("muted");
            if (standing.mark() == Mark.NOT_NEEDED) {
                title.getStyleClass().add("muted");
            }
            button.setAccessibleText(consideration.title() + ", " + standing.spoken());
            Nodes.tip(button, consideration.title() + "\n" + standing.spoken());
        });
        view.show(state -> state.consideration().equals(consideration.id()), here -> {
            button.pseudoClassStateChanged(HERE, here);
            strong(title, here);
        });
        return button;
    }

    private static void strong(Label title, boolean strong) {
        title.getStyleClass().remove("strong");
        if (strong) {
            title.getStyleClass().add("strong");
        }
    }

    private Button button(HBox row, Runnable action) {
        var button = Nodes.button("", action);
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setAccessibleRole(AccessibleRole.TREE_ITEM);
        row.prefWidthProperty().bind(button.widthProperty().subtract(18));
        row.setMinWidth(0);
        return button;
    }

    /** Arrows move among the rows. */
    private void pressed(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown() || event.getCode() != KeyCode.DOWN && event.getCode() != KeyCode.UP) {
            return;
        }
        int at = rows.getChildren().indexOf(getScene().getFocusOwner()) + (event.getCode() == KeyCode.DOWN ? 1 : -1);
        if (at >= 0 && at < rows.getChildren().size()) {
            rows.getChildren().get(at).requestFocus();
        }
        event.consume();
    }

    private static Node legend() {
        var grid = new GridPane();
        grid.getStyleClass().add("step-legend");
        var marks = List.of(Mark.UNDECIDED, Mark.SUGGESTED, Mark.ERROR, Mark.NOT_NEEDED, Mark.DECIDED, Mark.WARNING);
        for (int i = 0; i < marks.size(); i++) {
            var label = Nodes.text(Marks.label(marks.get(i)), "caption", "muted");
            label.setGraphic(Marks.of(marks.get(i)).styled("icon-small"));
            label.setMinWidth(USE_PREF_SIZE);
            grid.add(label, i % 3, i / 3);
        }
        return grid;
    }
}
