package aksiam.workshop.search;

import aksiam.workshop.search.Item.Kind;
import aksiam.workshop.search.Query.Prepared;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        var found = new EnumMap<Kind, List<Hit>>(Kind.class);
        entries.stream().filter(entry -> !onlyCommands || entry.item().kind() == Kind.COMMAND).flatMap(entry -> hit(entry, query))
            .forEach(hit -> found.computeIfAbsent(hit.item().kind(), _ -> new java.util.ArrayList<>()).add(hit));
        return found.entrySet().stream().map(group -> group(group, most))
            .sorted(Comparator.comparingInt((Group group) -> group.hits().getFirst().score()).reversed()).toList();
    }

    private static Stream<Hit> hit(Entry entry, Query query) {
        return query.isEmpty()
            ? Stream.of(Hit.plain(entry.item()))
            : query.match(entry.title(), entry.lines(), entry.all()).map(match -> Hit.of(entry.item(), match)).stream();
    }

    private static Group group(Map.Entry<Kind, List<Hit>> found, int most) {
        var best = found.getValue().stream().sorted(Comparator.comparingInt(Hit::score).reversed()).limit(most).toList();
        return new Group(found.getKey(), best, found.getValue().size());
    }
}
