package aksiam.ui.table;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What stands in place of a table without rows: what its rows are for, and the ways to make some. */
final class EmptyRows extends VBox {
    private final Button add;

    EmptyRows(String name, Noun noun, Runnable add, Runnable paste, Runnable importFile) {
        getStyleClass().add("empty");
        this.add = Nodes.button(Messages.get("grid.add", noun.one()), add, "primary", "add");
        this.add.setGraphic(Icons.of("plus"));
        var fromText = Nodes.button(Messages.get("grid.paste.rows"), paste);
        fromText.setGraphic(Icons.of("clipboard"));
        var fromFile = Nodes.button(Messages.get("grid.import"), importFile);
        fromFile.setGraphic(Icons.of("upload"));
        var title = Nodes.row("empty-head", Icons.of("list").styled("icon-large"), Nodes.text(Messages.get("grid.empty", noun.many()), "strong"));
        var line = Nodes.prose(Messages.get("empty." + name.toLowerCase(Locale.ROOT)), "small", "muted");
        var buttons = Nodes.row("empty-head", new Node[]{this.add, fromText, fromFile});
        getChildren().setAll(title, line, buttons);
    }

    void focus() {
        add.requestFocus();
    }
}
