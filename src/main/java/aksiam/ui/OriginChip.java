package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** "from: Authorization": names the considerations that something came from, and leads there. */
final class OriginChip extends Button {
    private final Consumer<String> jump;
    private List<String> considerations = List.of();

    OriginChip(Consumer<String> jump) {
        this.jump = jump;
        getStyleClass().add("from-chip");
        setId("from");
        setGraphic(Icons.of("arrow-left").styled("icon-badge", "icon-accent"));
        setMinWidth(0);
        setOnAction(_ -> pressed());
        setVisible(false);
    }

    /** @param considerations ids; the chip keeps its place when there is none */
    void show(List<String> considerations) {
        this.considerations = considerations.stream().filter(id -> Catalogue.find(id).isPresent()).toList();
        setVisible(!this.considerations.isEmpty());
        var titles = this.considerations.stream().map(OriginChip::title).toList();
        setText(
            titles.size() > 1 ? Messages.get("files.from.many", titles.getFirst(), titles.size() - 1) : Messages.get("files.from", String.join(", ", titles)));
        setAccessibleText(Messages.get("files.from", String.join(", ", titles)));
        Nodes.tip(this, String.join("\n", titles));
    }

    private void pressed() {
        if (considerations.size() == 1) {
            jump.accept(considerations.getFirst());
            return;
        }
        var menu = new ContextMenu();
        considerations.forEach(id -> {
            var item = new MenuItem(title(id));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> jump.accept(id));
            menu.getItems().add(item);
        });
        menu.show(this, Side.BOTTOM, 0, 0);
    }

    private static String title(String id) {
        return Catalogue.get(id).title();
    }
}
