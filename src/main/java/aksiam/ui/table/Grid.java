package aksiam.ui.table;

import aksiam.model.Row;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import aksiam.ui.parts.Frames;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Block.At;
import aksiam.ui.table.Lines.Content;
import aksiam.ui.table.Lines.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SortEvent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/** The cells of rows and which of them are selected. The first column marks whole rows. What keys do is in {@link GridKeys}. */
final class Grid extends TableView<Line> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");
    private static final int ROWS_SHOWN = 14;
    /** With the heads of the columns, which are as much as some rows. */
    private static final int ROWS_AT_FIRST = 1;
    private static final int ROWS_A_FRAME = 4;

    private final Lines lines;
    private final GridCovers covers;
    private final Arrangement arrangement;
    private final GridColumns widths;
    private final int leastRows;
    private final Map<String, Double> measured = new HashMap<>();
    private final Text measure = new Text();
    private Optional<String> typed = Optional.empty();
    /** Whether the focus comes by a click, which chooses the cell itself. */
    private boolean pressedByMouse;
    private Optional<Node> head = Optional.empty();
    private Optional<ScrollBar> across = Optional.empty();
    private int unrolled = ROWS_AT_FIRST;
    private double intended;

    /** @param leastRows fewer are never shown while there are more; below that the page scrolls */
    Grid(Lines lines, Arrangement arrangement, Widths widths, int leastRows) {
        super(arrangement.shown());
        this.lines = lines;
        this.arrangement = arrangement;
        this.leastRows = leastRows;
        getStyleClass().add("grid");
        setEditable(true);
        setFixedCellSize(28);
        getSelectionModel().setCellSelectionEnabled(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getColumns().add(new MarkColumn(lines, arrangement));
        lines.type().fields().forEach(field -> getColumns().add(column(field)));
        this.widths = new GridColumns(this, widths);
        covers = new GridCovers(this, getChildren());
        setRowFactory(_ -> row());
        addEventHandler(SortEvent.ANY, event -> {
            sorted();
            event.consume();
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pressedByMouse = true);
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> pressedByMouse = false);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> cellAt(event.getPickResult().getIntersectedNode()).ifPresent(cell -> {
            if (!(event.getTarget() instanceof FillHandle)) {
                extendTo(cell.getIndex(), getVisibleLeafIndex(cell.getTableColumn()));
                event.consume();
            }
        }));
        focusedProperty().subscribe(focused -> {
            if (focused && !pressedByMouse && !getItems().isEmpty() && getFocusModel().getFocusedCell().getColumn() < 1) {
                go(Math.max(0, getFocusModel().getFocusedCell().getRow()), 1);
            }
        });
        getItems().subscribe(this::requestLayout);
    }

    /** The line with the current cell. */
    Optional<Line> line() {
        int row = getFocusModel().getFocusedCell().getRow();
        return row >= 0 && row < getItems().size() ? Optional.of(getItems().get(row)) : Optional.empty();
    }

    /** The column of the current cell, unless it is that of the marks. */
    Optional<Field> field() {
        var column = getFocusModel().getFocusedCell().getTableColumn();
        return column != null && column.getUserData() instanceof Field field ? Optional.of(field) : Optional.empty();
    }

    /** The selected cells. */
    Block block() {
        var cells = getSelectionModel().getSelectedCells().stream()
            .filter(at -> at.getTableColumn() != null && at.getTableColumn().getUserData() instanceof Field && at.getRow() < getItems().size())
            .map(at -> new At(at.getRow(), (Field) at.getTableColumn().getUserData())).toList();
        return new Block(getItems().stream().map(Line::row).toList(), lines.type().fields(), cells);
    }

    /** Changes rows by their place. */
    void change(Map<Integer, Row> rows) {
        lines.set(rows.entrySet().stream().collect(Collectors.toMap(change -> getItems().get(change.getKey()), Map.Entry::getValue)));
    }

    /** Puts a typed value into all selected cells. */
    void put(String text) {
        change(block().put(text, lines.names()));
    }

    /** The lines with selected cells. */
    List<Line> selectedLines() {
        return block().places().stream().map(getItems()::get).toList();
    }

    void go(Line line, Field field) {
        go(getItems().indexOf(line), lines.type().fields().indexOf(field) + 1);
    }

    /** Selects one cell; its row and column are counted as shown, the marks are column 0. */
    void go(int row, int column) {
        if (row >= 0 && row < getItems().size() && column >= 0 && column < getVisibleLeafColumns().size()) {
            getSelectionModel().clearAndSelect(row, getVisibleLeafColumn(column));
            getFocusModel().focus(row, getVisibleLeafColumn(column));
            reveal(row, column);
        }
    }

    /** Selects from where selecting began to this cell. */
    void extendTo(int row, int column) {
        var at = getFocusModel().getFocusedCell();
        var cells = getSelectionModel().getSelectedCells();
        var rows = cells.stream().mapToInt(cell -> cell.getRow()).summaryStatistics();
        var columns = cells.stream().mapToInt(cell -> Math.max(1, cell.getColumn())).summaryStatistics();
        int fromRow = cells.isEmpty() ? at.getRow() : at.getRow() == rows.getMin() ? rows.getMax() : rows.getMin();
        int fromColumn = cells.isEmpty() ? at.getColumn() : at.getColumn() == columns.getMin() ? columns.getMax() : columns.getMin();
        int toColumn = Math.max(1, column);
        if (fromRow < 0 || at.getRow() == row && at.getColumn() == toColumn) {
            return;
        }
        select(fromRow, Math.max(1, fromColumn), row, toColumn);
    }

    /** Selects from one cell to another one, which becomes the current one. */
    void select(int fromRow, int fromColumn, int row, int column) {
        getSelectionModel().clearSelection();
        getSelectionModel().selectRange(Math.min(fromRow, row), getVisibleLeafColumn(Math.min(fromColumn, column)), Math.max(fromRow, row),
            getVisibleLeafColumn(Math.max(fromColumn, column)));
        getFocusModel().focus(row, getVisibleLeafColumn(column));
        reveal(row, column);
    }

    private static Optional<GridCell> cellAt(Node picked) {
        for (var node = picked; node != null; node = node.getParent()) {
            if (node instanceof GridCell cell) {
                return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    private void reveal(int row, int column) {
        flow().ifPresent(flow -> {
            var first = flow.getFirstVisibleCell();
            var last = flow.getLastVisibleCell();
            if (first != null && last != null && row >= last.getIndex() && unrolled < Integer.MAX_VALUE) {
                unrollAll();
                layout();
                last = flow.getLastVisibleCell();
            }
            if (first != null && last != null && (row <= first.getIndex() || row >= last.getIndex())) {
                scrollTo(row <= first.getIndex() ? row : Math.max(0, row - (last.getIndex() - first.getIndex()) + 1));
            }
        });
        scrollToColumnIndex(column);
        layout();
        covers.uncover(column);
    }

    GridCovers covers() {
        return covers;
    }

    Optional<VirtualFlow<?>> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    /** How many rows are in sight. */
    int page() {
        return flow().map(flow -> Math.max(1, flow.getLastVisibleCell().getIndex() - flow.getFirstVisibleCell().getIndex() - 1)).orElse(1);
    }

    /** The text that started the edit, if typing did. */
    Optional<String> takeTyped() {
        var text = typed;
        typed = Optional.empty();
        return text;
    }

    /** Edits the current cell from what is typed; nothing typed keeps what it holds. */
    void edit(Optional<String> typed) {
        var at = getFocusModel().getFocusedCell();
        reveal(at.getRow(), at.getColumn());
        this.typed = typed;
        edit(at.getRow(), getVisibleLeafColumn(at.getColumn()));
        this.typed = Optional.empty();
    }

    void moveDown(int by) {
        var at = getFocusModel().getFocusedCell();
        go(Math.clamp((long) at.getRow() + by, 0, getItems().size() - 1), at.getColumn());
    }

    /** To the next or previous cell, over the ends of rows; whether there is one. */
    boolean moveOn(int by) {
        var at = getFocusModel().getFocusedCell();
        int columns = getVisibleLeafColumns().size();
        int row = at.getRow();
        int column = at.getColumn() + by;
        if (column < 1 || column >= columns) {
            row += by;
            column = by > 0 ? 1 : columns - 1;
        }
        if (row < 0 || row >= getItems().size()) {
            return false;
        }
        go(row, column);
        return true;
    }

    /** Sorts as the heads say, and stays with the current cell. */
    private void sorted() {
        var line = line();
        var field = field();
        arrangement.sort(getSortOrder().stream().findFirst()
            .map(column -> new Arrangement.Order((Field) column.getUserData(), column.getSortType() == TableColumn.SortType.DESCENDING)));
        line.ifPresent(at -> go(at, field.orElse(lines.type().fields().getFirst())));
    }

    /** Sorts by a column as a click on its head does; none is the order of the design. */
    void sort(Optional<Field> by, boolean descending) {
        if (by.isEmpty()) {
            getSortOrder().clear();
            return;
        }
        var column = getColumns().get(lines.type().fields().indexOf(by.get()) + 1);
        column.setSortType(descending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        getSortOrder().setAll(List.of(column));
    }

    private TableColumn<Line, Content> column(Field field) {
        var column = new TableColumn<Line, Content>();
        var label = new Label(field.label());
        label.getStyleClass().add("head");
        var help = Heads.help(field);
        if (!help.isEmpty()) {
            Nodes.tip(label, help);
        }
        column.setGraphic(label);
        column.setUserData(field);
        column.setReorderable(false);
        column.setSortable(field.kind() != Kind.ROWS);
        column.setCellValueFactory(features -> features.getValue().content());
        column.setCellFactory(_ -> new GridCell(this, lines, field));
        if (Heads.isFigure(field)) {
            column.getStyleClass().add("figure");
        }
        return column;
    }

    private TableRow<Line> row() {
        var row = new TableRow<Line>();
        Runnable mark = () -> row.pseudoClassStateChanged(CURRENT, !row.isEmpty() && row.getIndex() == getFocusModel().getFocusedCell().getRow());
        getFocusModel().focusedCellProperty().subscribe(mark);
        row.indexProperty().subscribe(mark);
        row.emptyProperty().subscribe(mark);
        return row;
    }

    /** The widths follow the font; a width set by hand keeps its proportion. */
    void scale(double em) {
        measured.clear();
        setFixedCellSize(Math.rint(em * 28 / 13));
        widths.scale(em);
    }

    GridColumns widths() {
        return widths;
    }

    /** How wide a text is in an ordinary cell. */
    double measure(String text, javafx.scene.text.Font font) {
        return measured.computeIfAbsent(font.getFamily() + text, _ -> {
            measure.setFont(font);
            measure.setText(text);
            return measure.getLayoutBounds().getWidth();
        });
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(Math.min(getItems().size(), ROWS_SHOWN));
    }

    @Override
    protected double computeMaxHeight(double width) {
        return height(getItems().size());
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(Math.min(getItems().size(), leastRows));
    }

    /**
     * How high it is to be. The rows of a grid that was not shown before come a few a frame, as long as they can be seen to come: all at once would take several
     * frames.
     */
    void unroll(double height) {
        intended = height;
        double now = unrolled >= getItems().size() || !Frames.follow(this) ? height : Math.min(height, height(unrolled));
        resize(getWidth(), now);
        if (now < height) {
            Frames.after(this, () -> {
                if (unrolled < Integer.MAX_VALUE) {
                    unrolled += ROWS_A_FRAME;
                    getParent().requestLayout();
                }
            });
        } else {
            unrolled = Integer.MAX_VALUE;
        }
    }

    private void unrollAll() {
        if (unrolled < Integer.MAX_VALUE && intended > 0) {
            unrolled = Integer.MAX_VALUE;
            resize(getWidth(), intended);
        }
    }

    /** Once shown, the skin keeps the vertical scroll bar when there is nothing left to scroll. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        pseudoClassStateChanged(WHOLE, Math.max(intended, getHeight()) >= height(getItems().size()));
        covers.place();
    }

    private double height(int rows) {
        return head().map(node -> node.prefHeight(-1)).orElse(30.0) + getFixedCellSize() * Math.max(1, rows)
            + (widths.isWiderThan(getWidth()) ? across().map(node -> node.prefHeight(-1)).orElse(0.0) : 0) + 4;
    }

    /** Asked for at each layout, so it is looked up once. */
    private Optional<Node> head() {
        head = head.or(() -> Optional.ofNullable(lookup(".column-header-background")));
        return head;
    }

    /** The bar that scrolls the columns. */
    Optional<ScrollBar> across() {
        across = across.or(() -> Optional.ofNullable((ScrollBar) lookup(".scroll-bar:horizontal")));
        return across;
    }
}
