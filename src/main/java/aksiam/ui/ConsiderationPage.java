package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.catalogue.Step;
import aksiam.model.Answer;
import aksiam.ui.parts.Frames;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Editors;
import aksiam.workshop.Action;
import aksiam.workshop.Route;
import aksiam.workshop.Words;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One consideration: the question, how it is answered, how it was settled, and the others of its step. Another one takes the place of the question and the
 * answer; what is below is the same for all of them and stays.
 */
final class ConsiderationPage extends VBox {
    private static final PseudoClass TABLE = PseudoClass.getPseudoClass("table");
    private static final PseudoClass NOT_NEEDED = PseudoClass.getPseudoClass("not-needed");

    private final DecisionStrip strip;
    private final OtherConsiderations others;
    private Live live;
    private Consideration consideration = Catalogue.all().getFirst();
    /** Those of a table, beside the title. */
    private Optional<Region> tools = Optional.empty();
    private Runnable focus = () -> {
    };
    /** Fills a table when it is in its place: there it can do so a part at a time. */
    private Runnable fill = () -> {
    };
    private IntConsumer choose = _ -> {
    };
    private BiConsumer<Integer, String> select = (_, _) -> {
    };

    ConsiderationPage(Live live) {
        this.live = live;
        strip = new DecisionStrip(live);
        others = new OtherConsiderations(live);
        getStyleClass().add("page");
        getChildren().addAll(new Region(), new Region(), strip, others);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** @param view ends when another page comes */
    void open(Live view, Step step, Consideration consideration) {
        this.live = view;
        this.consideration = consideration;
        tools = Optional.empty();
        choose = _ -> {
        };
        select = (_, _) -> focusAnswer();
        fill = () -> {
        };
        pseudoClassStateChanged(TABLE, isTable());
        var input = input();
        VBox.setVgrow(input, isTable() ? Priority.ALWAYS : Priority.NEVER);
        getChildren().set(0, head(step));
        getChildren().set(1, input);
        fill.run();
        strip.about(consideration);
        if (getScene() != null || isTable()) {
            others.about(step, consideration);
        } else {
            // The window that is about to come is there sooner without them.
            Platform.runLater(() -> Frames.after(this, () -> {
                if (this.consideration.equals(consideration)) {
                    others.about(step, consideration);
                }
            }));
        }
        live.show(state -> !consideration.appliesTo(state.design()), hidden -> pseudoClassStateChanged(NOT_NEEDED, hidden));
    }

    /** Puts the focus on the answer. */
    void focusAnswer() {
        focus.run();
    }

    /** Presses the option of that number, from 0. */
    void choose(int option) {
        choose.accept(option);
    }

    Consideration consideration() {
        return consideration;
    }

    void focusOption(String option) {
        Optional.ofNullable(lookup("#option-" + option)).ifPresentOrElse(Node::requestFocus, this::focusAnswer);
    }

    /** @param column empty for the first one */
    void select(int row, String column) {
        select.accept(row, column);
    }

    DecisionStrip strip() {
        return strip;
    }

    boolean isTable() {
        return consideration.rowType().isPresent();
    }

    private Node head(Step step) {
        var crumb = Nodes.text(Messages.get("page.crumb", step.number(), Catalogue.steps().size(), step.title(),
            step.considerations().indexOf(consideration) + 1, step.considerations().size()), "small", "muted");
        var title = Nodes.row("page-title", Nodes.grow(Nodes.prose(consideration.title(), "title")));
        if (consideration.input().options().stream().anyMatch(option -> option.door().filter(door -> door.reversibility().isOneWayDoor()).isPresent())) {
            title.getChildren().add(Nodes.badge(Messages.get("badge.door"), "one-way-door", "badge-door"));
        }
        var notNeeded = Nodes.prose("", "small", "muted");
        live.show(state -> consideration.appliesTo(state.design()) ? "" : Messages.get("page.notneeded", Words.whyNot(consideration.visible(), state.design())),
            text -> {
                notNeeded.setText(text);
                Nodes.show(notNeeded, !text.isEmpty());
            });
        var question = Nodes.prose(consideration.question(), "question");
        var words = tools.<Node>map(row -> new TitleRow(title, question, row)).orElseGet(() -> Nodes.column("page-head", title, question));
        return Nodes.column("page-head", crumb, words, suggestion(), notNeeded);
    }

    /** What is proposed for a text, a pick or a table; cards say it themselves. */
    private Node suggestion() {
        var text = Nodes.prose("", "small", "accent");
        var use = Nodes.button(Messages.get("page.use"), () -> aksiam.workshop.Overview.suggestion(consideration, live.state().design())
            .ifPresent(suggestion -> live.dispatch(new Action.Answered(consideration.id(), suggestion.answer(), live.now()))), "small-button", "accent");
        var row = Nodes.row("suggestion", Icons.of("suggestion").styled("icon-accent"), Nodes.grow(text), use);
        live.show(state -> consideration.input().options().isEmpty()
            ? aksiam.workshop.Overview.suggestion(consideration, state.design())
                .map(found -> Messages.get("page.suggested", Words.answer(consideration, found.answer()), found.because())).orElse("")
            : "", words -> {
                text.setText(words);
                Nodes.show(row, !words.isEmpty());
            });
        return row;
    }

    private Node input() {
        return switch (consideration.input()) {
            case Input.OneOf _, Input.ManyOf _ -> {
                var cards = new OptionCards(live, consideration, strip.getWidth(), strip::focusReason);
                focus = cards::focusFirst;
                choose = cards::choose;
                yield cards;
            }
            case Input.Text text -> {
                var answer = new TextAnswer(live, consideration, text);
                focus = answer::focus;
                yield answer;
            }
            case Input.Pick(var rowsOf) -> {
                var pick = new PickAnswer(live, consideration, rowsOf);
                focus = () -> pick.lookupAll(".pick-box").stream().findFirst().ifPresent(Node::requestFocus);
                yield pick;
            }
            case Input.Rows _, Input.Matrix _ -> {
                var editor = Editors.forConsideration(consideration, new ColumnWidths(live), id -> live.dispatch(new Action.Go(Route.at(id))),
                    (id, rows) -> live.dispatch(new Action.Answered(id, new Answer.Table(rows), live.now())));
                var answer = Nodes.column("table-answer", editor, refusal());
                fill = () -> live.show(state -> state.design(), design -> {
                    editor.show(design);
                    answer.setMaxHeight(editor.isBlank() ? USE_PREF_SIZE : Double.MAX_VALUE);
                });
                focus = editor::focus;
                select = editor::select;
                tools = Optional.of(editor.tools());
                yield answer;
            }
        };
    }

    private Label refusal() {
        var error = Errors.line();
        live.show(state -> Errors.refused(state, consideration.id()).orElse(""), text -> Errors.show(error, text));
        return error;
    }

    /** 1 to 9 choose an option, unless somebody types. */
    private void pressed(KeyEvent event) {
        int digit = Digits.of(event);
        if (digit > 0) {
            choose.accept(digit - 1);
            event.consume();
        }
    }
}
