package aksiam.ui;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Change;
import aksiam.workshop.Page;
import aksiam.workshop.Preferences;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** Menus, search, undo and redo, size of type, light and dark. */
final class TopBar extends HBox {
    static final int ZOOM_STEP = 10;
    /** Below this the menus become one button, and the search an icon. */
    private static final double ROOMY = 1100;

    private final Live live;
    private final ObservableValue<Look> look;

    TopBar(Live live, ObservableValue<Look> look, Menus menus, SearchBox search) {
        this.live = live;
        this.look = look;
        getStyleClass().addAll("row", "top-bar");
        setId("top");
        var undo = Nodes.iconButton("undo", Messages.get("edit.undo"), () -> live.dispatch(new Action.Undo(live.now())), "bar-button");
        undo.setId("undo");
        var redo = Nodes.iconButton("redo", Messages.get("edit.redo"), () -> live.dispatch(new Action.Redo(live.now())), "bar-button");
        redo.setId("redo");
        var percent = Nodes.text("", "small", "muted", "zoom");
        var smaller = Nodes.button("A−", () -> zoom(-ZOOM_STEP), "bar-button", "smaller");
        Nodes.named(smaller, Messages.get("view.smaller"));
        var larger = Nodes.button("A+", () -> zoom(ZOOM_STEP), "bar-button", "larger");
        Nodes.named(larger, Messages.get("view.larger"));
        larger.setId("larger");
        var theme = Nodes.iconButton("moon", Messages.get("view.dark"), this::swapTheme, "bar-button");
        theme.setId("theme");
        var line = Nodes.line("bar-separator");
        getChildren().addAll(Icons.of("brand").styled("brand"), menus, Nodes.spring(), search, Nodes.spring(), undo, redo, line, smaller, percent, larger,
            Nodes.line("bar-separator"), theme);
        live.show(state -> state.history().undo().map(entry -> entry.change()), change -> step(undo, "edit.undo", change));
        live.show(state -> state.history().redo().map(entry -> entry.change()), change -> step(redo, "edit.redo", change));
        live.show(state -> state.page() instanceof Page.At, open -> {
            Nodes.show(search, open);
            List.of(undo, redo, line).forEach(node -> Nodes.show(node, open));
        });
        Runnable arrange = () -> {
            boolean narrow = getWidth() > 0 && getWidth() < ROOMY * look.getValue().zoom() / 100;
            menus.setNarrow(narrow);
            search.setNarrow(narrow);
        };
        widthProperty().subscribe(arrange);
        look.subscribe(now -> {
            arrange.run();
            percent.setText(now.zoom() + " %");
            theme.setGraphic(Icons.of(now.dark() ? "sun" : "moon").styled("icon-bar"));
            Nodes.named(theme, Messages.get(now.dark() ? "view.light" : "view.dark"));
        });
    }

    void focusFirst() {
        lookup(live.state().page() instanceof Page.At ? "#search" : "#larger").requestFocus();
    }

    void zoom(int by) {
        var preferences = live.state().preferences();
        live.dispatch(new Action.Prefer(preferences.withZoom(preferences.zoom() + by)));
    }

    private void swapTheme() {
        var preferences = live.state().preferences();
        live.dispatch(new Action.Prefer(preferences.withTheme(look.getValue().dark() ? Preferences.Theme.LIGHT : Preferences.Theme.DARK)));
    }

    private static void step(Button button, String key, Optional<Change> change) {
        button.setDisable(change.isEmpty());
        var text = change.map(last -> Messages.get(key + ".what", last.label())).orElse(Messages.get(key));
        button.setAccessibleText(text);
        Nodes.tip(button, text);
    }
}
