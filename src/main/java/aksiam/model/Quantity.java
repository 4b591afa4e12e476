package aksiam.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts as Kubernetes writes them: 500m, 16, 64Gi. */
public final class Quantity {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?");
    private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(Map.entry("m", new BigDecimal("0.001")), Map.entry("k", new BigDecimal("1e3")),
        Map.entry("M", new BigDecimal("1e6")), Map.entry("G", new BigDecimal("1e9")), Map.entry("T", new BigDecimal("1e12")),
        Map.entry("P", new BigDecimal("1e15")), Map.entry("E", new BigDecimal("1e18")), Map.entry("Ki", binary(1)), Map.entry("Mi", binary(2)),
        Map.entry("Gi", binary(3)), Map.entry("Ti", binary(4)), Map.entry("Pi", binary(5)), Map.entry("Ei", binary(6)));

    private Quantity() {
    }

    /** In cores, bytes or pieces; empty when the text is no quantity. */
    public static Optional<BigDecimal> value(String text) {
        var match = FORM.matcher(text.strip());
        return match.matches()
            ? Optional.of(new BigDecimal(match.group(1)).multiply(match.group(2) == null ? BigDecimal.ONE : FACTORS.get(match.group(2))))
            : Optional.empty();
    }

    private static BigDecimal binary(int power) {
        return BigDecimal.valueOf(1024).pow(power);
    }
}
