package aksiam.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * One row of a table as typed. A cell is a {@code String}, {@code Integer}, {@code Boolean}, {@code List<String>} or
 * {@code List<Row>}. A cell of another kind than its column, and one of a column that no {@link RowType} knows, is kept as it was typed
 * or as the file held it.
 */
public record Row(SequencedMap<String, Object> cells) {
    public static final Row EMPTY = new Row(new LinkedHashMap<>());

    public Row {
        cells = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cells));
    }

    /** A row of alternating column names and values. */
    public static Row of(Object... columnsAndValues) {
        var cells = new LinkedHashMap<String, Object>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            cells.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return new Row(cells);
    }

    /** This row with one cell changed; an empty value removes the cell. */
    public Row with(String column, Object value) {
        var copy = new LinkedHashMap<>(cells);
        if (isBlank(value)) {
            copy.remove(column);
        } else {
            copy.put(column, value);
        }
        return new Row(copy);
    }

    /** The text of a cell, empty when there is none. */
    public String text(String column) {
        return cells.get(column) instanceof String text ? text : "";
    }

    /** Text, number or flag of a cell as text, and a list as comma separated text; empty when there is none. */
    public String display(String column) {
        return switch (cells.get(column)) {
            case null -> "";
            case List<?> list -> list.stream().anyMatch(Row.class::isInstance)
                ? list.size() + " rows"
                : list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Object value -> value.toString();
        };
    }

    @SuppressWarnings("unchecked")
    public List<String> list(String column) {
        return cells.get(column) instanceof List<?> list && list.stream().allMatch(String.class::isInstance) ? (List<String>) list : List.of();
    }

    @SuppressWarnings("unchecked")
    public List<Row> rows(String column) {
        return cells.get(column) instanceof List<?> list && list.stream().allMatch(Row.class::isInstance) ? (List<Row>) list : List.of();
    }

    private static boolean isBlank(Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty();
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }
}
