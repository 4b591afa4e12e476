package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.catalogue.Option;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.store.DesignFile;
import aksiam.testkit.Designs;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random changes of every kind to the design of a dozen teams, all undone and all redone. Another run of them: {@code -Dseed=8}. */
class UndoTest {
    private static final int CHANGES = 1_000;
    private static final long SEED = Long.getLong("seed", 7);

    /** What a person does, each of which is one change to undo; typing is several actions within a second. */
    private enum Deed {
        CHOOSE, PICK, TYPE, ROWS, MATRIX, CLEAR, SIGN_OFF, TYPE_REASON, DECIDERS, DATES, TYPE_OPEN_POINT, UNMARK, FORGET_DECISION
    }

    private final Random random = new Random(SEED);
    private final Set<Deed> done = EnumSet.noneOf(Deed.class);
    private final Set<Class<?>> answered = new HashSet<>();
    private LocalDateTime now = LocalDateTime.of(2026, 11, 24, 9, 0);
    private State state = State.start(Preferences.DEFAULT);
    private String last = "nothing yet";

    @Test
    void all_changes_can_be_undone_and_redone() {
        take(new Action.Opened(Document.fresh(Designs.read("shared-platform")), Optional.empty()));
        var start = DesignFile.print(state.design());
        var before = new ArrayList<Design>();
        while (before.size() < CHANGES) {
            var present = state.design();
            int undoable = state.history().past().size();
            now = now.plusSeconds(2);
            var deed = Deed.values()[random.nextInt(Deed.values().length)];
            act(deed);
            if (state.design() != present) {
                before.add(present);
                done.add(deed);
                assertEquals(undoable + 1, state.history().past().size(), this::told);
            }
        }
        assertEquals(EnumSet.allOf(Deed.class), done, this::told);
        assertEquals(Set.of(Answer.Choice.class, Answer.Choices.class, Answer.Text.class, Answer.Table.class), answered, this::told);
        var end = DesignFile.print(state.design());
        assertNotEquals(start, end);

        for (var design : before.reversed()) {
            take(new Action.Undo(now));
            assertEquals(design, state.design(), this::told);
        }
        assertTrue(state.history().undo().isEmpty(), this::told);
        assertEquals(start, DesignFile.print(state.design()), this::told);

        before.forEach(_ -> take(new Action.Redo(now)));
        assertTrue(state.history().redo().isEmpty(), this::told);
        assertEquals(end, DesignFile.print(state.design()), this::told);
    }

    private void act(Deed deed) {
        var id = any(Catalogue.all()).id();
        var decision = state.design().decision(id);
        switch (deed) {
            case CHOOSE -> {
                var consideration = asking(Input.OneOf.class, Input.ManyOf.class);
                answer(consideration, consideration.input() instanceof Input.ManyOf(var options)
                    ? new Answer.Choices(options.stream().map(Option::id).filter(_ -> random.nextBoolean()).toList())
                    : new Answer.Choice(any(consideration.input().options()).id()));
            }
            case PICK -> answer(asking(Input.Pick.class), new Answer.Choices(List.of("team-" + random.nextInt(9), "team-" + (10 + random.nextInt(9)))));
            case TYPE -> {
                var consideration = asking(Input.Text.class);
                type(words -> answer(consideration, new Answer.Text(words)));
            }
            case ROWS -> rows(asking(Input.Rows.class));
            case MATRIX -> rows(asking(Input.Matrix.class));
            case CLEAR -> answer(Catalogue.get(id), new Answer.Text(""));
            case SIGN_OFF -> decide(id, decision.withStatus(
                decision.status() == Decision.Status.ACCEPTED ? Decision.Status.PROPOSED : Decision.Status.ACCEPTED), Change.Kind.DECISION);
            case TYPE_REASON -> type(words -> decide(id, state.design().decision(id).withBecause(words), Change.Kind.BECAUSE));
            case DECIDERS -> decide(id, decision.withDeciders(List.of("Person " + random.nextInt(20))), Change.Kind.DECISION);
            case DATES -> decide(id, decision.withDate(day()).withRevisit(day()), Change.Kind.DECISION);
            case TYPE_OPEN_POINT -> {
                var due = day();
                type(words -> decide(id, state.design().decision(id).withOpenPoint(Optional.of(new Decision.OpenPoint(words, "Owner", due))),
                    Change.Kind.OPEN_POINT));
            }
            case UNMARK -> decide(id, decision.withOpenPoint(Optional.empty()), Change.Kind.OPEN_POINT);
            case FORGET_DECISION -> decide(id, Decision.NONE, Change.Kind.DECISION);
        }
    }

    /** Adds, changes, moves or removes a row. */
    private void rows(Consideration consideration) {
        var rows = new ArrayList<>(state.design().rows(consideration.id()));
        var type = consideration.rowType().orElseThrow();
        if (rows.isEmpty() || random.nextInt(3) == 0) {
            rows.add(random.nextInt(rows.size() + 1), row(type));
        } else {
            int at = random.nextInt(rows.size());
            switch (random.nextInt(3)) {
                case 0 -> rows.set(at, changed(rows.get(at), type));
                case 1 -> rows.add(random.nextInt(rows.size()), rows.remove(at));
                default -> rows.remove(at);
            }
        }
        answer(consideration, new Answer.Table(rows));
    }

    private Row row(RowType<?> type) {
        var row = Row.EMPTY;
        for (var _ : IntStream.range(0, 3).boxed().toList()) {
            row = changed(row, type);
        }
        return row;
    }

    private Row changed(Row row, RowType<?> type) {
        var field = any(type.fields());
        return row.with(field.name(), switch (field.kind()) {
            case TEXT -> field.options().isEmpty() ? words() : any(field.options());
            case NUMBER -> random.nextInt(1_000);
            case FLAG -> random.nextBoolean();
            case LIST -> field.options().isEmpty() ? List.of(words()) : List.of(any(field.options()));
            case ROWS -> List.of(row(field.rows().orElseThrow()));
        });
    }

    /** Types a few characters, each within a second of the one before. */
    private void type(java.util.function.Consumer<String> key) {
        var words = words();
        for (int length = words.length() - 3; length <= words.length(); length++) {
            now = now.plusNanos(200_000_000);
            key.accept(words.substring(0, length));
        }
    }

    private String words() {
        return "typed " + random.nextInt(100_000) + " \u00e4\"\\\n|";
    }

    private Optional<LocalDate> day() {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(LocalDate.of(2027, 1, 1).plusDays(random.nextInt(500)));
    }

    private Consideration asking(Class<?>... kinds) {
        return any(Catalogue.all().stream().filter(consideration -> List.of(kinds).contains(consideration.input().getClass())).toList());
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void answer(Consideration consideration, Answer answer) {
        answered.add(answer.getClass());
        take(new Action.Answered(consideration.id(), answer, now));
    }

    private void decide(String id, Decision decision, Change.Kind kind) {
        take(new Action.Decided(id, decision, kind, now));
    }

    private void take(Action action) {
        last = action.toString();
        state = Update.apply(state, action).state();
        assertTrue(state.refusal().isEmpty(), this::told);
    }

    private String told() {
        return "seed " + SEED + ", after " + last;
    }
}
