package aksiam.ui.table;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.model.Design;
import aksiam.model.Row;
import aksiam.model.rows.Tables;
import java.util.List;
import java.util.function.Consumer;

/** The editor that fits a consideration. */
public final class Editors {
    private Editors() {
    }

    /**
     * An editor that shows the rows of a design.
     *
     * @param consideration one that is answered by rows or a matrix
     * @param onChange      gets all rows after each change; one call is one undoable change
     */
    public static TableEditor forConsideration(Consideration consideration, Design design, Consumer<List<Row>> onChange) {
        var editor = switch (consideration.input()) {
            case Input.Rows(var type) when type == Tables.FLOWS -> new FlowsEditor(consideration.id(), type, onChange);
            case Input.Rows(var type) when type == Tables.AZURE_ROLES -> new AzureRoleEditor(consideration.id(), consideration.suggestion(), onChange);
            case Input.Rows(var type) -> new RowsEditor(consideration.id(), type, onChange);
            case Input.Matrix matrix -> new MatrixEditor(shown -> new VisibilityRelations(consideration.id(), matrix, shown), onChange);
            case Input.OneOf _, Input.ManyOf _, Input.Pick _, Input.Text _ -> throw new IllegalArgumentException(consideration.id() + " has no rows");
        };
        editor.show(design);
        return editor;
    }
}
