package aksiam.ui.table;

import aksiam.intake.Spreadsheet;
import aksiam.model.Row;
import aksiam.model.RowType;
import aksiam.model.RowType.Field;
import aksiam.rules.Candidates;
import aksiam.ui.parts.Icons;
import aksiam.ui.table.Lines.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Toolbar, grid, message bar and detail form for rows of any type. Nested rows are edited by another one of it in the form. */
final class RowsPane extends VBox {
    private final Lines lines;
    private final Noun noun;
    private final Grid grid;
    private final MessageBar bar;
    private final Optional<DetailForm> form;
    private final PastePanel paste;
    private final ToggleButton details = new ToggleButton("Details", Icons.of("form"));
    private final Button duplicate = button("Duplicate", "copy", this::duplicate);
    private final Button delete = button("Delete", "trash", this::delete);

    /**
     * @param outer whether it is the table of a consideration, with a form for the current row; nested rows have none
     */
    RowsPane(RowType<?> type, boolean outer, Consumer<List<Row>> onChange) {
        this.lines = new Lines(type, onChange);
        this.noun = Noun.of(type);
        this.grid = new Grid(lines, new Grid.Around() {
            @Override
            public void open(Line line, Field field) {
                RowsPane.this.open(field);
            }

            @Override
            public void add() {
                RowsPane.this.add();
            }

            @Override
            public void paste() {
                RowsPane.this.paste();
            }
        });
        this.bar = new MessageBar(lines, this::go);
        this.form = outer ? Optional.of(new DetailForm(lines)) : Optional.empty();
        getStyleClass().addAll("rows-pane", outer ? "outer" : "nested");
        grid.setAccessibleText(noun.many());
        grid.setPlaceholder(placeholder());
        var frame = new VBox(grid, bar) {
            @Override
            protected double computeMaxHeight(double width) {
                return grid.maxHeight(width) + bar.prefHeight(width) + snappedTopInset() + snappedBottomInset();
            }
        };
        frame.getStyleClass().add("grid-frame");
        VBox.setVgrow(grid, Priority.ALWAYS);
        VBox.setVgrow(frame, Priority.ALWAYS);
        getChildren().addAll(toolbar(outer), frame);
        paste = new PastePanel(lines, lines::replace, this::closePaste);
        paste.setVisible(false);
        paste.managedProperty().bind(paste.visibleProperty());
        for (var node : List.of(getChildren().getFirst(), frame)) {
            node.visibleProperty().bind(paste.visibleProperty().not());
            node.managedProperty().bind(paste.visibleProperty().not());
        }
        VBox.setVgrow(paste, Priority.ALWAYS);
        getChildren().add(paste);
        form.ifPresent(detail -> {
            getChildren().add(detail);
            detail.visibleProperty().bind(details.selectedProperty().and(paste.visibleProperty().not()));
            detail.managedProperty().bind(detail.visibleProperty());
            details.selectedProperty().subscribe(_ -> update());
            detail.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ESCAPE && details.isSelected()) {
                    grid.requestFocus();
                    event.consume();
                }
            });
        });
        var probe = new Label();
        probe.getStyleClass().add("grid-probe");
        probe.setManaged(false);
        probe.setVisible(false);
        getChildren().add(probe);
        probe.fontProperty().subscribe(font -> grid.scale(font.getSize()));
        lines.version().subscribe(this::update);
        grid.getFocusModel().focusedCellProperty().subscribe(_ -> update());
        update();
    }

    void show(List<Row> rows, Candidates names) {
        lines.show(rows, names);
    }

    /** Puts the focus into the first cell, or on the button that adds a row. */
    void focus() {
        if (lines.all().isEmpty()) {
            lookup(".add").requestFocus();
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

    private HBox toolbar(boolean outer) {
        var add = button("Add " + noun.one(), "plus", this::add);
        add.getStyleClass().addAll("add", outer ? "primary" : "link");
        delete.getStyleClass().add("danger-text");
        details.getStyleClass().add("tool");
        details.setAccessibleHelp("Shows every column of the current row below the grid");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(space, add);
        if (outer) {
            bar.getChildren().addAll(button("Paste from spreadsheet", "clipboard", () -> openPaste(clipboard())),
                button("Import CSV", "upload", this::importFile));
        }
        bar.getChildren().addAll(duplicate, delete);
        if (outer) {
            bar.getChildren().add(details);
        }
        bar.getStyleClass().add("grid-toolbar");
        bar.widthProperty().subscribe(_ -> shorten(bar, add));
        return bar;
    }

    /** Where the words do not fit, the icons stand alone, but for the first button; a word cut off says less than its icon. */
    private static void shorten(HBox bar, Button first) {
        var tools = bar.getChildren().stream().filter(ButtonBase.class::isInstance).map(ButtonBase.class::cast).toList();
        tools.forEach(tool -> tool.setContentDisplay(ContentDisplay.LEFT));
        tools.forEach(Node::applyCss);
        boolean fits = tools.stream().mapToDouble(tool -> tool.prefWidth(-1) + bar.getSpacing()).sum() <= bar.getWidth();
        tools.stream().filter(tool -> tool != first && !fits).forEach(tool -> {
            tool.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            tool.setTooltip(new Tooltip(tool.getText()));
        });
    }

    private VBox placeholder() {
        var title = new Label("No " + noun.many() + " yet");
        title.getStyleClass().add("strong");
        var line = new Label("Add one, or paste rows from a spreadsheet.");
        line.getStyleClass().add("muted");
        var box = new VBox(title, line);
        box.getStyleClass().add("empty-grid");
        return box;
    }

    private static Button button(String text, String icon, Runnable action) {
        var button = new Button(text, Icons.of(icon));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void add() {
        var line = lines.add(Row.EMPTY, grid.line());
        grid.requestFocus();
        go(line, lines.type().fields().getFirst());
    }

    /** One value goes into the selected cells, a block beside the first column into the cells from the current one on; anything else is shown first. */
    private void paste() {
        var text = clipboard();
        if (text.isBlank()) {
            return;
        }
        boolean single = text.strip().lines().count() == 1 && !text.contains("\t");
        if (single) {
            grid.put(text.strip());
        } else if (grid.getFocusModel().getFocusedCell().getColumn() > 1 && !Spreadsheet.hasHead(text, lines.type())) {
            grid.put(Spreadsheet.cells(text, lines.type()));
        } else {
            openPaste(text);
        }
    }

    private static String clipboard() {
        var text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    private void openPaste(String text) {
        paste.setVisible(true);
        paste.applyCss();
        paste.open(text);
    }

    private void closePaste() {
        paste.setVisible(false);
        focus();
    }

    private void importFile() {
        var chooser = new FileChooser();
        chooser.setTitle("Import " + noun.many());
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("CSV and text", "*.csv", "*.tsv", "*.txt"),
            new FileChooser.ExtensionFilter("All files", "*"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow())).ifPresent(file -> {
            try {
                openPaste(Spreadsheet.text(Files.readAllBytes(file.toPath())));
            } catch (IOException e) {
                lines.refuse("Import CSV", file.getName() + " cannot be read. Check that it is there and that you may read it.");
            }
        });
    }

    /** The marked lines, else those with selected cells. */
    private List<Line> chosen() {
        var marked = lines.marked();
        return marked.isEmpty() ? grid.selectedLines() : marked;
    }

    private void duplicate() {
        var copies = lines.duplicate(chosen());
        if (!copies.isEmpty()) {
            grid.requestFocus();
            go(copies.getLast(), lines.type().fields().getFirst());
        }
    }

    private void delete() {
        int at = grid.getFocusModel().getFocusedIndex();
        lines.delete(chosen());
        grid.requestFocus();
        if (!lines.all().isEmpty()) {
            go(lines.all().get(Math.clamp(at, 0, lines.all().size() - 1)), lines.type().fields().getFirst());
        }
    }

    private void go(Line line, Field field) {
        grid.requestFocus();
        grid.go(line, field);
    }

    private void open(Field field) {
        details.setSelected(true);
        form.ifPresent(detail -> {
            update();
            detail.layout();
            detail.focusOn(field);
        });
    }

    private void update() {
        var sums = Sums.of(lines.type(), lines.rows());
        int marked = lines.marked().size();
        var all = noun.count(lines.all().size());
        bar.update(grid.line(), grid.field(), (marked == 0 ? all : marked + " of " + all + " selected") + (sums.isEmpty() ? "" : " · sums: " + sums));
        boolean none = lines.all().isEmpty();
        duplicate.setDisable(none);
        delete.setDisable(none);
        if (details.isSelected()) {
            form.ifPresent(detail -> detail.show(grid.line()));
        }
    }
}
