package aksiam.workshop.search;

import java.util.List;

/**
 * Something that can be found.
 *
 * @param title what it is called
 * @param lines what else is said about it; the first one stands beside its title, or the one that matches
 * @param place the step it belongs to, the key of a command; empty when there is none
 */
public record Item(Kind kind, String title, List<String> lines, String place, Target target) {
    /** In the order in which equally good ones are told. */
    public enum Kind {
        CONSIDERATION, OPTION, FINDING, ROW, FILE, COMMAND
    }

    public Item {
        lines = List.copyOf(lines);
    }
}
