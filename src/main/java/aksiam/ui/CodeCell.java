package aksiam.ui;

import aksiam.ui.CodeRows.CodeRow;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Lines;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A row of a file: the sign of the last change, the number of the line or the sign that a line goes on, and the text. */
final class CodeCell extends ListCell<CodeRow> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final String GOES_ON = "\u21aa";

    private final CodeView view;
    private final Label sign = Nodes.text("", "code-sign");
    private final Label number = Nodes.text("", "code-number");
    private final TextFlow flow = new TextFlow();
    private final HBox row = Nodes.row("code-row", sign, number, flow);

    CodeCell(CodeView view) {
        this.view = view;
        sign.setMinWidth(USE_PREF_SIZE);
        number.setMinWidth(USE_PREF_SIZE);
        setOnMouseEntered(_ -> {
            if (getItem() != null) {
                view.pointed(getItem().line());
            }
        });
        setOnMouseClicked(this::clicked);
    }

    /** A plain click; with a key held it selects. */
    private void clicked(MouseEvent event) {
        if (getItem() != null && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && !event.isShiftDown() && !event.isShortcutDown()) {
            view.clicked(getItem().line());
        }
    }

    @Override
    protected void updateItem(CodeRow item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(CHANGED, !empty && item != null && item.source().kind() != Lines.Kind.SAME);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        var line = item.source();
        sign.setText(switch (line.kind()) {
            case SAME -> "";
            case ADDED -> "+";
            case CHANGED -> "~";
            case REMOVED -> "\u2212";
        });
        number.setText(line.kind() == Lines.Kind.REMOVED ? "" : item.first() ? Integer.toString(line.number()) : GOES_ON);
        flow.getChildren().clear();
        if (line.kind() == Lines.Kind.REMOVED) {
            flow.getChildren().add(words(Messages.get("files.removed", line.number()), Syntax.Kind.COMMENT));
        } else {
            text(item);
        }
        setGraphic(row);
        setAccessibleText(spoken(item));
    }

    private void text(CodeRow item) {
        if (item.indent() > 0) {
            flow.getChildren().add(words(" ".repeat(item.indent()), Syntax.Kind.PLAIN));
        }
        int at = 0;
        for (var part : view.syntax().parts(item.source().text())) {
            int start = Math.max(at, item.start());
            int end = Math.min(at + part.text().length(), item.end());
            if (start < end) {
                found(item.source().text().substring(start, end), part.kind());
            }
            at += part.text().length();
        }
    }

    /** Marks what is searched for, as far as it stands in one colour. */
    private void found(String text, Syntax.Kind kind) {
        var searched = view.searched();
        var lower = text.toLowerCase(Locale.ROOT);
        int from = 0;
        for (int hit = searched.isEmpty() ? -1 : lower.indexOf(searched); hit >= 0; hit = lower.indexOf(searched, from)) {
            if (hit > from) {
                flow.getChildren().add(words(text.substring(from, hit), kind));
            }
            from = hit + searched.length();
            flow.getChildren().add(Nodes.text(text.substring(hit, from), "code-found"));
        }
        if (from < text.length()) {
            flow.getChildren().add(words(text.substring(from), kind));
        }
    }

    private static Node words(String words, Syntax.Kind kind) {
        var text = new Text(words);
        text.getStyleClass().addAll("code-text", kind.styleClass());
        return text;
    }

    private static String spoken(CodeRow item) {
        var line = item.source();
        return switch (line.kind()) {
            case SAME -> line.number() + " " + item.text();
            case ADDED -> Messages.get("files.spoken.added", line.number(), item.text());
            case CHANGED -> Messages.get("files.spoken.changed", line.number(), item.text());
            case REMOVED -> Messages.get("files.removed", line.number());
        };
    }
}
