package aksiam.intake;

import aksiam.model.Format;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import aksiam.rules.Candidates;
import aksiam.rules.Cells;
import aksiam.rules.Cells.Fault;
import aksiam.rules.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Text copied from a spreadsheet, or a CSV file, read into rows. Tab, semicolon and comma separate; a head line names columns by
 * label or name, without one they stand in the order of the row type. A row whose name is there already changes it: cells that
 * are empty in the text change nothing.
 */
public final class Spreadsheet {
    /** What a line of the text does. */
    public enum State {
        NEW, CHANGED, SAME
    }

    /**
     * One line of the text.
     *
     * @param number from 1, the head line counted
     * @param before as the row stood, empty when it is new
     * @param row    as it stands after reading
     * @param faults its wrong cells; they are kept as typed
     */
    public record Line(int number, Row before, Row row, State state, List<Fault> faults) {
    }

    /**
     * What was read.
     *
     * @param columns       the columns that the text holds
     * @param rows          all rows after reading, those that were there first
     * @param notUnderstood heads, or numbers, of columns that nobody knows
     * @param refused       cells left out because they look like secrets, and why
     */
    public record Reading(List<Field> columns, List<Line> lines, List<Row> rows, List<String> notUnderstood, List<String> refused) {
        public long count(State state) {
            return lines.stream().filter(line -> line.state() == state).count();
        }

        public long wrongCells() {
            return lines.stream().mapToLong(line -> line.faults().size()).sum();
        }
    }

    private static final List<Character> DELIMITERS = List.of('\t', ';', ',');
    /** What exports of Entra and of the Azure CLI call our columns. */
    private static final Map<String, String> ALIASES = Map.of("displayname", "name", "id", "objectid");
    private static final int MOST_LINES = 20_000;

    private Spreadsheet() {
    }

