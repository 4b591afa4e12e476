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
        ends.add(child::close);
        return child;
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

    /** Calls the view with a value of the state now, and again whenever it has changed. */
    <T> void show(Function<State, T> selector, Consumer<T> view) {
        var shown = new Object() {
            T value = selector.apply(workshop.state());
        };
        view.accept(shown.value);
        var alive = new boolean[]{true};
        var end = workshop.listen(state -> {
            var value = selector.apply(state);
            if (alive[0] && shown.value != value && !Objects.equals(shown.value, value)) {
                shown.value = value;
                view.accept(value);
            }
        });
        ends.add(() -> {
            alive[0] = false;
            end.run();
        });
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
        ends.clear();
    }
}
