package aksiam.ui.table;

/** Widths of columns that somebody set by hand. They are a person's settings, not part of the design. */
public interface Widths {
    /** Remembers none. */
    Widths NONE = new Widths() {
        @Override
        public double of(String column) {
            return 0;
        }

        @Override
        public void keep(String column, double em) {
            // nothing to keep it in
        }
    };

    /** In em of the grid, 0 when it was never set. */
    double of(String column);

    void keep(String column, double em);

    /** Those of a table, whose columns have their own names. */
    default Widths under(String table) {
        var all = this;
        return new Widths() {
            @Override
            public double of(String column) {
                return all.of(table + "." + column);
            }

            @Override
            public void keep(String column, double em) {
                all.keep(table + "." + column, em);
            }
        };
    }
}
