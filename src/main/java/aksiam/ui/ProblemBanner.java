package aksiam.ui;

import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Problem;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** What went wrong, on the page and never in a dialog: it stays until it is put away. */
final class ProblemBanner extends VBox {
    ProblemBanner(Live live) {
        getStyleClass().add("problem");
        setId("problem");
        live.show(state -> state.problem(), problem -> show(live, problem));
    }

    private void show(Live live, Optional<Problem> problem) {
        getChildren().clear();
        setVisible(problem.isPresent());
        setManaged(problem.isPresent());
        problem.ifPresent(found -> {
            var text = Nodes.column("problem-text", Nodes.prose(found.title(), "strong"));
            found.details().forEach(line -> text.getChildren().add(Nodes.prose(line, "small")));
            var note = Nodes.note("danger", Marks.of(Mark.ERROR), text);
            found.way().ifPresent(way -> {
                var button = Nodes.button(way.label(), () -> live.dispatch(way.action()));
                button.setId("problem-way");
                note.getChildren().add(button);
            });
            note.getChildren().add(Nodes.iconButton("close", Messages.get("problem.dismiss"), () -> live.dispatch(new Action.Dismiss()), "ghost"));
            getChildren().add(note);
        });
    }
}
