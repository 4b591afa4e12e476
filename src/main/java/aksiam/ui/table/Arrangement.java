package aksiam.ui.table;

import aksiam.model.RowType.Field;
import aksiam.ui.table.Lines.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Which lines a grid shows, and in which order. It is a view: the design keeps its own order. A line that changes stays where it
 * is until somebody sorts or filters again; nothing moves while one types.
 */
final class Arrangement {
    /** By which column lines are sorted. */
    record Order(Field field, boolean descending) {
    }

    private final Lines lines;
    private final ObservableList<Line> shown = FXCollections.observableArrayList();
    private Set<Line> known = new HashSet<>();
    private String filter = "";
    private Optional<Order> order = Optional.empty();

    Arrangement(Lines lines) {
        this.lines = lines;
        follow();
        lines.version().subscribe(this::follow);
    }

    /** The lines as they are shown. */
    ObservableList<Line> shown() {
        return shown;
    }

    Optional<Order> order() {
        return order;
    }

    boolean isFiltered() {
        return !filter.isBlank();
    }

    /** Whether the lines are shown as the design has them. */
    boolean isPlain() {
        return order.isEmpty() && !isFiltered();
    }

    /** Shows the lines that hold all words of a text. */
    void filter(String text) {
        filter = text;
        arrange();
    }

    /** Sorts by a column; none is the order of the design. */
    void sort(Optional<Order> order) {
        this.order = order;
        arrange();
    }

    /** Takes over which lines there are. A new line stands behind the one it follows in the design. */
    private void follow() {
        var all = lines.all();
        if (isPlain()) {
            put(all);
        } else {
            var alive = Collections.<Line>newSetFromMap(new IdentityHashMap<>());
            alive.addAll(all);
            var target = shown.stream().filter(alive::contains).collect(Collectors.toCollection(ArrayList::new));
            for (int i = 0; i < all.size(); i++) {
                if (!known.contains(all.get(i))) {
                    int before = i == 0 ? -1 : target.indexOf(all.get(i - 1));
                    target.add(i > 0 && before < 0 ? target.size() : before + 1, all.get(i));
                }
            }
            put(target);
        }
        known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(all);
    }

    private void arrange() {
        var words = Stream.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
        var fitting = lines.all().stream().filter(line -> words.isEmpty() || holds(line, words));
        put(order.map(by -> fitting.sorted((one, other) -> CellOrder.compare(by.field(), one.row(), other.row(), by.descending()))).orElse(fitting).toList());
    }

    private boolean holds(Line line, List<String> words) {
        var text = lines.type().fields().stream().map(field -> Shown.text(field, line.row())).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    /** Changes only what differs, so that selection and scroll position hold on to the rest. */
    private void put(List<Line> target) {
        int head = 0;
        while (head < Math.min(shown.size(), target.size()) && shown.get(head) == target.get(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(shown.size(), target.size()) - head && shown.get(shown.size() - 1 - tail) == target.get(target.size() - 1 - tail)) {
            tail++;
        }
        if (head < shown.size() - tail && head < target.size() - tail) {
            shown.setAll(List.copyOf(target));
        } else if (head < shown.size() - tail) {
            shown.remove(head, shown.size() - tail);
        } else if (head < target.size() - tail) {
            shown.addAll(head, List.copyOf(target.subList(head, target.size() - tail)));
        }
    }
}
