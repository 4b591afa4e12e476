package aksiam.ui;

import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.State;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;

/** Every key of the window: those of the commands by menu, and those of the page. */
final class KeyTable extends ScrollPane {
    private record Line(String keys, String words) {
    }

    private final GridPane grid = new GridPane();

    KeyTable(CommandList commands, State state) {
        grid.getStyleClass().add("keys");
        commands.menus().forEach(menu -> part(Messages.get(menu.key()),
            menu.commands(state).filter(command -> !command.keys().isEmpty()).map(command -> new Line(keys(command), Messages.get(command.key()))).toList()));
        part("keys.page", "keys.list");
        part("keys.table", "keys.table.list");
        setContent(grid);
        setFitToWidth(true);
        getStyleClass().add("plain-scroll");
        setAccessibleText(Messages.get("help.keys"));
    }

    private void part(String title, String keys) {
        part(Messages.get(title), Stream.of(Messages.get(keys).split("\\|")).map(line -> line.split("=", 2))
            .map(line -> new Line(line[0].strip(), line[1].strip())).toList());
    }

    private static String keys(Command command) {
        return command.keys().stream().map(KeyCombination::getDisplayText).distinct().collect(Collectors.joining(", "));
    }

    private void part(String title, List<Line> lines) {
        grid.add(Nodes.text(title, "label-text"), 0, grid.getRowCount(), 2, 1);
        for (var line : lines) {
            int row = grid.getRowCount();
            grid.add(Nodes.prose(line.words(), "small"), 0, row);
            grid.add(Nodes.text(line.keys(), "small", "muted"), 1, row);
        }
    }
}
