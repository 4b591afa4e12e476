package aksiam.ui.table;

import aksiam.model.RowType;

/** What one row and several rows of a type are called. */
record Noun(String one, String many) {
    static Noun of(RowType<?> type) {
        return new Noun(type.one(), type.many());
    }

    /** Such as "1 team" or "12 teams". */
    String count(int rows) {
        return rows + " " + (rows == 1 ? one : many);
    }
}
