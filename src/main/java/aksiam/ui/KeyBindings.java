package aksiam.ui;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Does commands by their keys, and goes back and forward by the buttons of a mouse. Nothing happens under a sheet. */
final class KeyBindings {
    private final Live live;
    private final CommandList commands;
    private final BooleanSupplier covered;

    /** @param covered whether a sheet lies over the window */
    KeyBindings(Live live, CommandList commands, BooleanSupplier covered) {
        this.live = live;
        this.commands = commands;
        this.covered = covered;
    }

    void on(Node window) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!isInCell(event)) {
                pressed(event, true);
            }
        });
        window.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            pressed(event, false);
            if (covered.getAsBoolean() && (event.isAltDown() || event.getCode() == KeyCode.F10)) {
                event.consume(); // the menus lie under the sheet
            }
        });
        window.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.BACK || event.getButton() == MouseButton.FORWARD) {
                run(Optional.of(commands.get(event.getButton() == MouseButton.BACK ? "workshop.back" : "workshop.forward")));
                event.consume();
            }
        });
    }

    private void pressed(KeyEvent event, boolean first) {
        if (event.getCode().isModifierKey()) {
            return;
        }
        var command = commands.all().filter(each -> each.first() == first && each.keys().stream().anyMatch(keys -> keys.match(event))).findFirst();
        if (command.isPresent()) {
            run(command);
            // A menu that was open once has left its keys in the scene; they must not do it again.
            event.consume();
        }
    }

    private void run(Optional<Command> command) {
        command.filter(found -> !covered.getAsBoolean() && found.possible().test(live.state())).ifPresent(found -> found.action().run());
    }

    /** A cell that is being edited has an undo of its own. */
    private static boolean isInCell(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl field && field.getStyleClass().contains("value-field");
    }
}
