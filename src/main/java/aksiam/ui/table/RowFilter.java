package aksiam.ui.table;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Lines.Line;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** The bar over a grid that is not shown as the design has it: what is filtered, how it is sorted, and the way back. */
final class RowFilter extends HBox {
    private final Lines lines;
    private final Arrangement arrangement;
    private final Grid grid;
    private final TextField text = new TextField();
    private final Label count = Nodes.text("", "small", "muted");
    private final Label order = Nodes.text("", "small", "muted");
    private boolean wanted;

    RowFilter(Lines lines, Arrangement arrangement, Grid grid) {
        this.lines = lines;
        this.arrangement = arrangement;
        this.grid = grid;
        getStyleClass().addAll("row", "filter-bar");
        text.setPromptText(Messages.get("grid.filter.prompt", Noun.of(lines.type()).many()));
        text.setAccessibleText(text.getPromptText());
        text.getStyleClass().add("filter-field");
        text.textProperty().subscribe(typed -> {
            arrangement.filter(typed);
            update();
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                toGrid();
                event.consume();
            }
        });
        var back = Nodes.link(Messages.get("grid.sort.none"), () -> {
            grid.sort(Optional.empty(), false);
            grid.requestFocus();
        });
        back.visibleProperty().bind(order.visibleProperty());
        back.managedProperty().bind(back.visibleProperty());
        order.managedProperty().bind(order.visibleProperty());
        getChildren().setAll(Icons.of("search"), text, count, Nodes.spring(), order, back,
            Nodes.iconButton("close", Messages.get("grid.filter.close"), this::close));
        managedProperty().bind(visibleProperty());
        update();
    }

    void open() {
        wanted = true;
        update();
        text.requestFocus();
        text.selectAll();
    }

    private void close() {
        wanted = false;
        text.clear();
        grid.sort(Optional.empty(), false);
        update();
        toGrid();
    }

    private void toGrid() {
        grid.requestFocus();
        if (grid.line().isEmpty()) {
            grid.go(0, 1);
        }
    }

    /** Shows a line that the filter hides. */
    void reveal(Line line) {
        if (!arrangement.shown().contains(line)) {
            text.clear();
        }
    }

    void update() {
        setVisible(wanted || !arrangement.isPlain());
        var all = lines.all().size();
        count.setText(arrangement.isFiltered() ? Messages.get("grid.filter.count", arrangement.shown().size(), Noun.of(lines.type()).count(all)) : "");
        order.setVisible(arrangement.order().isPresent());
        order.setText(arrangement.order().map(by -> Messages.get(by.descending() ? "grid.sorted.down" : "grid.sorted.up", by.field().label())).orElse(""));
    }
}
