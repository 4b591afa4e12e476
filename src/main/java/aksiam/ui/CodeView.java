package aksiam.ui;

import aksiam.ui.CodeRows.CodeRow;
import aksiam.ui.parts.Messages;
import aksiam.workshop.Lines;
import aksiam.workshop.Lines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * A text with line numbers and colours; changed lines carry a sign, a bar and a tint, removed ones are one row. When the text changes, what is in sight and the
 * selected lines stay where they are.
 */
final class CodeView extends ListView<CodeRow> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final int ABOVE = 4;
    /** Of the body type: a column of JetBrains Mono at the size of code, and what stands before and behind the text. */
    private static final double COLUMN = 0.6 * 0.929;
    private static final double BESIDE = 5.9;

    private Syntax syntax = Syntax.PLAIN;
    private List<Line> lines = List.of();
    private String path = "";
    private double type = Look.BODY;
    private boolean wraps = true;
    /** The line that was asked for, until somebody scrolls or the text changes; -1 for none. */
    private int asked = -1;
    private String searched = "";
    private Runnable touched = () -> {
    };
    private IntConsumer over = _ -> {
    };
    private IntConsumer jump = _ -> {
    };

    CodeView() {
        getStyleClass().add("code-view");
        setAccessibleText(Messages.get("files.text"));
        setCellFactory(_ -> new CodeCell(this));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        widthProperty().subscribe(_ -> wrap());
        heightProperty().subscribe((_, _) -> stay());
        setOnMouseExited(_ -> over.accept(-1));
        Stream.of(ScrollEvent.SCROLL, MouseEvent.MOUSE_PRESSED, KeyEvent.KEY_PRESSED).forEach(type -> addEventFilter(type, _ -> touched()));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && getSelectionModel().getSelectedItem() != null) {
                jump.accept(getSelectionModel().getSelectedItem().line());
                event.consume();
            }
        });
    }

    /** @param over is told the index of the line under the pointer, -1 when it leaves; {@code jump} the index of a line that was clicked */
    void onLine(IntConsumer over, IntConsumer jump) {
        this.over = over;
        this.jump = jump;
    }

    /** Told whenever somebody scrolls, presses or types here. */
    void onTouch(Runnable touched) {
        this.touched = touched;
    }

    private void touched() {
        asked = -1;
        touched.run();
    }

    /** Another text, or the same one as it is now. */
    void show(String path, List<Line> now) {
        asked = path.equals(this.path) && now.equals(lines) ? asked : -1;
        if (!path.equals(this.path)) {
            this.path = path;
            lines = now;
            syntax = Syntax.of(path);
            getItems().setAll(rows());
            getSelectionModel().clearSelection();
            top(0, 0);
        } else if (!now.equals(lines)) {
            var place = sight();
            var selected = selection();
            var moved = moved(lines, now);
            lines = now;
            restore(moved[place[0]], place[1], selected.stream().map(line -> moved[line]).toList());
        }
    }

    /** Columns follow the size of type. */
    void setType(double pixels) {
        type = pixels;
        wrap();
    }

    void setWraps(boolean wraps) {
        this.wraps = wraps;
        wrap();
    }

    /** Scrolls so that a line is in sight, with some lines above it. */
    void reveal(int line) {
        asked = line;
        getSelectionModel().clearAndSelect(row(line));
        topAsked();
        // Rows that were never laid out have no height yet.
        Platform.runLater(this::topAsked);
    }

    private boolean topAsked() {
        if (asked >= 0) {
            top(Math.max(0, row(asked) - ABOVE), 0);
        }
        return asked >= 0;
    }

    /** Index of the line that the caret is in. */
    OptionalInt caret() {
        var selected = getSelectionModel().getSelectedItem();
        return selected == null ? OptionalInt.empty() : OptionalInt.of(selected.line());
    }

    /** Marks a text wherever it stands, in any case; empty for none. Indexes of the lines that hold it. */
    List<Integer> search(String text) {
        searched = text.toLowerCase(java.util.Locale.ROOT);
        refresh();
        var found = new ArrayList<Integer>();
        for (int i = 0; !searched.isEmpty() && i < lines.size(); i++) {
            if (lines.get(i).text().toLowerCase(java.util.Locale.ROOT).contains(searched)) {
                found.add(i);
            }
        }
        return found;
    }

    /** The selected lines; without a selection, all of them. */
    void copy() {
        var chosen = selection();
        var content = new ClipboardContent();
        content.putString((chosen.size() > 1 || isFocused() && !chosen.isEmpty() ? chosen.stream().map(lines::get) : lines.stream())
            .filter(line -> line.kind() != Lines.Kind.REMOVED).map(Line::text).collect(Collectors.joining("\n", "", "\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    Syntax syntax() {
        return syntax;
    }

    String searched() {
        return searched;
    }

    void pointed(int line) {
        over.accept(line);
    }

    void clicked(int line) {
        jump.accept(line);
    }

    private List<CodeRow> rows() {
        return CodeRows.of(lines, wraps && getWidth() > 0 ? (int) ((getWidth() - BESIDE * type) / (COLUMN * type)) : Integer.MAX_VALUE);
    }

    private void wrap() {
        var rows = rows();
        if (!rows.equals(getItems())) {
            var place = sight();
            var selected = selection();
            restore(place[0], place[1], selected);
            topAsked();
        }
    }

    /** The flow of rows keeps its relative position when its height changes; a reader keeps the first line. */
    private void stay() {
        if (!topAsked()) {
            var place = sight();
            top(row(place[0]), place[1]);
        }
    }

    private void restore(int line, int offset, List<Integer> selected) {
        getItems().setAll(rows());
        getSelectionModel().clearSelection();
        selected.forEach(each -> getSelectionModel().select(row(each)));
        top(row(line), offset);
    }

    private List<Integer> selection() {
        return getSelectionModel().getSelectedItems().stream().map(CodeRow::line).distinct().sorted().toList();
    }

    /** The first line in sight, and by how many pixels it is cut off. */
    private int[] sight() {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null) {
            var cell = flow.getFirstVisibleCell();
            // A cell that ends where the view begins still counts as visible.
            boolean hidden = cell.getLayoutY() + cell.getHeight() < 1;
            int row = Math.min(cell.getIndex() + (hidden ? 1 : 0), getItems().size() - 1);
            if (row >= 0) {
                int line = getItems().get(row).line();
                double cut = hidden ? 0 : -cell.getLayoutY();
                return new int[]{line, (int) Math.round((row - row(line)) * cell.getHeight() + cut)};
            }
        }
        return new int[]{0, 0};
    }

    private void top(int row, int offset) {
        if (getItems().isEmpty() || !(lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return;
        }
        layout();
        flow.scrollToTop(Math.min(row, getItems().size() - 1));
        // At once, so that the first line in sight is known when the next change comes in the same pulse.
        flow.layout();
        if (offset != 0) {
            flow.scrollPixels(offset);
        }
    }

    private int row(int line) {
        var rows = getItems();
        int low = 0;
        int high = rows.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (rows.get(middle).line() < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where each line stands now: its new index, or that of the line which took its place. */
    private static int[] moved(List<Line> before, List<Line> now) {
        var old = before.stream().map(CodeView::words).toList();
        var present = now.stream().map(CodeView::words).toList();
        int head = 0;
        while (head < old.size() && head < present.size() && old.get(head).equals(present.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head && tail < present.size() - head && old.get(old.size() - 1 - tail).equals(present.get(present.size() - 1 - tail))) {
            tail++;
        }
        var moved = new int[Math.max(1, old.size())];
        int at = head;
        for (int i = 0; i < old.size(); i++) {
            if (i < head) {
                moved[i] = i;
            } else if (i >= old.size() - tail) {
                moved[i] = present.size() - (old.size() - i);
            } else {
                int same = present.subList(at, present.size() - tail).indexOf(old.get(i));
                at = same < 0 ? at : at + same;
                moved[i] = Math.min(at, Math.max(0, present.size() - 1));
            }
        }
        return moved;
    }

    /** What a line says, whatever sign it carries. */
    private static String words(Line line) {
        return line.kind() == Lines.Kind.REMOVED ? "\0" : line.text();
    }
}
