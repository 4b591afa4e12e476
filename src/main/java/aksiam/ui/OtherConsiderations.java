package aksiam.ui;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Step;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.State;
import aksiam.workshop.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;

/** The other considerations of the step, one line each: how they stand and what was answered. Enter opens one. */
final class OtherConsiderations extends VBox {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

    private final Live live;
    private final Map<Consideration, Button> rows = new LinkedHashMap<>();
    private Optional<Live> shown = Optional.empty();

    OtherConsiderations(Live live) {
        this.live = live;
        getStyleClass().add("others");
    }

    /** Within a step the lines stay, but for that of the open consideration. */
    void about(Step step, Consideration open) {
        if (!List.copyOf(rows.keySet()).equals(step.considerations())) {
            shown.ifPresent(Live::close);
            var view = live.child();
            shown = Optional.of(view);
            rows.clear();
            step.considerations().forEach(consideration -> rows.put(consideration, row(view, step, consideration)));
            getChildren().setAll(rows.values());
        }
        var first = step.considerations().stream().filter(other -> !other.equals(open)).findFirst();
        rows.forEach((other, row) -> {
            Nodes.show(row, !other.equals(open));
            row.pseudoClassStateChanged(FIRST, first.filter(other::equals).isPresent());
        });
        Nodes.show(this, first.isPresent());
    }

    private static Button row(Live live, Step step, Consideration other) {
        var value = Nodes.text("", "small", "other-value");
        value.setMaxWidth(Double.MAX_VALUE);
        value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        var title = Nodes.text(other.title());
        title.setMinWidth(USE_PREF_SIZE);
        var content = Nodes.row("other", Icons.of("chevron-right"), Nodes.text("", "mark-place"), title, Nodes.grow(value));
        var button = Nodes.button("", () -> live.dispatch(new Action.Go(new Page.At(step.number(), other.id()))), "other-row");
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0); // the line follows the width of the page down as well as up
        content.prefWidthProperty().bind(button.widthProperty());
        live.show(_ -> live.overview().of(other.id()), standing -> {
            content.getChildren().set(1, Marks.of(standing.mark()));
            value.setText(value(live.state(), other, standing));
            Nodes.tip(button, other.title() + "\n" + value.getText());
            value.getStyleClass().removeAll("accent", "muted", "error");
            value.getStyleClass().add(switch (standing.mark()) {
                case SUGGESTED -> "accent";
                case UNDECIDED, NOT_NEEDED -> "muted";
                case ERROR -> "error";
                case WARNING, DECIDED -> "plain";
            });
            button.setAccessibleText(other.title() + ", " + standing.spoken());
        });
        return button;
    }

    private static String value(State state, Consideration other, Overview.Standing standing) {
        var answer = state.design().answer(other.id()).map(given -> Words.answer(other, given));
        if (standing.mark() == Mark.ERROR || standing.mark() == Mark.WARNING) {
            return answer.map(text -> text + ", ").orElse("") + standing.spoken();
        }
        var spoken = standing.spoken();
        return answer.filter(_ -> standing.applicable()).orElse(Character.toUpperCase(spoken.charAt(0)) + spoken.substring(1));
    }
}
