package aksiam.ui.table;

import aksiam.rules.Cells.Fault;
import aksiam.ui.parts.Icon;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Lines.Line;
import aksiam.workshop.Overview.Mark;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The bar under a grid: one wrong cell with what to do and the way to it, and what is selected and summed. */
final class MessageBar extends HBox {
    private record Place(Line line, Fault fault) {
    }

    private final Lines lines;
    private final Icon octagon = Marks.of(Mark.ERROR);
    private final Text where = new Text();
    private final Text what = new Text();
    private final TextFlow message = new TextFlow(where, what);
    private final Hyperlink go = new Hyperlink(Messages.get("grid.goto"));
    private final Hyperlink next = new Hyperlink();
    private final Label summary = new Label();
    private Optional<Place> shown = Optional.empty();

    MessageBar(Lines lines, BiConsumer<Line, aksiam.model.RowType.Field> go) {
        this.lines = lines;
        getStyleClass().add("message-bar");
        where.getStyleClass().addAll("text-line", "strong");
        what.getStyleClass().add("text-line");
        message.setMinWidth(0);
        HBox.setHgrow(message, Priority.ALWAYS);
        summary.getStyleClass().add("muted");
        summary.setMinWidth(USE_PREF_SIZE);
        this.go.setMinWidth(USE_PREF_SIZE);
        this.go.setOnAction(_ -> shown.ifPresent(place -> go.accept(place.line(), place.fault().field())));
        next.setMinWidth(USE_PREF_SIZE);
        next.setAccessibleText(Messages.get("grid.next.name"));
        next.setOnAction(_ -> next().ifPresent(place -> {
            show(Optional.of(place));
            go.accept(place.line(), place.fault().field());
        }));
        getChildren().setAll(octagon, message, this.go, next, summary);
    }

    /** The wrong cell that is current, else the one shown before if it is still wrong, else the first. */
    void update(Optional<Line> line, Optional<aksiam.model.RowType.Field> field, String summary) {
        this.summary.setText(summary);
        var current = line.flatMap(at -> field.flatMap(column -> at.content().get().fault(column)).map(fault -> new Place(at, fault)));
        var before = shown.filter(place -> lines.all().contains(place.line()))
            .flatMap(place -> place.line().content().get().fault(place.fault().field()).map(fault -> new Place(place.line(), fault)));
        show(current.or(() -> before).or(() -> places().stream().findFirst()));
    }

    private void show(Optional<Place> place) {
        shown = place;
        boolean refused = !lines.refusal().isEmpty();
        Nodes.show(octagon, refused || place.isPresent());
        Nodes.show(go, !refused && place.isPresent());
        long count = lines.all().stream().mapToLong(line -> line.content().get().faults().size()).sum();
        Nodes.show(next, count > 1);
        next.setText(Messages.get("grid.next", count));
        if (refused) {
            where.setText(Messages.get("grid.refused") + " ");
            what.setText(lines.refusal());
            return;
        }
        where.setText(place.map(at -> name(at.line()) + ", " + at.fault().field().label() + ": ").orElse(""));
        what.setText(place.map(at -> at.fault().message()).orElse(""));
        message.setAccessibleText(where.getText() + what.getText());
    }

    private Optional<Place> next() {
        var places = places();
        int at = shown.map(places::indexOf).orElse(-1);
        return places.isEmpty() ? Optional.empty() : Optional.of(places.get((at + 1) % places.size()));
    }

    private List<Place> places() {
        return lines.all().stream().flatMap(line -> line.content().get().faults().stream().map(fault -> new Place(line, fault))).toList();
    }

    private String name(Line line) {
        var name = line.row().display(lines.type().fields().getFirst().name());
        var row = Messages.get("grid.row", lines.all().indexOf(line) + 1);
        return name.isEmpty() ? row : lines.type().key().isEmpty() ? row + " (" + name + ")" : name;
    }
}
