package aksiam.workshop;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A running workshop: takes actions one after another, tells listeners, and does effects in the background. State is read and
 * listeners are called on the home thread only.
 */
public final class Workshop implements AutoCloseable {
    /** After the first unsaved change. Writing takes its time as well, and two seconds of typing are the most that may be gone. */
    static final Duration AUTOSAVE_AFTER = Duration.ofMillis(1_500);
    private static final Duration PLACE_AFTER = Duration.ofSeconds(1);
    private static final Duration RENDER_AFTER = Duration.ofMillis(60);
    /** Longest wait for files at the end; a share that does not answer must not keep the window open. */
    private static final Duration FILES_AT_MOST = Duration.ofSeconds(10);

    private final Outside outside;
    private final Executor home;
    private final Clock clock;
    /** What is kept between two starts is written in the order in which it was asked for, and dropped after the end. */
    private final ExecutorService keeping = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Thread.ofVirtual().factory(),
        new ThreadPoolExecutor.DiscardPolicy());
    private final ExecutorService files = Executors.newVirtualThreadPerTaskExecutor();
    private final AtLatest autosave;
    private final LatestOnly place = new LatestOnly(PLACE_AFTER, keeping);
    private final LatestOnly render = new LatestOnly(RENDER_AFTER, Runnable::run);
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Action> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private boolean busy;
    private boolean closed;
    private State state;

    /** @param home runs what it is given on one thread, in order */
    public Workshop(Outside outside, Executor home, Clock clock) {
        this(outside, home, clock, AtLatest.Timer.REAL);
    }

    /** @param timer of the autosave */
    Workshop(Outside outside, Executor home, Clock clock, AtLatest.Timer timer) {
        this.autosave = new AtLatest(AUTOSAVE_AFTER, timer, keeping);
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
        run(new Effect.ReadShelf());
    }

    /** From any thread. */
    public void dispatch(Action action) {
        waiting.add(action);
        home.execute(this::take);
    }

    /** The listener is called after each change of the state, until the result is run. */
    public Runnable listen(Consumer<State> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Waits for what is being written, then keeps the place and unsaved work, which is offered at the next start. Nothing is written
     * afterwards. On the home thread.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        take();
        cancelled.set(true);
        finish(files);
        take(); // what was saved just now is no unsaved work
        closed = true;
        autosave.cancel();
        render.cancel();
        place.cancel();
        finish(keeping);
        if (state.page() instanceof Page.At at) {
            state.document().file().ifPresent(file -> outside.keep(file, at));
        }
        if (state.isUnsaved()) {
            try {
                outside.autosave(state.document(), state.design());
            } catch (Outside.Failure e) {
                outside.trouble("close", e);
            }
        }
    }

    private static void finish(ExecutorService work) {
        work.shutdown();
        try {
            if (!work.awaitTermination(FILES_AT_MOST.toSeconds(), TimeUnit.SECONDS)) {
                work.shutdownNow();
            }
        } catch (InterruptedException e) {
            work.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** What a listener dispatches is taken after the others have heard of the present change. */
    private void take() {
        if (busy || closed) {
            return;
        }
        busy = true;
        try {
            for (var action = waiting.poll(); action != null; action = waiting.poll()) {
                take(action);
            }
        } finally {
            busy = false;
        }
    }

    /** What goes wrong in one place stops neither the others nor the actions behind it. */
    private void take(Action action) {
        var troubles = new ArrayList<Throwable>();
        var effects = new ArrayList<Effect>();
        attempt(troubles, () -> {
            var next = Update.apply(state, action);
            state = next.state();
            effects.addAll(next.effects());
        });
        listeners.forEach(listener -> attempt(troubles, () -> listener.accept(state)));
        effects.forEach(effect -> attempt(troubles, () -> run(effect)));
        troubles.stream().map(trouble -> outside.trouble(action.getClass().getSimpleName(), trouble)).findFirst()
            .filter(_ -> !(action instanceof Action.Failed)).ifPresent(words -> waiting.add(new Action.Failed(Problem.unexpected(words))));
    }

    private static void attempt(List<Throwable> troubles, Runnable part) {
        try {
            part.run();
        } catch (Throwable trouble) {
            troubles.add(trouble);
        }
    }

    /** Something went wrong where nobody was there to catch it. From any thread. */
    public void uncaught(String doing, Throwable trouble) {
        var words = outside.trouble(doing, trouble);
        dispatch(new Action.Failed(Problem.unexpected(words)));
    }

    /** What somebody who looks into trouble needs to know. */
    public String report() {
        return outside.report();
    }

    private void run(Effect effect) {
        var doing = effect.getClass().getSimpleName();
        switch (effect) {
            case Effect.Load(var file) -> background(doing, () -> new Action.Opened(outside.open(file), outside.place(file)));
            case Effect.LoadPreset(var preset) -> background(doing, () -> new Action.Opened(outside.preset(preset), Optional.empty()));
            case Effect.Write(var document, var design, var file) -> background(doing, () -> new Action.Saved(outside.save(document, design, file), now()));
            case Effect.Autosave(var document, var design) -> autosave.submit(() -> attempt(doing, () -> {
                outside.autosave(document, design);
                return new Action.Autosaved(now());
            }));
            case Effect.DropAutosave() -> {
                autosave.cancel();
                keep(doing, outside::dropAutosave);
            }
            case Effect.ForgetBackup(var file) -> outside.forgetBackup(file);
            case Effect.TakeOver(var document, var design, var recovery) -> keeping.execute(() -> attempt(doing, () -> {
                outside.autosave(document, design);
                outside.drop(recovery);
                return new Action.Autosaved(now());
            }));
            case Effect.DropRecovery(var recovery) -> keep(doing, () -> {
                outside.drop(recovery);
                dispatch(new Action.Found(outside.kept()));
            });
            case Effect.FindKept() -> background(doing, () -> new Action.Found(outside.kept()));
            case Effect.Render(var design, var before, var consideration) ->
                render.submit(() -> attempt(doing, () -> outside.render(design, before, consideration)));
            case Effect.Weigh(var id, var design, var options) -> background(doing, () -> new Action.Weighed(outside.weigh(id, design, options)));
            case Effect.Compare request -> generation(doing, () -> outside.compare(request));
            case Effect.WriteBundle(var plan) -> {
                cancelled.set(false);
                generation(doing, () -> new Action.GenerationAt(outside.write(plan, phase -> dispatch(new Action.GenerationAt(phase)), cancelled::get)));
            }
            case Effect.CancelWriting() -> cancelled.set(true);
            case Effect.Forget(var recent) -> keep(doing, () -> {
                outside.forget(recent);
                dispatch(new Action.Shelved(outside.shelf()));
            });
            case Effect.Judge(var files) -> background(doing, () -> new Action.Judged(outside.judge(files)));
            case Effect.ReadShelf() -> background(doing, () -> new Action.Shelved(outside.shelf()));
            case Effect.KeepPlace(var file, var at) -> place.submit(() -> quietly(doing, () -> outside.keep(file, at)));
            case Effect.KeepPreferences(var preferences) -> keep(doing, () -> outside.keep(preferences));
        }
    }

    /** Something that takes time and comes back as an action. */
    private interface Work {
        Action done() throws Outside.Failure;
    }

    private void background(String doing, Work work) {
        if (!files.isShutdown()) {
            files.execute(() -> attempt(doing, work));
        }
    }

    /** Whatever goes wrong is told, so that nothing is waited for that never comes. */
    private void attempt(String doing, Work work) {
        try {
            dispatch(work.done());
        } catch (Outside.Failure e) {
            dispatch(new Action.Failed(e.problem()));
        } catch (Throwable trouble) {
            uncaught(doing, trouble);
        }
    }

    /** Comparing and writing end in a state that one can leave, whatever goes wrong. */
    private void generation(String doing, Generating work) {
        background(doing, () -> {
            try {
                return work.done();
            } catch (Throwable trouble) {
                return new Action.GenerationAt(new Generation.Phase.Failed(List.of(outside.trouble(doing, trouble))));
            }
        });
    }

    private interface Generating {
        Action done() throws IOException;
    }

    private void keep(String doing, Runnable work) {
        keeping.execute(() -> quietly(doing, work));
    }

    private void quietly(String doing, Runnable work) {
        try {
            work.run();
        } catch (Throwable trouble) {
            uncaught(doing, trouble);
        }
    }
}
