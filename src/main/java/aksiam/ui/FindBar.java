package aksiam.ui;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** Finds a text in the open file: Enter and Shift+Enter go from one place to the next, Escape closes. */
final class FindBar extends HBox {
    private final CodeView code;
    private final TextField field = new TextField();
    private final Label count = Nodes.text("", "small", "muted");
    private List<Integer> found = List.of();
    private int at = -1;

    /** @param code with the text; gets the focus back when the bar is closed */
    FindBar(CodeView code) {
        this.code = code;
        getStyleClass().addAll("row", "find-bar");
        field.setPromptText(Messages.get("files.find.prompt"));
        field.setAccessibleText(Messages.get("files.find"));
        field.setId("find-field");
        field.textProperty().subscribe((_, text) -> search(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                step(event.isShiftDown() ? -1 : 1);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icons.of("search"), Nodes.grow(field), count, Nodes.iconButton("chevron-up", Messages.get("files.find.previous"), () -> step(-1)),
            Nodes.iconButton("chevron-down", Messages.get("files.find.next"), () -> step(1)),
            Nodes.iconButton("close", Messages.get("files.find.close"), this::close));
        shown(false);
    }

    void open() {
        shown(true);
        field.requestFocus();
        field.selectAll();
        search(field.getText());
    }

    /** Another text is in the view. */
    void again() {
        if (isVisible()) {
            found = code.search(field.getText());
            at = -1;
            tell();
        }
    }

    private void close() {
        shown(false);
        code.search("");
        code.requestFocus();
    }

    private void shown(boolean open) {
        setVisible(open);
        setManaged(open);
    }

    /** To the first place from where the caret is. */
    private void search(String text) {
        found = code.search(text);
        int caret = code.caret().orElse(0);
        at = -1;
        for (int i = 0; i < found.size() && at < 0; i++) {
            at = found.get(i) >= caret ? i : -1;
        }
        at = at < 0 && !found.isEmpty() ? 0 : at;
        show();
    }

    private void step(int by) {
        if (!found.isEmpty()) {
            at = at < 0 ? 0 : Math.floorMod(at + by, found.size());
            show();
        }
    }

    private void show() {
        if (at >= 0) {
            code.reveal(found.get(at));
        }
        tell();
    }

    private void tell() {
        count.setText(field.getText().isEmpty()
            ? ""
            : found.isEmpty()
                ? Messages.get("files.find.none")
                : at < 0 ? Messages.get("files.find.lines", found.size()) : Messages.get("files.find.at", at + 1, found.size()));
    }
}
