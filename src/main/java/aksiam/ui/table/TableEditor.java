package aksiam.ui.table;

import aksiam.model.Design;
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
}
