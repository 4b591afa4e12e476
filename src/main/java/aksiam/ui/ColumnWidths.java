package aksiam.ui;

import aksiam.ui.table.Widths;
import aksiam.workshop.Action;

/** Widths of columns among the preferences of a person. */
record ColumnWidths(Live live) implements Widths {
    @Override
    public double of(String column) {
        return live.state().preferences().widths().getOrDefault(column, 0.0);
    }

    @Override
    public void keep(String column, double em) {
        live.dispatch(new Action.Prefer(live.state().preferences().withWidth(column, em)));
    }
}
