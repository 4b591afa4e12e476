package aksiam.ui.table;

import aksiam.intake.Spreadsheet;
import aksiam.intake.Spreadsheet.Reading;
import aksiam.intake.Spreadsheet.State;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Lines.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows what a text would change before it changes anything: which rows are new or changed, which cells are wrong, what was not understood. */
final class PastePanel extends VBox {
    /** A cell from which on a text may be laid over the rows as they are shown. */
    private record Place(List<Line> shown, int row, Line line, Field field) {
    }

    private final Lines lines;
    private final Noun noun;
    private final Runnable close;
    private final TextArea text = new TextArea();
    private final PastePreview preview = new PastePreview();
    private final ToggleButton byName = new ToggleButton();
    private final ToggleButton byPlace = new ToggleButton();
    private final HBox ways = new HBox(byName, byPlace);
    private final Label counts = Nodes.text("", "strong");
    private final Label notes = Nodes.prose("", "small", "warning-text");
    private final Label help = Nodes.prose("", "small", "muted");
    private final Button apply = Nodes.button("", this::apply, "primary", "paste-apply");
    private final ComboBox<String> heads = new ComboBox<>();
    private final ComboBox<String> meanings = new ComboBox<>();
    private final HBox mapping = Nodes.row("paste-head", Nodes.text(Messages.get("paste.map.column"), "small"), heads,
        Nodes.text(Messages.get("paste.map.means"), "small"), meanings);
    /** Columns that somebody named, by the heads of the text. */
    private final Map<String, Field> mapped = new LinkedHashMap<>();
    private Optional<Place> place = Optional.empty();
    private Reading reading;

