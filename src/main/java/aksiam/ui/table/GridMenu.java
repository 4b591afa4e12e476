package aksiam.ui.table;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** The menu of a grid. It is no context menu in the sense of the control: its keys would then hold in the whole window. */
final class GridMenu {
    private final Grid grid;
    private final GridCommands commands;
    private ContextMenu menu = new ContextMenu();

    GridMenu(Grid grid, GridCommands commands) {
        this.grid = grid;
        this.commands = commands;
        grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) {
                fresh().show(grid, Side.TOP, grid.getWidth() / 3, grid.getHeight() / 3);
            } else {
                fresh().show(grid, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
    }

    /** Opens under a button. */
    void showUnder(Node node) {
        fresh().show(node, Side.BOTTOM, 0, 2);
    }

    private ContextMenu fresh() {
        menu.hide();
        menu = new ContextMenu();
        for (var group : commands.all()) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(command -> {
                var item = new MenuItem(command.text());
                item.setMnemonicParsing(false);
                command.combination().ifPresent(item::setAccelerator);
                item.setDisable(!command.possible().getAsBoolean());
                item.setOnAction(_ -> {
                    grid.requestFocus();
                    command.run().run();
                });
                menu.getItems().add(item);
            });
        }
        return menu;
    }
}
