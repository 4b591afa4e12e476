package aksiam.ui;

import aksiam.catalogue.Step;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Route;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ProgressBar;

/** How far a step is, and the way into it. */
final class StepTally extends Button {
    StepTally(Live live, Step step) {
        var tally = live.overview().of(step);
        var bar = new ProgressBar(tally.applicable() == 0 ? 0 : (double) tally.decided() / tally.applicable());
        bar.getStyleClass().addAll("decided-bar", "short-bar");
        bar.setFocusTraversable(false);
        var title = Nodes.text(step.title(), "small");
        title.setMinWidth(0);
        var row = Nodes.row("side-row", title, Nodes.spring(), bar, Nodes.text(tally.decided() + "/" + tally.applicable(), "caption", "muted", "tally"),
            tally.mark().map(Marks::of).orElseGet(() -> Marks.of(Mark.NOT_NEEDED)));
        getStyleClass().add("step-tally");
        setGraphic(row);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        row.prefWidthProperty().bind(widthProperty().subtract(2));
        setAccessibleText(Messages.get("steps.step", step.number(), step.title()) + ", " + Messages.get("steps.decided", tally.decided(), tally.applicable()));
        setOnAction(_ -> live.dispatch(new Action.Go(Route.open(step, live.state().design()))));
    }
}
