package aksiam.ui.table;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Relations.Mark;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

/** What the marks of a matrix mean, and one thing more behind them. */
final class MatrixLegend extends FlowPane {
    private final Node last;

    MatrixLegend(Node last) {
        this.last = last;
        getStyleClass().add("matrix-legend");
        setMinWidth(0);
    }

    void show(Relations.Legend legend) {
        getChildren().setAll(Stream.concat(Stream.of(Mark.YES, Mark.NONE, Mark.OWN, Mark.NOT_APPLICABLE).filter(mark -> !legend.name(mark).isEmpty())
            .map(mark -> entry(legend, mark)), Stream.of(last)).toList());
    }

    private static Label entry(Relations.Legend legend, Mark mark) {
        var icon = mark == Mark.YES ? legend.icon() : mark == Mark.OWN ? legend.ownIcon() : "";
        var cell = new StackPane(icon.isEmpty() ? new Label(mark == Mark.OWN ? "=" : "") : Icons.of(icon));
        cell.getStyleClass().addAll("matrix-cell", MatrixCell.style(mark));
        var label = Nodes.text(legend.name(mark), "legend-entry");
        label.setGraphic(cell);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
