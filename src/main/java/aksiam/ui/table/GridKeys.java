package aksiam.ui.table;

import aksiam.model.RowType.Kind;
import java.util.Optional;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The keys of a grid: arrows move, with Ctrl to the end and with Shift select; typing, F2 or Enter edits, Tab moves on and Ctrl+Tab
 * leaves, Space ticks, Shift+Space marks the row; a double click opens nested rows. The rest are the commands of the menu.
 */
final class GridKeys {
    private final Grid grid;
    private final GridCommands commands;

    GridKeys(Grid grid, GridCommands commands) {
        this.grid = grid;
        this.commands = commands;
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        grid.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        grid.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && grid.field().filter(field -> field.kind() == Kind.ROWS).isPresent()) {
                commands.edit();
            }
        });
    }

    private void typed(KeyEvent event) {
        var text = event.getCharacter();
        if (event.getTarget() != grid || text.isEmpty() || text.charAt(0) <= ' ' || text.charAt(0) == 127 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        grid.field().filter(field -> field.kind() != Kind.ROWS).ifPresent(_ -> grid.edit(Optional.of(text)));
        event.consume();
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() != grid) {
            return;
        }
        boolean taken = switch (event.getCode()) {
            case TAB -> tab(event);
            case ENTER -> !event.isShortcutDown() && run(event.isShiftDown() ? () -> grid.moveDown(-1) : commands::edit);
            case SPACE -> space(event);
            // The table would keep it to itself; it leads out of nested rows.
            case ESCAPE -> run(() -> grid.getParent().fireEvent(event.copyFor(grid, grid.getParent())));
            case BACK_SPACE -> !event.isShortcutDown() && run(commands::clear);
            case A -> event.isShortcutDown() && run(this::selectAll);
            case UP, DOWN, LEFT, RIGHT, HOME, END, PAGE_UP, PAGE_DOWN -> !event.isAltDown() && move(event);
            default -> false;
        };
        if (taken || command(event)) {
            event.consume();
        }
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }

    private boolean command(KeyEvent event) {
        var wanted = commands.all().stream().flatMap(java.util.List::stream)
            .filter(command -> command.combination().filter(key -> key.match(event)).isPresent())
            .findFirst();
        wanted.filter(command -> command.possible().getAsBoolean()).ifPresent(command -> command.run().run());
        return wanted.isPresent();
    }

    /** Moves on from cell to cell; Ctrl, or the end, moves the focus out of the grid as Tab does elsewhere. */
    private boolean tab(KeyEvent event) {
        if (event.isControlDown() || !grid.moveOn(event.isShiftDown() ? -1 : 1)) {
            grid.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
        return true;
    }

    private boolean space(KeyEvent event) {
        var field = grid.field();
        if (event.isShiftDown() || field.isEmpty()) {
            commands.mark();
        } else if (field.get().kind() == Kind.FLAG) {
            commands.tick(field.get());
        }
        return event.isShiftDown() || field.isEmpty() || field.get().kind() == Kind.FLAG;
    }

    private boolean move(KeyEvent event) {
        int lastRow = grid.getItems().size() - 1;
        if (lastRow < 0) {
            return false;
        }
        int lastColumn = grid.getVisibleLeafColumns().size() - 1;
        boolean far = event.isShortcutDown();
        int row = Math.max(0, grid.getFocusModel().getFocusedCell().getRow());
        int column = grid.getFocusModel().getFocusedCell().getColumn();
        switch (event.getCode()) {
            case UP -> row = far ? 0 : row - 1;
            case DOWN -> row = far ? lastRow : row + 1;
            case LEFT -> column = far ? 1 : column - 1;
            case RIGHT -> column = far ? lastColumn : column + 1;
            case HOME -> {
                column = 1;
                row = far ? 0 : row;
            }
            case END -> {
                column = lastColumn;
                row = far ? lastRow : row;
            }
            case PAGE_UP -> row -= grid.page();
            case PAGE_DOWN -> row += grid.page();
            default -> throw new IllegalArgumentException(event.getCode().getName());
        }
        int toRow = Math.clamp(row, 0, lastRow);
        int toColumn = Math.clamp(column, 0, lastColumn);
        if (event.isShiftDown()) {
            grid.extendTo(toRow, toColumn);
        } else {
            grid.go(toRow, toColumn);
        }
        return true;
    }

    private void selectAll() {
        grid.go(0, 1);
        grid.extendTo(grid.getItems().size() - 1, grid.getVisibleLeafColumns().size() - 1);
    }
}
