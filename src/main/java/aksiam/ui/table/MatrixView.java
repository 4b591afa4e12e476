package aksiam.ui.table;

import aksiam.ui.parts.Icon;
import aksiam.ui.parts.Icons;
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
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/**
 * Cells in rows and groups of columns with heads that stay in view; only what is visible has nodes. One stop for Tab: arrows move,
 * Shift+arrows extend, Space changes, Delete clears.
 */
final class MatrixView extends Region {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** What the matrix asks for; the answer comes as other relations. */
    interface Change {
        void set(List<Cell> cells, boolean yes);
    }

    private static final class Slot extends StackPane {
        private final Label text = new Label();
        private final Map<String, Icon> icons = new HashMap<>();
        private String icon = "";
        private Cell cell = new Cell(0, 0);

        Slot() {
            getStyleClass().add("matrix-cell");
            setManaged(false);
            setAccessibleRole(AccessibleRole.TABLE_CELL);
            getChildren().setAll(text);
        }

        void draw(String icon, String letters) {
            text.setText(letters);
            if (!icon.equals(this.icon)) {
                this.icon = icon;
                getChildren().setAll(icon.isEmpty() ? List.of(text) : List.of(text, icons.computeIfAbsent(icon, Icons::of)));
            }
        }
    }

    private final Change change;
    private final Consumer<Cell> moved;
    private final Label probe = new Label("x");
    private final Pane cells = new Pane();
    private final Pane columnHeads = new Pane();
    private final Pane rowHeads = new Pane();
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Label> rowLabels = new ArrayList<>();
    private final List<Label> columnLabels = new ArrayList<>();
    private final List<Label> groupLabels = new ArrayList<>();
    private Relations relations;
    private Cell current = new Cell(0, 0);
    private Cell anchor = new Cell(0, 0);
    private Geometry geometry;

