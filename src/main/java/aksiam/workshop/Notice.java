package aksiam.workshop;

import aksiam.model.Answer;
import aksiam.model.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What happened and cannot be seen where one looks: told for a moment, with the way back. */
public sealed interface Notice {
    /** @param file its name without the folder */
    record Saved(String file) implements Notice {
    }

    /**
     * Several rows at once, or rows that are gone.
     *
     * @param title of the table
     */
    record Rows(String title, Kind kind, int count) implements Notice {
        public enum Kind {
            ADDED, REMOVED, CHANGED
        }
    }

    /** @param what was changed by it */
    record Undone(String what) implements Notice {
    }

    /** @param what was changed by it */
    record Redone(String what) implements Notice {
    }

    /** What there is to tell of the way from one state to the next. */
    static Optional<Notice> between(State before, State now) {
        if (now.savedAt().isPresent() && !now.savedAt().equals(before.savedAt())) {
            return now.document().file().map(file -> new Saved(file.getFileName().toString()));
        }
        if (now.design() == before.design() || now.trail().isEmpty()) {
            return Optional.empty();
        }
        var change = now.trail().get();
        if (leadsTo(before.history().redo(), now) && now.history().past().size() > before.history().past().size()) {
            return Optional.of(new Redone(change.label()));
        }
        if (leadsTo(before.history().undo(), now) && now.history().future().size() > before.history().future().size()) {
            return Optional.of(new Undone(change.label()));
        }
        return rows(change.label(), rows(before, change), rows(now, change));
    }

    private static boolean leadsTo(Optional<History.Entry> entry, State now) {
        return entry.filter(found -> found.design() == now.design()).isPresent();
    }

    private static List<Row> rows(State state, Change change) {
        return state.design().answers().get(change.consideration()) instanceof Answer.Table(var rows) ? rows : List.of();
    }

    /** One row that is added or changed is seen where it is typed. */
    private static Optional<Notice> rows(String title, List<Row> before, List<Row> now) {
        int more = now.size() - before.size();
        if (more < 0) {
            return Optional.of(new Rows(title, Rows.Kind.REMOVED, -more));
        }
        int count = more > 0 ? more : (int) IntStream.range(0, now.size()).filter(i -> !now.get(i).equals(before.get(i))).count();
        return count < 2 ? Optional.empty() : Optional.of(new Rows(title, more > 0 ? Rows.Kind.ADDED : Rows.Kind.CHANGED, count));
    }
}
