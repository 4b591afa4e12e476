package aksiam.ui.table;

import aksiam.model.RowType;
import java.util.Locale;

/** What one row and several rows of a type are called. */
record Noun(String one, String many) {
    static Noun of(RowType<?> type) {
        var one = type.view().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT).replace("azure", "Azure");
        return new Noun(one, one.equals("person") ? "people" : one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s");
    }

    /** Such as "1 team" or "12 teams". */
    String count(int rows) {
        return rows + " " + (rows == 1 ? one : many);
    }
}
