package aksiam.ui.table;

import aksiam.model.Quantity;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sums of columns: whole numbers and quantities of Kubernetes. */
final class Sums {
    private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);

    private Sums() {
    }

    /** Such as "CPU 116, Memory 464 GiB"; empty where no column is summed or nothing is typed yet. */
    static String of(RowType<?> type, List<Row> rows) {
        return type.fields().stream().filter(field -> field.column().sum()).flatMap(field -> sum(field, rows).stream()).collect(Collectors.joining(", "));
    }

    private static Optional<String> sum(Field field, List<Row> rows) {
        var texts = rows.stream().map(row -> row.display(field.name()).strip()).filter(text -> !text.isEmpty()).toList();
        var values = texts.stream().flatMap(text -> Quantity.value(text).stream()).toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean bytes = texts.stream().anyMatch(text -> text.endsWith("i"));
        return Optional.of(field.label() + " " + (bytes ? plain(sum.divide(GIBIBYTE, 1, RoundingMode.HALF_UP)) + " GiB" : plain(sum)));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