    PastePanel(Lines lines, Runnable close) {
        this.lines = lines;
        this.noun = Noun.of(lines.type());
        this.close = close;
        this.reading = Spreadsheet.read("", lines.type(), List.of(), lines.names());
        getStyleClass().addAll("detail", "paste-panel");
        text.setPrefRowCount(4);
        text.getStyleClass().add("paste-text");
        text.setAccessibleText(Messages.get("paste.text"));
        text.textProperty().subscribe(this::read);
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) { // a tab typed here would only be a trap for the keyboard
                (event.isShiftDown() ? apply : preview).requestFocus();
                event.consume();
            }
        });
        VBox.setVgrow(preview, Priority.ALWAYS);
        var group = new ToggleGroup();
        group.getToggles().setAll(byName, byPlace);
        byName.getStyleClass().addAll("segment", "segment-first");
        byPlace.getStyleClass().addAll("segment", "segment-last");
        byName.setText(lines.type().key().map(key -> Messages.get("paste.byname", key.label().toLowerCase(Locale.ROOT))).orElse(Messages.get("paste.asnew")));
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                read();
            }
        });
        var head = Nodes.row("paste-head", Nodes.grow(Nodes.text(Messages.get("paste.title", noun.many()), "section")), ways);
        var foot = Nodes.row("paste-foot", Nodes.grow(counts), Nodes.button(Messages.get("paste.cancel"), close), apply);
        getChildren().addAll(head, help, text, preview, notes, mapping, foot);
        setUpMapping();
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !apply.isDisabled()) {
                apply.fire();
                event.consume();
            }
        });
    }

    /** Shows a text; the focus goes to the button that applies it, or into the field when there is none yet. */
    void open(String content, Grid grid) {
        int row = grid.getFocusModel().getFocusedCell().getRow();
        place = grid.line().flatMap(line -> grid.field().map(field -> new Place(List.copyOf(grid.getItems()), row, line, field)));
        place.ifPresent(at -> byPlace.setText(Messages.get("paste.byplace", name(at.line()), at.field().label())));
        Nodes.show(ways, place.isPresent());
        boolean first = place.filter(at -> lines.type().fields().indexOf(at.field()) > 0).isEmpty();
        (first || Spreadsheet.hasHead(content, lines.type()) ? byName : byPlace).setSelected(true);
        mapped.clear();
        text.setText(content);
        read();
        (apply.isDisabled() ? text : apply).requestFocus();
    }

    /** A column that is not understood is given a meaning: first which one, then what it holds. */
    private void setUpMapping() {
        var fields = lines.type().fields().stream().filter(field -> field.kind() != Kind.ROWS).toList();
        heads.setAccessibleText(Messages.get("paste.map.column"));
        meanings.setAccessibleText(Messages.get("paste.map.means"));
        heads.getStyleClass().add("paste-map-column");
        meanings.getStyleClass().add("paste-map-means");
        meanings.getItems().add(Messages.get("paste.map.nothing"));
        fields.stream().map(Field::label).forEach(meanings.getItems()::add);
        heads.valueProperty().subscribe(head -> {
            meanings.setDisable(head == null);
            meanings.setValue(head == null ? null : mapped.containsKey(head) ? mapped.get(head).label() : Messages.get("paste.map.nothing"));
        });
        meanings.setOnAction(_ -> {
            var head = heads.getValue();
            var meant = fields.stream().filter(field -> field.label().equals(meanings.getValue())).findFirst();
            if (head == null || meant.equals(Optional.ofNullable(mapped.get(head)))) {
                return;
            }
            mapped.remove(head);
            meant.ifPresent(field -> {
                mapped.values().remove(field);
                mapped.put(head, field);
            });
            read();
        });
    }

    private void showMapping() {
        var known = Stream.concat(mapped.keySet().stream(), reading.unknownHeads().stream()).distinct().toList();
        if (!heads.getItems().equals(known)) {
            var shown = heads.getValue();
            heads.getItems().setAll(known);
            heads.setValue(known.contains(shown) ? shown : null);
        }
        Nodes.show(mapping, !isByPlace() && !known.isEmpty());
    }

    private String name(Line line) {
        var name = line.row().display(lines.type().fields().getFirst().name());
        return name.isEmpty() ? Messages.get("grid.row", lines.all().indexOf(line) + 1) : name;
    }

    private boolean isByPlace() {
        return byPlace.isSelected() && place.isPresent();
    }

    private void apply() {
        if (isByPlace()) {
            lines.put(place.orElseThrow().shown(), reading.rows());
        } else {
            lines.replace(reading.rows());
        }
        close.run();
    }

    private void read() {
        var fields = lines.type().fields();
        reading = isByPlace()
            ? place.map(at -> Spreadsheet.over(text.getText(), lines.type(), at.shown().stream().map(Line::row).toList(), at.row(),
                fields.subList(fields.indexOf(at.field()), fields.size()), lines.names())).orElseThrow()
            : Spreadsheet.read(text.getText(), lines.type(), lines.rows(), lines.names(), mapped);
        showMapping();
        int fresh = (int) reading.count(State.NEW);
        int changed = (int) reading.count(State.CHANGED);
        help.setText(isByPlace()
            ? Messages.get("paste.help.place")
            : Messages.get("paste.help", fields.stream().limit(3).map(Field::label).reduce((a, b) -> a + ", " + b).orElse(""))
                + lines.type().key().map(key -> " " + Messages.get("paste.help.key", key.label().toLowerCase(Locale.ROOT))).orElse(""));
        counts.setText(reading.lines().isEmpty()
            ? Messages.get("paste.none")
            : Messages.get("paste.counts", fresh, changed, reading.count(State.SAME), reading.wrongCells()));
        var said = new ArrayList<>(reading.refused());
        said.addAll(reading.notes());
        if (!reading.notUnderstood().isEmpty()) {
            said.add(Messages.get("paste.notunderstood", String.join(", ", reading.notUnderstood())));
        }
        if (!reading.sameName().isEmpty()) {
            said.add(Messages.get("paste.samename", String.join(", ", reading.sameName())));
        }
        if (reading.wrongCells() > 0) {
            said.add(Messages.get("paste.wrong"));
        }
        notes.setText(String.join("\n", said));
        Nodes.show(notes, !said.isEmpty());
        apply.setText(fresh == 0 && changed == 0
            ? Messages.get("paste.nothing")
            : fresh == 0
                ? Messages.get("paste.change", noun.count(changed))
                : changed == 0 ? Messages.get("grid.add", noun.count(fresh)) : Messages.get("paste.both", noun.count(fresh), changed));
        apply.setDisable(fresh == 0 && changed == 0);
        preview.show(reading, fields.getFirst(), help.getFont().getSize());
    }
}
