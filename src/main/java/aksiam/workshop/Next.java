package aksiam.workshop;

import java.util.List;
import java.util.stream.Stream;

/** What an action leads to: the state after it, and what is to be done outside. */
public record Next(State state, List<Effect> effects) {
    public Next {
        effects = List.copyOf(effects);
    }

    Next and(List<Effect> more) {
        return new Next(state, Stream.concat(effects.stream(), more.stream()).toList());
    }

    static Next of(State state, Effect... effects) {
        return new Next(state, List.of(effects));
    }
}
