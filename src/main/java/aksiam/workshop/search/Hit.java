package aksiam.workshop.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that was found.
 *
 * @param title its title, in parts
 * @param line  what stands beside the title, in parts; empty when there is nothing
 */
public record Hit(Item item, List<Part> title, List<Part> line, int score) {
    /** @param matched whether somebody typed this part */
    public record Part(String text, boolean matched) {
    }

    public Hit {
        title = List.copyOf(title);
        line = List.copyOf(line);
    }

    /** Without a match, as at the beginning. */
    public static Hit plain(Item item) {
        return new Hit(item, parts(item.title(), List.of()), parts(item.lines().isEmpty() ? "" : item.lines().getFirst(), List.of()), 0);
    }

    static Hit of(Item item, Query.Match match) {
        var line = match.line() < item.lines().size() ? item.lines().get(match.line()) : "";
        return new Hit(item, parts(item.title(), match.inTitle()), parts(line, match.inLine()), match.score());
    }

    private static List<Part> parts(String text, List<Query.Range> ranges) {
        var parts = new ArrayList<Part>();
        int at = 0;
        for (var range : ranges.stream().sorted(Comparator.comparingInt(Query.Range::from)).toList()) {
            int from = Math.max(at, range.from());
            if (from > at) {
                parts.add(new Part(text.substring(at, from), false));
            }
            if (range.to() > from) {
                parts.add(new Part(text.substring(from, range.to()), true));
                at = range.to();
            }
        }
        if (at < text.length()) {
            parts.add(new Part(text.substring(at), false));
        }
        return parts;
    }
}
