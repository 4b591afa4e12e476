package aksiam.ui.table;

import aksiam.model.Row;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import aksiam.ui.parts.Messages;
import aksiam.ui.table.Lines.Line;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;

/** What one can do in a grid. Keys, menu and toolbar all draw on it. */
final class GridCommands {
    /**
     * A command of the menu.
     *
     * @param key  empty when it has none
     * @param text as the menu shows it now
     */
    record Command(String text, String key, BooleanSupplier possible, Runnable run) {
        Optional<KeyCombination> combination() {
            return key.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(key));
        }
    }

    /** What the pane around the grid does. */
    interface Around {
        /** Opens the nested rows of a cell. */
        void open(Field field);

        /** Takes over a text from the clipboard. */
        void paste(String text);

        void filter();
    }

    private final Grid grid;
    private final Lines lines;
    private final Arrangement arrangement;
    private final Around around;

    GridCommands(Grid grid, Lines lines, Arrangement arrangement, Around around) {
        this.grid = grid;
        this.lines = lines;
        this.arrangement = arrangement;
        this.around = around;
    }

    /** In groups, as the menu shows them. */
    List<List<Command>> all() {
        var column = grid.field().map(Field::label).orElse("");
        BooleanSupplier cells = () -> !grid.block().cells().isEmpty();
        BooleanSupplier rows = () -> !chosen().isEmpty();
        BooleanSupplier movable = () -> arrangement.isPlain() && !chosen().isEmpty();
        BooleanSupplier sortable = () -> grid.field().filter(field -> field.kind() != Kind.ROWS).isPresent();
        BooleanSupplier always = () -> true;
        return List.of(
            List.of(command("grid.edit", "F2", cells, this::edit), command("grid.cut", "Shortcut+X", cells, this::cut),
                command("grid.copy", "Shortcut+C", cells, () -> copy(false)), command("grid.copyheads", "", cells, () -> copy(true)),
                command("grid.paste", "Shortcut+V", always, this::paste), command("grid.clear", "DELETE", cells, this::clear),
                command("grid.fill", "Shortcut+ENTER", cells, this::fillDown)),
            List.of(command("grid.insert", "INSERT", always, this::add), command("grid.duplicate", "Shortcut+Shift+D", rows, this::duplicate),
                command("grid.delete", "Shortcut+DELETE", rows, this::delete), command("grid.up", "Alt+Shift+UP", movable, () -> move(-1)),
                command("grid.down", "Alt+Shift+DOWN", movable, () -> move(1))),
            List.of(command("grid.sort.up", "", sortable, () -> grid.sort(grid.field(), false), column),
                command("grid.sort.down", "", sortable, () -> grid.sort(grid.field(), true), column),
                command("grid.sort.none", "", () -> arrangement.order().isPresent(), () -> grid.sort(Optional.empty(), false)),
                command("grid.filter", "Shortcut+F", always, around::filter)),
            List.of(command("grid.wider", "", cells, () -> widen(1)), command("grid.narrower", "", cells, () -> widen(-1))));
    }

    private static Command command(String text, String key, BooleanSupplier possible, Runnable run, Object... values) {
        return new Command(values.length == 0 ? Messages.get(text) : Messages.get(text, values), key, possible, run);
    }

    /** Opens nested rows, ticks, or edits the text of the current cell. */
    void edit() {
        grid.field().ifPresent(field -> {
            switch (field.kind()) {
                case ROWS -> around.open(field);
                case FLAG -> tick(field);
                case TEXT, NUMBER, LIST -> grid.edit(Optional.empty());
            }
        });
    }

    void tick(Field field) {
        grid.line().ifPresent(line -> lines.set(line, field, !(line.row().cells().get(field.name()) instanceof Boolean flag && flag)));
    }

    void mark() {
        grid.line().ifPresent(line -> lines.mark(List.of(line), !line.marked().get()));
    }

    void copy(boolean heads) {
        var content = new ClipboardContent();
        content.putString(grid.block().text(heads));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void cut() {
        copy(false);
        clear();
    }

    void paste() {
        var text = Clipboard.getSystemClipboard().getString();
        if (text != null && !text.isBlank()) {
            around.paste(text);
        }
    }

    void clear() {
        grid.change(grid.block().clear());
    }

    void fillDown() {
        grid.change(grid.block().fillDown());
    }

    /** Adds a row behind the current one. */
    void add() {
        var line = lines.add(Row.EMPTY, grid.line());
        go(line);
    }

    void duplicate() {
        var copies = lines.duplicate(chosen());
        if (!copies.isEmpty()) {
            go(copies.getLast());
        }
    }

    void delete() {
        int at = grid.getFocusModel().getFocusedIndex();
        lines.delete(chosen());
        grid.requestFocus();
        if (!grid.getItems().isEmpty()) {
            go(grid.getItems().get(Math.clamp(at, 0, grid.getItems().size() - 1)));
        }
    }

    private void move(int by) {
        var line = grid.line();
        var field = grid.field();
        if (lines.move(chosen(), by)) {
            line.ifPresent(at -> grid.go(at, field.orElse(lines.type().fields().getFirst())));
        }
    }

    private void widen(int by) {
        grid.field().ifPresent(field -> grid.widths().widen(field, by));
    }

    /** The marked lines, else those with selected cells. */
    List<Line> chosen() {
        var marked = lines.marked();
        return marked.isEmpty() ? grid.selectedLines() : marked;
    }

    private void go(Line line) {
        grid.requestFocus();
        grid.go(line, lines.type().fields().getFirst());
    }
}
