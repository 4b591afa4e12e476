package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.Route;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Back, what is missing, and Next. Next is never disabled: when there is no answer it first says so, then goes on. */
final class Footer extends HBox {
    private final Live live;
    private final Label missing = Nodes.prose("", "small", "muted", "missing");
    private boolean told;

    Footer(Live live) {
        this.live = live;
        getStyleClass().addAll("row", "footer");
        var back = Nodes.button("", () -> Route.previous(live.state().page(), live.state().design()).ifPresent(at -> live.dispatch(new Action.Go(at))),
            "ghost");
        back.setGraphic(Icons.of("arrow-left"));
        back.setId("back");
        var next = Nodes.button("", this::next, "accent", "primary");
        next.setGraphic(Icons.of("arrow-right").styled("icon-on-accent"));
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.setId("next");
        missing.setId("missing");
        getChildren().addAll(back, Nodes.grow(missing), next);
        missing.setMaxWidth(Double.MAX_VALUE);
        missing.setMinHeight(0);
        missing.maxHeightProperty().bind(heightProperty());
        live.show(state -> Route.previous(state.page(), state.design()), at -> label(back, at.map(place -> Route.label(place, isOther(place))).orElse("")));
        live.show(state -> Route.next(state.page(), state.design()),
            at -> label(next, at.map(place -> Messages.get("footer.next", Route.label(place, isOther(place)))).orElse("")));
        live.show(state -> state.page(), _ -> tell(false));
        live.show(state -> state.design(), _ -> tell(told));
    }

    private boolean isOther(Page.At place) {
        return !(live.state().page() instanceof Page.At(var step, var _) && step == place.step());
    }

    private static void label(Button button, String text) {
        button.setText(text);
        button.setVisible(!text.isEmpty());
        button.setManaged(!text.isEmpty());
        button.setAccessibleText(text);
    }

    private void next() {
        var state = live.state();
        boolean open = Catalogue.find(state.consideration())
            .filter(consideration -> consideration.appliesTo(state.design()) && state.design().answer(consideration.id()).isEmpty()).isPresent();
        if (open && !told) {
            tell(true);
            return;
        }
        Route.next(state.page(), state.design()).ifPresent(at -> live.dispatch(new Action.Go(at)));
    }

    private void tell(boolean loud) {
        told = loud;
        var design = live.state().design();
        var lines = Catalogue.find(live.state().consideration()).map(consideration -> Overview.missing(consideration, design)).orElse(java.util.List.of());
        var text = String.join(" · ", lines);
        missing.setText(loud && !lines.isEmpty() ? Messages.get("footer.anyway", text) : text);
        missing.setGraphic(loud && !lines.isEmpty() ? Marks.of(Mark.WARNING) : null);
    }
}
