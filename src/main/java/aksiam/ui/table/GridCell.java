package aksiam.ui.table;

import aksiam.intake.CellText;
import aksiam.model.RowType.Field;
import aksiam.model.RowType.Kind;
import aksiam.ui.parts.Icon;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Lines.Content;
import aksiam.ui.table.Lines.Line;
import aksiam.workshop.Overview.Mark;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyEvent;

/** One cell of the grid. An edit that ends in any way but Esc is kept. */
final class GridCell extends TableCell<Line, Content> {
    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Grid grid;
    private final Lines lines;
    private final Field field;
    private Icon octagon;
    private ValueField editor;
    private CheckBox box;
    private Line edited;

    GridCell(Grid grid, Lines lines, Field field) {
        this.grid = grid;
        this.lines = lines;
        this.field = field;
        getStyleClass().add("grid-cell");
        if (Heads.isFigure(field)) {
            getStyleClass().add("figure");
        }
        if (Heads.isCode(field)) {
            getStyleClass().add("id");
            setTextOverrun(field.column().format() == aksiam.model.Format.GUID ? OverrunStyle.ELLIPSIS : OverrunStyle.LEADING_ELLIPSIS);
        }
        if (lines.type().key().filter(field::equals).isPresent()) {
            getStyleClass().add("row-key");
        }
        if (field.kind() == Kind.LIST) {
            widthProperty().subscribe(() -> {
                if (!isEditing()) {
                    render();
                }
            });
        }
    }

    @Override
    protected void updateItem(Content content, boolean empty) {
        super.updateItem(content, empty);
        if (!isEditing()) {
            render();
        }
    }

    private void render() {
        if (isEmpty() || getItem() == null) {
            setText(null);
            setGraphic(null);
            Nodes.tip(this, "");
            setAccessibleText(null);
            pseudoClassStateChanged(WRONG, false);
            return;
        }
        var content = getItem();
        var text = Shown.text(field, content.row());
        var fault = content.fault(field);
        boolean flag = field.kind() == Kind.FLAG && fault.isEmpty();
        setText(flag ? null : fitting(content));
        setGraphic(flag ? box(content) : fault.isPresent() ? octagon() : null);
        setContentDisplay(flag ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        pseudoClassStateChanged(WRONG, fault.isPresent());
        Nodes.tip(this, fault.map(wrong -> wrong.message()).orElse(text.length() > 12 ? text : ""));
        setAccessibleText(
            Messages.get(fault.isPresent() ? "grid.cell.wrong" : "grid.cell", field.label(), text.isEmpty() ? Messages.get("grid.cell.empty") : text,
                fault.map(wrong -> wrong.message()).orElse("")));
    }

    private Icon octagon() {
        if (octagon == null) {
            octagon = Marks.of(Mark.ERROR);
        }
        return octagon;
    }

    /** A list shows the entries that fit. */
    private String fitting(Content content) {
        var list = content.row().list(field.name());
        return list.size() < 2
            ? Shown.text(field, content.row())
            : Shown.fitting(list, getWidth() - snappedLeftInset() - snappedRightInset() - (content.fault(field).isPresent() ? getFont().getSize() * 1.7 : 0),
                text -> grid.measure(text, getFont()));
    }

    private CheckBox box(Content content) {
        if (box == null) {
            box = new CheckBox();
            box.setFocusTraversable(false);
            box.setOnAction(_ -> lines.set(getTableRow().getItem(), field, box.isSelected()));
        }
        box.setAccessibleText(field.label());
        box.setSelected(content.row().cells().get(field.name()) instanceof Boolean flag && flag);
        return box;
    }

    @Override
    public void startEdit() {
        if (field.kind() == Kind.ROWS || field.kind() == Kind.FLAG && getItem() != null && getItem().fault(field).isEmpty()) {
            return;
        }
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        edited = getTableRow().getItem();
        if (editor == null) {
            editor = new ValueField(field, lines::names);
            editor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
            editor.focusedProperty().subscribe((_, focused) -> {
                if (!focused && isEditing()) {
                    cancelEdit();
                }
            });
        }
        var typed = grid.takeTyped();
        editor.setText(typed.orElseGet(() -> CellText.format(field, edited.row())));
        setText(null);
        setGraphic(editor);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        pseudoClassStateChanged(EDITED, true);
        editor.applyCss(); // makes the skin, without which keys typed before the next frame were lost
        editor.requestFocus();
        if (typed.isPresent()) {
            editor.end();
        } else {
            editor.selectAll();
            if (!field.options().isEmpty()) {
                editor.offerAll();
            }
        }
    }

    /** Also called by the table when the focus moves on: what was typed is kept then. */
    @Override
    public void cancelEdit() {
        finish(true);
    }

    private void finish(boolean keep) {
        var line = edited;
        edited = null;
        if (line == null) {
            super.cancelEdit();
            return;
        }
        editor.closeSuggestions();
        var typed = editor.getText();
        super.cancelEdit();
        pseudoClassStateChanged(EDITED, false);
        render();
        if (keep && (!typed.equals(CellText.format(field, line.row())) || isOfAnotherKind(line))) {
            lines.set(line, field, CellText.parse(field, typed, lines.names()));
        }
    }

    /** A text that the file holds as a number is a text when it is typed again. */
    private boolean isOfAnotherKind(Line line) {
        return field.kind() == Kind.TEXT && !(line.row().cells().get(field.name()) instanceof String);
    }

    private void pressed(KeyEvent event) {
        if (event.isConsumed()) { // the list of suggestions took it
            return;
        }
        int by = event.isShiftDown() ? -1 : 1;
        switch (event.getCode()) {
            case ESCAPE -> leave(event, false, () -> {
            });
            case ENTER -> {
                editor.takeSuggestion();
                var typed = editor.getText();
                leave(event, true, event.isShortcutDown() ? () -> grid.put(typed) : () -> grid.moveDown(by));
            }
            case TAB -> {
                editor.takeSuggestion();
                leave(event, true, () -> grid.moveOn(by));
            }
            case UP -> leave(event, true, () -> grid.moveDown(-1));
            case DOWN -> leave(event, true, () -> grid.moveDown(1));
            default -> {
            }
        }
    }

    private void leave(KeyEvent event, boolean keep, Runnable then) {
        finish(keep);
        grid.requestFocus();
        then.run();
        event.consume();
    }
}
