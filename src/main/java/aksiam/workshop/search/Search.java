package aksiam.workshop.search;

import aksiam.workshop.search.Item.Kind;
import aksiam.workshop.search.Query.Prepared;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds items by what somebody types. Made once for many searches; never changes. */
public final class Search {
    public static final Search NOTHING = new Search(List.of());
    /** What makes the following text a search for commands only. */
    public static final String COMMANDS_ONLY = ">";

    private record Entry(Item item, Prepared title, List<Prepared> lines, String all) {
        static Entry of(Item item) {
            var lines = item.lines().stream().map(Prepared::of).toList();
            var title = Prepared.of(item.title());
            return new Entry(item, title, lines, Stream.concat(Stream.of(title), lines.stream()).map(Prepared::lower).collect(Collectors.joining("\n")));
        }
    }

    /**
     * What was found of one kind, the best first.
     *
     * @param total how many there are, of which no more than were asked for are told
     */
    public record Group(Kind kind, List<Hit> hits, int total) {
        public Group {
            hits = List.copyOf(hits);
        }
    }

    private final List<Entry> entries;

    private Search(List<Entry> entries) {
        this.entries = entries;
    }

    public static Search over(Collection<Item> items) {
        return new Search(items.stream().map(Entry::of).toList());
    }

    /** Over these items too. */
    public Search and(Collection<Item> items) {
        return new Search(Stream.concat(entries.stream(), items.stream().map(Entry::of)).toList());
    }

    /** The kind with the best hit first. Nothing typed finds nothing, but for commands, which are all told then. */
    public List<Group> find(String typed, int most) {
        boolean onlyCommands = typed.stripLeading().startsWith(COMMANDS_ONLY);
        var query = new Query(onlyCommands ? typed.stripLeading().substring(1) : typed);
        if (query.isEmpty() && !onlyCommands) {
            return List.of();
        }
        var found = new EnumMap<Kind, Best>(Kind.class);
        for (var entry : entries) {
            if (!onlyCommands || entry.item().kind() == Kind.COMMAND) {
                (query.isEmpty() ? Optional.of(Query.Match.NONE) : query.match(entry.title(), entry.lines(), entry.all()))
                    .ifPresent(match -> found.computeIfAbsent(entry.item().kind(), _ -> new Best(most)).take(entry.item(), match));
            }
        }
        return found.entrySet().stream().map(kind -> kind.getValue().group(kind.getKey()))
            .sorted(Comparator.comparingInt((Group group) -> group.hits().getFirst().score()).reversed()).toList();
    }

    /** The best of very many: only these are put into words. */
    private static final class Best {
        private record Candidate(Item item, Query.Match match, int order) {
        }

        private static final Comparator<Candidate> WORST_FIRST = Comparator.comparingInt((Candidate candidate) -> candidate.match().score())
            .thenComparing(Comparator.comparingInt(Candidate::order).reversed());

        private final int most;
        private final PriorityQueue<Candidate> kept = new PriorityQueue<>(WORST_FIRST);
        private int total;

        Best(int most) {
            this.most = most;
        }

        void take(Item item, Query.Match match) {
            total++;
            if (kept.size() == most && kept.element().match().score() >= match.score()) {
                return;
            }
            kept.add(new Candidate(item, match, total));
            if (kept.size() > most) {
                kept.remove();
            }
        }

        Group group(Kind kind) {
            return new Group(kind, kept.stream().sorted(WORST_FIRST.reversed()).map(candidate -> Hit.of(candidate.item(), candidate.match())).toList(), total);
        }
    }
}
