package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Decision.OpenPoint;
import aksiam.model.Design;
import aksiam.store.DesignFile;
import aksiam.store.StateFolder;
import aksiam.testkit.SecretTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that is typed letter by letter leaves nothing behind. */
class TypedSecretTest {
    private static final String ID = "organisation";
    private static final String SECRET = "x_Y8Q" + "~" + "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF1g";

    @TempDir
    private Path folder;
    private State state = State.start(Preferences.DEFAULT);
    private LocalDateTime now = LocalDateTime.of(2026, 11, 24, 12, 0);
    private final List<Effect> effects = new ArrayList<>();

    /** Faster and slower than what makes one change of several letters. */
    @ParameterizedTest
    @ValueSource(ints = {100, 1500})
    void an_answer_typed_so_is_what_it_was_before(int millis) {
        take(new Action.Answered(ID, new Answer.Text("Contoso"), now));
        var before = state.design();
        now = now.plusMinutes(1);
        type("Contoso ", SECRET, millis, this::answered);

        assertTrue(state.refusal().isPresent());
        assertEquals("Contoso", state.design().text(ID).strip());
        assertEquals(before.answers().keySet(), state.design().answers().keySet());
        assertNothingLeft();
        take(new Action.Undo(now));
        assertEquals("Contoso", state.design().text(ID));
        assertNothingLeft();
        while (state.history().redo().isPresent()) {
            take(new Action.Redo(now));
            assertNothingLeft();
        }
    }

    @Test
    void an_answer_that_was_nothing_else_is_undecided_again() {
        type("", SECRET, 1500, this::answered);
        assertFalse(state.design().answers().containsKey(ID));
        assertFalse(state.design().decisions().containsKey(ID));
        assertEquals(List.of(), state.history().past());
        assertNothingLeft();
    }

    @Test
    void a_reason_an_open_point_and_its_owner_lose_it_too() {
        type("because ", SECRET, 400, (_, text) -> decided(Decision.NONE.withBecause(text)));
        assertEquals("because ", state.design().decision(ID).because());
        type("", "Account" + "Key=" + "aB3dE6gH9jK2mN5pQ8sT", 400, (_, text) -> decided(point(text, "Lee")));
        assertEquals("Account" + "Key=", state.design().decision(ID).openPoint().orElseThrow().text());
        type("", SECRET, 400, (_, text) -> decided(point("ask", text)));
        assertEquals("", state.design().decision(ID).openPoint().orElseThrow().owner());
        assertNothingLeft();
    }

    @Test
    void what_was_done_between_two_of_its_letters_stays() {
        type("", SECRET.substring(0, 20), 400, this::answered);
        take(new Action.Answered("design-name", new Answer.Text("shared"), now));
        type(SECRET.substring(0, 20), SECRET.substring(20), 400, this::answered);
        assertEquals("shared", state.design().text("design-name"));
        assertNothingLeft();
        take(new Action.Undo(now));
        assertEquals("", state.design().text("design-name"));
    }

    @Test
    void all_shapes_leave_no_long_part_behind() {
        for (var text : SecretTexts.of("shapes.txt", 3)) {
            state = State.start(Preferences.DEFAULT);
            effects.clear();
            var typed = text.text();
            for (int i = 1; i <= typed.length() && state.refusal().isEmpty(); i++) {
                answered(null, typed.substring(0, i));
                now = now.plusNanos(300_000_000);
            }
            assertTrue(state.refusal().isPresent(), text.name());
            assertFalse(text.drawn().stream().anyMatch(part -> state.design().text(ID).contains(part.substring(0, 8))),
                text.name() + ": " + state.design().text(ID));
        }
    }

    @Test
    void the_file_saved_meanwhile_and_its_backup_lose_it_when_saved_again() throws Exception {
        var home = java.util.concurrent.Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        try (var workshop = new Workshop(new Disk("1", Clock.systemDefaultZone(), new StateFolder(folder.resolve("state"))), home, Clock.systemDefaultZone())) {
            var file = folder.resolve("a.aksiam.json");
            workshop.dispatch(new Action.New());
            workshop.dispatch(new Action.Answered(ID, new Answer.Text(SECRET.substring(0, 30)), now));
            workshop.dispatch(new Action.SaveAs(file));
            await(workshop, home, state -> state.document().file().isPresent());
            assertTrue(Files.readString(file).contains(SECRET.substring(0, 30)));
            workshop.dispatch(new Action.Answered(ID, new Answer.Text(SECRET), now));
            workshop.dispatch(new Action.Save());
            await(workshop, home, state -> !state.isUnsaved());
            home.submit(workshop::close).get();
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file).contains(SECRET.substring(0, 4)), file::toString);
            }
        }
    }

    private static void await(Workshop workshop, java.util.concurrent.ExecutorService home, java.util.function.Predicate<State> done) throws Exception {
        while (!home.submit(() -> done.test(workshop.state())).get()) {
            Thread.sleep(20);
        }
    }

    /** Who goes on typing after the secret is known adds nothing; who stops and begins anew does. */
    @Test
    void its_last_letters_are_not_taken_either() {
        var token = "npm" + "_" + "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF1gH2";
        for (int i = 1; i <= token.length(); i++) {
            now = now.plusNanos(300_000_000);
            var typed = state.refusal().isPresent() ? state.design().text(ID) + token.charAt(i - 1) : token.substring(0, i);
            answered(state.design(), typed);
        }
        assertTrue(state.refusal().isPresent());
        assertEquals("", state.design().text(ID));
        now = now.plusSeconds(3);
        answered(state.design(), "C");
        assertEquals("C", state.design().text(ID));
        assertTrue(state.refusal().isEmpty());
    }

    private void type(String before, String typed, int millis, BiFunction<Design, String, Void> into) {
        for (int i = 1; i <= typed.length(); i++) {
            now = now.plusNanos(millis * 1_000_000L);
            into.apply(state.design(), before + typed.substring(0, i));
            if (state.refusal().isPresent()) {
                return;
            }
        }
    }

    private Void answered(Design design, String text) {
        take(new Action.Answered(ID, new Answer.Text(text), now));
        return null;
    }

    private Void decided(Decision decision) {
        take(new Action.Decided(ID, decision, decision.openPoint().isPresent() ? Change.Kind.OPEN_POINT : Change.Kind.BECAUSE, now));
        return null;
    }

    private static Decision point(String text, String owner) {
        return Decision.NONE.withBecause("because ").withOpenPoint(Optional.of(new OpenPoint(text, owner, Optional.empty())));
    }

    private void take(Action action) {
        var next = Update.apply(state, action);
        state = next.state();
        effects.addAll(next.effects());
    }

    /** Nor is it in what is kept for recovery, which the last of these effects replaces. */
    private void assertNothingLeft() {
        var kept = effects.reversed().stream().filter(effect -> effect instanceof Effect.Autosave || effect instanceof Effect.DropAutosave).findFirst()
            .orElseThrow();
        var designs = Stream.of(Stream.of(state.design(), state.before()), state.history().past().stream().map(History.Entry::design),
            state.history().future().stream().map(History.Entry::design),
            kept instanceof Effect.Autosave(var _, var design) ? Stream.of(design) : Stream.<Design>of())
            .flatMap(designs2 -> designs2);
        designs.forEach(design -> {
            var printed = DesignFile.print(design);
            assertFalse(printed.contains(SECRET.substring(0, 2)) || printed.contains("aB3dE6"), printed);
        });
    }
}
