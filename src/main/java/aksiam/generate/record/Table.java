package aksiam.generate.record;

import aksiam.generate.Escaping;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Markdown table; heads and cells are Markdown already. */
public record Table(List<String> heads, List<List<String>> rows) {
    /** The rows of an answer as they were typed, without the columns that no row fills. */
    static Table of(RowType<?> type, List<Row> rows) {
        var filled = type.fields().stream().filter(field -> rows.stream().anyMatch(row -> !cell(field, row).isEmpty())).toList();
        return new Table(filled.stream().map(field -> Escaping.md(field.label())).toList(),
            rows.stream().map(row -> filled.stream().map(field -> orDash(Escaping.md(cell(field, row)))).toList()).toList());
    }

    /** No cell stays empty: Markdown checkers and readers stumble over it. */
    static String orDash(String cell) {
        return cell.isBlank() ? "-" : cell;
    }

    /** The text of a cell; nested rows as "a (b, c); d (e, f)". */
    private static String cell(Field field, Row row) {
        return switch (field.kind()) {
            case TEXT, NUMBER, LIST -> row.display(field.name());
            case FLAG -> row.cells().get(field.name()) instanceof Boolean flag ? flag ? "yes" : "no" : row.display(field.name());
            case ROWS -> row.rows(field.name()).stream().map(nested -> nested(field.rows().orElseThrow(), nested)).collect(Collectors.joining("; "));
        };
    }

    private static String nested(RowType<?> type, Row row) {
        var cells = type.fields().stream().flatMap(field -> Stream.of(cell(field, row)).filter(text -> !text.isEmpty())).toList();
        return cells.size() < 2 ? String.join("", cells) : cells.getFirst() + " (" + String.join(", ", cells.subList(1, cells.size())) + ")";
    }
}
