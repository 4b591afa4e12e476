package aksiam.intake;

import aksiam.model.Format;
import aksiam.model.Row;
import aksiam.model.RowType.Field;
import aksiam.rules.Candidates;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Cells as people type them in one line, and back. What is not understood stays as it was typed. */
public final class CellText {
    private static final Set<String> YES = Set.of("yes", "y", "true", "x", "1", "ja", "oui", "✓");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "-", "nein", "non");

    private CellText() {
    }

    /** The value of a cell: a {@code String}, {@code Integer}, {@code Boolean} or {@code List<String>}. Nested rows are not typed in one line. */
    public static Object parse(Field field, String typed, Candidates names) {
        var text = typed.strip();
        return switch (field.kind()) {
            case TEXT, ROWS -> choice(field, text);
            case NUMBER -> number(text);
            case FLAG -> YES.contains(text.toLowerCase(Locale.ROOT)) ? (Object) true : NO.contains(text.toLowerCase(Locale.ROOT)) ? false : text;
            case LIST -> list(field, text, names);
        };
    }

    /** Leading zeros and a plus sign would be gone. */
    private static Object number(String text) {
        try {
            var number = Integer.valueOf(text);
            return number.toString().equals(text) ? number : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** A cell in one line, such as it can be typed again. */
    public static String format(Field field, Row row) {
        return switch (row.cells().get(field.name())) {
            case Boolean flag -> flag ? "yes" : "no";
            case null, default -> row.display(field.name());
        };
    }

    /** Entries stand between commas, semicolons or line ends; between spaces too where an entry holds none. */
    private static List<String> list(Field field, String text, Candidates names) {
        var entries = entries(text, "[,;\\n\\r]+");
        var words = entries(text, "[,;\\s]+");
        var known = names.candidates(field);
        boolean spaced = field.column().refersTo().length > 0
            ? !known.containsAll(entries) && known.containsAll(words)
            : field.column().format() != Format.ANY || !field.options().isEmpty();
        return (spaced ? words : entries).stream().map(entry -> choice(field, entry)).toList();
    }

    private static List<String> entries(String text, String separator) {
        return Stream.of(text.split(separator)).map(String::strip).filter(entry -> !entry.isEmpty()).toList();
    }

    /** An option typed in other letters is that option. */
    private static String choice(Field field, String text) {
        return field.options().stream().filter(option -> option.equalsIgnoreCase(text)).findFirst().orElse(text);
    }
}
