package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.rules.Finding;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.Route;
import aksiam.workshop.State;
import aksiam.workshop.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/** Back, what is missing, and Next. Next is never disabled: when there is no answer it first says so, then goes on. */
final class Footer extends HBox {
    /** What is missing has at least that many em. */
    private static final int ROOM = 11;

    private final Live live;
    private final Command comparing;
    private final Label missing = Nodes.prose("", "small", "muted", "missing");
    private final Button back;
    private final Button next;
    private final Button compare;
    private final MenuButton more = new MenuButton();
    private Optional<Button> own = Optional.empty();
    private boolean told;
    private boolean brief;

    /** @param comparing the secondary action, told by the button or by a menu where there is no room for it */
    Footer(Live live, Command comparing) {
        this.live = live;
        this.comparing = comparing;
        getStyleClass().addAll("row", "footer");
        back = Nodes.button("", () -> Route.previous(live.state().page(), live.state().design()).ifPresent(at -> live.dispatch(new Action.Go(at))),
            "ghost");
        back.setGraphic(Icons.of("arrow-left"));
        back.setId("back");
        next = Nodes.button("", this::next, "accent", "primary");
        next.setGraphic(Icons.of("arrow-right").styled("icon-on-accent"));
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.setId("next");
        missing.setId("missing");
        compare = Nodes.button(Messages.get("workshop.compare"), comparing.action());
        compare.setGraphic(Icons.of("compare"));
        compare.setId("compare-options");
        Nodes.tip(compare, comparing.shown());
        var item = new MenuItem(Messages.get("workshop.compare"), Icons.of("compare"));
        item.setAccelerator(comparing.keys().getFirst());
        item.setOnAction(_ -> comparing.action().run());
        more.getItems().add(item);
        more.setGraphic(Icons.of("more"));
        more.getStyleClass().add("menu-one");
        more.setId("more");
        Nodes.named(more, Messages.get("footer.more"));
        getChildren().addAll(back, Nodes.grow(missing), compare, more, next);
        missing.setMaxWidth(Double.MAX_VALUE);
        missing.setMinHeight(0);
        missing.maxHeightProperty().bind(heightProperty());
        live.show(state -> List.of(Route.previous(state.page(), state.design()), Route.next(state.page(), state.design()), comparing.possible().test(state)),
            _ -> arrange());
        widthProperty().subscribe(_ -> arrange());
        live.show(state -> state.page(), _ -> tell(false));
        live.show(state -> List.of(live.overview(), missing(state)), _ -> tell(told));
    }

    /** The primary action of a page that has one of its own instead of Next. */
    void own(Optional<Button> action) {
        own.ifPresent(getChildren()::remove);
        own = action;
        own.ifPresent(getChildren()::add);
    }

    /** Buttons in full where they fit with some room for what is missing; else the secondary one is in the menu; else the others do not name places. */
    private void arrange() {
        boolean possible = comparing.possible().test(live.state());
        brief = false;
        labelBack();
        labelNext();
        double room = getWidth() == 0 ? Double.MAX_VALUE : getWidth() - ROOM * missing.getFont().getSize();
        double places = back.prefWidth(-1) + next.prefWidth(-1);
        boolean fits = places + compare.prefWidth(-1) < room;
        Nodes.show(compare, possible && fits);
        Nodes.show(more, possible && !fits);
        brief = places + more.prefWidth(-1) > room;
        labelBack();
        labelNext();
    }

    private void labelBack() {
        label(back, Route.previous(live.state().page(), live.state().design()).map(place -> Route.label(place, isOther(place))), Messages.get("footer.back"));
    }

    private void labelNext() {
        var place = Route.next(live.state().page(), live.state().design()).map(at -> Messages.get("footer.next", Route.label(at, isOther(at))));
        label(next, told ? Optional.of(Messages.get("footer.anyway")) : place, Messages.get(told ? "footer.anyway" : "footer.next.brief"));
    }

    private boolean isOther(Page.At place) {
        return !(live.state().page() instanceof Page.At(var step, var _) && step == place.step());
    }

    private void label(Button button, Optional<String> place, String instead) {
        button.setText(brief ? instead : place.orElse(""));
        Nodes.show(button, place.isPresent());
        button.setAccessibleText(place.orElse(""));
        Nodes.tip(button, brief ? place.orElse("") : "");
    }

    private void next() {
        var state = live.state();
        if (isUnfinished(state) && !told) {
            tell(true);
            return;
        }
        Route.next(state.page(), state.design()).ifPresent(at -> live.dispatch(new Action.Go(at)));
    }

    /** Without an answer it needs, or with an answer that is wrong. */
    private boolean isUnfinished(State state) {
        return Catalogue.find(state.consideration())
            .filter(consideration -> consideration.isOpenIn(state.design()) || live.overview().of(consideration.id()).mark() == Mark.ERROR).isPresent();
    }

    private static List<String> missing(State state) {
        return Catalogue.find(state.consideration()).map(consideration -> Overview.missing(consideration, state.design())).orElse(List.of());
    }

    private void tell(boolean loud) {
        var state = live.state();
        told = loud && isUnfinished(state);
        var stops = state.findings().stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).count();
        var lines = own.isPresent() && stops > 0 ? List.of(Words.count((int) stops, "error")) : Catalogue.find(state.consideration()).map(consideration -> {
            var standing = live.overview().of(consideration.id());
            return Stream.concat(standing.mark() == Mark.ERROR ? Stream.of(standing.spoken()) : Stream.empty(),
                missing(state).stream()).toList();
        }).orElse(List.of());
        missing.setText(String.join(" · ", lines));
        missing.setGraphic(told ? Marks.of(Mark.WARNING) : null);
        labelNext();
    }
}
