package aksiam.ui.table;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One of the four lists of a role, each operation a line that can be typed over. Under a wildcard stands what it resolves to. */
final class OperationLines extends VBox {
    private final String title;
    private final boolean data;
    private final boolean excluding;
    private final Consumer<List<String>> onChange;
    private final Label count = Nodes.count(0);
    private final VBox body = Nodes.column("operations-body");
    private final List<OperationLine> boxes = new ArrayList<>();
    private RoleReach reach = new RoleReach(List.of(), List.of(), List.of(), List.of());
    private List<String> lines = List.of();
    private int shown;
    private boolean adding;

    /** @param excluding whether the lines are taken away, as NotActions are */
    OperationLines(String title, boolean data, boolean excluding, String hint, Consumer<List<String>> onChange) {
        this.title = title;
        this.data = data;
        this.excluding = excluding;
        this.onChange = onChange;
        getStyleClass().add("operations");
        var name = Nodes.text(title, "strong");
        name.setMinWidth(USE_PREF_SIZE);
        var said = Nodes.text(hint, "small", "muted");
        said.setMinWidth(0);
        var add = Nodes.button(Messages.get("roles.line.add"), () -> {
            adding = true;
            refresh();
            boxes.get(shown - 1).focus();
        }, "small-button", "link", "add-" + title.toLowerCase(Locale.ROOT));
        add.setGraphic(Icons.of("plus"));
        add.setAccessibleText(Messages.get("roles.line.add.to", title));
        getChildren().setAll(Nodes.row("operations-head", name, count, said, Nodes.spring(), add), body);
    }

    String title() {
        return title;
    }

    boolean data() {
        return data;
    }

    boolean excluding() {
        return excluding;
    }

    /**
     * Shows lines that were shown before, and some more.
     *
     * @param fresh how many lines may be made now
     * @return how many are left to be made; less than 0 when some are missing
     */
    int show(List<String> lines, RoleReach reach, int fresh) {
        this.lines = lines;
        this.reach = reach;
        int missing = Math.max(0, lines.size() + (adding ? 1 : 0) - boxes.size());
        refresh(Math.min(missing, fresh));
        return missing > fresh ? -1 : fresh - missing;
    }

    private void refresh() {
        refresh(Integer.MAX_VALUE);
    }

    private void refresh(int fresh) {
        count.setText(String.valueOf(lines.size()));
        int all = lines.size() + (adding ? 1 : 0);
        for (int i = 0; i < fresh && boxes.size() < all; i++) {
            boxes.add(new OperationLine(this));
        }
        shown = Math.min(all, boxes.size());
        if (body.getChildren().size() < shown) {
            body.getChildren().addAll(boxes.subList(body.getChildren().size(), shown));
        } else {
            body.getChildren().remove(shown, body.getChildren().size());
        }
        for (int i = 0; i < shown; i++) {
            boxes.get(i).show(i < lines.size() ? lines.get(i) : "", i + 1, reach);
        }
    }

    /** To the line before or behind. */
    void step(OperationLine from, int by) {
        int next = boxes.indexOf(from) + by;
        if (next >= 0 && next < shown) {
            boxes.get(next).focus();
        }
    }

    /** Several operations pasted into a line become several lines. */
    void change(OperationLine line, String operation) {
        int index = boxes.indexOf(line);
        var changed = new ArrayList<>(lines);
        if (index < changed.size()) {
            changed.remove(index);
        }
        adding = false;
        changed.addAll(Math.min(index, changed.size()), Stream.of(operation.split("[\\s,;\"]+")).filter(part -> !part.isEmpty()).toList());
        var result = changed.stream().distinct().toList();
        if (result.equals(lines)) {
            refresh();
        } else {
            onChange.accept(result);
        }
    }
}
