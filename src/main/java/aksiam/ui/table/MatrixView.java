package aksiam.ui.table;

import aksiam.ui.parts.Frames;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.table.Relations.Cell;
import aksiam.ui.table.Relations.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Cells in rows and groups of columns with heads that stay in view; only what is visible has nodes. One stop for Tab: arrows move,
 * Shift+arrows extend, Space changes, Delete clears.
 */
final class MatrixView extends Region {
    /** Of the heads, beside the type of the window. */
    private static final double HEAD_SIZE = 12 / 14.0;
    private static final double BAR = 0.9;
    /** Fewer are never shown while there are more; below that the page scrolls. */
    private static final int LEAST_ROWS = 12;
    /** So many more come with each frame after the first one until all that are in sight are there. */
    private static final int CELLS_A_FRAME = 80;
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** What the matrix asks for; the answer comes as other relations. */
    interface Change {
        void set(List<Cell> cells, boolean yes);
    }

    private final Change change;
    private final Consumer<Cell> moved;
    private final Label probe = new Label("x");
    private final Pane cells = new Pane();
    private final Pane columnHeads = new Pane();
    private final Pane rowHeads = new Pane();
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final List<MatrixCell> slots = new ArrayList<>();
    private final List<Label> rowLabels = new ArrayList<>();
    private final List<Label> columnLabels = new ArrayList<>();
    private final List<Label> groupLabels = new ArrayList<>();
    private Relations relations;
    private Cell current = new Cell(0, 0);
    private Cell anchor = new Cell(0, 0);
    private final Map<String, Double> measured = new HashMap<>();
    private MatrixGeometry geometry;
    private boolean begun;

