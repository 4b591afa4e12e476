package aksiam.ui;

import aksiam.ui.table.Widths;
import aksiam.workshop.Action;
import java.util.Optional;

/** Widths of columns and sides among the preferences of a person. */
record ColumnWidths(Live live) implements Widths {
    @Override
    public double of(String column) {
        return kept(column).orElse(0.0);
    }

    /** Empty when it was never set by hand. */
    Optional<Double> kept(String name) {
        return Optional.ofNullable(live.state().preferences().widths().get(name));
    }

    @Override
    public void keep(String column, double em) {
        live.dispatch(new Action.Prefer(live.state().preferences().withWidth(column, em)));
    }
}
