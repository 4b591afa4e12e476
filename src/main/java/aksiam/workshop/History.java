package aksiam.workshop;

import aksiam.model.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The designs before and after the present one. Designs share what did not change, so that a long history stays small.
 *
 * @param past   oldest first; each with the change that led away from it
 * @param future the next one to redo last; each with the change that leads to it
 */
public record History(List<Entry> past, List<Entry> future) {
    public static final History NONE = new History(List.of(), List.of());
    private static final int LENGTH = 2_000;

    /** A design and the change between it and its neighbour. */
    public record Entry(Design design, Change change) {
    }

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /** This history after a change away from a design; what could be redone is gone. */
    History after(Design before, Change change) {
        var last = undo().map(Entry::change);
        if (future.isEmpty() && last.isPresent() && change.continues(last.get())) {
            var entries = new ArrayList<>(past);
            entries.set(entries.size() - 1, new Entry(past.getLast().design(), change));
            return new History(entries, List.of());
        }
        return new History(plus(past.size() < LENGTH ? past : past.subList(1, LENGTH), new Entry(before, change)), List.of());
    }

    /** Where undo leads. */
    public Optional<Entry> undo() {
        return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast());
    }

    /** Where redo leads. */
    public Optional<Entry> redo() {
        return future.isEmpty() ? Optional.empty() : Optional.of(future.getLast());
    }

    History undone(Design present) {
        return new History(past.subList(0, past.size() - 1), plus(future, new Entry(present, past.getLast().change())));
    }

    History redone(Design present) {
        return new History(plus(past, new Entry(present, future.getLast().change())), future.subList(0, future.size() - 1));
    }

    private static List<Entry> plus(List<Entry> entries, Entry last) {
        var all = new ArrayList<>(entries);
        all.add(last);
        return all;
    }
}
