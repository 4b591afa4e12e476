package aksiam.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** What lies over the cells of a grid and goes along with them: the first column while the others are scrolled away from it, and the fill handle. */
final class GridCovers {
    /** One of them. */
    interface Cover {
        Region region();

        void place(Cells cells);
    }

    /**
     * Where the cells in sight are.
     *
     * @param y0   of the first row
     * @param left how far the columns are scrolled
     */
    record Cells(Grid grid, int first, int last, double y0, double left, double top, double bottom) {
        double y(int row) {
            return y0 + (row - first) * grid.getFixedCellSize();
        }

        /** The row at a height; beyond those in sight too, so that one can drag on. */
        int row(double y) {
            return Math.clamp((int) Math.floor((y - y0) / grid.getFixedCellSize()) + first, 0, grid.getItems().size() - 1);
        }

        double right(int column) {
            return grid.getVisibleLeafColumns().stream().limit(column + 1L).mapToDouble(TableColumn::getWidth).sum() - left;
        }
    }

    private final Grid grid;
    private final ObservableList<Node> children;
    private final StickyNames names;
    private final List<Cover> covers = new ArrayList<>();

    /** @param children of the grid */
    GridCovers(Grid grid, ObservableList<Node> children) {
        this.grid = grid;
        this.children = children;
        names = new StickyNames(grid);
        add(names);
        grid.skinProperty().subscribe(skin -> {
            if (skin != null) {
                grid.flow().ifPresent(flow -> flow.positionProperty().subscribe(_ -> place()));
                grid.across().ifPresent(bar -> {
                    bar.valueProperty().subscribe(_ -> place());
                    // Its height is known only now, and belongs to that of the grid.
                    bar.visibleProperty().subscribe(_ -> grid.requestLayout());
                    bar.heightProperty().subscribe(_ -> grid.requestLayout());
                });
                covers.forEach(cover -> children.add(cover.region()));
            }
        });
        grid.getFocusModel().focusedCellProperty().subscribe(this::place);
        grid.getSelectionModel().getSelectedCells().addListener((ListChangeListener<Object>) _ -> place());
        grid.focusedProperty().subscribe(this::place);
    }

    void add(Cover cover) {
        covers.add(cover);
        if (grid.getSkin() != null) {
            children.add(cover.region());
        }
    }

    void place() {
        cells().ifPresent(cells -> covers.forEach(cover -> cover.place(cells)));
    }

    /** Empty before they are laid out. */
    Optional<Cells> cells() {
        return grid.flow().filter(flow -> flow.getFirstVisibleCell() != null && !grid.getItems().isEmpty()).map(flow -> {
            var first = flow.getFirstVisibleCell();
            var bar = grid.across().filter(Node::isVisible);
            return new Cells(grid, first.getIndex(), Math.min(flow.getLastVisibleCell().getIndex(), grid.getItems().size() - 1),
                grid.sceneToLocal(first.localToScene(0, 0)).getY(), bar.map(ScrollBar::getValue).orElse(0.0), flow.getLayoutY(),
                flow.getLayoutY() + flow.getHeight() - bar.map(ScrollBar::getHeight).orElse(0.0));
        });
    }

    /** How much of the left side is not free for other columns. */
    double covered() {
        return names.isVisible() ? names.getWidth() : 0;
    }

    /** Scrolls back as far as a column lies behind the first one. */
    void uncover(int column) {
        grid.across().filter(_ -> column > 1 && covered() > 0).ifPresent(bar -> {
            double left = grid.getVisibleLeafColumns().stream().limit(column).mapToDouble(TableColumn::getWidth).sum();
            bar.setValue(Math.min(bar.getValue(), Math.max(0, left - covered())));
        });
    }

    /** The wheel over a cover scrolls the cells. */
    void scroll(ScrollEvent event) {
        grid.flow().ifPresent(flow -> flow.fireEvent(event.copyFor(flow, flow)));
    }
}
