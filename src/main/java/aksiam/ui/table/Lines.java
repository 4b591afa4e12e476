package aksiam.ui.table;

import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import aksiam.rules.Candidates;
import aksiam.rules.Cells;
import aksiam.rules.Cells.Fault;
import aksiam.rules.Secrets;
import aksiam.ui.parts.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rows of a table while they are edited. A line keeps its identity while its row changes, so that focus and selection hold on to it. */
final class Lines {
    /** What a line shows: a row, and which of its cells are wrong. */
    record Content(Row row, List<Fault> faults) {
        Optional<Fault> fault(Field field) {
            return faults.stream().filter(fault -> fault.field().equals(field)).findFirst();
        }
    }

    /** One line of the grid. */
    static final class Line {
        private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>();
        private final BooleanProperty marked = new SimpleBooleanProperty();

        ReadOnlyObjectProperty<Content> content() {
            return content.getReadOnlyProperty();
        }

        /** Chosen by its check box, for deleting and duplicating. */
        ReadOnlyBooleanProperty marked() {
            return marked;
        }

        Row row() {
            return content.get().row();
        }
    }

    private final RowType<?> type;
    private final Consumer<List<Row>> onChange;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private Candidates names = Candidates.NONE;
    private String refusal = "";

    Lines(RowType<?> type, Consumer<List<Row>> onChange) {
        this.type = type;
        this.onChange = onChange;
    }

    RowType<?> type() {
        return type;
    }

    Candidates names() {
        return names;
    }

    /** Counts the changes of lines, contents and marks. The list itself reports no changed contents: the selection of a table would not survive that. */
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    /** The lines in the order of the design. */
    ObservableList<Line> all() {
        return lines;
    }

    List<Row> rows() {
        return lines.stream().map(Line::row).toList();
    }

    List<Line> marked() {
        return lines.stream().filter(line -> line.marked.get()).toList();
    }

    void mark(Collection<Line> chosen, boolean marked) {
        chosen.forEach(line -> line.marked.set(marked));
        changed();
    }

