package aksiam.ui.table;

import aksiam.model.Row;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import aksiam.ui.table.Lines.Content;
import aksiam.ui.table.Lines.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The grid: typing, F2 or Enter edits, Tab moves on (Ctrl+Tab leaves the grid), Esc restores, Delete empties, Space ticks. The
 * first column marks whole rows.
 */
final class Grid extends TableView<Line> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int ROWS_SHOWN = 14;
    /** Below this the page scrolls instead. */
    private static final int LEAST_ROWS = 6;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FILL = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    /** What the grid cannot do by itself. */
    interface Around {
        /** Opens the nested rows of a cell. */
        void open(Line line, Field field);

        /** Adds a row behind the current one. */
        void add();

        void paste();
    }

    private final Lines lines;
    private final Around around;
    private Optional<String> typed = Optional.empty();
    /** Whether the focus comes by a click, which chooses the cell itself. */
    private boolean pressedByMouse;
    private double em;

    Grid(Lines lines, Around around) {
        super(lines.all());
        this.lines = lines;
        this.around = around;
        getStyleClass().add("grid");
        setEditable(true);
        setFixedCellSize(28);
        getSelectionModel().setCellSelectionEnabled(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getColumns().add(marks());
        lines.type().fields().forEach(field -> getColumns().add(column(field)));
        setRowFactory(_ -> row());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2 && field().filter(field -> field.kind() == Kind.ROWS).isPresent()) {
                line().ifPresent(line -> around.open(line, field().orElseThrow()));
            }
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pressedByMouse = true);
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> pressedByMouse = false);
        focusedProperty().subscribe(focused -> {
            if (focused && !pressedByMouse && !getItems().isEmpty() && getFocusModel().getFocusedCell().getColumn() < 1) {
                go(Math.max(0, getFocusModel().getFocusedCell().getRow()), 1);
            }
        });
        lines.all().subscribe(this::requestLayout);
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

    void go(Line line, Field field) {
        int column = lines.type().fields().indexOf(field) + 1;
        go(getItems().indexOf(line), column);
    }

    private void go(int row, int column) {
        if (row < 0 || row >= getItems().size() || column < 0 || column >= getVisibleLeafColumns().size()) {
            return;
        }
        getSelectionModel().clearAndSelect(row, getVisibleLeafColumn(column));
        getFocusModel().focus(row, getVisibleLeafColumn(column));
        reveal(row, column);
    }

    private void reveal(int row, int column) {
        var flow = lookup(".virtual-flow");
        if (flow instanceof javafx.scene.control.skin.VirtualFlow<?> shown) {
            var first = shown.getFirstVisibleCell();
            var last = shown.getLastVisibleCell();
            if (first != null && last != null && (row <= first.getIndex() || row >= last.getIndex())) {
                scrollTo(row <= first.getIndex() ? row : Math.max(0, row - (last.getIndex() - first.getIndex()) + 1));
            }
        }
        scrollToColumnIndex(column);
        layout();
    }

    /** The text that started the edit, if typing did. */
    Optional<String> takeTyped() {
        var text = typed;
        typed = Optional.empty();
        return text;
    }

    void moveDown() {
        var at = getFocusModel().getFocusedCell();
        go(Math.min(at.getRow() + 1, getItems().size() - 1), at.getColumn());
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

    private void typed(KeyEvent event) {
        var text = event.getCharacter();
        if (event.getTarget() != this || text.isEmpty() || text.charAt(0) <= ' ' || text.charAt(0) == 127 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        field().filter(field -> field.kind() != Kind.ROWS).ifPresent(_ -> {
            typed = Optional.of(text);
            edit();
            typed = Optional.empty();
        });
        event.consume();
    }

    private void edit() {
        var at = getFocusModel().getFocusedCell();
        reveal(at.getRow(), at.getColumn());
        edit(at.getRow(), getVisibleLeafColumn(at.getColumn()));
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() != this) {
            return;
        }
        if (event.getCode() == KeyCode.TAB && event.isControlDown()) {
            leave(event);
        } else if (event.getCode() == KeyCode.TAB) {
            if (moveOn(event.isShiftDown() ? -1 : 1)) {
                event.consume();
            } else {
                leave(event);
            }
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F2) {
            field().ifPresent(field -> {
                switch (field.kind()) {
                    case ROWS -> line().ifPresent(line -> around.open(line, field));
                    case FLAG -> tick(field);
                    case TEXT, NUMBER, LIST -> edit();
                }
            });
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE) {
            space(event);
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            empty();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            // The table would keep it to itself; it leads out of nested rows.
            getParent().fireEvent(event.copyFor(this, getParent()));
            event.consume();
        } else if (event.getCode() == KeyCode.INSERT && !event.isShortcutDown() && !event.isShiftDown()) {
            around.add();
            event.consume();
        } else if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.V && event.isShortcutDown()) {
            around.paste();
            event.consume();
        } else if (FILL.match(event)) {
            fillDown();
            event.consume();
        }
    }

    /** Moves the focus out of the grid, as Tab does elsewhere. */
    private void leave(KeyEvent event) {
        requestFocusTraversal(event.isShiftDown() ? javafx.scene.TraversalDirection.PREVIOUS : javafx.scene.TraversalDirection.NEXT);
        event.consume();
    }

    private void space(KeyEvent event) {
        var field = field();
        if (event.isShiftDown() || field.isEmpty()) {
            line().ifPresent(line -> lines.mark(List.of(line), !line.marked().get()));
            event.consume();
        } else if (field.get().kind() == Kind.FLAG) {
            tick(field.get());
            event.consume();
        }
    }

    private void tick(Field field) {
        line().ifPresent(line -> lines.set(line, field, !(line.row().cells().get(field.name()) instanceof Boolean flag && flag)));
    }

    private void empty() {
        change((row, field) -> row.with(field.name(), ""));
    }

    /** Copies the uppermost selected cell of each column into those below it. */
    private void fillDown() {
        var top = new LinkedHashMap<Field, Object>();
        selected().stream().sorted(java.util.Comparator.comparingInt(TablePosition::getRow)).forEach(at -> {
            var field = (Field) at.getTableColumn().getUserData();
            var value = getItems().get(at.getRow()).row().cells().get(field.name());
            top.putIfAbsent(field, value == null ? "" : value);
        });
        change((row, field) -> row.with(field.name(), top.get(field)));
    }

    /** Puts a value into all selected cells. */
    void put(String text) {
        change((row, field) -> field.kind() == Kind.ROWS ? row : row.with(field.name(), aksiam.intake.CellText.parse(field, text, lines.names())));
    }

    private void change(java.util.function.BiFunction<Row, Field, Row> change) {
        var rows = new LinkedHashMap<Line, Row>();
        for (var at : selected()) {
            var line = getItems().get(at.getRow());
            rows.put(line, change.apply(rows.getOrDefault(line, line.row()), (Field) at.getTableColumn().getUserData()));
        }
        lines.set(Map.copyOf(rows));
    }

    /** Puts a block of cells at the current cell, over new rows at the end where it is longer, as one change. */
    void put(List<List<String>> block) {
        int row = Math.max(0, getFocusModel().getFocusedCell().getRow());
        int column = Math.max(1, getFocusModel().getFocusedCell().getColumn());
        var rows = new ArrayList<>(lines.rows());
        for (int i = 0; i < block.size(); i++) {
            var before = row + i < rows.size() ? rows.get(row + i) : Row.EMPTY;
            for (int j = 0; j < block.get(i).size() && column + j < getVisibleLeafColumns().size(); j++) {
                var field = (Field) getVisibleLeafColumn(column + j).getUserData();
                if (field.kind() != Kind.ROWS) {
                    before = before.with(field.name(), aksiam.intake.CellText.parse(field, block.get(i).get(j), lines.names()));
                }
            }
            if (row + i < rows.size()) {
                rows.set(row + i, before);
            } else {
                rows.add(before);
            }
        }
        lines.replace(rows);
    }

    private void copy() {
        var text = new StringBuilder();
        int row = -1;
        for (var at : selected().stream()
            .sorted(java.util.Comparator.<TablePosition<?, ?>>comparingInt(TablePosition::getRow).thenComparingInt(TablePosition::getColumn)).toList()) {
            text.append(row < 0 ? "" : row == at.getRow() ? "\t" : "\n")
                .append(aksiam.intake.CellText.format((Field) at.getTableColumn().getUserData(), getItems().get(at.getRow()).row()));
            row = at.getRow();
        }
        var content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    @SuppressWarnings("rawtypes")
    private List<TablePosition<?, ?>> selected() {
        return getSelectionModel().getSelectedCells().stream().map(at -> (TablePosition) at)
            .filter(at -> at.getTableColumn() != null && at.getTableColumn().getUserData() instanceof Field && at.getRow() < getItems().size())
            .<TablePosition<?, ?>>map(at -> at).toList();
    }

    /** The lines with selected cells. */
    List<Line> selectedLines() {
        return selected().stream().map(TablePosition::getRow).distinct().sorted().map(getItems()::get).toList();
    }

    private TableColumn<Line, Content> column(Field field) {
        var column = new TableColumn<Line, Content>();
        var label = new Label(field.label());
        label.getStyleClass().add("head");
        var help = Heads.help(field);
        if (!help.isEmpty()) {
            label.setTooltip(new Tooltip(help));
            label.setAccessibleHelp(help);
        }
        column.setGraphic(label);
        column.setUserData(field);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> features.getValue().content());
        column.setCellFactory(_ -> new GridCell(this, lines, field));
        if (Heads.isFigure(field)) {
            column.getStyleClass().add("figure");
        }
        return column;
    }

    private TableColumn<Line, Boolean> marks() {
        var all = new CheckBox();
        all.setAccessibleText("Select all rows");
        all.setFocusTraversable(false);
        all.setOnAction(_ -> lines.mark(lines.all(), all.isSelected()));
        lines.version().subscribe(() -> {
            int marked = lines.marked().size();
            all.setIndeterminate(marked > 0 && marked < lines.all().size());
            all.setSelected(marked > 0 && marked == lines.all().size());
        });
        var column = new TableColumn<Line, Boolean>();
        column.setGraphic(all);
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        column.getStyleClass().add("marks");
        column.setCellValueFactory(features -> features.getValue().marked());
        column.setCellFactory(_ -> new TableCell<>() {
            private final CheckBox box = new CheckBox();

            {
                getStyleClass().addAll("grid-cell", "marks");
                box.setFocusTraversable(false);
                box.setAccessibleText("Select row");
                box.setOnAction(_ -> lines.mark(List.of(getTableRow().getItem()), box.isSelected()));
            }

            @Override
            protected void updateItem(Boolean marked, boolean empty) {
                super.updateItem(marked, empty);
                setGraphic(empty ? null : box);
                box.setSelected(!empty && marked != null && marked);
            }
        });
        return column;
    }

    private TableRow<Line> row() {
        var row = new TableRow<Line>();
        getFocusModel().focusedCellProperty().subscribe(at -> row.pseudoClassStateChanged(CURRENT, at.getRow() == row.getIndex() && !row.isEmpty()));
        row.indexProperty().subscribe(
            index -> row.pseudoClassStateChanged(CURRENT, Objects.equals(index.intValue(), getFocusModel().getFocusedCell().getRow()) && !row.isEmpty()));
        return row;
    }

    /** The widths follow the font; a width set by hand keeps its proportion. */
    void scale(double em) {
        if (em == this.em) {
            return;
        }
        double before = this.em;
        this.em = em;
        setFixedCellSize(Math.rint(em * 28 / 13));
        var columns = getColumns();
        columns.getFirst().setMinWidth(em * 2.9);
        columns.getFirst().setMaxWidth(em * 2.9);
        for (var column : columns.subList(1, columns.size())) {
            var field = (Field) column.getUserData();
            column.setMinWidth(em * 3);
            column.setPrefWidth(before == 0 ? em * Heads.width(field) : column.getWidth() * em / before);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(Math.min(getItems().size(), ROWS_SHOWN));
    }

    @Override
    protected double computeMaxHeight(double width) {
        return height(getItems().size());
    }

    private double height(int rows) {
        var head = lookup(".column-header-background");
        return (head == null ? 32 : head.prefHeight(-1)) + (rows == 0 ? getFixedCellSize() * 4 : getFixedCellSize() * rows) + 24;
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(Math.min(getItems().size(), LEAST_ROWS));
    }
}
