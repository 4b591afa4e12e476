package aksiam.ui.table;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.control.TablePosition;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The corner of the selected cells: dragged down, it fills the rows below with the last of them. Ctrl+Enter does the same by key. */
final class FillHandle extends Region implements GridCovers.Cover {
    static final double SIZE = 10;

    private final Grid grid;
    private final Runnable fill;
    private int left;
    private int right;
    private int top;
    private int bottom;

    /** @param fill fills the selected cells from the uppermost ones */
    FillHandle(Grid grid, Runnable fill) {
        this.grid = grid;
        this.fill = fill;
        getStyleClass().add("fill-handle");
        setId("fill-handle");
        setManaged(false);
        setVisible(false);
        setCursor(Cursor.CROSSHAIR);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    }

    @Override
    public Region region() {
        return this;
    }

    @SuppressWarnings("rawtypes")
    private List<TablePosition> selected() {
        return grid.getSelectionModel().getSelectedCells().stream().<TablePosition>map(at -> at).filter(at -> at.getColumn() > 0).toList();
    }

    @Override
    public void place(GridCovers.Cells cells) {
        var selected = selected();
        boolean possible = !selected.isEmpty() && grid.isFocused() && grid.getItems().size() > 1;
        double x = 0;
        double y = 0;
        if (possible) {
            x = cells.right(selected.stream().mapToInt(TablePosition::getColumn).max().orElseThrow());
            int row = selected.stream().mapToInt(TablePosition::getRow).max().orElseThrow();
            y = cells.y(row + 1);
            possible = row >= cells.first() && y <= cells.bottom() + 1 && x > grid.covers().covered() && x <= grid.getWidth() + 1;
        }
        setVisible(possible);
        resizeRelocate(Math.min(x, grid.getWidth()) - SIZE, Math.min(y, cells.bottom()) - SIZE, SIZE, SIZE);
    }

    private void pressed(MouseEvent event) {
        var selected = selected();
        left = selected.stream().mapToInt(TablePosition::getColumn).min().orElse(1);
        right = selected.stream().mapToInt(TablePosition::getColumn).max().orElse(1);
        top = selected.stream().mapToInt(TablePosition::getRow).min().orElse(0);
        bottom = selected.stream().mapToInt(TablePosition::getRow).max().orElse(0);
        event.consume();
    }

    private void dragged(MouseEvent event) {
        grid.covers().cells()
            .ifPresent(cells -> grid.select(top, left, Math.max(bottom, cells.row(grid.sceneToLocal(event.getSceneX(), event.getSceneY()).getY())), right));
        event.consume();
    }

    private void released(MouseEvent event) {
        int last = selected().stream().mapToInt(TablePosition::getRow).max().orElse(bottom);
        if (last > bottom) {
            grid.select(bottom, left, last, right);
            fill.run();
            grid.select(top, left, last, right);
        }
        event.consume();
    }
}
