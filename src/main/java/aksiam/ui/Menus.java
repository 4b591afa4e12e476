package aksiam.ui;

import aksiam.ui.parts.Messages;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import aksiam.workshop.Preferences;
import aksiam.workshop.Route;
import aksiam.workshop.Shelf;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

/** The menus. Every item shows its key. */
final class Menus {
    private static final int GENERATE = 13;

    /** What the window does for menus. */
    interface Around {
        void zoom(int by);

        void zoomTo(int percent);

        void foldSteps();

        void foldPanel();

        void show(SidePanel.View view);

        void accept();

        void openPoint();

        void keys();

        void about();

        void quit();
    }

    private final Live live;
    private final Commands commands;
    private final Around around;

    Menus(Live live, Commands commands, Around around) {
        this.live = live;
        this.commands = commands;
        this.around = around;
    }

    MenuBar bar() {
        var bar = new MenuBar(file(), edit(), view(), help());
        bar.getStyleClass().add("menus");
        bar.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return bar;
    }

    private Menu file() {
        var recent = new Menu(Messages.get("file.recent"));
        live.show(state -> state.shelf().recent(), files -> recent(recent, files));
        return menu("file", item("file.new", "Shortcut+N", commands::newDesign), item("file.start", "", commands::start),
            item("file.open", "Shortcut+O", commands::open), recent, new SeparatorMenuItem(),
            item("file.save", "Shortcut+S", commands::save), item("file.saveas", "Shortcut+Shift+S", commands::saveAs), new SeparatorMenuItem(),
            item("file.generate", "Shortcut+G", () -> live.dispatch(new Action.Go(new Page.At(GENERATE, "")))), new SeparatorMenuItem(),
            item("file.quit", "Shortcut+Q", around::quit));
    }

    private void recent(Menu menu, List<Shelf.Recent> files) {
        menu.getItems().clear();
        files.stream().filter(Shelf.Recent::found).limit(9).forEach(file -> {
            var item = new MenuItem(file.file().getFileName().toString());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> commands.open(file.file()));
            menu.getItems().add(item);
        });
        menu.setDisable(menu.getItems().isEmpty());
    }

    private Menu edit() {
        var undo = item("edit.undo", "Shortcut+Z", () -> live.dispatch(new Action.Undo(live.now())));
        var redo = item("edit.redo", "Shortcut+Y", () -> live.dispatch(new Action.Redo(live.now())));
        live.show(state -> state.history().undo().map(entry -> entry.change().label()), label -> {
            undo.setText(label.map(text -> Messages.get("edit.undo.what", text)).orElse(Messages.get("edit.undo")));
            undo.setDisable(label.isEmpty());
        });
        live.show(state -> state.history().redo().map(entry -> entry.change().label()), label -> {
            redo.setText(label.map(text -> Messages.get("edit.redo.what", text)).orElse(Messages.get("edit.redo")));
            redo.setDisable(label.isEmpty());
        });
        return menu("edit", undo, redo, new SeparatorMenuItem(), item("edit.accept", "Shortcut+D", around::accept),
            item("edit.open", "Shortcut+Shift+O", around::openPoint));
    }

    private Menu view() {
        var theme = choice("view.theme", Preferences.Theme.values(), Preferences::theme, Preferences::withTheme);
        var contrast = choice("view.contrast", Preferences.Contrast.values(), Preferences::contrast, Preferences::withContrast);
        var animation = new CheckMenuItem(Messages.get("view.animation"));
        animation.setOnAction(_ -> live.dispatch(new Action.Prefer(live.state().preferences().withAnimated(animation.isSelected()))));
        live.show(state -> state.preferences().animated(), animation::setSelected);
        return menu("view", item("view.larger", "Shortcut+PLUS", () -> around.zoom(TopBar.ZOOM_STEP)),
            item("view.smaller", "Shortcut+MINUS", () -> around.zoom(-TopBar.ZOOM_STEP)),
            item("view.normal", "Shortcut+DIGIT0", () -> around.zoomTo(100)), theme, contrast, animation,
            new SeparatorMenuItem(),
            item("view.steps", "Shortcut+B", around::foldSteps),
            item("view.panel", "Shortcut+Shift+B", around::foldPanel), item("panel.guidance", "", () -> around.show(SidePanel.View.GUIDANCE)),
            item("panel.files", "", () -> around.show(SidePanel.View.FILES)),
            item("panel.record", "", () -> around.show(SidePanel.View.RECORD)), new SeparatorMenuItem(), item("view.nextstep", "Alt+DOWN", () -> step(1)),
            item("view.previousstep", "Alt+UP", () -> step(-1)),
            item("view.next", "Alt+RIGHT", () -> Route.next(live.state().page(), live.state().design()).ifPresent(this::go)),
            item("view.previous", "Alt+LEFT", () -> Route.previous(live.state().page(), live.state().design()).ifPresent(this::go)));
    }

    /** One of several ways that a person may prefer. */
    private <E extends Enum<E>> Menu choice(String key, E[] values, Function<Preferences, E> now, BiFunction<Preferences, E, Preferences> with) {
        var group = new ToggleGroup();
        var menu = new Menu(Messages.get(key));
        for (var value : values) {
            var item = new RadioMenuItem(Messages.get(key + "." + value.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(group);
            item.setOnAction(_ -> live.dispatch(new Action.Prefer(with.apply(live.state().preferences(), value))));
            live.show(state -> now.apply(state.preferences()), shown -> item.setSelected(shown == value));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void step(int distance) {
        Route.step(live.state().page(), live.state().design(), distance).ifPresent(this::go);
    }

    private void go(Page page) {
        live.dispatch(new Action.Go(page));
    }

    private Menu help() {
        return menu("help", item("help.keys", "F1", around::keys), item("help.about", "", around::about));
    }

    private static Menu menu(String key, MenuItem... items) {
        var menu = new Menu(Messages.get("menu." + key));
        menu.getItems().addAll(items);
        return menu;
    }

    private static MenuItem item(String key, String shortcut, Runnable action) {
        var item = new MenuItem(Messages.get(key));
        item.setMnemonicParsing(false);
        if (!shortcut.isEmpty()) {
            item.setAccelerator(KeyCombination.keyCombination(shortcut));
        }
        item.setOnAction(_ -> action.run());
        return item;
    }
}
