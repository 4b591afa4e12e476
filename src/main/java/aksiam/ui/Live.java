package aksiam.ui;

import aksiam.model.Design;
import aksiam.rules.Finding;
import aksiam.workshop.Action;
import aksiam.workshop.Overview;
import aksiam.workshop.State;
import aksiam.workshop.Workshop;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/** The workshop as a view sees it: values of the state that views show, and actions. What a view shows ends with the view. */
final class Live implements AutoCloseable {
    /** The overview of the present design, computed once for all views. */
    private static final class Latest {
        private Design design = Design.EMPTY;
        private List<Finding> findings = List.of();
        private Optional<Overview> overview = Optional.empty();

        Overview of(State state) {
            if (overview.isEmpty() || state.design() != design || state.findings() != findings) {
                design = state.design();
                findings = state.findings();
                overview = Optional.of(Overview.of(design, findings));
            }
            return overview.get();
        }
    }

    private final Workshop workshop;
    private final Latest latest;
    private final List<Runnable> ends = new ArrayList<>();
    private final List<Runnable> checks = new ArrayList<>();
    private boolean resting;

    Live(Workshop workshop) {
        this(workshop, new Latest());
    }

    private Live(Workshop workshop, Latest latest) {
        this.workshop = workshop;
        this.latest = latest;
    }

    /** For a view that may go before the window does; to be closed then. */
    Live child() {
        var child = new Live(workshop, latest);
        Runnable end = child::close;
        ends.add(end);
        child.ends.add(() -> ends.remove(end));
        return child;
    }

    String report() {
        return workshop.report();
    }

    State state() {
        return workshop.state();
    }

    /** How everything stands now. */
    Overview overview() {
        return latest.of(workshop.state());
    }

    LocalDateTime now() {
        return workshop.now();
    }

    void dispatch(Action action) {
        workshop.dispatch(action);
    }

    /** For a view that cannot be seen: until it wakes nothing is told. */
    void rest() {
        resting = true;
    }

    /** Tells what changed while this rested. */
    void wake() {
        if (resting) {
            resting = false;
            List.copyOf(checks).forEach(Runnable::run);
        }
    }

    /** Calls the view with a value of the state now, and again whenever it has changed. */
    <T> void show(Function<State, T> selector, Consumer<T> view) {
        show(selector, Objects::equals, view);
    }

    /** For what is made anew in the background, such as all files of a preview: whether two are the same is not worth a comparison. */
    <T> void each(Function<State, T> selector, Consumer<T> view) {
        show(selector, (before, now) -> before == now, view);
    }

    private <T> void show(Function<State, T> selector, BiPredicate<T, T> same, Consumer<T> view) {
        var shown = new Object() {
            T value = selector.apply(workshop.state());
        };
        view.accept(shown.value);
        var alive = new boolean[]{true};
        Runnable check = () -> {
            if (!alive[0] || resting) {
                return;
            }
            var value = selector.apply(workshop.state());
            if (shown.value != value && !same.test(shown.value, value)) {
                shown.value = value;
                view.accept(value);
            }
        };
        var end = workshop.listen(_ -> check.run());
        checks.add(check);
        ends.add(() -> {
            alive[0] = false;
            end.run();
        });
    }

    @Override
    public void close() {
        List.copyOf(ends).forEach(Runnable::run);
        ends.clear();
        checks.clear();
    }
}
