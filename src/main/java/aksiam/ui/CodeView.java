package aksiam.ui;

import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Lines;
import aksiam.workshop.Lines.Line;
import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A text with line numbers and colours; changed lines carry a sign, a bar and a tint, removed ones are one row. */
final class CodeView extends ListView<Line> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private Syntax syntax = Syntax.PLAIN;

    CodeView() {
        getStyleClass().add("code-view");
        setAccessibleText(Messages.get("files.text"));
        setCellFactory(_ -> new Cell());
        setFocusTraversable(true);
    }

    /** @param reveal whether the first changed line is scrolled into view */
    void show(String path, List<Line> lines, boolean reveal) {
        syntax = Syntax.of(path);
        getItems().setAll(lines);
        if (reveal) {
            int first = 0;
            while (first < lines.size() && lines.get(first).kind() == Lines.Kind.SAME) {
                first++;
            }
            int row = first < lines.size() ? Math.max(0, first - 4) : 0;
            scrollTo(row);
            // Rows that were never laid out have no height yet.
            Platform.runLater(() -> scrollTo(row));
        }
    }

    private final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(CHANGED, !empty && line != null && line.kind() != Lines.Kind.SAME);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            var sign = Nodes.text(switch (line.kind()) {
                case SAME -> "";
                case ADDED -> "+";
                case CHANGED -> "~";
                case REMOVED -> "−";
            }, "code-sign");
            sign.setMinWidth(USE_PREF_SIZE);
            var number = Nodes.text(line.kind() == Lines.Kind.REMOVED ? "" : Integer.toString(line.number()), "code-number");
            number.setMinWidth(USE_PREF_SIZE);
            var flow = new TextFlow();
            if (line.kind() == Lines.Kind.REMOVED) {
                var removed = new Text(Messages.get("files.removed", line.number()));
                removed.getStyleClass().addAll("code-text", "code-comment");
                flow.getChildren().add(removed);
            } else {
                syntax.parts(line.text()).forEach(part -> {
                    var text = new Text(part.text());
                    text.getStyleClass().addAll("code-text", part.kind().styleClass());
                    flow.getChildren().add(text);
                });
            }
            setGraphic(Nodes.row("code-row", sign, number, flow));
        }
    }
}
