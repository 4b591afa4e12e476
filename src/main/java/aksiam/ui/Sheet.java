package aksiam.ui;

import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A question or a page over the window, never a dialog of the system. Focus stays inside; Esc closes it and gives the focus back. */
final class Sheet extends StackPane {
    private Optional<Node> before = Optional.empty();
    private Node last = this;

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
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::hold);
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

    /** Something to read that is as wide as it likes to be. */
    void tellWide(String title, Node content) {
        tell(title, content);
        getChildren().getLast().getStyleClass().add("sheet-wide");
    }

    private void open(String title, Node content, Node foot, Node focus) {
        VBox box = Nodes.column("sheet", Nodes.prose(title, "section", "strong"), content, foot);
        VBox.setVgrow(content, Priority.ALWAYS);
        box.setAccessibleRole(AccessibleRole.DIALOG);
        box.setAccessibleText(title);
        cover(box, focus, Pos.CENTER, Insets.EMPTY);
    }

    /** Anything over the window, as large as it likes to be. */
    void cover(Region box, Node focus, Pos place, Insets margin) {
        if (!isOpen()) {
            before = Optional.ofNullable(getScene()).flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()));
        }
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(box, place);
        setMargin(box, margin);
        getChildren().setAll(box);
        setVisible(true);
        // What scrolls is in the scene once it was laid out; only then can it have the focus.
        applyCss();
        layout();
        focus.requestFocus();
        last = focus;
    }

    /** A focus that leaves the sheet comes back to its other end, as if there was nothing else. */
    private void hold(Node focus) {
        if (!isOpen() || focus == null) {
            return;
        }
        for (var node = focus; node != null; node = node.getParent()) {
            if (node == this) {
                last = focus;
                return;
            }
        }
        var inside = focusable(this).toList();
        if (!inside.isEmpty()) {
            (last == inside.getFirst() ? inside.getLast() : inside.getFirst()).requestFocus();
        }
    }

    private static Stream<Node> focusable(Parent parent) {
        return parent.getChildrenUnmodifiable().stream().filter(node -> node.isVisible() && !node.isDisabled())
            .flatMap(node -> node.isFocusTraversable() ? Stream.of(node) : node instanceof Parent inner ? focusable(inner) : Stream.empty());
    }

    void close() {
        setVisible(false);
        getChildren().clear();
        before.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
    }
}
