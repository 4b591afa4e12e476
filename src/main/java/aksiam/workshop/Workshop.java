package aksiam.workshop;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A running workshop: takes actions one after another, tells listeners, and does effects in the background. State is read and
 * listeners are called on the home thread only.
 */
public final class Workshop implements AutoCloseable {
    private static final Duration AUTOSAVE_AFTER = Duration.ofSeconds(2);
    private static final Duration PLACE_AFTER = Duration.ofSeconds(1);
    private static final Duration RENDER_AFTER = Duration.ofMillis(60);

    private final Outside outside;
    private final Executor home;
    private final Clock clock;
    private final LatestOnly autosave = new LatestOnly(AUTOSAVE_AFTER);
    private final LatestOnly place = new LatestOnly(PLACE_AFTER);
    private final LatestOnly render = new LatestOnly(RENDER_AFTER);
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Action> waiting = new ArrayDeque<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private boolean busy;
    private State state;

    /** @param home runs what it is given on one thread, in order */
    public Workshop(Outside outside, Executor home, Clock clock) {
        this.outside = outside;
        this.home = home;
        this.clock = clock;
        this.state = State.start(outside.preferences());
    }

    /** The present state. On the home thread. */
    public State state() {
        return state;
    }

    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    /** Reads what the start page offers. */
    public void start() {
        dispatch(new Action.Go(Page.START));
    }

    /** From any thread. */
    public void dispatch(Action action) {
        home.execute(() -> take(action));
    }

    /** The listener is called after each change of the state, until the result is run. */
    public Runnable listen(Consumer<State> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Keeps the place and unsaved work at once; what is not saved is offered at the next start. */
    @Override
    public void close() {
        autosave.cancel();
        render.cancel();
        place.cancel();
        if (state.page() instanceof Page.At at) {
            state.document().file().ifPresent(file -> outside.keep(file, at));
        }
        cancelled.set(true);
        if (state.isUnsaved()) {
            try {
                outside.autosave(state.document(), state.design());
            } catch (Outside.Failure e) {
                System.getLogger(Workshop.class.getName()).log(System.Logger.Level.WARNING, e.problem().toString());
            }
        }
    }

    /** What a listener dispatches is taken after the others have heard of the present change. */
    private void take(Action action) {
        waiting.add(action);
        if (busy) {
            return;
        }
        busy = true;
        try {
            while (!waiting.isEmpty()) {
                var next = Update.apply(state, waiting.poll());
                state = next.state();
                listeners.forEach(listener -> listener.accept(state));
                next.effects().forEach(this::run);
            }
        } finally {
            busy = false;
        }
    }

    private void run(Effect effect) {
        switch (effect) {
            case Effect.Load(var file) -> background(() -> new Action.Opened(outside.open(file), outside.place(file)));
            case Effect.LoadPreset(var preset) -> background(() -> new Action.Opened(outside.preset(preset), Optional.empty()));
            case Effect.Write(var document, var design, var file) -> background(() -> new Action.Saved(outside.save(document, design, file), now()));
            case Effect.Autosave(var document, var design) -> autosave.submit(() -> attempt(() -> {
                outside.autosave(document, design);
                return new Action.Autosaved(now());
            }));
            case Effect.DropAutosave() -> {
                autosave.cancel();
                Thread.startVirtualThread(outside::dropAutosave);
            }
            case Effect.DropRecovery(var recovery) -> Thread.startVirtualThread(() -> outside.drop(recovery));
            case Effect.Render(var design, var before, var consideration) -> render.submit(() -> attempt(() -> outside.render(design, before, consideration)));
            case Effect.Compare(var design, var folder, var without) -> background(() -> {
                try {
                    return new Action.Compared(outside.compare(design, folder, without));
                } catch (IOException e) {
                    return new Action.GenerationAt(new Generation.Phase.Failed(List.of(e.getMessage())));
                }
            });
            case Effect.WriteBundle(var plan, var force) -> {
                cancelled.set(false);
                background(() -> new Action.GenerationAt(outside.write(plan, force, phase -> dispatch(new Action.GenerationAt(phase)), cancelled::get)));
            }
            case Effect.CancelWriting() -> cancelled.set(true);
            case Effect.Forget(var recent) -> Thread.startVirtualThread(() -> outside.forget(recent));
            case Effect.ReadShelf() -> background(() -> new Action.Shelved(outside.shelf()));
            case Effect.KeepPlace(var file, var at) -> place.submit(() -> outside.keep(file, at));
            case Effect.KeepPreferences(var preferences) -> Thread.startVirtualThread(() -> outside.keep(preferences));
        }
    }

    /** Something that takes time and comes back as an action. */
    private interface Work {
        Action done() throws Outside.Failure;
    }

    private void background(Work work) {
        Thread.startVirtualThread(() -> attempt(work));
    }

    private void attempt(Work work) {
        try {
            dispatch(work.done());
        } catch (Outside.Failure e) {
            dispatch(new Action.Failed(e.problem()));
        }
    }
}
