package aksiam.ui.table;

import aksiam.model.Design;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A control that edits the table of one consideration. */
public abstract class TableEditor extends VBox {
    TableEditor() {
        getStyleClass().add("table-editor");
    }

    /** Shows the rows of a design. Focus, selection, scroll position and an edit in progress stay where they are. */
    public abstract void show(Design design);

    /** Puts the focus where editing begins. */
    public abstract void focus();

    /**
     * Puts the focus on a row.
     *
     * @param row    from 0, in the order of the design
     * @param column empty for the first one
     */
    public void select(int row, String column) {
        focus();
    }

    /** Whether it says only that there is nothing yet: then it needs no more room than that. */
    public abstract boolean isBlank();

    /** Its buttons, for the line of the title. */
    public abstract Region tools();
}
