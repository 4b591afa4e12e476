package aksiam.ui.table;

import aksiam.catalogue.Consideration;
import aksiam.catalogue.Input;
import aksiam.model.Row;
import aksiam.model.rows.Tables;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The editor that fits a consideration. */
public final class Editors {
    private Editors() {
    }

    /**
     * An editor that was shown no design yet.
     *
     * @param consideration one that is answered by rows or a matrix
     * @param go            leads to another consideration
     * @param answer        gets a consideration and all its rows after each change; one call is one undoable change
     */
    public static TableEditor forConsideration(Consideration consideration, Widths widths, Consumer<String> go, BiConsumer<String, List<Row>> answer) {
        var id = consideration.id();
        Consumer<List<Row>> change = rows -> answer.accept(id, rows);
        Runnable toTeams = () -> go.accept("teams");
        return switch (consideration.input()) {
            case Input.Rows(var type) when type == Tables.FLOWS -> new FlowsEditor(id, type, widths, toTeams, change);
            case Input.Rows(var type) when type == Tables.AZURE_ROLES -> new AzureRoleEditor(id, consideration.suggestion(), change);
            case Input.Rows(var type) when type == Tables.TEAMS -> new TeamsEditor(id, widths, change, flows -> answer.accept("flows", flows));
            case Input.Rows(var type) -> new RowsEditor(id, type, widths, change);
            case Input.Matrix matrix -> new MatrixEditor(shown -> new VisibilityRelations(id, matrix, shown), true, toTeams, change);
            case Input.OneOf _, Input.ManyOf _, Input.Pick _, Input.Text _ -> throw new IllegalArgumentException(id + " has no rows");
        };
    }
}
