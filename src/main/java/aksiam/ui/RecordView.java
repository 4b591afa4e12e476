package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.ui.Sentences.Sentence;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Lines;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Preview.Record;
import aksiam.workshop.State;
import aksiam.workshop.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** The decision record as it stands, as a document or as its Markdown, with the sentences that the last answer changed. */
final class RecordView extends VBox {
    private static final Pattern FRONT = Pattern.compile("\\A---\\n(.*?)\\n---\\n(.*)\\z", Pattern.DOTALL);
    private static final double ONE_ROW = 480;
    private static final String ROOT = "../";
    private static final String INDEX = "records/index.md";

    /**
     * What the view depends on.
     *
     * @param unneeded why the consideration does not apply; empty when it does
     */
    private record Shown(Optional<Record> record, String consideration, Optional<String> unneeded, boolean answered) {
        static Shown of(State state) {
            return new Shown(state.preview().record().filter(record -> record.consideration().equals(state.consideration())), state.consideration(),
                Catalogue.find(state.consideration()).filter(found -> !found.appliesTo(state.design()))
                    .map(found -> Words.whyNot(found.visible(), state.design())),
                state.design().answer(state.consideration()).isPresent());
        }
    }

    private final Desk desk;
    private final Consumer<String> jump;
    private final Consumer<String> openFile;
    private final ToggleButton document = new ToggleButton(Messages.get("record.document"));
    private final ToggleButton markdown = new ToggleButton(Messages.get("record.markdown"));
    private final SegmentedButton form = new SegmentedButton(document, markdown);
    private final ScrollPane scroll = new ScrollPane();
    private final CodeView source = new CodeView();
    private final Label path = Nodes.path("");
    private final Node copy;
    private final Label changed = Nodes.text("", "small");
    private final HBox foot;
    private final VBox head = Nodes.column("file-head");
    private Shown shown;
    private String open = "";
    private Optional<MarkdownView> view = Optional.empty();

    /**
     * @param jump     shows a consideration
     * @param openFile shows a generated file
     */
    RecordView(Live live, Desk desk, Consumer<String> jump, Consumer<String> openFile) {
        this.desk = desk;
        this.jump = jump;
        this.openFile = openFile;
        this.shown = Shown.of(live.state());
        getStyleClass().add("record");
        document.getStyleClass().addAll("segment", "segment-first");
        markdown.getStyleClass().addAll("segment", "segment-last");
        document.setMinWidth(USE_PREF_SIZE);
        markdown.setMinWidth(USE_PREF_SIZE);
        document.setSelected(true);
        markdown.selectedProperty().subscribe((_, _) -> build());
        path.setMaxWidth(Double.MAX_VALUE);
        copy = Nodes.iconButton("copy", Messages.get("record.copy"), this::copy);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        source.onLine(_ -> {
        }, _ -> jump.accept(shown.consideration()));
        var body = new StackPane(scroll, source);
        VBox.setVgrow(body, Priority.ALWAYS);
        changed.setMinWidth(0);
        foot = Nodes.row("file-foot", Nodes.line("own-sample"), Nodes.text(Messages.get("record.own"), "small"), Nodes.spring(), changed);
        getChildren().addAll(head, body, foot);
        widthProperty().subscribe(width -> arrange(width.doubleValue() >= ONE_ROW * live.state().preferences().zoom() / 100));
        live.show(state -> state.preferences().zoom(), zoom -> source.setType(Look.BODY * zoom / 100));
        live.show(Shown::of, now -> {
            shown = now;
            build();
        });
    }

    private void arrange(boolean wide) {
        var first = Nodes.row("file-head-row", Nodes.grow(path));
        if (wide) {
            first.getChildren().addAll(form, copy);
            head.getChildren().setAll(first);
        } else {
            first.getChildren().add(copy);
            head.getChildren().setAll(first, Nodes.row("file-head-row", form));
        }
    }