    /** @param moved gets the current cell whenever it is another one */
    MatrixView(Relations relations, Change change, Consumer<Cell> moved) {
        this.relations = relations;
        this.change = change;
        this.moved = moved;
        getStyleClass().add("matrix");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setAccessibleText("Matrix");
        setAccessibleHelp("Arrows move, Space changes a cell, Shift and arrows extend");
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
        return new Cell(Math.max(0, row), Math.max(0, column));
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
        return slots.stream().filter(slot -> slot.isVisible() && slot.getBoundsInParent().contains(event.getX(), event.getY())).map(slot -> slot.cell)
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
            case ROW_COUNT -> relations.rows().size();
            case COLUMN_COUNT -> relations.columns().size();
            case FOCUS_ITEM -> slots.stream().filter(slot -> slot.isVisible() && slot.cell.equals(current)).findFirst().orElse(null);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private double em() {
        return probe.getFont().getSize();
    }

    /**
     * Sizes that hold for all cells.
     *
     * @param upright whether the names of the columns stand upright because they do not fit beside each other
     * @param x       left sides of the columns
     */
    private record Geometry(double width, double rowHeight, double columnWidth, double rowHead, double groupHead, double columnHead, boolean upright,
        double[] x) {
        double head() {
            return groupHead + columnHead;
        }

        double across() {
            return x[x.length - 1] + columnWidth + 1;
        }
    }

    private Geometry geometry() {
        if (geometry == null || geometry.width() != getWidth()) {
            geometry = measure();
        }
        return geometry;
    }

    private Geometry measure() {
        var columns = relations.columns();
        double em = em();
        double rowHead = Math.min(em * 16, widest(relations.rows()) + em * 1.4);
        double label = Math.max(em, widest(columns.stream().map(Relations.Column::name).distinct().toList()));
        double gap = Math.rint(em * 0.6);
        long groups = columns.stream().map(Relations.Column::group).distinct().count();
        double space = getWidth() - rowHead - (groups - 1) * gap;
        boolean upright = columns.size() * (label + em * 0.9) > space;
        double width = upright ? Math.rint(em * 2.6) : Math.max(label + em * 0.9, Math.min(em * 7, Math.floor((space - em) / Math.max(1, columns.size()))));
        var x = new double[columns.size()];
        for (int i = 1; i < x.length; i++) {
            x[i] = x[i - 1] + width + (columns.get(i).group().equals(columns.get(i - 1).group()) ? 0 : gap);
        }
        boolean grouped = columns.stream().anyMatch(column -> !column.group().isEmpty());
        return new Geometry(getWidth(), Math.rint(em * 2.2), width, rowHead, grouped ? em * 2.2 : 0, upright ? Math.min(label, em * 12) + em * 0.8 : em * 1.9,
            upright, x);
    }

    private double widest(List<String> names) {
        var text = new javafx.scene.text.Text();
        text.setFont(javafx.scene.text.Font.font(probe.getFont().getFamily(), javafx.scene.text.FontWeight.BOLD, em()));
        double widest = 0;
        for (var name : names) {
            text.setText(name);
            widest = Math.max(widest, text.getLayoutBounds().getWidth());
        }
        return Math.ceil(widest * 1.05); // the bundled semi-bold face is a little wider than the one measured
    }

    @Override
    protected double computePrefHeight(double width) {
        return geometry().head() + Math.min(relations.rows().size(), 16) * geometry().rowHeight() + em() * 1.2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(computePrefHeight(width), geometry().head() + geometry().rowHeight() * 9);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return geometry().head() + relations.rows().size() * geometry().rowHeight() + em() * 1.2;
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
        double bar = em() * 0.9;
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

    private void cells(Geometry sizes, double width, double height) {
        double dx = Math.rint(horizontal.getValue());
        double dy = Math.rint(vertical.getValue());
        int first = (int) (dy / sizes.rowHeight());
        int last = Math.min(relations.rows().size() - 1, (int) ((dy + height) / sizes.rowHeight()));
        var legend = relations.legend();
        var chosen = java.util.Set.copyOf(chosen());
        int used = 0;
        for (int column = 0; column < sizes.x().length; column++) {
            double x = sizes.x()[column] - dx;
            if (x + sizes.columnWidth() < 0 || x > width) {
                continue;
            }
            for (int row = first; row <= last; row++) {
                var slot = slot(used++);
                draw(slot, new Cell(row, column), legend, chosen);
                slot.resizeRelocate(x, row * sizes.rowHeight() - dy, sizes.columnWidth() + 1, sizes.rowHeight() + 1);
            }
        }
        hide(slots, used);
    }

    private void draw(Slot slot, Cell cell, Relations.Legend legend, java.util.Set<Cell> chosen) {
        var mark = relations.mark(cell.row(), cell.column());
        boolean here = cell.equals(current);
        slot.cell = cell;
        slot.getStyleClass().setAll("matrix-cell", mark.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        slot.draw(mark == Mark.YES ? legend.icon() : mark == Mark.OWN ? legend.ownIcon() : "", mark == Mark.OWN && legend.ownIcon().isEmpty() ? "=" : "");
        slot.pseudoClassStateChanged(LIT, cell.row() == current.row() || cell.column() == current.column());
        slot.pseudoClassStateChanged(CURRENT, here);
        slot.pseudoClassStateChanged(CHOSEN, chosen.size() > 1 && chosen.contains(cell));
        slot.setViewOrder(here ? -1 : 0); // its border lies over that of its neighbours
        if (here) {
            var words = relations.words(cell.row(), cell.column());
            slot.setAccessibleText(relations.rows().get(cell.row()) + ", " + relations.columns().get(cell.column()).name() + ", " + name(mark) + ". "
                + words.holds() + " " + words.follows());
        }
    }

    private String name(Mark mark) {
        var legend = relations.legend();
        return switch (mark) {
            case YES -> legend.yes();
            case NONE -> legend.no();
            case OWN -> legend.own();
            case NOT_APPLICABLE -> legend.notApplicable();
        };
    }

    private Slot slot(int index) {
        while (slots.size() <= index) {
            var slot = new Slot();
            slots.add(slot);
            cells.getChildren().add(slot);
        }
        slots.get(index).setVisible(true);
        return slots.get(index);
    }

    private void rowHeads(Geometry sizes, double height) {
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

    private void columnHeads(Geometry sizes, double width) {
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
