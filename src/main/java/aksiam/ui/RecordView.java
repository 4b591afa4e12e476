package aksiam.ui;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Preview;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** The decision record as it stands: as a document, or as its Markdown. */
final class RecordView extends VBox {
    private static final Pattern FRONT = Pattern.compile("\\A---\\n(.*?)\\n---\\n(.*)\\z", Pattern.DOTALL);

    private final Desk desk;
    private final ToggleButton document = new ToggleButton(Messages.get("record.document"));
    private final ToggleButton markdown = new ToggleButton(Messages.get("record.markdown"));
    private final ScrollPane scroll = new ScrollPane();
    private final javafx.scene.control.Label path = Nodes.text("", "path");
    private Optional<Preview.Record> record = Optional.empty();

    RecordView(Live live, Desk desk) {
        this.desk = desk;
        getStyleClass().add("record");
        document.getStyleClass().addAll("segment", "segment-first");
        markdown.getStyleClass().addAll("segment", "segment-last");
        document.setMinWidth(USE_PREF_SIZE);
        markdown.setMinWidth(USE_PREF_SIZE);
        document.setSelected(true);
        markdown.selectedProperty().subscribe((_, _) -> build());
        path.setMinWidth(0);
        var copy = Nodes.iconButton("copy", Messages.get("record.copy"), this::copy, "bar-button");
        getChildren().addAll(Nodes.row("panel-head", Nodes.grow(path), new SegmentedButton(document, markdown), copy), scroll);
        path.setMaxWidth(Double.MAX_VALUE);
        path.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        live.show(state -> state.preview().record().filter(found -> found.consideration().equals(state.consideration())), found -> {
            record = found;
            build();
        });
    }

    private void build() {
        double before = scroll.getVvalue();
        path.setText(record.flatMap(Preview.Record::path).orElse(""));
        scroll.setContent(record.map(found -> markdown.isSelected() ? source(found.markdown()) : page(found.markdown())).orElseGet(RecordView::none));
        scroll.setVvalue(before);
    }

    private static Node none() {
        return Nodes.empty(Icons.of("record"), Messages.get("record.none"), Messages.get("record.none.line"));
    }

    private static Node source(String text) {
        return Nodes.prose(text, "code", "record-source");
    }

    private Node page(String text) {
        var matcher = FRONT.matcher(text);
        if (!matcher.matches()) {
            return Nodes.column("record-page", new MarkdownView(text, desk::show));
        }
        return Nodes.column("record-page", front(matcher.group(1)), new MarkdownView(matcher.group(2), desk::show));
    }

    /** The front matter as a table. */
    private static Node front(String lines) {
        var grid = new GridPane();
        grid.getStyleClass().add("front-matter");
        int row = 0;
        for (var line : lines.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                grid.add(cell(line.substring(0, colon), "front-key"), 0, row);
                grid.add(cell(line.substring(colon + 1).strip().replaceAll("^\"|\"$", ""), "front-value"), 1, row++);
            }
        }
        return grid;
    }

    private static Node cell(String text, String styleClass) {
        var label = Nodes.prose(text, "small", styleClass);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMaxHeight(Double.MAX_VALUE);
        if ("front-key".equals(styleClass)) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        GridPane.setHgrow(label, "front-value".equals(styleClass) ? Priority.ALWAYS : Priority.NEVER);
        return label;
    }

    private void copy() {
        record.ifPresent(found -> {
            var content = new ClipboardContent();
            content.putString(found.markdown());
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
