package aksiam.ui;

import aksiam.ui.parts.Messages;
import aksiam.workshop.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can do. Menus, keys and the search all know it from here.
 *
 * @param key      of its words
 * @param keys     that do it; the first one is shown
 * @param label    its words, as they are now
 * @param possible whether it does anything now
 * @param chosen   whether its check mark is set; empty for a command without one
 * @param first    whether its keys go before those of the control with the focus
 */
record Command(String key, List<KeyCombination> keys, Function<State, String> label, Predicate<State> possible, Optional<Predicate<State>> chosen,
    boolean first,
    Runnable action) implements Entry {

    Command {
        keys = List.copyOf(keys);
    }

    /** @param keys such as {@code "Shortcut+Y, F2"}; empty for none */
    static Command of(String key, String keys, Runnable action) {
        var combinations = Stream.of(keys.split(", ")).filter(text -> !text.isEmpty()).map(KeyCombination::keyCombination).toList();
        return new Command(key, combinations, _ -> Messages.get(key), _ -> true, Optional.empty(), false, action);
    }

    Command named(Function<State, String> label) {
        return new Command(key, keys, label, possible, chosen, first, action);
    }

    Command when(Predicate<State> possible) {
        return new Command(key, keys, label, possible, chosen, first, action);
    }

    Command chosenWhen(Predicate<State> chosen) {
        return new Command(key, keys, label, possible, Optional.of(chosen), first, action);
    }

    Command beforeControls() {
        return new Command(key, keys, label, possible, chosen, true, action);
    }

    @Override
    public Stream<Command> commands(State state) {
        return Stream.of(this);
    }

    /** The key that menus show, as this system writes it; empty when there is none. */
    String shown() {
        return keys.stream().findFirst().map(KeyCombination::getDisplayText).orElse("");
    }
}
