package aksiam.workshop;

import java.util.List;

/** What an action leads to: the state after it, and what is to be done outside. */
public record Next(State state, List<Effect> effects) {
    public Next {
        effects = List.copyOf(effects);
    }

    static Next of(State state, Effect... effects) {
        return new Next(state, List.of(effects));
    }
}
