package aksiam.ui.table;

import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sums of columns: whole numbers and quantities of Kubernetes. */
final class Sums {
    private static final Pattern QUANTITY = Pattern.compile("(\\d+(?:\\.\\d+)?)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?");
    private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(Map.entry("m", new BigDecimal("0.001")), Map.entry("k", new BigDecimal("1e3")),
        Map.entry("M", new BigDecimal("1e6")), Map.entry("G", new BigDecimal("1e9")),
        Map.entry("T", new BigDecimal("1e12")), Map.entry("P", new BigDecimal("1e15")), Map.entry("E", new BigDecimal("1e18")), Map.entry("Ki", binary(1)),
        Map.entry("Mi", binary(2)), Map.entry("Gi", binary(3)), Map.entry("Ti", binary(4)),
        Map.entry("Pi", binary(5)), Map.entry("Ei", binary(6)));

    private Sums() {
    }

    /** Such as "CPU 116, Memory 464 GiB"; empty where no column is summed or nothing is typed yet. */
    static String of(RowType<?> type, List<Row> rows) {
        return type.fields().stream().filter(field -> field.column().sum()).flatMap(field -> sum(field, rows).stream()).collect(Collectors.joining(", "));
    }

    private static Optional<String> sum(Field field, List<Row> rows) {
        var texts = rows.stream().map(row -> row.display(field.name()).strip()).filter(text -> !text.isEmpty()).toList();
        var values = texts.stream().flatMap(text -> value(text).stream()).toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean bytes = texts.stream().anyMatch(text -> text.endsWith("i"));
        return Optional.of(field.label() + " " + (bytes ? plain(sum.divide(FACTORS.get("Gi"), 1, RoundingMode.HALF_UP)) + " GiB" : plain(sum)));
    }

    private static Optional<BigDecimal> value(String text) {
        var match = QUANTITY.matcher(text);
        return match.matches()
            ? Optional.of(new BigDecimal(match.group(1)).multiply(match.group(2) == null ? BigDecimal.ONE : FACTORS.get(match.group(2))))
            : Optional.empty();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal binary(int power) {
        return BigDecimal.valueOf(1024).pow(power);
    }
}
