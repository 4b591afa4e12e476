package aksiam.ui;

import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;

/** Who decided: one chip a person, and a way to add those of the scope or others. */
final class Deciders {
    private final Live live;
    private final Consumer<List<String>> onChange;
    private final List<Node> chips = new ArrayList<>();
    private List<String> names = List.of();

    Deciders(Live live, Consumer<List<String>> onChange) {
        this.live = live;
        this.onChange = onChange;
        build();
    }

    /** What is shown, in order. */
    List<Node> chips() {
        return chips;
    }

    void show(List<String> names) {
        if (!this.names.equals(names)) {
            this.names = List.copyOf(names);
            build();
        }
    }

    private void build() {
        chips.clear();
        for (var name : names) {
            var remove = Nodes.iconButton("close", Messages.get("decider.remove", name),
                () -> onChange.accept(names.stream().filter(other -> !other.equals(name)).toList()), "chip-close");
            chips.add(Nodes.row("chip", Nodes.text(name, "small"), remove));
        }
        var add = Nodes.iconButton("plus", Messages.get("decider.add"), () -> {
        }, "ghost", "accent-icon");
        add.setId("add-decider");
        add.setOnAction(_ -> menu().show(add, Side.BOTTOM, 0, 0));
        var last = names.isEmpty() ? Nodes.text(Messages.get("decider.none"), "small", "muted") : chips.removeLast();
        chips.add(Nodes.row("strip-pair", last, add)); // it never begins a line
    }

    private ContextMenu menu() {
        var menu = new ContextMenu();
        live.state().design().rows("people").stream().map(row -> row.text("name")).filter(name -> !name.isBlank() && !names.contains(name)).distinct()
            .forEach(name -> {
                var item = new MenuItem(name);
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> add(name));
                menu.getItems().add(item);
            });
        var other = new TextField();
        other.setPromptText(Messages.get("decider.other"));
        other.setAccessibleText(Messages.get("decider.other"));
        var item = new CustomMenuItem(other, false);
        other.setOnAction(_ -> {
            menu.hide();
            add(other.getText().strip());
        });
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().add(item);
        menu.setOnShown(_ -> other.requestFocus());
        return menu;
    }

    private void add(String name) {
        if (!name.isEmpty() && !names.contains(name)) {
            var all = new ArrayList<>(names);
            all.add(name);
            onChange.accept(all);
        }
    }
}
