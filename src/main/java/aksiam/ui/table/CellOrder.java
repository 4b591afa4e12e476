package aksiam.ui.table;

import aksiam.model.Quantity;
import aksiam.model.Row;
import aksiam.model.RowType.Field;
import java.math.BigDecimal;
import java.util.Optional;

/** Compares cells of a column as people would: figures and quantities by their value, text with the numbers in it. Empty cells come last, whichever way. */
final class CellOrder {
    private CellOrder() {
    }

    static int compare(Field field, Row one, Row other, boolean descending) {
        var a = Shown.text(field, one);
        var b = Shown.text(field, other);
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        int order = Heads.isFigure(field) ? figures(a, b) : text(a, b);
        return descending ? -order : order;
    }

    private static int figures(String a, String b) {
        Optional<BigDecimal> one = Quantity.value(a);
        Optional<BigDecimal> other = Quantity.value(b);
        return one.isPresent() && other.isPresent() ? one.get().compareTo(other.get()) : one.isPresent() ? -1 : other.isPresent() ? 1 : text(a, b);
    }

    /** "pool2" comes before "pool10". */
    static int text(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (Character.isDigit(a.charAt(i)) && Character.isDigit(b.charAt(j))) {
                int endA = digits(a, i);
                int endB = digits(b, j);
                int order = new BigDecimal(a.substring(i, endA)).compareTo(new BigDecimal(b.substring(j, endB)));
                if (order != 0) {
                    return order;
                }
                i = endA;
                j = endB;
            } else {
                int order = Character.compare(Character.toLowerCase(a.charAt(i)), Character.toLowerCase(b.charAt(j)));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
