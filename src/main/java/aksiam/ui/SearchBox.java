package aksiam.ui;

import aksiam.ui.parts.Icon;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;

/** Opens the search: looks like its field, or is an icon where there is no room for one. */
final class SearchBox extends Button {
    private final Icon icon = Icons.of("search");
    private final HBox words;

    SearchBox(Command search) {
        words = Nodes.row("search-words", Icons.of("search"), Nodes.text(Messages.get("search.box"), "muted"), Nodes.spring(),
            Nodes.text(search.shown(), "key"));
        setId("search");
        setAccessibleText(Messages.get("search.name"));
        Nodes.tip(this, Messages.get("search.name") + " (" + search.shown() + ")");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        words.prefWidthProperty().bind(widthProperty().subtract(20));
        setNarrow(false);
        setOnAction(_ -> search.action().run());
    }

    void setNarrow(boolean narrow) {
        setGraphic(narrow ? icon : words);
        getStyleClass().removeAll("bar-button", "icon-button", "search-box");
        getStyleClass().addAll(narrow ? List.of("bar-button", "icon-button") : List.of("search-box"));
    }
}
