package aksiam.ui;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.ui.parts.Icon;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.State;
import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The options side by side, with the effect of each on this design. One can choose here: by pressing a column, or its number. */
final class CompareSheet extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double QUESTIONS = 18;

    private final Live live;
    private final Consideration consideration;
    private final IntConsumer choose;
    private final GridPane grid = new GridPane();
    private final List<CompareHead> heads = new ArrayList<>();
    private final ToggleSwitch differing = new ToggleSwitch(Messages.get("compare.differing"));

    /**
     * @param window the view behind it; what is shown here ends when the sheet closes
     * @param choose presses the option of that number, from 0
     */
    CompareSheet(Live window, Consideration consideration, IntConsumer choose, Runnable close) {
        this.live = window.child();
        this.consideration = consideration;
        var known = consideration.input().options();
        // What is not possible is not chosen, but can be taken back.
        this.choose = option -> {
            var design = live.state().design();
            if (Blocks.reason(known.get(option), design).isEmpty() || design.chose(consideration.id(), known.get(option).id())) {
                choose.accept(option);
            }
        };
        getStyleClass().add("compare");
        setId("compare");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(Messages.get("compare.title"));
        differing.setSelected(true);
        differing.setId("differing");
        differing.setMinWidth(USE_PREF_SIZE);
        IntStream.range(0, known.size())
            .forEach(i -> heads.add(new CompareHead(consideration, known.get(i), () -> this.choose.accept(i), by -> focus(i + by))));
        grid.getStyleClass().add("compare-grid");
        columns(known.size());
        grid.add(cell(Nodes.text(""), false, "compare-corner"), 0, 0);
        IntStream.range(0, heads.size()).forEach(i -> grid.add(heads.get(i), i + 1, 0));
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        // By itself it would be as high as lines that never break.
        grid.heightProperty().subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
        scroll.getStyleClass().add("plain-scroll");
        scroll.setAccessibleText(Messages.get("compare.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(close), scroll, foot(known, close));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        differing.selectedProperty().subscribe((_, _) -> show(live.state()));
        live.show(State::design, _ -> {
            show(live.state());
            live.dispatch(new Action.Weigh(consideration.id(), live.now()));
        });
        live.show(State::weights, _ -> show(live.state()));
        sceneProperty().subscribe((before, now) -> {
            if (before != null && now == null) {
                live.close();
            }
        });
    }

    /** The chosen column, else the first one. */
    Node first() {
        return heads.stream().filter(CompareHead::isChosen).findFirst().orElse(heads.getFirst());
    }

    private void focus(int column) {
        if (column >= 0 && column < heads.size()) {
            heads.get(column).requestFocus();
        }
    }

    private void columns(int options) {
        var questions = new ColumnConstraints();
        questions.setPercentWidth(QUESTIONS);
        grid.getColumnConstraints().add(questions);
        for (int i = 0; i < options; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth((100 - QUESTIONS) / options);
            grid.getColumnConstraints().add(column);
        }
    }

    private Node head(Runnable close) {
        var words = Nodes.column("compare-words", Nodes.prose(Messages.get("compare.title"), "section"),
            Nodes.prose(consideration.title() + ": " + consideration.question(), "small", "muted"));
        var copy = Nodes.button(Messages.get("compare.copy"), this::copy, "small-button");
        copy.setGraphic(Icons.of("copy"));
        return Nodes.row("compare-head", Nodes.grow(words), differing, copy, Nodes.iconButton("close", Messages.get("sheet.close"), close));
    }

    private Node foot(List<Option> options, Runnable close) {
        var keys = Nodes.row("compare-keys", Nodes.text(Messages.get("compare.choose"), "small", "muted"));
        IntStream.rangeClosed(1, Math.min(9, options.size())).forEach(number -> keys.getChildren().add(Nodes.text(Integer.toString(number), "key")));
        keys.getChildren().addAll(Nodes.text(Messages.get("compare.close"), "small", "muted"), Nodes.text("Esc", "key"));
        var done = Nodes.button(Messages.get("sheet.close"), close, "accent", "primary");
        done.setId("compare-close");
        return Nodes.row("compare-foot", keys, Nodes.spring(), Nodes.text(Comparison.of(consideration, live.state()).facts(), "small", "muted"), done);
    }

    private void show(State state) {
        var comparison = Comparison.of(consideration, state);
        var design = state.design();
        var suggested = Overview.suggestion(consideration, design);
        // The heads stay: one of them may have the focus.
        grid.getChildren().removeIf(node -> GridPane.getRowIndex(node) > 0);
        heads.forEach(head -> head.show(design, suggested));
        var lines = comparison.lines().stream().filter(line -> !differing.isSelected() || line.differs()).toList();
        for (int row = 0; row < lines.size(); row++) {
            var line = lines.get(row);
            grid.add(cell(Nodes.prose(line.question(), "small", "muted"), false, "compare-question"), 0, row + 1);
            for (int i = 0; i < heads.size(); i++) {
                var answer = answer(line.answers().get(i), line.question(), heads.get(i));
                int option = i;
                answer.setOnMouseClicked(_ -> choose.accept(option));
                grid.add(answer, i + 1, row + 1);
            }
        }
    }

    private static VBox cell(Node content, boolean chosen, String style) {
        var cell = Nodes.column("compare-cell", content);
        cell.getStyleClass().add(style);
        cell.pseudoClassStateChanged(CHOSEN, chosen);
        return cell;
    }

    private static VBox answer(List<Comparison.Point> points, String question, CompareHead head) {
        var text = Nodes.column("compare-points");
        points.forEach(point -> {
            var words = Nodes.prose(point.text(), "small");
            text.getChildren().add(icon(point.sign()).map(icon -> (Node) Nodes.row("point", icon, Nodes.grow(words))).orElse(words));
        });
        var cell = cell(text, head.isChosen(), "compare-answer");
        cell.setAccessibleRole(AccessibleRole.TEXT);
        cell.setAccessibleText(head.label() + ", " + question + ": " + points.stream().map(Comparison.Point::text).collect(Collectors.joining(". ")));
        return cell;
    }

    private static Optional<Icon> icon(Comparison.Sign sign) {
        return switch (sign) {
            case NONE -> Optional.empty();
            case GOOD -> Optional.of(Icons.of("plus").styled("icon-point", "icon-success"));
            case BAD -> Optional.of(Icons.of("minus").styled("icon-point", "icon-danger"));
            case YES -> Optional.of(Icons.of("check").styled("icon-point", "icon-success"));
            case NO -> Optional.of(Icons.of("close").styled("icon-point", "icon-danger"));
            case PARTLY -> Optional.of(Icons.of("minus").styled("icon-point", "icon-warning"));
            case DOOR -> Optional.of(Icons.of("one-way-door").styled("icon-point", "icon-warning"));
            case CHANGEABLE -> Optional.of(Icons.of("refresh").styled("icon-point"));
            case LEGACY -> Optional.of(Icons.of("archive").styled("icon-point"));
            case PREVIEW -> Optional.of(Icons.of("beaker").styled("icon-point"));
            case BLOCKED -> Optional.of(Icons.of("lock").styled("icon-point"));
            case ERROR -> Optional.of(Marks.of(Mark.ERROR).styled("icon-point"));
            case WARNING -> Optional.of(Marks.of(Mark.WARNING).styled("icon-point"));
        };
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(Comparison.of(consideration, live.state()).text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void pressed(KeyEvent event) {
        int digit = Digits.of(event);
        if (digit > 0 && digit <= heads.size()) {
            choose.accept(digit - 1);
            heads.get(digit - 1).requestFocus();
            event.consume();
        }
    }
}
