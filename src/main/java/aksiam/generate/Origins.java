package aksiam.generate;

import aksiam.catalogue.Catalogue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The considerations that the lines of a file came from, as the file itself says: blocks of Bicep and Kubernetes begin with a comment {@code from: ...}, rows of
 * checks end with the id, objects of JSON hold it, and paragraphs of scripts begin with a comment that names it.
 */
public final class Origins {
    private static final Pattern FROM = Pattern.compile("^( *)(?://|#) from: (.+)$");
    private static final Pattern NAMED = Pattern.compile("^(?:#|--) .*\\(([a-z0-9-]+)\\)$");
    private static final Pattern MEMBER = Pattern.compile("\"consideration\": \"([a-z0-9-]+)\"");
    private static final String DOCUMENT = "---";

    private final List<List<String>> lines;
    private final List<String> file;

    private Origins(List<List<String>> lines, List<String> file) {
        this.lines = lines;
        this.file = file;
    }

    public static Origins of(Artefact file) {
        var known = file.considerations().stream().filter(id -> Catalogue.find(id).isPresent()).toList();
        var text = file.text().split("\n", -1);
        return new Origins(switch (file.path().substring(file.path().lastIndexOf('.') + 1)) {
            case "bicep", "bicepparam", "yaml" -> blocks(text, known);
            case "json" -> objects(text, known);
            case "tsv" -> rows(text, known);
            case "sh", "sql" -> paragraphs(text, known);
            default -> Collections.nCopies(text.length, List.of());
        }, known);
    }

    /** Those of one line; where the file says nothing about the line and has one consideration only, that one. */
    public List<String> at(int line) {
        var own = line >= 1 && line <= lines.size() ? lines.get(line - 1) : List.<String>of();
        return own.isEmpty() && file.size() == 1 ? file : own;
    }

    /** Those of the whole file. */
    public List<String> ofFile() {
        return file;
    }

    /** A comment speaks of the element below it and of all that stands deeper; in YAML one without indent speaks of the whole document. */
    private static final class Block {
        private final int indent;
        private final List<String> ids;
        private boolean begun;

        Block(int indent, List<String> ids) {
            this.indent = indent;
            this.ids = ids;
        }

        /** Whether a line that stands at this indent does not belong to the element any more. */
        boolean endsBefore(String line, int at) {
            if (at != indent || !begun) {
                return at < indent;
            }
            return "}])".indexOf(line.charAt(at)) < 0;
        }
    }

    private static List<List<String>> blocks(String[] text, List<String> known) {
        var origins = new ArrayList<List<String>>();
        Deque<Block> open = new ArrayDeque<>();
        List<String> document = List.of();
        for (var line : text) {
            var from = FROM.matcher(line);
            if (line.equals(DOCUMENT)) {
                document = List.of();
                open.clear();
            } else if (from.matches()) {
                int at = from.group(1).length();
                while (!open.isEmpty() && open.peek().indent >= at) {
                    open.pop();
                }
                var ids = known(Stream.of(from.group(2).split(", ")), known);
                if (at == 0 && line.startsWith("#")) {
                    document = ids;
                } else {
                    open.push(new Block(at, ids));
                }
            } else if (!line.isBlank()) {
                int at = indent(line);
                while (!open.isEmpty() && open.peek().endsBefore(line, at)) {
                    open.pop();
                }
                if (!open.isEmpty()) {
                    open.peek().begun = true;
                }
            }
            origins.add(open.isEmpty() ? document : open.peek().ids);
        }
        return origins;
    }

    private static List<List<String>> objects(String[] text, List<String> known) {
        var origins = new ArrayList<List<String>>(Collections.nCopies(text.length, List.of()));
        for (int i = 0; i < text.length; i++) {
            var member = MEMBER.matcher(text[i]);
            if (!member.find()) {
                continue;
            }
            var ids = known(Stream.of(member.group(1)), known);
            int first = i;
            int last = i;
            if (!text[i].strip().startsWith("{")) {
                int at = indent(text[i]);
                while (first > 0 && indent(text[first]) >= at) {
                    first--;
                }
                while (last < text.length - 1 && indent(text[last]) >= at) {
                    last++;
                }
            }
            Collections.fill(origins.subList(first, last + 1), ids);
        }
        return origins;
    }

    private static List<List<String>> rows(String[] text, List<String> known) {
        return Stream.of(text).map(line -> known(Stream.of(line.substring(line.lastIndexOf('\t') + 1)), known)).toList();
    }

    private static List<List<String>> paragraphs(String[] text, List<String> known) {
        var origins = new ArrayList<List<String>>();
        List<String> open = List.of();
        for (var line : text) {
            var from = FROM.matcher(line);
            var named = NAMED.matcher(line);
            if (line.isBlank()) {
                open = List.of();
            } else if (from.matches()) {
                open = known(Stream.of(from.group(2).split(", ")), known);
            } else if (named.matches()) {
                open = known(Stream.of(named.group(1)), known);
            }
            origins.add(open);
        }
        return origins;
    }

    /** What typed text looks like an id is none. */
    private static List<String> known(Stream<String> ids, List<String> known) {
        return ids.filter(known::contains).toList();
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
