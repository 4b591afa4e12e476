package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.model.Answer;
import aksiam.store.Trouble;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Whatever background work, a listener or the JavaFX thread throws ends in a sentence, and the workshop goes on. */
class UnexpectedTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);

    private final java.util.concurrent.ExecutorService home = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final List<String> noted = new CopyOnWriteArrayList<>();
    private Throwable trouble = new IllegalStateException("typed");
    private final Workshop workshop = new Workshop(everythingThrows(), home, Clock.systemDefaultZone());

    @Test
    void comparing_and_generating_end_in_a_state_that_one_can_leave() throws Exception {
        for (var thrown : List.of(new IllegalStateException(), new StackOverflowError(), new OutOfMemoryError(), new java.nio.file.NoSuchFileException("/a"))) {
            trouble = thrown;
            workshop.dispatch(new Action.New());
            workshop.dispatch(new Action.Target(Optional.of(Path.of("bundle")), Set.of()));
            var phase = await(state -> state.generation().phase() instanceof Generation.Phase.Failed).generation().phase();
            assertEquals(List.of(Trouble.sentence(thrown)), assertInstanceOf(Generation.Phase.Failed.class, phase).reasons());
            workshop.dispatch(new Action.Generate());
            await(state -> state.generation().phase() instanceof Generation.Phase.Failed);
            workshop.dispatch(new Action.Go(Page.START));
            await(state -> state.page().equals(Page.START));
        }
        assertTrue(noted.contains("Compare"), noted::toString);
    }

    @Test
    void what_is_opened_or_kept_in_the_background_says_so() throws Exception {
        workshop.dispatch(new Action.Open(Path.of("a.aksiam.json")));
        var problem = await(state -> state.problem().isPresent()).problem().orElseThrow();
        assertEquals("Something went wrong", problem.title());
        assertTrue(problem.details().getFirst().startsWith("Something unexpected happened inside of the application: illegal state"), problem::toString);
        for (var action : List.of(new Action.Prefer(Preferences.DEFAULT), new Action.FromPreset("small-team"), new Action.Forget(Path.of("a")))) {
            workshop.dispatch(new Action.Dismiss());
            await(state -> state.problem().isEmpty());
            workshop.dispatch(action);
            await(state -> state.problem().isPresent());
        }
    }

    @Test
    void a_view_that_throws_keeps_neither_the_others_nor_the_next_action() throws Exception {
        var heard = new ArrayList<State>();
        home.submit(() -> {
            workshop.listen(_ -> {
                throw new IllegalStateException();
            });
            workshop.listen(heard::add);
        }).get();
        workshop.dispatch(new Action.New());
        workshop.dispatch(new Action.Answered("organisation", new Answer.Text("Contoso"), NOON));
        var state = await(it -> it.design().text("organisation").equals("Contoso") && it.problem().isPresent());
        assertEquals(state.design(), home.submit(heard::getLast).get().design());
    }

    @Test
    void what_the_javafx_thread_throws_is_told() throws Exception {
        workshop.uncaught("JavaFX Application Thread", new StackOverflowError());
        assertEquals("Something in it is nested too deeply, or refers to itself.",
            await(state -> state.problem().isPresent()).problem().orElseThrow().details().getFirst());
        assertEquals(List.of("JavaFX Application Thread"), noted);
    }

    private State await(Predicate<State> done) throws Exception {
        while (true) {
            var state = home.submit(workshop::state).get();
            if (done.test(state)) {
                return state;
            }
            Thread.sleep(10);
        }
    }

    private Outside everythingThrows() {
        return (Outside) Proxy.newProxyInstance(Outside.class.getClassLoader(), new Class<?>[]{Outside.class},
            (_, method, arguments) -> switch (method.getName()) {
                case "preferences" -> Preferences.DEFAULT;
                case "trouble" -> {
                    noted.add(arguments[0].toString());
                    yield Trouble.sentence((Throwable) arguments[1]);
                }
                case "render", "autosave", "dropAutosave", "place" -> null;
                default -> throw trouble;
            });
    }
}
