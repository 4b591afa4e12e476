package aksiam.ui.table;

import aksiam.intake.CellText;
import aksiam.model.Row;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import aksiam.rules.Candidates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Selected cells of rows as they are shown, and what can be done to them: each gives the changed rows by their place.
 *
 * @param columns of the grid, in their order
 */
record Block(List<Row> rows, List<Field> columns, List<At> cells) {
    /** A cell by row and column. */
    record At(int row, Field field) {
    }

    Map<Integer, Row> clear() {
        return change((row, field) -> row.with(field.name(), ""));
    }

    /** A typed value in every cell; tables inside of cells stay. */
    Map<Integer, Row> put(String text, Candidates names) {
        return change((row, field) -> field.kind() == Kind.ROWS ? row : row.with(field.name(), CellText.parse(field, text, names)));
    }

    /** The uppermost cell of each column in those below it; where only one row is selected, the row above in it. */
    Map<Integer, Row> fillDown() {
        var top = new LinkedHashMap<Field, Integer>();
        cells.forEach(at -> top.merge(at.field(), at.row(), Math::min));
        boolean single = cells.stream().map(At::row).distinct().count() == 1;
        return change((row, field) -> {
            var value = rows.get(Math.max(0, top.get(field) - (single ? 1 : 0))).cells().get(field.name());
            return row.with(field.name(), value == null ? "" : value);
        });
    }

    private Map<Integer, Row> change(BiFunction<Row, Field, Row> change) {
        var changed = new LinkedHashMap<Integer, Row>();
        cells.forEach(at -> changed.put(at.row(), change.apply(changed.getOrDefault(at.row(), rows.get(at.row())), at.field())));
        return changed;
    }

    /** Text that spreadsheets take: tabs between cells, a cell that was not selected is empty. */
    String text(boolean heads) {
        var fields = columns.stream().filter(field -> cells.stream().anyMatch(at -> at.field().equals(field))).toList();
        var lines = new ArrayList<String>();
        if (heads) {
            lines.add(fields.stream().map(Field::label).collect(Collectors.joining("\t")));
        }
        cells.stream().collect(Collectors.groupingBy(At::row, java.util.TreeMap::new, Collectors.mapping(At::field, Collectors.toSet())))
            .forEach((row, selected) -> lines
                .add(fields.stream().map(field -> selected.contains(field) ? quoted(CellText.format(field, rows.get(row))) : "")
                    .collect(Collectors.joining("\t"))));
        return String.join("\n", lines);
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\t\n\r\"].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** The places of the rows that have a selected cell. */
    List<Integer> places() {
        return cells.stream().map(At::row).distinct().sorted(Comparator.naturalOrder()).toList();
    }
}
