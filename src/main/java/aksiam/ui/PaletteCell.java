package aksiam.ui;

import aksiam.ui.parts.Nodes;
import aksiam.workshop.search.Hit;
import aksiam.workshop.search.Item.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A head, or a result: its mark, its name and line with what was typed underlined, and its step or key. */
final class PaletteCell extends ListCell<Palette.Line> {
    PaletteCell(Runnable choose) {
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() instanceof Palette.Line.Result) {
                choose.run();
            }
        });
    }

    @Override
    protected void updateItem(Palette.Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setMouseTransparent(true);
            setAccessibleText("");
            return;
        }
        switch (line) {
            case Palette.Line.Head(var title) -> {
                setGraphic(Nodes.text(title, "label-text"));
                setAccessibleText(title);
            }
            case Palette.Line.Result result -> {
                setGraphic(row(result));
                setAccessibleText(spoken(result));
            }
        }
        // A head cannot be chosen.
        setMouseTransparent(line instanceof Palette.Line.Head);
        // The list fills its cells while it is laid out, when the look of this pulse was settled already.
        applyCss();
    }

    /** As high as its text is when broken to this width; a cell by itself knows only the height of one line. */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() instanceof Region row && width > 0
            ? snapSizeY(row.prefHeight(width - snappedLeftInset() - snappedRightInset())) + snappedTopInset() + snappedBottomInset()
            : super.computePrefHeight(width);
    }

    private Node row(Palette.Line.Result result) {
        var item = result.hit().item();
        boolean path = item.kind() == Kind.FILE;
        var words = new TextFlow();
        words.setMinWidth(0);
        add(words, result.hit().title(), path ? "hit-path" : "hit-title");
        if (!result.hit().line().isEmpty()) {
            add(words, List.of(new Hit.Part(": ", false)), "hit-title");
            add(words, result.hit().line(), "hit-line");
        }
        var place = Nodes.text(item.place(), item.kind() == Kind.COMMAND ? "key" : "small", "muted");
        place.setMinWidth(USE_PREF_SIZE);
        Nodes.show(place, !item.place().isEmpty());
        var enter = Nodes.text("Enter", "key");
        enter.setMinWidth(USE_PREF_SIZE);
        enter.visibleProperty().bind(selectedProperty());
        var row = Nodes.row("palette-row", result.icon(), Nodes.grow(words), place, enter);
        row.setFillHeight(false);
        return row;
    }

    private static void add(TextFlow flow, List<Hit.Part> parts, String style) {
        for (var part : parts) {
            var text = new Text(part.text());
            text.getStyleClass().addAll(style, part.matched() ? "hit-matched" : "hit-plain");
            flow.getChildren().add(text);
        }
    }

    static String spoken(Palette.Line.Result result) {
        var hit = result.hit();
        var line = hit.line().stream().map(Hit.Part::text).collect(Collectors.joining());
        return Stream.of(hit.item().title(), line, hit.item().place(), result.state()).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }
}
