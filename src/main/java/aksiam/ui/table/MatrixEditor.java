package aksiam.ui.table;

import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Relations.Cell;
import aksiam.ui.table.Relations.Mark;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Edits rows that relate teams as a matrix, with the current cell in words below. */
final class MatrixEditor extends TableEditor {
    private final Function<Design, Relations> relate;
    private final Consumer<List<Row>> onChange;
    private final boolean alone;
    private final MatrixView view;
    private final Label rule = Nodes.prose("", "small", "muted");
    private final Label summary = Nodes.prose("", "small", "muted", "matrix-summary");
    private final Text holds = new Text();
    private final Text follows = new Text();
    private final ToggleButton no = new ToggleButton();
    private final ToggleButton yes = new ToggleButton();
    private final MatrixLegend legend;
    private final Button bothWays = Nodes.button(Messages.get("traffic.bothways"), () -> set(both(), true), "small-button");
    private final VBox empty;
    private final HBox sentence;
    private final HBox tools;
    private final Pane top;
    private Relations relations;

    /**
     * @param alone   whether the tools go into the line of the title; else they stand beside the legend
     * @param toTeams leads to where the teams are named
     */
    MatrixEditor(Function<Design, Relations> relate, boolean alone, Runnable toTeams, Consumer<List<Row>> onChange) {
        this.relate = relate;
        this.alone = alone;
        this.onChange = onChange;
        this.relations = relate.apply(Design.EMPTY);
        this.view = new MatrixView(relations, this::set, this::moved);
        holds.getStyleClass().addAll("text-line", "small", "strong");
        follows.getStyleClass().addAll("text-line", "small");
        var flow = new TextFlow(holds, follows);
        flow.setMinWidth(0);
        HBox.setHgrow(flow, Priority.ALWAYS);
        var choices = new HBox(choice(no, "segment-first", false), choice(yes, "segment-last", true));
        choices.setAlignment(Pos.CENTER);
        sentence = Nodes.row("sentence", Icons.of("info").styled("icon-accent"), flow, choices, bothWays);
        sentence.getStyleClass().addAll("note", "note-info");
        sentence.setMinHeight(USE_PREF_SIZE);
        Nodes.show(summary, alone);
        tools = Nodes.row("tools", Nodes.grow(summary), fill("matrix.fill", true), fill("matrix.clear", false));
        legend = new MatrixLegend(alone ? rule : tools);
        top = alone ? legend : Nodes.column("matrix-top", legend, rule);
        getStyleClass().add("matrix-editor");
        VBox.setVgrow(view, Priority.ALWAYS);
        empty = Nodes.empty(Icons.of("users").styled("icon-large"), Messages.get("matrix.empty"), Messages.get("matrix.empty.why"),
            Nodes.button(Messages.get("matrix.empty.go"), toTeams, "primary"));
        getChildren().addAll(top, empty, view, sentence);
    }

    private Button fill(String text, boolean on) {
        return Nodes.button(Messages.get(text), () -> set(view.row(), on));
    }

    private ToggleButton choice(ToggleButton button, String place, boolean on) {
        button.getStyleClass().addAll("segment", place);
        button.setOnAction(_ -> set(view.chosen(), on));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private List<Cell> both() {
        return relations.bothWays(view.current());
    }

    @Override
    public void focus() {
        (view.isEmpty() ? empty.lookup(".button") : view).requestFocus();
    }

    @Override
    public boolean isBlank() {
        return view.isEmpty();
    }

    @Override
    public Region tools() {
        return tools;
    }

    @Override
    public void show(Design design) {
        show(relate.apply(design), "");
    }

    /** @param note said behind the rule */
    void show(Relations relations, String note) {
        this.relations = relations;
        legend.show(relations.legend());
        rule.setText((relations.legend().rule() + " " + note).strip());
        view.show(relations);
    }

    private void moved(Cell cell) {
        boolean none = view.isEmpty();
        List.<Node>of(view, sentence, top, tools).forEach(node -> Nodes.show(node, !none));
        Nodes.show(empty, none);
        if (none) {
            return;
        }
        var words = relations.words(cell.row(), cell.column());
        var mark = relations.mark(cell.row(), cell.column());
        holds.setText(words.holds());
        follows.setText(" " + words.follows() + (alone ? "" : " " + relations.summary(cell.row()) + "."));
        summary.setText(alone ? relations.summary(cell.row()) : "");
        boolean fixed = mark == Mark.OWN || mark == Mark.NOT_APPLICABLE;
        List.of(yes, no).forEach(button -> button.setDisable(fixed && view.isOneChosen()));
        Nodes.show(bothWays, !both().isEmpty() && !fixed);
        bothWays.setDisable(both().stream().allMatch(at -> relations.mark(at.row(), at.column()) == Mark.YES));
        yes.setSelected(mark == Mark.YES);
        no.setSelected(mark == Mark.NONE);
        yes.setText(relations.legend().yes());
        no.setText(relations.legend().no());
    }

    private void set(List<Cell> cells, boolean on) {
        if (Relations.changes(relations, cells, on)) {
            onChange.accept(relations.with(cells, on));
        } else {
            moved(view.current());
        }
    }
}
