package aksiam.workshop;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.RowType.Field;
import aksiam.rules.Candidates;
import aksiam.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The way out of a finding, where there is exactly one.
 *
 * @param label  what it does: "Write platform-team", "Remove the row"
 * @param answer of the consideration once it is done
 */
public record Fix(String label, String consideration, Answer answer) {
    /** A cell of a row, or an entry of its list. */
    private static final Pattern CELL = Pattern.compile("\\$\\.answers\\.[\\w-]+\\[(\\d+)\\]\\.(\\w+)(?:\\[(\\d+)\\])?");

    public static Optional<Fix> of(Finding finding, Design design) {
        return switch (finding.kind()) {
            case NAMELESS_ROW -> withoutRow(finding, design);
            case DANGLING_REFERENCE, MALFORMED_VALUE, UNKNOWN_OPTION -> withNearest(finding, design);
            case NOT_APPLICABLE -> Optional.of(new Fix("Clear the answer", finding.consideration(), new Answer.Text("")));
            case PASTED_SECRET, IMPOSSIBLE_OPTION, DUPLICATE_NAME, DUPLICATE_NAMESPACE, DUPLICATE_OBJECT_ID, CONTRADICTION, CONFUSED_ID, UNKNOWN_NAMESPACE,
                UNKNOWN_ROLE,
                MISSING_VALUE, LIMIT, INCOMPLETE_DECISION, OPEN_POINT, WAITING_GRANT, UNKNOWN_KEY ->
                Optional.empty();
        };
    }

    /** A row that says nothing at all can go. */
    private static Optional<Fix> withoutRow(Finding finding, Design design) {
        var cell = CELL.matcher(finding.place().path());
        var rows = new ArrayList<>(design.rows(finding.consideration()));
        if (!cell.matches() || Integer.parseInt(cell.group(1)) >= rows.size()) {
            return Optional.empty();
        }
        var row = rows.remove(Integer.parseInt(cell.group(1)));
        boolean blank = row.cells().keySet().stream().allMatch(column -> row.display(column).isBlank());
        return blank ? Optional.of(new Fix("Remove the row", finding.consideration(), new Answer.Table(rows))) : Optional.empty();
    }

    private static Optional<Fix> withNearest(Finding finding, Design design) {
        var cell = CELL.matcher(finding.place().path());
        var rows = new ArrayList<>(design.rows(finding.consideration()));
        var type = Catalogue.find(finding.consideration()).flatMap(consideration -> consideration.rowType());
        if (!cell.matches() || Integer.parseInt(cell.group(1)) >= rows.size() || type.flatMap(found -> found.field(cell.group(2))).isEmpty()) {
            return Optional.empty();
        }
        int at = Integer.parseInt(cell.group(1));
        var field = type.get().field(cell.group(2)).orElseThrow();
        var row = rows.get(at);
        boolean entry = cell.group(3) != null;
        var typed = entry ? entries(row, field, Integer.parseInt(cell.group(3))) : row.text(field.name());
        return nearest(typed, field, Candidates.of(design)).map(right -> {
            rows.set(at, row.with(field.name(), entry ? replaced(row.list(field.name()), Integer.parseInt(cell.group(3)), right) : right));
            return new Fix("Write " + right, finding.consideration(), new Answer.Table(rows));
        });
    }

    private static String entries(Row row, Field field, int index) {
        return index < row.list(field.name()).size() ? row.list(field.name()).get(index) : "";
    }

    private static List<String> replaced(List<String> list, int index, String text) {
        var next = new ArrayList<>(list);
        next.set(index, text);
        return next;
    }

    /** The only value that may stand there and is typed almost like it; of a form, the same in small letters. */
    private static Optional<String> nearest(String typed, Field field, Candidates names) {
        var text = typed.strip();
        var candidates = field.options().isEmpty() ? names.candidates(field) : field.options();
        if (candidates.isEmpty()) {
            var small = text.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
            return Optional.of(small).filter(form -> !form.equals(text) && field.column().format().fits(form));
        }
        var near = candidates.stream().filter(name -> isWellFormed(name, field))
            .filter(name -> distance(name.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)) <= Math.min(2, name.length() / 4))
            .toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    /** A name that is wrong itself is no way out. */
    private static boolean isWellFormed(String name, Field field) {
        return Stream.of(field.column().refersTo())
            .flatMap(table -> Catalogue.find(table).flatMap(found -> found.rowType()).flatMap(type -> type.key()).stream())
            .allMatch(key -> key.column().format().fits(name));
    }

    /** How many letters have to be typed, removed or replaced. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            int corner = i == 0 ? 0 : row[0]++;
            for (int j = 1; j <= b.length(); j++) {
                int above = i == 0 ? 0 : row[j];
                row[j] = i == 0 ? j : Math.min(Math.min(above, row[j - 1]) + 1, corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                corner = above;
            }
        }
        return row[b.length()];
    }
}