    /** Shows other rows: lines at the start and at the end that did not change stay, as do lines in between when their number is the same. */
    void show(List<Row> rows, Candidates names) {
        boolean same = refersTheSame(type, this.names, names);
        this.names = names;
        var old = rows();
        int head = 0;
        while (head < Math.min(old.size(), rows.size()) && old.get(head).equals(rows.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), rows.size()) - head && old.get(old.size() - 1 - tail).equals(rows.get(rows.size() - 1 - tail))) {
            tail++;
        }
        var middle = rows.subList(head, rows.size() - tail);
        int kept = Math.min(middle.size(), old.size() - tail - head);
        for (int i = 0; i < kept; i++) {
            put(lines.get(head + i), middle.get(i));
        }
        if (head + kept < old.size() - tail) {
            lines.remove(head + kept, old.size() - tail);
        }
        if (kept < middle.size()) {
            lines.addAll(head + kept, middle.stream().skip(kept).map(this::line).toList());
        }
        if (!same) {
            lines.subList(0, head).forEach(line -> put(line, line.row()));
            lines.subList(lines.size() - tail, lines.size()).forEach(line -> put(line, line.row()));
        }
        changed();
    }

    /** Else rows that stayed may refer to what is called otherwise now. */
    private static boolean refersTheSame(RowType<?> type, Candidates before, Candidates now) {
        return type.fields().stream().allMatch(
            field -> field.rows().map(inner -> refersTheSame(inner, before, now)).orElseGet(() -> before.candidates(field).equals(now.candidates(field))));
    }

    void set(Line line, Field field, Object value) {
        set(Map.of(line, line.row().with(field.name(), value)));
    }

    /** Changes several lines as one change. Lines that are gone meanwhile, and rows that stay as they are, do not count. */
    void set(Map<Line, Row> changes) {
        var real = new LinkedHashMap<>(changes);
        real.entrySet().removeIf(change -> !lines.contains(change.getKey()) || change.getKey().row().equals(change.getValue()));
        if (!real.isEmpty()) {
            var secret = real.entrySet().stream().flatMap(change -> secret(change.getKey().row(), change.getValue()).stream()).findFirst();
            refusal = secret.orElse("");
            if (secret.isPresent()) {
                changed();
                return;
            }
            real.forEach(this::put);
            changed();
            onChange.accept(rows());
        }
    }

    /** Gives lines the rows at their places, and adds the rows that are left, as one change. */
    void put(List<Line> over, List<Row> rows) {
        for (int i = 0; i < over.size(); i++) {
            put(over.get(i), rows.get(i));
        }
        lines.addAll(rows.stream().skip(over.size()).map(this::line).toList());
        changed();
        onChange.accept(rows());
    }

    /** Moves lines past the one before or behind them, as one change; whether there was room. */
    boolean move(Collection<Line> chosen, int by) {
        var moving = new HashSet<>(chosen);
        var order = new ArrayList<>(by < 0 ? lines : lines.reversed());
        if (moving.isEmpty() || moving.contains(order.getFirst())) {
            return false;
        }
        for (int i = 1; i < order.size(); i++) {
            if (moving.contains(order.get(i))) {
                Collections.swap(order, i - 1, i);
            }
        }
        lines.setAll(by < 0 ? order : order.reversed());
        changed();
        onChange.accept(rows());
        return true;
    }

    void refuse(String what, String why) {
        refusal = what + ": " + why;
        changed();
    }

    /** Why the last change was refused; empty when it was not. */
    String refusal() {
        return refusal;
    }

    /** The first changed cell that looks like a secret. The message never holds the value. */
    private Optional<String> secret(Row before, Row after) {
        return type.fields().stream().filter(field -> !Objects.equals(before.cells().get(field.name()), after.cells().get(field.name())))
            .flatMap(field -> Secrets.find(after.display(field.name()))
                .map(kind -> Messages.get("grid.refused.secret", field.label(), kind.label())).stream())
            .findFirst();
    }

    /** Adds a row behind the line, or at the end. */
    Line add(Row row, Optional<Line> behind) {
        var line = line(row);
        lines.add(behind.map(lines::indexOf).orElse(lines.size() - 1) + 1, line);
        changed();
        onChange.accept(rows());
        return line;
    }

    void delete(Collection<Line> gone) {
        if (!gone.isEmpty()) {
            lines.removeAll(new HashSet<>(gone));
            changed();
            onChange.accept(rows());
        }
    }

    /** Adds a copy behind each line; the name of a copy gets a number that is still free. */
    List<Line> duplicate(List<Line> originals) {
        var copies = new ArrayList<Line>();
        for (var original : originals) {
            var row = type.key().map(key -> original.row().with(key.name(), freeName(key, original.row().text(key.name())))).orElse(original.row());
            var copy = line(row);
            lines.add(lines.indexOf(original) + 1, copy);
            copies.add(copy);
        }
        if (!copies.isEmpty()) {
            changed();
            onChange.accept(rows());
        }
        return copies;
    }

    /** Replaces all rows as one change. */
    void replace(List<Row> rows) {
        if (!rows.equals(rows())) {
            show(rows, names);
            onChange.accept(rows());
        }
    }

    private String freeName(Field key, String name) {
        if (name.isEmpty()) {
            return name;
        }
        var taken = new HashSet<>(lines.stream().map(line -> line.row().text(key.name())).toList());
        var stem = name.replaceAll("-?\\d+$", "");
        int number = 2;
        while (taken.contains(stem + (key.column().format() == aksiam.model.Format.POOL_NAME ? "" : "-") + number)) {
            number++;
        }
        return stem + (key.column().format() == aksiam.model.Format.POOL_NAME ? "" : "-") + number;
    }

    private void changed() {
        version.set(version.get() + 1);
    }

    private Line line(Row row) {
        var line = new Line();
        put(line, row);
        return line;
    }

    private void put(Line line, Row row) {
        var content = new Content(row, Cells.faults(type, row, names));
        if (!content.equals(line.content.get())) {
            line.content.set(content);
        }
    }
}
