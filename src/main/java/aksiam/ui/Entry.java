package aksiam.ui;

import aksiam.ui.parts.Messages;
import aksiam.workshop.State;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a menu holds: a command, or a menu within the menu. */
sealed interface Entry permits Command, Entry.Group {
    /** Everything that can be done by it, in words that need no menu around them. */
    Stream<Command> commands(State state);

    /**
     * Commands of one kind.
     *
     * @param key of its words
     */
    record Group(String key, Function<State, List<Command>> inside) implements Entry {
        @Override
        public Stream<Command> commands(State state) {
            return inside.apply(state).stream()
                .map(command -> command.named(now -> Messages.get("menu.within", Messages.get(key), command.label().apply(now))));
        }
    }
}
