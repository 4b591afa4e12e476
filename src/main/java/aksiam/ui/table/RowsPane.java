package aksiam.ui.table;

import aksiam.intake.Spreadsheet;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import aksiam.rules.Candidates;
import aksiam.store.InputFile;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.ui.table.Lines.Line;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Grid, message bar and detail form for rows of any type, and the tools for them. Nested rows are edited by another one of it in the form. */
final class RowsPane extends VBox {
    private static final int LEAST_ROWS = 12;
    private static final int LEAST_NESTED = 6;

    private final Lines lines;
    private final Noun noun;
    private final Grid grid;
    private final GridCommands commands;
    private final GridMenu menu;
    private final RowFilter filter;
    private final MessageBar bar;
    private final VBox empty;
    private final VBox frame;
    private final boolean outer;
    private final Supplier<DetailForm> formOf;
    private Optional<DetailForm> form = Optional.empty();
    private Optional<PastePanel> paste = Optional.empty();
    private final ToggleButton details = new ToggleButton(Messages.get("grid.details"), Icons.of("form"));
    private final Tools tools;
    private String summary = "";

    /**
     * @param name  of the table, for its widths
     * @param outer whether it is the table of a consideration, with a form for the current row; nested rows have none
     */
    RowsPane(String name, RowType<?> type, boolean outer, Widths widths, Consumer<List<Row>> onChange) {
        this.lines = new Lines(type, onChange);
        this.outer = outer;
        this.noun = Noun.of(type);
        var arrangement = new Arrangement(lines);
        this.grid = new Grid(lines, arrangement, widths.under(name), outer ? LEAST_ROWS : LEAST_NESTED);
        this.commands = new GridCommands(grid, lines, arrangement, new GridCommands.Around() {
            @Override
            public void open(Field field) {
                RowsPane.this.open(field);
            }

            @Override
            public void paste(String text) {
                RowsPane.this.paste(text);
            }

            @Override
            public void filter() {
                filter.open();
            }
        });
        new GridKeys(grid, commands);
        grid.covers().add(new FillHandle(grid, commands::fillDown));
        this.menu = new GridMenu(grid, commands);
        this.filter = new RowFilter(lines, arrangement, grid);
        this.bar = new MessageBar(lines, this::go);
        this.formOf = () -> new DetailForm(lines, widths.under(name));
        this.empty = empty(type.view().getSimpleName().toLowerCase(Locale.ROOT));
        this.tools = makeTools();
        tools.setId("tools-" + name);
        setId("rows-" + name);
        getStyleClass().addAll("rows-pane", outer ? "outer" : "nested");
        grid.setAccessibleText(noun.many());
        this.frame = new VBox(filter, grid, bar) {
            @Override
            protected double computeMaxHeight(double width) {
                return grid.maxHeight(width) + bar.prefHeight(width) + (filter.isVisible() ? filter.prefHeight(width) : 0) + snappedTopInset()
                    + snappedBottomInset();
            }

            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                grid.unroll(grid.getHeight());
            }
        };
        frame.getStyleClass().add("grid-frame");
        List.of(grid, frame).forEach(node -> VBox.setVgrow(node, Priority.ALWAYS));
        List.of(frame, empty).forEach(node -> node.managedProperty().bind(node.visibleProperty()));
        getChildren().addAll(frame, empty);
        if (outer) {
            details.selectedProperty().subscribe((_, _) -> update());
        }
        var probe = new Label();
        probe.getStyleClass().add("grid-probe");
        probe.setManaged(false);
        probe.setVisible(false);
        getChildren().add(probe);
        probe.fontProperty().subscribe(font -> grid.scale(font.getSize()));
        lines.version().subscribe(() -> {
            sum();
            update();
        });
        arrangement.shown().subscribe(filter::update);
        grid.getFocusModel().focusedCellProperty().subscribe(_ -> update());
        sum();
        update();
    }

    void show(List<Row> rows, Candidates names) {
        lines.show(rows, names);
    }

    /** The buttons; whoever shows the pane finds a place for them. */
    Tools tools() {
        return tools;
    }

    /** The current line. */
    Optional<Line> line() {
        return grid.line();
    }

    /** The first line that is shown. */
    Optional<Line> first() {
        return grid.getItems().stream().findFirst();
    }

    /** Tells when another line is the current one, or it changed. */
    void onLine(Runnable told) {
        grid.getFocusModel().focusedCellProperty().subscribe(told);
        lines.version().subscribe(told);
    }

    /** Puts the focus into the first cell, or on the button that adds a row. */
    void focus() {
        if (lines.all().isEmpty()) {
            empty.lookup(".add").requestFocus();
        } else {
            grid.requestFocus();
        }
    }

    /** @param column empty for the first one */
    void select(int row, String column) {
        if (row < lines.all().size()) {
            go(lines.all().get(row), lines.type().field(column).orElse(lines.type().fields().getFirst()));
        } else {
            focus();
        }
    }

    private Tools makeTools() {
        var add = addButton(outer ? "primary" : "link");
        var duplicate = button(Messages.get("grid.duplicate.tool"), "copy", commands::duplicate);
        var delete = button(Messages.get("grid.delete.tool"), "trash", commands::delete);
        delete.getStyleClass().add("danger-text");
        details.getStyleClass().add("tool");
        details.setAccessibleHelp(Messages.get("grid.details.help"));
        var search = Nodes.iconButton("search", Messages.get("grid.filter"), filter::open);
        var more = Nodes.iconButton("more", Messages.get("grid.more"), () -> {
        });
        more.setOnAction(_ -> menu.showUnder(more));
        var row = outer
            ? new Tools(1, add, pasteButton(), importButton(), duplicate, delete, details, search, more)
            : new Tools(1, add, duplicate, delete, more);
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    /** What stands in place of a table without rows: what its rows are for, and the ways to make some. */
    private VBox empty(String rows) {
        return Nodes.empty(Icons.of("list").styled("icon-large"), Messages.get("grid.empty", noun.many()), Messages.get("empty." + rows),
            addButton("primary"), pasteButton(), importButton());
    }

    private Button addButton(String style) {
        var add = button(Messages.get("grid.add", noun.one()), "plus", this::add);
        add.getStyleClass().addAll("add", style);
        return add;
    }

    private Button pasteButton() {
        return button(Messages.get("grid.paste.rows"), "clipboard", () -> openPaste(clipboard()));
    }

    private Button importButton() {
        return button(Messages.get("grid.import"), "upload", this::importFile);
    }

    private static Button button(String text, String icon, Runnable action) {
        var button = Nodes.button(text, action);
        button.setGraphic(Icons.of(icon));
        return button;
    }

    private void add() {
        commands.add();
    }

    /** One value goes into the selected cells; anything larger is shown before it changes anything. */
    private void paste(String text) {
        if (Spreadsheet.isCell(text)) {
            grid.put(text.strip());
        } else {
            openPaste(text);
        }
    }

    private static String clipboard() {
        var text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    /** Made when it is first asked for, as is the form: most tables are only looked at. */
    private PastePanel paste() {
        if (paste.isEmpty()) {
            var made = new PastePanel(lines, this::closePaste);
            VBox.setVgrow(made, Priority.ALWAYS);
            made.managedProperty().bind(made.visibleProperty());
            getChildren().add(getChildren().indexOf(empty) + 1, made);
            paste = Optional.of(made);
        }
        return paste.get();
    }

    private DetailForm form() {
        if (form.isEmpty()) {
            var made = formOf.get();
            made.managedProperty().bind(made.visibleProperty());
            made.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ESCAPE && details.isSelected()) {
                    grid.requestFocus();
                    event.consume();
                }
            });
            getChildren().add(made);
            form = Optional.of(made);
        }
        return form.get();
    }

    private void openPaste(String text) {
        paste().setVisible(true);
        update();
        paste().applyCss();
        paste().open(text, grid);
    }

    private void closePaste() {
        paste().setVisible(false);
        update();
        focus();
    }

    private void importFile() {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.get("grid.import.title", noun.many()));
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(Messages.get("grid.import.text"), "*.csv", "*.tsv", "*.txt", "*.json"),
            new FileChooser.ExtensionFilter(Messages.get("file.all"), "*"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow())).ifPresent(file -> {
            try {
                openPaste(Spreadsheet.text(InputFile.bytes(file.toPath())));
            } catch (IOException e) {
                lines.refuse(Messages.get("grid.import"), Messages.get("grid.import.unreadable", file.getName()));
            }
        });
    }

    private void go(Line line, Field field) {
        filter.reveal(line);
        grid.requestFocus();
        grid.go(line, field);
    }

    private void open(Field field) {
        if (!outer) {
            return;
        }
        details.setSelected(true);
        update();
        form().applyCss();
        form().layout();
        form().focusOn(field);
    }

    /** Sums change with the rows only; moving through a thousand of them adds nothing up. */
    private void sum() {
        var sums = Sums.of(lines.type(), lines.rows());
        int marked = lines.marked().size();
        var all = noun.count(lines.all().size());
        summary = (marked == 0 ? all : Messages.get("grid.selected", marked, all)) + (sums.isEmpty() ? "" : Messages.get("grid.sums", sums));
    }

    boolean isBlank() {
        return lines.all().isEmpty() && lines.refusal().isEmpty();
    }

    private void update() {
        boolean none = isBlank();
        boolean pasting = paste.filter(PastePanel::isVisible).isPresent();
        frame.setVisible(!none && !pasting);
        empty.setVisible(none && !pasting);
        tools.setVisible(!none && !pasting);
        bar.update(grid.line(), grid.field(), summary);
        if (details.isSelected()) {
            form().show(grid.line());
        }
        form.ifPresent(detail -> detail.setVisible(details.isSelected() && !none && !pasting));
    }
}
