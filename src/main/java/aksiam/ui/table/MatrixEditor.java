package aksiam.ui.table;

import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.ui.parts.Icons;
import aksiam.ui.table.Relations.Cell;
import aksiam.ui.table.Relations.Mark;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Edits rows that relate teams as a matrix, with the current cell in words below. */
final class MatrixEditor extends TableEditor {
    private final Function<Design, Relations> relate;
    private final Consumer<List<Row>> onChange;
    private final MatrixView view;
    private final Label rule = new Label();
    private final Label summary = new Label();
    private final Text holds = new Text();
    private final Text follows = new Text();
    private final ToggleButton no = new ToggleButton();
    private final ToggleButton yes = new ToggleButton();
    private final HBox legend = new HBox();
    private final Button bothWays = new Button("Allow both ways");
    private final Label empty = new Label("Name teams with clusters and namespaces first: they become the rows and columns here.");
    private final HBox sentence;
    private Relations relations;

    MatrixEditor(Function<Design, Relations> relate, Consumer<List<Row>> onChange) {
        this.relate = relate;
        this.onChange = onChange;
        this.relations = relate.apply(Design.EMPTY);
        this.view = new MatrixView(relations, this::set, this::moved);
        rule.getStyleClass().add("muted");
        rule.setWrapText(true);
        rule.setMinHeight(USE_PREF_SIZE);
        summary.getStyleClass().add("muted");
        summary.setMinWidth(USE_PREF_SIZE);
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        holds.getStyleClass().addAll("text-line", "strong");
        follows.getStyleClass().add("text-line");
        var flow = new TextFlow(holds, follows);
        flow.setMinWidth(0);
        HBox.setHgrow(flow, Priority.ALWAYS);
        no.getStyleClass().addAll("segment", "segment-first");
        yes.getStyleClass().addAll("segment", "segment-last");
        no.setOnAction(_ -> set(view.chosen(), false));
        yes.setOnAction(_ -> set(view.chosen(), true));
        no.setMinWidth(USE_PREF_SIZE);
        yes.setMinWidth(USE_PREF_SIZE);
        sentence = new HBox(Icons.of("info"), flow, new HBox(no, yes), bothWays);
        bothWays.setMinWidth(USE_PREF_SIZE);
        bothWays.setOnAction(_ -> set(relations.bothWays(view.current()), true));
        legend.getStyleClass().add("matrix-legend");
        sentence.getStyleClass().addAll("note", "note-info", "sentence");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(legend, space, button("Fill row", true), button("Clear row", false));
        bar.getStyleClass().add("grid-toolbar");
        var foot = new HBox(rule, summary);
        foot.getStyleClass().add("grid-toolbar");
        HBox.setHgrow(rule, Priority.ALWAYS);
        rule.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("matrix-editor");
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(bar, foot, empty, view, sentence);
        view.focusedProperty().subscribe(() -> view.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focused"), view.isFocused()));
    }

    @Override
    public void focus() {
        view.requestFocus();
    }

    @Override
    public void show(Design design) {
        relations = relate.apply(design);
        var marks = relations.legend();
        legend.getChildren().setAll(entry("yes", marks.icon(), "", marks.yes()), entry("none", "", "", marks.no()),
            entry("own", marks.ownIcon(), marks.ownIcon().isEmpty() ? "=" : "", marks.own()), entry("not-applicable", "", "", marks.notApplicable()));
        view.show(relations);
    }

    private void moved(Cell cell) {
        boolean none = view.isEmpty();
        for (var node : List.of(view, sentence)) {
            node.setVisible(!none);
            node.setManaged(!none);
        }
        empty.setVisible(none);
        empty.setManaged(none);
        rule.setText(relations.legend().rule());
        if (none) {
            summary.setText("");
            return;
        }
        var words = relations.words(cell.row(), cell.column());
        var mark = relations.mark(cell.row(), cell.column());
        holds.setText(words.holds());
        follows.setText(" " + words.follows());
        summary.setText(relations.summary(cell.row()));
        boolean fixed = mark == Mark.OWN || mark == Mark.NOT_APPLICABLE;
        yes.setDisable(fixed && view.chosen().size() == 1);
        no.setDisable(fixed && view.chosen().size() == 1);
        var both = relations.bothWays(cell);
        bothWays.setVisible(!both.isEmpty() && !fixed);
        bothWays.setManaged(bothWays.isVisible());
        bothWays.setDisable(both.stream().allMatch(at -> relations.mark(at.row(), at.column()) == Mark.YES));
        yes.setSelected(mark == Mark.YES);
        no.setSelected(mark == Mark.NONE);
        yes.setText((mark == Mark.YES ? "✓ " : "") + relations.legend().yes());
        no.setText((mark == Mark.NONE ? "✓ " : "") + relations.legend().no());
    }

    private void set(List<Cell> cells, boolean on) {
        var changes = cells.stream().anyMatch(cell -> relations.mark(cell.row(), cell.column()) == (on ? Mark.NONE : Mark.YES));
        if (changes) {
            onChange.accept(relations.with(cells, on));
        } else {
            moved(view.current());
        }
    }

    private Button button(String text, boolean on) {
        var button = new Button(text);
        button.setOnAction(_ -> set(view.row(), on));
        return button;
    }

    private static Label entry(String style, String icon, String letters, String name) {
        var cell = new StackPane(icon.isEmpty() ? new Label(letters) : Icons.of(icon));
        cell.getStyleClass().addAll("matrix-cell", style);
        var label = new Label(name, cell);
        label.getStyleClass().add("legend-entry");
        return label;
    }
}
