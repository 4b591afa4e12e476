package aksiam.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The places that were visited, as a browser keeps them.
 *
 * @param before the present place, oldest first
 * @param after  the present place when somebody went back, the next one last
 */
public record Visits(List<Page.At> before, List<Page.At> after) {
    public static final Visits NONE = new Visits(List.of(), List.of());
    private static final int LENGTH = 200;

    /** Where going back or forward leads, and the visits as seen from there. */
    public record Turn(Page.At place, Visits visits) {
    }

    public Visits {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** After somebody left a place for another one; the start page is none. */
    Visits left(Page from) {
        return new Visits(with(before, from), List.of());
    }

    public Optional<Turn> back(Page present) {
        return before.isEmpty() ? Optional.empty() : Optional.of(new Turn(before.getLast(), new Visits(withoutLast(before), with(after, present))));
    }

    public Optional<Turn> forward(Page present) {
        return after.isEmpty() ? Optional.empty() : Optional.of(new Turn(after.getLast(), new Visits(with(before, present), withoutLast(after))));
    }

    private static List<Page.At> with(List<Page.At> places, Page page) {
        return switch (page) {
            case Page.Start() -> places;
            case Page.At at -> {
                var all = new ArrayList<>(places.size() < LENGTH ? places : places.subList(1, LENGTH));
                all.add(at);
                yield all;
            }
        };
    }

    private static List<Page.At> withoutLast(List<Page.At> places) {
        return places.subList(0, places.size() - 1);
    }
}