    /** The text of a file: UTF-8, UTF-16 with its byte order mark as Excel's "Unicode text", else Windows-1252 as Excel's CSV. */
    public static String text(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    public static Reading read(String text, RowType<?> type, List<Row> current, Candidates candidates) {
        var records = records(text, type);
        boolean head = hasHead(records, type);
        var columns = head ? named(records.getFirst(), type) : ordered(records, type);
        return new Reader(type, candidates, columns, head ? records.getFirst() : List.of(), current).read(records, head);
    }

    /**
     * The text laid over rows from one cell on, whatever the rows are called; what goes beyond the last row is new. Only tabs
     * separate, as in what spreadsheets copy, and empty cells empty.
     *
     * @param columns the columns from that cell on
     */
    public static Reading over(String text, RowType<?> type, List<Row> rows, int from, List<Field> columns, Candidates candidates) {
        var records = Records.block(text);
        int width = Math.min(columns.size(), records.stream().mapToInt(List::size).max().orElse(0));
        var fields = columns.subList(0, width).stream().map(field -> Optional.of(field).filter(at -> at.kind() != Kind.ROWS)).toList();
        var reader = new Reader(type, candidates, fields, List.of(), rows);
        reader.next = OptionalInt.of(Math.min(from, rows.size()));
        return reader.read(records, false);
    }

    /** Whether the text is a single cell. */
    public static boolean isCell(String text) {
        var records = Records.block(text);
        return records.size() == 1 && records.getFirst().size() == 1;
    }

    /** Whether the first line names columns. */
    public static boolean hasHead(String text, RowType<?> type) {
        return hasHead(records(text, type), type);
    }

    /** Reads lines one after another, each against the rows that stand by then. */
    private static final class Reader {
        private final RowType<?> type;
        private final Candidates candidates;
        private final List<Optional<Field>> columns;
        private final List<String> heads;
        private final List<Row> rows;
        private final Map<String, Integer> byName = new HashMap<>();
        private final Set<Row> known;
        private final List<Line> lines = new ArrayList<>();
        private final Set<String> notUnderstood = new java.util.LinkedHashSet<>();
        private final List<String> refused = new ArrayList<>();
        /** The row that the next line goes to, where lines go by place and not by name. */
        private OptionalInt next = OptionalInt.empty();

        Reader(RowType<?> type, Candidates candidates, List<Optional<Field>> columns, List<String> heads, List<Row> current) {
            this.type = type;
            this.candidates = candidates;
            this.columns = columns;
            this.heads = heads;
            this.rows = new ArrayList<>(current);
            this.known = new HashSet<>(current);
            type.key().ifPresent(key -> {
                for (int i = 0; i < rows.size(); i++) {
                    byName.putIfAbsent(rows.get(i).text(key.name()).strip(), i);
                }
            });
        }

        Reading read(List<List<String>> records, boolean head) {
            for (int i = head ? 1 : 0; i < records.size() && lines.size() < MOST_LINES; i++) {
                line(i + 1, records.get(i));
            }
            if (records.size() > MOST_LINES) {
                notUnderstood.add("lines after the first " + MOST_LINES);
            }
            return new Reading(columns.stream().flatMap(Optional::stream).toList(), List.copyOf(lines), List.copyOf(rows), List.copyOf(notUnderstood),
                List.copyOf(refused));
        }

        private void line(int number, List<String> record) {
            var cells = new LinkedHashMap<Field, Object>();
            for (int i = 0; i < record.size(); i++) {
                var text = record.get(i).strip();
                var field = i < columns.size() ? columns.get(i) : Optional.<Field>empty();
                if (text.isEmpty()) {
                    field.filter(_ -> next.isPresent()).ifPresent(emptied -> cells.put(emptied, ""));
                    continue;
                }
                if (field.isEmpty()) {
                    notUnderstood.add(i < heads.size() && !heads.get(i).isBlank() ? heads.get(i).strip() : "column " + (i + 1));
                    continue;
                }
                var secret = Secrets.find(text);
                if (secret.isPresent()) {
                    refused.add("line " + number + ", " + field.get().label() + ": looks like " + secret.get().label() + ". A design holds no secret.");
                } else {
                    cells.put(field.get(), CellText.parse(field.get(), text, candidates));
                }
            }
            if (next.isPresent()) {
                int at = next.getAsInt();
                next = OptionalInt.of(at + 1);
                put(number, at < rows.size() ? OptionalInt.of(at) : OptionalInt.empty(), cells);
            } else if (!cells.isEmpty()) {
                var name = name(cells);
                put(number, byName.containsKey(name) ? OptionalInt.of(byName.get(name)) : OptionalInt.empty(), cells);
            }
        }

        private String name(Map<Field, Object> cells) {
            return type.key().map(cells::get).map(Object::toString).orElse("");
        }

        private void put(int number, OptionalInt at, Map<Field, Object> cells) {
            var before = at.isPresent() ? rows.get(at.getAsInt()) : Row.EMPTY;
            var row = before;
            for (var field : type.fields()) {
                if (cells.containsKey(field)) {
                    row = row.with(field.name(), cells.get(field));
                }
            }
            var faults = Cells.faults(type, row, candidates).stream().filter(fault -> cells.containsKey(fault.field())).toList();
            var name = name(cells);
            if (at.isPresent()) {
                rows.set(at.getAsInt(), row);
                lines.add(new Line(number, before, row, row.equals(before) ? State.SAME : State.CHANGED, faults));
            } else if (next.isEmpty() && name.isEmpty() && known.contains(row)) {
                lines.add(new Line(number, row, row, State.SAME, faults));
            } else {
                rows.add(row);
                known.add(row);
                if (!name.isEmpty()) {
                    byName.put(name, rows.size() - 1);
                }
                lines.add(new Line(number, Row.EMPTY, row, State.NEW, faults));
            }
        }
    }

    /** The records under the delimiter that names most columns, then under the one that gives lines of equal length. */
    private static List<List<String>> records(String text, RowType<?> type) {
        var clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var lines = clean.stripLeading();
        if (lines.toLowerCase(Locale.ROOT).startsWith("sep=") && lines.length() > 4) {
            return Records.parse(lines.lines().skip(1).reduce((a, b) -> a + "\n" + b).orElse(""), lines.charAt(4));
        }
        return DELIMITERS.stream().map(delimiter -> Records.parse(clean, delimiter)).max(Comparator.comparingInt(records -> score(records, type)))
            .orElseThrow();
    }

    private static int score(List<List<String>> records, RowType<?> type) {
        if (records.isEmpty()) {
            return 0;
        }
        int width = records.getFirst().size();
        boolean even = records.stream().allMatch(record -> record.size() == width);
        long heads = records.getFirst().stream().filter(cell -> field(cell, type).isPresent()).count();
        return (int) heads * 100 + (width > 1 ? even ? 20 : 1 : 0);
    }

    private static boolean hasHead(List<List<String>> records, RowType<?> type) {
        if (records.isEmpty()) {
            return false;
        }
        long filled = records.getFirst().stream().filter(cell -> !cell.isBlank()).count();
        long heads = records.getFirst().stream().filter(cell -> field(cell, type).isPresent()).count();
        return heads > 0 && heads * 2 >= filled;
    }

    private static List<Optional<Field>> named(List<String> head, RowType<?> type) {
        var seen = new HashSet<Field>();
        return head.stream().map(cell -> field(cell, type).filter(seen::add)).toList();
    }

    /** Columns in the order of the row type, but a column of GUIDs is the first one that holds GUIDs: names with their object ids need no kind between. */
    private static List<Optional<Field>> ordered(List<List<String>> records, RowType<?> type) {
        int width = records.stream().mapToInt(List::size).max().orElse(0);
        var columns = new ArrayList<Optional<Field>>();
        var used = new HashSet<Field>();
        for (int i = 0; i < width; i++) {
            int at = i;
            var values = records.stream().filter(record -> record.size() > at && !record.get(at).isBlank()).map(record -> record.get(at).strip()).toList();
            var inPlace = i < type.fields().size() ? Optional.of(type.fields().get(i)) : Optional.<Field>empty();
            boolean guids = !values.isEmpty() && values.stream().allMatch(Format.GUID::fits);
            var field = guids ? type.fields().stream().filter(candidate -> candidate.column().format() == Format.GUID).findFirst().or(() -> inPlace) : inPlace;
            columns.add(field.filter(candidate -> candidate.kind() != Kind.ROWS && used.add(candidate)));
        }
        return columns;
    }

    private static Optional<Field> field(String head, RowType<?> type) {
        var plain = plain(head);
        var name = ALIASES.getOrDefault(plain, plain);
        return plain.isEmpty()
            ? Optional.empty()
            : type.fields().stream().filter(field -> field.kind() != Kind.ROWS)
                .filter(field -> plain(field.label()).equals(plain) || plain(field.name()).equals(plain)).findFirst()
                .or(() -> type.fields().stream().filter(field -> field.kind() != Kind.ROWS && plain(field.name()).equals(name)).findFirst());
    }

    private static String plain(String head) {
        return head.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
