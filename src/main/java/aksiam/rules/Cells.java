package aksiam.rules;

import aksiam.model.Format;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with single cells. An empty cell is unfinished, never wrong. */
public final class Cells {
    /** One wrong cell: what is wrong and what to do, without naming the row. */
    public record Fault(Field field, String message) {
    }

    private Cells() {
    }

    /** The wrong cells of a row, in the order of the columns. */
    public static List<Fault> faults(RowType<?> type, Row row, Candidates names) {
        return type.fields().stream().flatMap(field -> fault(field, row, names).map(message -> new Fault(field, message)).stream()).toList();
    }

    /** What is wrong with a cell, in words that say what to do. */
    public static Optional<String> fault(Field field, Row row, Candidates names) {
        return switch (row.cells().get(field.name())) {
            case null -> Optional.empty();
            case Object value -> fault(field, row, value, names);
        };
    }

    private static Optional<String> fault(Field field, Row row, Object value, Candidates names) {
        return switch (field.kind()) {
            case NUMBER -> value instanceof Integer ? Optional.empty() : Optional.of(quoted(value) + " is no whole number. Type digits, or leave it empty.");
            case FLAG -> value instanceof Boolean ? Optional.empty() : Optional.of(quoted(value) + " is neither yes nor no.");
            case TEXT -> value instanceof String text ? element(field, text.strip(), names) : Optional.of(quoted(value) + " is no text.");
            case LIST -> value instanceof List<?> && (row.list(field.name()).size() == ((List<?>) value).size())
                ? row.list(field.name()).stream().flatMap(text -> element(field, text.strip(), names).stream()).findFirst()
                : Optional.of(quoted(value) + " is no list of texts.");
            case ROWS -> value instanceof List<?> list && row.rows(field.name()).size() == list.size()
                ? nested(field.rows().orElseThrow(), row.rows(field.name()), names)
                : Optional.of(quoted(value) + " is no table.");
        };
    }

    private static Optional<String> nested(RowType<?> type, List<Row> rows, Candidates names) {
        return rows.stream().flatMap(row -> faults(type, row, names).stream().map(fault -> {
            var name = row.display(type.fields().getFirst().name());
            return (name.isEmpty() ? "" : name + ", ") + fault.field().label() + ": " + fault.message();
        })).findFirst();
    }

    private static Optional<String> element(Field field, String text, Candidates names) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!field.options().isEmpty()) {
            return field.options().contains(text)
                ? Optional.empty()
                : Optional.of(quoted(text) + " is no choice here. Choose " + either(field.options()) + ".");
        }
        if (!field.column().format().fits(text)) {
            return Optional.of(shape(field, text));
        }
        if (field.column().refersTo().length > 0) {
            var candidates = names.candidates(field);
            return candidates.contains(text) || mayStandOutside(field, text) ? Optional.empty() : Optional.of(unknown(field, text, candidates));
        }
        return Optional.empty();
    }

    /** A service account is named NAMESPACE/NAME; * stands for all. */
    private static boolean mayStandOutside(Field field, String text) {
        return text.equals("*") || List.of(field.column().refersTo()).contains("principals") && text.matches("[-a-z0-9]+/[-.a-z0-9]+");
    }

    private static String shape(Field field, String text) {
        if (field.column().format() != Format.GUID) {
            return quoted(text) + " does not fit. Expected: " + field.column().format().expected() + ".";
        }
        var wrong = text.length() != 36
            ? text.length() + (text.length() == 1 ? " character" : " characters") + ", a GUID has 36."
            : text.matches("[0-]+") ? "A GUID that is all zero stands for nothing." : "This is no GUID: it has digits, hyphens and the letters a to f.";
        return wrong + " Paste the " + field.label().toLowerCase(java.util.Locale.ROOT)
            + (field.label().equals("Subscription") ? " id from the portal." : " from Entra.");
    }

    private static String unknown(Field field, String text, Set<String> candidates) {
        var tables = Stream.of(field.column().refersTo()).map(id -> aksiam.catalogue.Catalogue.find(id).map(aksiam.catalogue.Consideration::title).orElse(id))
            .collect(Collectors.joining(" or "));
        var near = candidates.stream().filter(name -> name.equalsIgnoreCase(text) || name.startsWith(text) || text.startsWith(name)).findFirst();
        return near.map(name -> quoted(text) + " is not in " + tables + ". Did you mean " + name + "?")
            .orElseGet(() -> quoted(text) + " is not in " + tables + ". Add it there, or "
                + (candidates.isEmpty()
                    ? "leave this empty."
                    : candidates.size() > 6 ? "choose one of the " + candidates.size() + " names there." : "choose " + either(List.copyOf(candidates)) + "."));
    }

    private static String either(List<String> names) {
        return names.size() < 2 ? String.join("", names) : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    private static String quoted(Object value) {
        var text = switch (value) {
            case List<?> list -> list.size() + " entries";
            case Map<?, ?> map -> map.size() + " keys";
            default -> Secrets.hide(value.toString());
        };
        return '"' + (text.length() > 60 ? text.substring(0, 57) + "..." : text) + '"';
    }
}
