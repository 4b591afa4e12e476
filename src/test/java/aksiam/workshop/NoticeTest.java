package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aksiam.model.Answer;
import aksiam.model.Row;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticeTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);
    private State state = State.start(Preferences.DEFAULT);

    @Test
    void several_rows_at_once_and_rows_that_are_gone_are_told() {
        assertEquals(Optional.empty(), teams("a"));
        assertEquals(rows(Notice.Rows.Kind.ADDED, 3), teams("a", "b", "c", "d"));
        assertEquals(Optional.empty(), teams("a", "b", "c", "d", "e"));
        assertEquals(Optional.empty(), teams("a", "b", "c", "d", "f"));
        assertEquals(rows(Notice.Rows.Kind.CHANGED, 2), teams("x", "y", "c", "d", "f"));
        assertEquals(rows(Notice.Rows.Kind.REMOVED, 1), teams("x", "y", "c", "d"));
        assertEquals(rows(Notice.Rows.Kind.REMOVED, 4), teams());
    }

    @Test
    void undo_and_redo_say_what_they_changed_and_an_answer_after_undo_is_neither() {
        answer("user-assigned");
        assertEquals(Optional.empty(), answer("system-assigned"));
        assertEquals(Optional.of(new Notice.Undone("Control plane identity")), take(new Action.Undo(NOON)));
        assertEquals(Optional.of(new Notice.Redone("Control plane identity")), take(new Action.Redo(NOON)));
        take(new Action.Undo(NOON));
        assertEquals(Optional.empty(), answer("service-principal"));
        take(new Action.Undo(NOON));
        take(new Action.Undo(NOON));
        assertEquals(Optional.empty(), take(new Action.Undo(NOON)), "nothing left to undo");
    }

    @Test
    void a_saved_file_is_told_by_its_name() {
        answer("user-assigned");
        var document = new Document(state.design(), Optional.of(Path.of("/designs/contoso.aksiam.json")), state.document().stamp());
        assertEquals(Optional.of(new Notice.Saved("contoso.aksiam.json")), take(new Action.Saved(document, NOON)));
        assertEquals(Optional.empty(), take(new Action.Opened(document, Optional.empty())));
    }

    private static Optional<Notice> rows(Notice.Rows.Kind kind, int count) {
        return Optional.of(new Notice.Rows("Teams", kind, count));
    }

    private Optional<Notice> answer(String option) {
        return take(new Action.Answered("control-plane-identity", new Answer.Choice(option), NOON));
    }

    private Optional<Notice> teams(String... names) {
        var rows = IntStream.range(0, names.length).mapToObj(i -> Row.EMPTY.with("name", names[i])).toList();
        return take(new Action.Answered("teams", new Answer.Table(List.copyOf(rows)), NOON));
    }

    private Optional<Notice> take(Action action) {
        var before = state;
        state = Update.apply(state, action).state();
        return Notice.between(before, state);
    }
}
