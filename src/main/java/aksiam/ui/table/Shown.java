package aksiam.ui.table;

import aksiam.intake.CellText;
import aksiam.model.Row;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a cell shows: nested rows by their names, a long list by the entries that fit. */
final class Shown {
    private Shown() {
    }

    static String text(Field field, Row row) {
        if (field.kind() != Kind.ROWS) {
            return CellText.format(field, row);
        }
        var nested = row.rows(field.name());
        var first = field.rows().orElseThrow().fields().getFirst().name();
        var names = nested.stream().map(at -> at.display(first)).filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
        return nested.isEmpty() ? row.display(field.name()) : names.isEmpty() ? String.valueOf(nested.size()) : nested.size() + ": " + names;
    }

    /** As many entries as fit into a width, and how many there are besides, such as "prd-weu, prd-neu +1". */
    static String fitting(List<String> entries, double width, ToDoubleFunction<String> measure) {
        var all = String.join(", ", entries);
        if (entries.size() < 2 || width <= 0 || measure.applyAsDouble(all) <= width) {
            return all;
        }
        for (int shown = entries.size() - 1; shown > 1; shown--) {
            var text = some(entries, shown);
            if (measure.applyAsDouble(text) <= width) {
                return text;
            }
        }
        return some(entries, 1);
    }

    private static String some(List<String> entries, int shown) {
        return String.join(", ", entries.subList(0, shown)) + " +" + (entries.size() - shown);
    }
}
