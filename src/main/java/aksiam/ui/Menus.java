package aksiam.ui;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Page;
import aksiam.workshop.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.StackPane;

/**
 * The menus of all commands, each with its key: a bar, or one button where there is no room for it. Items are made when their
 * menu opens; until then they only cost time.
 */
final class Menus extends StackPane {
    private final Live live;
    private final CommandList commands;
    private final MenuBar bar = new MenuBar();
    private final MenuButton button = new MenuButton();

    Menus(Live live, CommandList commands) {
        this.live = live;
        this.commands = commands;
        bar.getStyleClass().add("menus");
        bar.setMinWidth(USE_PREF_SIZE);
        button.setGraphic(Icons.of("menu"));
        button.getStyleClass().add("menu-one");
        button.setId("menu");
        Nodes.named(button, Messages.get("menu.all"));
        getChildren().addAll(bar, button);
        setMinWidth(USE_PREF_SIZE);
        setNarrow(false);
        live.show(this::useful, titles -> {
            bar.getMenus().setAll(menus(titles));
            button.getItems().setAll(menus(titles));
        });
    }

    /** A menu of which nothing is possible is not there: before a design is open there is nothing to edit. */
    private List<CommandList.Titled> useful(State state) {
        return state.page() instanceof Page.At
            ? commands.menus()
            : commands.menus().stream().filter(titled -> titled.commands(state).anyMatch(command -> command.possible().test(state))).toList();
    }

    /** The width of the bar, whether it is shown or not. */
    double barWidth() {
        return bar.prefWidth(-1);
    }

    void setNarrow(boolean narrow) {
        Nodes.show(button, narrow);
        Nodes.show(bar, !narrow);
    }

    private List<Menu> menus(List<CommandList.Titled> titles) {
        return titles.stream().map(titled -> lettered(menu(titled.key(), () -> items(titled.sections())))).toList();
    }

    /** Alt and its first letter open it. */
    private static Menu lettered(Menu menu) {
        menu.setText("_" + menu.getText());
        menu.setMnemonicParsing(true);
        return menu;
    }

    private static Menu menu(String key, Supplier<List<MenuItem>> items) {
        // A menu without items does not open.
        var menu = new Menu(Messages.get(key), null, new MenuItem());
        menu.setMnemonicParsing(false);
        menu.setOnShowing(event -> {
            if (event.getTarget() == menu) {
                menu.getItems().setAll(items.get());
            }
        });
        return menu;
    }

    private List<MenuItem> items(List<List<Entry>> sections) {
        var items = new ArrayList<MenuItem>();
        for (var section : sections) {
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            section.stream().map(this::item).forEach(items::add);
        }
        return items;
    }

    private MenuItem item(Entry entry) {
        return switch (entry) {
            case Command command -> item(command);
            case Entry.Group(var key, var inside) -> {
                var commands = inside.apply(live.state());
                var menu = menu(key, () -> commands.stream().map(this::item).toList());
                menu.setDisable(commands.isEmpty());
                yield menu;
            }
        };
    }

    private MenuItem item(Command command) {
        var item = command.chosen().map(chosen -> {
            var box = new CheckMenuItem();
            box.setSelected(chosen.test(live.state()));
            return (MenuItem) box;
        }).orElseGet(MenuItem::new);
        item.setMnemonicParsing(false);
        item.setText(command.label().apply(live.state()));
        item.setDisable(!command.possible().test(live.state()));
        command.keys().stream().findFirst().ifPresent(item::setAccelerator);
        item.setOnAction(_ -> command.action().run());
        return item;
    }
}