    private void build() {
        var record = shown.record();
        var consideration = Catalogue.find(shown.consideration());
        boolean same = open.equals(shown.consideration());
        open = shown.consideration();
        path.setText(record.flatMap(Record::path).orElse(Messages.get("record.none")));
        Nodes.tip(path, path.getText());
        boolean readable = record.isPresent() && consideration.isPresent() && shown.unneeded().isEmpty();
        form.setDisable(!readable);
        copy.setDisable(!readable);
        foot.setVisible(readable);
        source.setVisible(readable && markdown.isSelected());
        scroll.setVisible(!source.isVisible());
        if (!readable) {
            scroll.setContent(instead(consideration));
            return;
        }
        var text = record.orElseThrow();
        source.show(text.consideration() + ".md", Lines.compare(text.before(), text.markdown()));
        var reading = MarkdownView.Reading.of(body(text.before()), text.words(), this::clicked);
        int count = reading.changed(body(text.markdown()));
        changed.setText(count == 0 ? "" : Messages.get("record.changed", count));
        boolean focused = Calm.holdsFocus(scroll);
        int sentence = same ? view.flatMap(MarkdownView::walk).map(SentenceWalk::at).orElse(0) : 0;
        Steady.during(scroll, () -> scroll.setContent(page(text, reading)));
        view.flatMap(MarkdownView::walk).ifPresent(walk -> walk.at(sentence));
        if (focused) {
            view.ifPresent(Node::requestFocus);
        }
        if (!same) {
            scroll.setVvalue(0);
        }
    }

    /** Why there is no record, and where its matter stands instead. */
    private Node instead(Optional<Consideration> consideration) {
        var line = shown.unneeded().map(why -> Messages.get("record.none.unneeded", why))
            .orElse(Messages.get(consideration.isPresent() ? "record.none.fact" : "record.none.line"));
        return Nodes.column("record-page", consideration.isPresent()
            ? Nodes.empty(Icons.of("record"), Messages.get("record.none"), line)
            : Nodes.empty(Icons.of("record"), Messages.get("record.none"), line, Nodes.button(Messages.get("record.index"), () -> openFile.accept(INDEX))));
    }

    private Node page(Record record, MarkdownView.Reading reading) {
        var page = Nodes.column("record-page");
        if (record.path().isEmpty()) {
            var why = Messages.get(shown.answered() ? "record.draft.undated" : "record.draft.undecided");
            page.getChildren().add(Nodes.note("plain", Marks.of(Mark.UNDECIDED), Nodes.column("note-text", Nodes.prose(why, "small"),
                Nodes.link(Messages.get("record.index"), () -> openFile.accept(INDEX)))));
        }
        var matcher = FRONT.matcher(record.markdown());
        if (matcher.matches()) {
            var old = FRONT.matcher(record.before());
            page.getChildren().add(front(matcher.group(1), old.matches() ? List.of(old.group(1).split("\n")) : List.of()));
        }
        var shownNow = new MarkdownView(body(record.markdown()), this::follow, reading);
        shownNow.setId("record-text");
        view = Optional.of(shownNow);
        page.getChildren().add(shownNow);
        return page;
    }

    private static String body(String text) {
        var matcher = FRONT.matcher(text);
        return matcher.matches() ? matcher.group(2) : text;
    }

    /** Links inside of the bundle open in Files. */
    private void follow(String address) {
        if (address.startsWith(ROOT)) {
            openFile.accept(address.substring(ROOT.length()));
        } else {
            desk.show(address);
        }
    }

    /** A sentence that names another answer leads to that one. */
    private void clicked(Sentence sentence) {
        var consideration = Catalogue.get(shown.consideration());
        jump.accept(consideration.visible().considerations().flatMap(id -> Catalogue.find(id).stream())
            .filter(other -> sentence.text().contains(other.title())).map(Consideration::id).findFirst().orElse(consideration.id()));
    }

    /** The front matter as a table; what was changed is underlined. */
    private static Node front(String lines, List<String> before) {
        var grid = new GridPane();
        grid.getStyleClass().add("front-matter");
        int row = 0;
        for (var line : lines.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                var key = line.substring(0, colon);
                var value = cell(line.substring(colon + 1).strip().replaceAll("^\"|\"$", ""), "front-value");
                if (!before.contains(line)) {
                    value.getStyleClass().add("changed-value");
                }
                if (key.equals("status")) {
                    value.setGraphic(Marks.of(value.getText().equals("accepted") ? Mark.DECIDED : Mark.UNDECIDED));
                }
                grid.add(cell(key, "front-key"), 0, row);
                grid.add(value, 1, row++);
            }
        }
        return grid;
    }

    private static Label cell(String text, String styleClass) {
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
        shown.record().ifPresent(found -> {
            var content = new ClipboardContent();
            content.putString(found.markdown());
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
