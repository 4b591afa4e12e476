package aksiam.ui;

import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A question or a page over the window, never a dialog of the system. Focus stays inside; Esc closes it and gives the focus back. */
final class Sheet extends StackPane {
    private Optional<Node> before = Optional.empty();

    Sheet() {
        getStyleClass().add("scrim");
        setVisible(false);
        setId("sheet");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    boolean isOpen() {
        return isVisible();
    }

    /** A question with two ways to go on, and a way back. */
    void ask(String title, String line, String first, Runnable onFirst, String second, Runnable onSecond) {
        var main = Nodes.button(first, () -> {
            close();
            onFirst.run();
        }, "accent", "primary");
        main.setId("sheet-first");
        var other = Nodes.button(second, () -> {
            close();
            onSecond.run();
        }, "danger-text");
        other.setId("sheet-second");
        open(title, Nodes.prose(line), Nodes.row("sheet-foot", Nodes.spring(), Nodes.button(Messages.get("sheet.back"), this::close, "ghost"), other, main),
            main);
    }

    /** Something to read. */
    void tell(String title, Node content) {
        var close = Nodes.button(Messages.get("sheet.close"), this::close, "accent", "primary");
        open(title, content, Nodes.row("sheet-foot", Nodes.spring(), close), close);
    }

    private void open(String title, Node content, Node foot, Node focus) {
        before = Optional.ofNullable(getScene()).flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()));
        VBox box = Nodes.column("sheet", Nodes.prose(title, "section", "strong"), content, foot);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setAccessibleRole(AccessibleRole.DIALOG);
        box.setAccessibleText(title);
        getChildren().setAll(box);
        setVisible(true);
        focus.requestFocus();
    }

    private void close() {
        setVisible(false);
        getChildren().clear();
        before.ifPresent(Node::requestFocus);
    }
}
