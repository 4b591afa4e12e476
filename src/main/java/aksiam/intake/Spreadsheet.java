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
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Text copied from a spreadsheet, a CSV file or an export of Entra, read into rows. Tab, semicolon and comma separate; a head line names
 * columns by label or name, or holds an id column and a name column among others; without one they stand in the order of the row type. A
 * row whose object id, or else whose name, is there already changes it: cells that are empty in the text change nothing.
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
     * @param unknownHeads  heads of columns that nobody knows and that hold something
     * @param sameName      names that several rows have, each with an object id of its own
     * @param refused       cells left out because they look like secrets, or columns because their ids are none of principals, and why
     * @param notes         what else somebody should know of the lines of an export of Entra
     */
    public record Reading(List<Field> columns, List<Line> lines, List<Row> rows, List<String> notUnderstood, List<String> unknownHeads, List<String> sameName,
        List<String> refused, List<String> notes) {
        public long count(State state) {
            return lines.stream().filter(line -> line.state() == state).count();
        }

        public long wrongCells() {
            return lines.stream().mapToLong(line -> line.faults().size()).sum();
        }
    }

    private static final List<Character> DELIMITERS = List.of('\t', ';', ',');
    /** What exports of Entra and of the Azure CLI call our columns. */
    private static final Map<String, String> ALIASES = Map.of("displayname", "name", "groupname", "name", "id", "objectid", "groupid", "objectid", "userid",
        "objectid", "memberid", "objectid");
    private static final String OBJECT_ID = "objectId";
    private static final int MOST_LINES = 20_000;

    private Spreadsheet() {
    }

    /** The text of a file: UTF-8, UTF-16 with or without its byte order mark as Excel and PowerShell write it, else Windows-1252 as Excel's CSV. */
    public static String text(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        var wide = wide(bytes);
        if (wide.isPresent()) {
            return new String(bytes, wide.get());
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /** UTF-16 without its mark: text of Latin letters has a zero in every other place, and hardly one in between. */
    private static Optional<Charset> wide(byte[] bytes) {
        int pairs = Math.min(bytes.length / 2, 2_000);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++) {
            even += bytes[2 * i] == 0 ? 1 : 0;
            odd += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        return bytes.length % 2 == 1 || pairs == 0
            ? Optional.empty()
            : odd * 10 > pairs * 7 && even * 10 < pairs
                ? Optional.of(StandardCharsets.UTF_16LE)
                : even * 10 > pairs * 7 && odd * 10 < pairs ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    public static Reading read(String text, RowType<?> type, List<Row> current, Candidates candidates) {
        return read(text, type, current, candidates, Map.of());
    }

    /** @param mapped columns that somebody named, by the heads of the text */
    public static Reading read(String text, RowType<?> type, List<Row> current, Candidates candidates, Map<String, Field> mapped) {
        var records = records(text, type);
        boolean head = hasHead(records, type);
        var columns = head ? named(records, type, mapped) : ordered(records, type);
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
        private final Map<String, Integer> byId = new HashMap<>();
        private final Optional<Field> id;
        /** Names that the text gives to several object ids. */
        private final Set<String> sameName = new TreeSet<>();
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
            id = type.key().flatMap(_ -> idOf(type));
            type.key().ifPresent(key -> {
                for (int i = 0; i < rows.size(); i++) {
                    byName.putIfAbsent(rows.get(i).text(key.name()).strip(), i);
                    if (id.isPresent() && !rows.get(i).text(OBJECT_ID).isBlank()) {
                        byId.putIfAbsent(rows.get(i).text(OBJECT_ID).strip().toLowerCase(Locale.ROOT), i);
                    }
                }
            });
        }

        Reading read(List<List<String>> records, boolean head) {
            findSameNames(records, head);
            for (int i = head ? 1 : 0; i < records.size() && lines.size() < MOST_LINES; i++) {
                line(i + 1, records.get(i));
            }
            if (records.size() > MOST_LINES) {
                notUnderstood.add("lines after the first " + MOST_LINES);
            }
            return new Reading(columns.stream().flatMap(Optional::stream).toList(), List.copyOf(lines), List.copyOf(rows), List.copyOf(notUnderstood),
                notUnderstood.stream().filter(heads.stream().map(String::strip).toList()::contains).toList(), List.copyOf(sameName), List.copyOf(refused),
                head && id.isPresent() ? EntraExport.notes(heads, records.subList(1, records.size())) : List.of());
        }

        private void findSameNames(List<List<String>> records, boolean head) {
            int nameAt = columns.indexOf(type.key());
            int idAt = columns.indexOf(id);
            if (nameAt < 0 || idAt < 0 || id.isEmpty()) {
                return;
            }
            var idOfName = new HashMap<String, String>();
            records.stream().skip(head ? 1 : 0).filter(record -> record.size() > Math.max(nameAt, idAt)).forEach(record -> {
                var name = record.get(nameAt).strip();
                var own = record.get(idAt).strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !own.isEmpty() && !idOfName.getOrDefault(name, own).equals(own)) {
                    sameName.add(name);
                }
                idOfName.putIfAbsent(name, own);
            });
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
                if (field.isEmpty() && i < heads.size() && id.isPresent() && EntraExport.noObjectIds(heads.get(i), heads).isPresent()) {
                    EntraExport.noObjectIds(heads.get(i), heads).filter(why -> !refused.contains(why)).ifPresent(refused::add);
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
                var at = place(cells);
                if (type.field("kind").filter(kind -> !cells.containsKey(kind)).isPresent() && id.isPresent()
                    && (at.isEmpty() || rows.get(at.getAsInt()).text("kind").isEmpty())) {
                    EntraExport.kind(heads, record).ifPresent(kind -> cells.put(type.field("kind").orElseThrow(), kind));
                }
                put(number, at, cells);
            }
        }

        /** The row of the same object id, else of the same name unless that is known to be another one. */
        private OptionalInt place(Map<Field, Object> cells) {
            var own = id.map(cells::get).map(value -> value.toString().toLowerCase(Locale.ROOT)).orElse("");
            if (byId.containsKey(own)) {
                return OptionalInt.of(byId.get(own));
            }
            var name = name(cells);
            if (!byName.containsKey(name)) {
                return OptionalInt.empty();
            }
            int at = byName.get(name);
            if (own.isEmpty() || rows.get(at).text(OBJECT_ID).isBlank() && !sameName.contains(name)) {
                return OptionalInt.of(at);
            }
            if (Format.GUID.fits(own) && Format.GUID.fits(rows.get(at).text(OBJECT_ID).strip())) {
                sameName.add(name);
                return OptionalInt.empty();
            }
            return OptionalInt.of(at);
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
            id.map(cells::get).ifPresent(own -> byId.putIfAbsent(own.toString().toLowerCase(Locale.ROOT), at.orElse(rows.size())));
            if (at.isPresent()) {
                rows.set(at.getAsInt(), row);
                lines.add(new Line(number, before, row, row.equals(before) ? State.SAME : State.CHANGED, faults));
            } else if (next.isEmpty() && name.isEmpty() && known.contains(row)) {
                lines.add(new Line(number, row, row, State.SAME, faults));
            } else {
                rows.add(row);
                known.add(row);
                if (!name.isEmpty()) {
                    byName.putIfAbsent(name, rows.size() - 1);
                }
                lines.add(new Line(number, Row.EMPTY, row, State.NEW, faults));
            }
        }
    }

    /** The records under the delimiter that names most columns, then under the one that gives lines of equal length. */
    private static List<List<String>> records(String text, RowType<?> type) {
        var clean = EntraExport.withoutType(text.startsWith("\uFEFF") ? text.substring(1) : text);
        var json = EntraExport.records(clean);
        if (json.isPresent()) {
            return json.get();
        }
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
        var heads = records.getFirst().stream().flatMap(cell -> field(cell, type).stream()).toList();
        return !heads.isEmpty() && heads.size() * 2 >= filled || namesRows(heads, type) || idColumn(records, type).isPresent();
    }

    /** Whether an id and a name are among the columns, whatever else there is. */
    private static boolean namesRows(List<Field> heads, RowType<?> type) {
        return idOf(type).filter(heads::contains).isPresent() && type.key().filter(heads::contains).isPresent();
    }

    private static Optional<Field> idOf(RowType<?> type) {
        return type.field(OBJECT_ID).filter(field -> field.column().format() == Format.GUID);
    }

    /** The only column that holds GUIDs from the second line on, and something else in the first: its head is in another language. */
    private static OptionalInt idColumn(List<List<String>> records, RowType<?> type) {
        var lines = records.stream().skip(1).limit(100).toList();
        if (idOf(type).isEmpty() || lines.isEmpty()) {
            return OptionalInt.empty();
        }
        var found = IntStream.range(0, records.getFirst().size()).filter(i -> !Format.GUID.fits(records.getFirst().get(i).strip())
            && lines.stream().allMatch(line -> i < line.size() && !line.get(i).isBlank() && Format.GUID.fits(line.get(i).strip()))).toArray();
        return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
    }

    /** What somebody mapped goes before what is known. */
    private static List<Optional<Field>> named(List<List<String>> records, RowType<?> type, Map<String, Field> mapped) {
        var seen = new HashSet<>(mapped.values());
        var columns = new ArrayList<Optional<Field>>();
        for (var cell : records.getFirst()) {
            var own = Optional.ofNullable(mapped.get(cell.strip()));
            var named = field(cell, type)
                .filter(field -> !Optional.of(field).equals(idOf(type)) || EntraExport.noObjectIds(cell, records.getFirst()).isEmpty());
            columns.add(own.isPresent() ? own : named.filter(seen::add));
        }
        idColumn(records, type).ifPresent(at -> {
            if (columns.get(at).isEmpty() && EntraExport.noObjectIds(records.getFirst().get(at), records.getFirst()).isEmpty()) {
                columns.set(at, idOf(type).filter(seen::add));
            }
        });
        return columns;
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

    static String plain(String head) {
        return head.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