    /** @param moved gets the current cell whenever it is another one */
    MatrixView(Relations relations, Change change, Consumer<Cell> moved) {
        this.relations = relations;
        this.change = change;
        this.moved = moved;
        getStyleClass().add("matrix");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText(Messages.get("matrix.name"));
        setAccessibleHelp(Messages.get("matrix.help"));
        probe.setVisible(false);
        probe.setManaged(false);
        vertical.setOrientation(Orientation.VERTICAL);
        for (var bar : List.of(vertical, horizontal)) {
            bar.setFocusTraversable(false);
            bar.valueProperty().subscribe(this::requestLayout);
        }
        for (var pane : List.of(cells, columnHeads, rowHeads)) {
            var clip = new Rectangle();
            clip.widthProperty().bind(pane.widthProperty());
            clip.heightProperty().bind(pane.heightProperty());
            pane.setClip(clip);
        }
        getChildren().addAll(probe, cells, columnHeads, rowHeads, vertical, horizontal);
        probe.fontProperty().subscribe(() -> {
            geometry = null;
            measured.clear();
            requestLayout();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        cells.addEventHandler(MouseEvent.MOUSE_PRESSED, this::clicked);
        cells.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> at(event).ifPresent(cell -> go(cell, true)));
        setOnScroll(event -> {
            vertical.setValue(Math.clamp(vertical.getValue() - event.getDeltaY(), 0, Math.max(0, vertical.getMax())));
            horizontal.setValue(Math.clamp(horizontal.getValue() - event.getDeltaX(), 0, Math.max(0, horizontal.getMax())));
            if (vertical.isVisible() || event.getDeltaX() != 0) {
                event.consume();
            }
        });
    }

    /** Shows other relations; the current cell stays with its names. */
    void show(Relations relations) {
        var before = this.relations;
        this.relations = relations;
        geometry = null;
        current = same(before, current);
        anchor = same(before, anchor);
        requestLayout();
        moved.accept(current);
    }

    private Cell same(Relations before, Cell cell) {
        if (cell.row() >= before.rows().size() || cell.column() >= before.columns().size()) {
            return new Cell(0, 0);
        }
        int row = relations.rows().indexOf(before.rows().get(cell.row()));
        int column = relations.columns().indexOf(before.columns().get(cell.column()));
        return new Cell(row >= 0 ? row : Math.clamp(cell.row(), 0, Math.max(0, relations.rows().size() - 1)), Math.max(0, column));
    }

    Cell current() {
        return current;
    }

    boolean isEmpty() {
        return relations.rows().isEmpty() || relations.columns().isEmpty();
    }

    /** The cells between where choosing began and the current one. */
    List<Cell> chosen() {
        if (isEmpty()) {
            return List.of();
        }
        return IntStream.rangeClosed(Math.min(anchor.row(), current.row()), Math.max(anchor.row(), current.row())).boxed()
            .flatMap(row -> IntStream.rangeClosed(Math.min(anchor.column(), current.column()), Math.max(anchor.column(), current.column()))
                .mapToObj(column -> new Cell(row, column)))
            .toList();
    }

    private boolean isChosen(Cell cell) {
        return cell.row() >= Math.min(anchor.row(), current.row()) && cell.row() <= Math.max(anchor.row(), current.row())
            && cell.column() >= Math.min(anchor.column(), current.column()) && cell.column() <= Math.max(anchor.column(), current.column());
    }

    boolean isOneChosen() {
        return anchor.equals(current);
    }

    List<Cell> row() {
        return IntStream.range(0, relations.columns().size()).mapToObj(column -> new Cell(current.row(), column)).toList();
    }

    private void clicked(MouseEvent event) {
        requestFocus();
        at(event).ifPresent(cell -> {
            go(cell, event.isShiftDown());
            if (event.getClickCount() == 2) {
                toggle();
            }
        });
        event.consume();
    }

    private java.util.Optional<Cell> at(MouseEvent event) {
        return slots.stream().filter(slot -> slot.isVisible() && slot.getBoundsInParent().contains(event.getX(), event.getY())).map(slot -> slot.cell())
            .findFirst();
    }

    private void pressed(KeyEvent event) {
        if (isEmpty()) {
            return;
        }
        int rows = relations.rows().size();
        int columns = relations.columns().size();
        boolean far = event.isShortcutDown();
        switch (event.getCode()) {
            case UP -> step(far ? -rows : -1, 0, event);
            case DOWN -> step(far ? rows : 1, 0, event);
            case LEFT -> step(0, far ? -columns : -1, event);
            case RIGHT -> step(0, far ? columns : 1, event);
            case HOME -> step(far ? -rows : 0, -columns, event);
            case END -> step(far ? rows : 0, columns, event);
            case PAGE_UP -> step(-10, 0, event);
            case PAGE_DOWN -> step(10, 0, event);
            case SPACE -> {
                toggle();
                event.consume();
            }
            case DELETE, BACK_SPACE -> {
                change.set(chosen(), false);
                event.consume();
            }
            default -> {
            }
        }
    }

    private void step(int rows, int columns, KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        go(new Cell(Math.clamp((long) current.row() + rows, 0, relations.rows().size() - 1),
            Math.clamp((long) current.column() + columns, 0, relations.columns().size() - 1)), event.isShiftDown());
        event.consume();
    }

    /** All chosen cells become what the current one is not. */
    private void toggle() {
        change.set(chosen(), relations.mark(current.row(), current.column()) != Mark.YES);
    }

    private void go(Cell cell, boolean extend) {
        current = cell;
        anchor = extend ? anchor : cell;
        var sizes = geometry();
        double top = cell.row() * sizes.rowHeight();
        reveal(vertical, top, sizes.rowHeight(), cells.getHeight());
        reveal(horizontal, sizes.x()[cell.column()], sizes.columnWidth(), cells.getWidth());
        requestLayout();
        layout();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        moved.accept(cell);
    }

    private static void reveal(ScrollBar bar, double start, double size, double shown) {
        double least = Math.max(0, start + size + 1 - shown);
        bar.setValue(Math.clamp(bar.getValue(), Math.min(least, start), Math.max(least, start)));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case CELL_AT_ROW_COLUMN -> slots.stream().filter(slot -> slot.isVisible() && slot.cell().equals(new Cell((int) parameters[0], (int) parameters[1])))
                .findFirst().orElse(null);
            case ROW_COUNT -> relations.rows().size();
            case COLUMN_COUNT -> relations.columns().size();
            case FOCUS_ITEM -> slots.stream().filter(slot -> slot.isVisible() && slot.cell().equals(current)).findFirst().orElse(null);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private double em() {
        return probe.getFont().getSize();
    }

    private MatrixGeometry geometry() {
        return geometry(getWidth());
    }

    private MatrixGeometry geometry(double width) {
        if (geometry == null || geometry.width() != width) {
            geometry = MatrixGeometry.of(relations.rows(), relations.columns(), width, em(), relations.legend().mayTurn(),
                name -> measured.computeIfAbsent(name, this::measure));
        }
        return geometry;
    }

    private double measure(String name) {
        var text = new Text(name);
        text.setFont(Font.font("Inter Semi Bold", em() * HEAD_SIZE)); // the head of the current row and column is bold
        return text.getLayoutBounds().getWidth();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(width, 16);
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(width, LEAST_ROWS);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return height(width, relations.rows().size());
    }

    private double height(double width, int rows) {
        var sizes = geometry(width < 0 ? getWidth() : width);
        return sizes.head() + Math.min(rows, relations.rows().size()) * sizes.rowHeight() + 2
            + (sizes.across() > sizes.width() - sizes.rowHead() ? em() * BAR : 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return em() * 40;
    }

    @Override
    protected void layoutChildren() {
        if (isEmpty()) {
            List.of(cells, columnHeads, rowHeads, vertical, horizontal).forEach(node -> node.setVisible(false));
            return;
        }
        var sizes = geometry();
        double left = sizes.rowHead();
        double top = sizes.head();
        double bar = em() * BAR;
        double wide = sizes.across();
        double high = relations.rows().size() * sizes.rowHeight() + 1;
        boolean scrollsDown = high > getHeight() - top;
        boolean scrollsAcross = wide > getWidth() - left - (scrollsDown ? bar : 0);
        scrollsDown = high > getHeight() - top - (scrollsAcross ? bar : 0);
        double width = Math.min(wide, getWidth() - left - (scrollsDown ? bar : 0));
        double height = Math.min(high, getHeight() - top - (scrollsAcross ? bar : 0));
        scroll(vertical, scrollsDown, high, height);
        scroll(horizontal, scrollsAcross, wide, width);
        vertical.resizeRelocate(left + width, top, bar, height);
        horizontal.resizeRelocate(left, top + height, width, bar);
        List.of(cells, columnHeads, rowHeads).forEach(node -> node.setVisible(true));
        cells.resizeRelocate(left, top, width, height);
        columnHeads.resizeRelocate(left, 0, scrollsAcross ? width : getWidth() - left, top);
        rowHeads.resizeRelocate(0, top, left, height);
        cells(sizes, width, height);
        rowHeads(sizes, height);
        columnHeads(sizes, width);
    }

    private static void scroll(ScrollBar bar, boolean needed, double content, double shown) {
        bar.setVisible(needed);
        bar.setMax(Math.max(0, content - shown));
        bar.setVisibleAmount(content <= 0 ? 0 : Math.max(0, content - shown) * shown / content);
        bar.setUnitIncrement(30);
        bar.setBlockIncrement(shown);
        if (!needed) {
            bar.setValue(0);
        } else if (bar.getValue() > bar.getMax()) {
            bar.setValue(bar.getMax());
        }
    }

    private void cells(MatrixGeometry sizes, double width, double height) {
        double dx = Math.rint(horizontal.getValue());
        double dy = Math.rint(vertical.getValue());
        int first = (int) (dy / sizes.rowHeight());
        int last = Math.min(relations.rows().size() - 1, (int) ((dy + height) / sizes.rowHeight()));
        int used = 0;
        int fresh = !Frames.follow(this) ? Integer.MAX_VALUE : begun ? CELLS_A_FRAME : 0;
        begun = true;
        for (int column = 0; column < sizes.x().length; column++) {
            double x = sizes.x()[column] - dx;
            if (x + sizes.columnWidth() < 0 || x > width) {
                continue;
            }
            for (int row = first; row <= last; row++) {
                if (used == slots.size() && fresh-- == 0) {
                    Frames.after(this, this::requestLayout);
                    return;
                }
                var slot = slot(used++);
                draw(slot, new Cell(row, column));
                slot.resizeRelocate(x, row * sizes.rowHeight() - dy, sizes.columnWidth() + 1, sizes.rowHeight() + 1);
            }
        }
        hide(slots, used);
    }

    private void draw(MatrixCell slot, Cell cell) {
        boolean here = cell.equals(current);
        slot.pseudoClassStateChanged(LIT, cell.row() == current.row() || cell.column() == current.column());
        slot.pseudoClassStateChanged(CURRENT, here);
        slot.pseudoClassStateChanged(CHOSEN, !anchor.equals(current) && isChosen(cell));
        slot.setViewOrder(here ? -1 : 0); // its border lies over that of its neighbours
        slot.show(relations, cell);
    }

    private MatrixCell slot(int index) {
        while (slots.size() <= index) {
            var slot = new MatrixCell(relations);
            slots.add(slot);
            cells.getChildren().add(slot);
        }
        slots.get(index).setVisible(true);
        return slots.get(index);
    }

    private void rowHeads(MatrixGeometry sizes, double height) {
        double dy = Math.rint(vertical.getValue());
        int used = 0;
        for (int row = (int) (dy / sizes.rowHeight()); row < relations.rows().size() && row * sizes.rowHeight() - dy < height; row++) {
            var label = label(rowLabels, rowHeads, used++, "matrix-row-head");
            label.setText(relations.rows().get(row));
            label.pseudoClassStateChanged(CURRENT, row == current.row());
            label.resizeRelocate(0, row * sizes.rowHeight() - dy, sizes.rowHead(), sizes.rowHeight() + 1);
        }
        hide(rowLabels, used);
    }

    private void columnHeads(MatrixGeometry sizes, double width) {
        double dx = Math.rint(horizontal.getValue());
        double space = sizes.columnHead();
        int names = 0;
        int groups = 0;
        for (int column = 0; column < sizes.x().length; column++) {
            double x = sizes.x()[column] - dx;
            var at = relations.columns().get(column);
            if (sizes.groupHead() > 0 && (column == 0 || !relations.columns().get(column - 1).group().equals(at.group()))) {
                int end = column;
                while (end + 1 < sizes.x().length && relations.columns().get(end + 1).group().equals(at.group())) {
                    end++;
                }
                var label = label(groupLabels, columnHeads, groups++, "matrix-group");
                label.setText(at.group());
                if (label.getGraphic() == null) {
                    label.setGraphic(Icons.of("server"));
                }
                double from = Math.max(0, x);
                double own = Math.max(0, sizes.x()[end] - dx + sizes.columnWidth() + 1 - from);
                label.resizeRelocate(from, 0, end == sizes.x().length - 1 && own > 0 ? Math.max(own, label.prefWidth(-1)) : own, sizes.groupHead());
            }
            if (x + sizes.columnWidth() < 0 || x > width) {
                continue;
            }
            var label = label(columnLabels, columnHeads, names++, "matrix-column-head");
            label.setText(at.name());
            label.pseudoClassStateChanged(CURRENT, column == current.column());
            label.setRotate(sizes.upright() ? -90 : 0);
            label.setAlignment(sizes.upright() ? javafx.geometry.Pos.CENTER_LEFT : javafx.geometry.Pos.CENTER);
            if (sizes.upright()) {
                label.resizeRelocate(x + sizes.columnWidth() / 2 - space / 2, sizes.groupHead() + space / 2 - sizes.columnWidth() / 2, space,
                    sizes.columnWidth() + 1);
            } else {
                label.resizeRelocate(x, sizes.groupHead(), sizes.columnWidth() + 1, space);
            }
        }
        hide(columnLabels, names);
        hide(groupLabels, groups);
    }

    private static Label label(List<Label> pool, Pane pane, int index, String style) {
        while (pool.size() <= index) {
            var label = new Label();
            label.getStyleClass().add(style);
            label.setManaged(false);
            pool.add(label);
            pane.getChildren().add(label);
            label.applyCss();
        }
        pool.get(index).setVisible(true);
        return pool.get(index);
    }

    private static void hide(List<? extends Region> pool, int from) {
        for (int i = from; i < pool.size(); i++) {
            pool.get(i).setVisible(false);
        }
    }
}
