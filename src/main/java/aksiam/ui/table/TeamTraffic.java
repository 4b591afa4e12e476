package aksiam.ui.table;

import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Relations.Cell;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Whom one team may talk to, below the grid of teams. */
final class TeamTraffic extends VBox {
    private final Label title = Nodes.text("", "section");
    private final Text rule = new Text();
    private final Label words = Nodes.prose("", "small", "muted");
    private final MatrixLegend legend = new MatrixLegend(words);
    private final MatrixView view;
    private OneTeam relations = new OneTeam(new TrafficRelations("flows", Design.EMPTY), "");

    /** @param onChange gets all flows after a change */
    TeamTraffic(Consumer<List<Row>> onChange) {
        getStyleClass().add("team-traffic");
        view = new MatrixView(relations, (cells, yes) -> {
            if (Relations.changes(relations, cells, yes)) {
                onChange.accept(relations.with(cells, yes));
            }
        }, this::moved);
        title.setMinWidth(USE_PREF_SIZE);
        rule.getStyleClass().addAll("text-line", "small");
        var flow = new TextFlow(title, rule);
        flow.setMinWidth(0);
        words.maxWidthProperty().bind(widthProperty().map(width -> width.doubleValue() > 0 ? width : Double.MAX_VALUE));
        var key = Nodes.text(Messages.get("matrix.key"), "key");
        var changes = Nodes.text(Messages.get("matrix.key.changes"), "small", "muted");
        Stream.of(key, changes).forEach(label -> label.setMinWidth(USE_PREF_SIZE));
        var head = Nodes.row("team-traffic-head", Nodes.grow(flow), key, changes);
        getChildren().setAll(head, view, legend);
        view.focusedProperty().subscribe(() -> moved(view.current()));
    }

    /** Shows the traffic of a team; nothing when there is no such team. */
    void show(Optional<TrafficRelations> traffic, String team) {
        boolean there = traffic.filter(all -> all.indexOf(team) >= 0 && all.rows().size() > 1).isPresent();
        Nodes.show(this, there);
        if (there) {
            relations = new OneTeam(traffic.orElseThrow(), team);
            title.setText(Messages.get("traffic.title", team));
            rule.setText("  " + relations.legend().rule());
            legend.show(relations.legend());
            view.show(relations);
        }
    }

    /** The sentence of the cell while one walks there, else how many it sends to and receives from. */
    private void moved(Cell cell) {
        if (!view.isEmpty()) {
            words.setText(view.isFocused() ? relations.words(cell.row(), cell.column()).holds() : relations.summary(cell.row()));
        }
    }
}
