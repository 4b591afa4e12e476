package aksiam.rules;

import aksiam.model.Format;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is wrong with single cells, for the grid, what is pasted, and the check alike. An empty cell is unfinished, never wrong. A cell of
 * another kind than its column, such as a text where a number stands, is kept as it was typed and is wrong here.
 */
public final class Cells {
    /**
     * One wrong cell: what is wrong and what to do, without naming the row.
     *
     * @param entry of a list, from 0; empty when the whole cell is meant
     */
    public record Fault(Field field, Finding.Kind kind, OptionalInt entry, String message) {
    }

    private Cells() {
    }

    /** The wrong cells of a row, in the order of the columns. Of several wrong entries of a cell the first one is named. */
    public static List<Fault> faults(RowType<?> type, Row row, Candidates names) {
        return type.fields().stream().flatMap(field -> faults(field, row, names).limit(1)).toList();
    }

    /** Everything that is wrong with a cell, in words that say what to do. */
    static Stream<Fault> faults(Field field, Row row, Candidates names) {
        return switch (row.cells().get(field.name())) {
            case null -> Stream.empty();
            case Object value -> faults(field, row, value, names);
        };
    }

    private static Stream<Fault> faults(Field field, Row row, Object value, Candidates names) {
        return switch (field.kind()) {
            case NUMBER -> value instanceof Integer number && number >= 0
                ? Stream.empty()
                : malformed(field, quoted(value) + " is no whole number from 0 to " + Integer.MAX_VALUE + ". Type digits such as 12, or leave it empty.");
            case FLAG -> value instanceof Boolean ? Stream.empty() : malformed(field, quoted(value) + " is neither yes nor no.");
            case TEXT -> element(field, OptionalInt.empty(), value, names);
            case LIST -> value instanceof List<?> list
                ? IntStream.range(0, list.size()).boxed().flatMap(i -> element(field, OptionalInt.of(i), list.get(i), names))
                : malformed(field, quoted(value) + " is no list of texts.");
            case ROWS -> value instanceof List<?> list && row.rows(field.name()).size() == list.size()
                ? nested(field, row.rows(field.name()), names)
                : malformed(field, quoted(value) + " is no table.");
        };
    }

    private static Stream<Fault> malformed(Field field, String message) {
        return Stream.of(new Fault(field, Finding.Kind.MALFORMED_VALUE, OptionalInt.empty(), message));
    }

    private static Stream<Fault> nested(Field field, List<Row> rows, Candidates names) {
        var type = field.rows().orElseThrow();
        return rows.stream().flatMap(row -> faults(type, row, names).stream().map(fault -> {
            var name = row.display(type.fields().getFirst().name());
            return new Fault(field, fault.kind(), OptionalInt.empty(), (name.isEmpty() ? "" : name + ", ") + fault.field().label() + ": " + fault.message());
        }));
    }

    private static Stream<Fault> element(Field field, OptionalInt entry, Object value, Candidates names) {
        if (!(value instanceof String typed)) {
            return Stream.of(new Fault(field, Finding.Kind.MALFORMED_VALUE, entry, quoted(value) + " is no text. Type it again."));
        }
        var text = typed.strip();
        if (text.isEmpty()) {
            return Stream.empty();
        }
        if (!field.options().isEmpty()) {
            return field.options().contains(text)
                ? Stream.empty()
                : Stream.of(new Fault(field, Finding.Kind.UNKNOWN_OPTION, entry, quoted(text) + " is no choice here. Choose " + either(field.options()) + "."));
        }
        if (!field.column().format().fits(text)) {
            return Stream.of(new Fault(field, Finding.Kind.MALFORMED_VALUE, entry, shape(field, text)));
        }
        var candidates = names.candidates(field);
        return field.column().refersTo().length == 0 || candidates.contains(text)
            ? Stream.empty()
            : Stream.of(new Fault(field, Finding.Kind.DANGLING_REFERENCE, entry, unknown(field, text, candidates)));
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

    static String either(List<String> names) {
        return names.size() < 2 ? String.join("", names) : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    static String quoted(Object value) {
        var text = switch (value) {
            case null -> "null";
            case List<?> list -> list.size() + " entries";
            case Map<?, ?> map -> map.size() + " keys";
            default -> Secrets.hide(value.toString());
        };
        return '"' + (text.length() > 60 ? text.substring(0, 57) + "..." : text) + '"';
    }
}
