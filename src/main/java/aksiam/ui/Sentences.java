package aksiam.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** The text of a paragraph or heading of Markdown in runs of one look, cut where a sentence ends and where words of people begin and end. */
final class Sentences {
    private static final Pattern END = Pattern.compile("(?<=[.!?;])\\s+");
    /** What ends a sentence after words of people belongs to them. */
    private static final Pattern CLOSING = Pattern.compile("[.!?]?");
    /** Shorter words stand anywhere. */
    private static final int SHORTEST = 3;

    /**
     * A part in one look.
     *
     * @param link  where it leads, empty for text
     * @param image address of the picture that the text tells, empty for text
     */
    record Run(String text, List<String> classes, Optional<String> link, Optional<String> image) {
        private static Run of(String text, List<String> classes) {
            return new Run(text, classes, Optional.empty(), Optional.empty());
        }

        private Run part(int from, int to) {
            return new Run(text.substring(from, to), classes, link, image);
        }
    }

    /**
     * A sentence, or words of people.
     *
     * @param own whether people wrote it
     */
    record Sentence(List<Run> runs, boolean own) {
        String text() {
            return Sentences.text(runs);
        }
    }

    private Sentences() {
    }

    /** @param words that people wrote, as typed */
    static List<Sentence> of(Node parent, List<String> words) {
        var runs = new ArrayList<Run>();
        inline(parent, List.of(), runs);
        var text = text(runs);
        var cuts = new ArrayList<Integer>();
        var own = own(text, words);
        var matcher = END.matcher(text);
        while (matcher.find()) {
            int end = matcher.end();
            if (own.stream().noneMatch(range -> end > range[0] && end < range[1])) {
                cuts.add(end);
            }
        }
        own.forEach(range -> Stream.of(range[0], range[1]).forEach(cuts::add));
        cuts.add(text.length());
        var sentences = new ArrayList<Sentence>();
        int from = 0;
        for (int to : cuts.stream().distinct().sorted().toList()) {
            if (to > from) {
                int start = from;
                sentences.add(new Sentence(cut(runs, from, to), own.stream().anyMatch(range -> start >= range[0] && to <= range[1])));
                from = to;
            }
        }
        return sentences;
    }

    /** Everything that a document says, sentence by sentence. */
    static Set<String> all(Node document, List<String> words) {
        var all = new HashSet<String>();
        collect(document, words, all);
        return all;
    }

    private static void collect(Node node, List<String> words, Set<String> all) {
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Paragraph || child instanceof Heading || child instanceof org.commonmark.ext.gfm.tables.TableCell) {
                of(child, words).forEach(sentence -> all.add(sentence.text().strip()));
            } else {
                collect(child, words, all);
            }
        }
    }

    private static void inline(Node parent, List<String> classes, List<Run> runs) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text text -> runs.add(Run.of(text.getLiteral(), classes));
                case StrongEmphasis strong -> inline(strong, plus(classes, "strong"), runs);
                case Emphasis emphasis -> inline(emphasis, plus(classes, "emphasis"), runs);
                case Code code -> runs.add(Run.of(code.getLiteral(), plus(classes, "code")));
                case SoftLineBreak _ -> runs.add(Run.of(" ", classes));
                case HardLineBreak _ -> runs.add(Run.of("\n", classes));
                case Link link -> {
                    var inside = new ArrayList<Run>();
                    inline(link, List.of(), inside);
                    runs.add(new Run(text(inside), classes, Optional.of(link.getDestination()), Optional.empty()));
                }
                case Image image -> {
                    var inside = new ArrayList<Run>();
                    inline(image, List.of(), inside);
                    runs.add(new Run(inside.isEmpty() ? " " : text(inside), classes, Optional.empty(), Optional.of(image.getDestination())));
                }
                default -> inline(node, classes, runs);
            }
        }
    }

    /** Where words of people stand; a sentence that they go on in begins with a small letter. */
    private static List<int[]> own(String text, List<String> words) {
        var ranges = new ArrayList<int[]>();
        for (var typed : words) {
            var wanted = typed.strip().replaceAll("\\s+", " ");
            int at = wanted.length() < SHORTEST ? -1 : text.indexOf(wanted);
            if (at < 0 && wanted.length() >= SHORTEST) {
                at = text.indexOf(wanted.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + wanted.substring(1));
            }
            if (at >= 0) {
                int end = at + wanted.length();
                var closing = CLOSING.matcher(text).region(end, text.length());
                ranges.add(new int[]{at, closing.lookingAt() ? closing.end() : end});
            }
        }
        return ranges;
    }

    private static List<Run> cut(List<Run> runs, int from, int to) {
        var part = new ArrayList<Run>();
        int at = 0;
        for (var run : runs) {
            int start = Math.max(from, at);
            int end = Math.min(to, at + run.text().length());
            if (start < end) {
                part.add(run.part(start - at, end - at));
            }
            at += run.text().length();
        }
        return part;
    }

    private static String text(List<Run> runs) {
        var text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }

    private static List<String> plus(List<String> classes, String more) {
        var all = new ArrayList<>(classes);
        all.add(more);
        return all;
    }
}
