package aksiam.ui;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.RightsChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The rights that the last answer gave and took away. Lost ones are always in sight; gained ones as far as five lines go, until all are asked for. */
final class RightsPart extends VBox {
    private static final int SHOWN = 5;
    /** More than this stand in a list that scrolls by itself. */
    private static final int LISTED = 40;

    private record Line(String text, boolean gained) {
    }

    private RightsChange shown = RightsChange.NONE;

    RightsPart() {
        getStyleClass().add("guidance-part");
        build(shown, false);
    }

    void show(RightsChange change) {
        if (!change.equals(shown)) {
            shown = change;
            build(change, false);
        }
    }

    private void build(RightsChange change, boolean all) {
        setVisible(!change.isEmpty());
        setManaged(!change.isEmpty());
        var chips = new FlowPane(chip("plus", Messages.get("guidance.gained", change.gains()), change.gains() > 0, "chip-gained"),
            chip("minus", Messages.get("guidance.lost", change.losses()), change.losses() > 0, "chip-lost"));
        chips.getStyleClass().add("badges");
        int room = Math.max(0, SHOWN - change.lost().size());
        boolean folded = !all && change.gained().size() > room;
        var lines = Stream.concat(change.lost().stream().map(text -> new Line(text, false)),
            change.gained().stream().limit(folded ? room : Long.MAX_VALUE).map(text -> new Line(text, true))).toList();
        var content = new ArrayList<Node>(List.of(chips));
        if (lines.size() > LISTED) {
            content.add(list(lines));
        } else {
            lines.forEach(line -> content.add(row(line)));
        }
        if (folded) {
            var more = Nodes.link(Messages.get("guidance.rights.all", change.gained().size() - room), () -> {
                build(change, true);
                requestFocus();
            });
            more.setId("all-rights");
            content.add(more);
        }
        getChildren().setAll(content);
    }

    private static Node chip(String icon, String text, boolean some, String styleClass) {
        return some ? Nodes.badge(text, icon, styleClass) : Nodes.badge(text, icon);
    }

    private static Node row(Line line) {
        var row = Nodes.row("point", Icons.of(line.gained() ? "plus" : "minus").styled("icon-point", line.gained() ? "icon-success" : "icon-danger"),
            Nodes.grow(Nodes.prose(line.text(), "small")));
        row.getStyleClass().add(line.gained() ? "right-gained" : "right-lost");
        return row;
    }

    private static ListView<Line> list(List<Line> lines) {
        var list = new ListView<Line>();
        list.getStyleClass().add("right-list");
        list.setAccessibleText(Messages.get("guidance.rights"));
        list.setCellFactory(_ -> new ListCell<>() {
            {
                // As wide as the list, so that long sentences break.
                setPrefWidth(0);
            }

            @Override
            protected void updateItem(Line line, boolean empty) {
                super.updateItem(line, empty);
                setGraphic(empty || line == null ? null : row(line));
            }
        });
        list.getItems().setAll(lines);
        return list;
    }
}
