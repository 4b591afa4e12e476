package aksiam.ui;

import aksiam.ui.Sentences.Run;
import aksiam.ui.Sentences.Sentence;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown as nodes: headings, paragraphs, lists, tables, quotes, code and links. */
final class MarkdownView extends VBox {
    private static final double MARGIN = 4;
    /** A column of a table counts for at least and at most so many letters. */
    private static final int FEWEST = 12;
    private static final int MOST = 60;
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /**
     * How a text is read that follows from the answers.
     *
     * @param before what it said before the last change, sentence by sentence; empty: nothing is marked
     * @param words  what people wrote in it
     * @param jump   where a click on a sentence leads
     */
    record Reading(Optional<Set<String>> before, List<String> words, Optional<Consumer<Sentence>> jump) {
        static final Reading PLAIN = new Reading(Optional.empty(), List.of(), Optional.empty());

        static Reading of(String before, List<String> words, Consumer<Sentence> jump) {
            return new Reading(Optional.of(Sentences.all(PARSER.parse(before), words)), words, Optional.of(jump));
        }

        boolean isChanged(String sentence) {
            return before.filter(known -> !known.contains(sentence.strip())).isPresent();
        }

        /** How many sentences of a text were not there before. */
        int changed(String markdown) {
            return (int) Sentences.all(PARSER.parse(markdown), words).stream().filter(this::isChanged).count();
        }
    }

    private final Consumer<String> openLink;
    private final Function<String, Optional<Image>> images;
    private final Reading reading;
    private final Optional<SentenceWalk> walk;

    /** Pictures are told by their words: a text that people typed loads nothing. */
    MarkdownView(String markdown, Consumer<String> openLink) {
        this(markdown, openLink, _ -> Optional.empty(), Reading.PLAIN);
    }

    /** @param images the picture of an address, where there is one */
    MarkdownView(String markdown, Consumer<String> openLink, Function<String, Optional<Image>> images) {
        this(markdown, openLink, images, Reading.PLAIN);
    }

    MarkdownView(String markdown, Consumer<String> openLink, Reading reading) {
        this(markdown, openLink, _ -> Optional.empty(), reading);
    }

    private MarkdownView(String markdown, Consumer<String> openLink, Function<String, Optional<Image>> images, Reading reading) {
        this.openLink = openLink;
        this.images = images;
        this.reading = reading;
        this.walk = reading.jump().map(jump -> new SentenceWalk(this, jump));
        getStyleClass().add("markdown");
        blocks(PARSER.parse(markdown), this);
    }

    /** The sentences by key; empty where none leads anywhere. */
    Optional<SentenceWalk> walk() {
        return walk;
    }

    private void blocks(org.commonmark.node.Node parent, Pane into) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> into.getChildren().add(flow(heading, "heading-" + Math.min(heading.getLevel(), 3)));
                case Paragraph paragraph -> into.getChildren().add(flow(paragraph, "paragraph"));
                case BulletList list -> into.getChildren().add(list(list, -1));
                case OrderedList list -> into.getChildren().add(list(list, list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber()));
                case BlockQuote quote -> into.getChildren().add(nested(quote, "quote"));
                case FencedCodeBlock code -> into.getChildren().add(code(code.getLiteral()));
                case IndentedCodeBlock code -> into.getChildren().add(code(code.getLiteral()));
                case ThematicBreak _ -> into.getChildren().add(Nodes.line("rule"));
                case TableBlock table -> into.getChildren().add(table(table));
                default -> {
                }
            }
        }
    }

    private VBox nested(org.commonmark.node.Node node, String styleClass) {
        var box = Nodes.column(styleClass);
        blocks(node, box);
        return box;
    }

    private Node list(org.commonmark.node.Node list, int start) {
        var box = Nodes.column("md-list");
        int number = start;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var sign = Nodes.text(number < 0 ? "•" : number++ + ".", "bullet");
            sign.setMinWidth(USE_PREF_SIZE);
            box.getChildren().add(Nodes.row("md-item", sign, Nodes.grow(nested(item, "md-item-text"))));
        }
        return box;
    }

    private static Node code(String text) {
        return Nodes.prose(text.stripTrailing(), "code-block");
    }

    private Node table(TableBlock table) {
        var grid = new GridPane();
        grid.getStyleClass().add("md-table");
        var longest = new ArrayList<Integer>();
        int row = 0;
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var line = part.getFirstChild(); line instanceof TableRow; line = line.getNext()) {
                int column = 0;
                for (var cell = line.getFirstChild(); cell instanceof TableCell found; cell = cell.getNext()) {
                    grid.add(flow(cell, found.isHeader() ? "md-head" : "md-cell"), column, row);
                    if (column == longest.size()) {
                        longest.add(0);
                    }
                    longest.set(column, Math.max(longest.get(column), Math.clamp(letters(cell), FEWEST, MOST)));
                    column++;
                }
                row++;
            }
        }
        // Left to itself the grid gives all to the first columns.
        int all = longest.stream().mapToInt(Integer::intValue).sum();
        longest.forEach(letters -> {
            var share = new ColumnConstraints();
            share.setPercentWidth(100.0 * letters / all);
            grid.getColumnConstraints().add(share);
        });
        return grid;
    }

    private static int letters(org.commonmark.node.Node cell) {
        return Sentences.of(cell, List.of()).stream().mapToInt(sentence -> sentence.text().length()).sum();
    }

    /** As wide as the text, and no wider than it is. */
    private ImageView picture(Image image, String words) {
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        view.fitWidthProperty().bind(Bindings.min(image.widthProperty(), widthProperty().subtract(MARGIN)));
        view.setAccessibleText(words);
        return view;
    }

    /** The text of a block; where people wrote a part of it, that part stands by itself with a bar. */
    private Node flow(org.commonmark.node.Node node, String styleClass) {
        var parts = new ArrayList<Node>();
        var open = new ArrayList<Sentence>();
        for (var sentence : Sentences.of(node, reading.words())) {
            if (!open.isEmpty() && open.getLast().own() != sentence.own()) {
                parts.add(part(open, styleClass));
                open.clear();
            }
            open.add(sentence);
        }
        if (!open.isEmpty() || parts.isEmpty()) {
            parts.add(part(open, styleClass));
        }
        return parts.size() == 1 ? parts.getFirst() : Nodes.column("md-parts", parts.toArray(Node[]::new));
    }

    private Node part(List<Sentence> sentences, String styleClass) {
        var flow = new MarkedFlow();
        flow.getStyleClass().add(styleClass);
        int at = 0;
        for (var sentence : sentences) {
            boolean changed = reading.isChanged(sentence.text());
            int start = at;
            for (var run : sentence.runs()) {
                var node = run.image().flatMap(images).<Node>map(image -> picture(image, run.text()))
                    .or(() -> run.link().map(address -> Nodes.link(run.text(), () -> openLink.accept(address), "inline-link")))
                    .orElseGet(() -> text(run, changed, sentence));
                flow.getChildren().add(node);
                at += node instanceof Text ? run.text().length() : 1;
            }
            int end = at;
            walk.ifPresent(keys -> keys.add(flow, start, end, sentence));
            if (changed) {
                flow.mark(start, at);
                flow.setAccessibleText(Messages.get("record.spoken.changed", sentence.text()));
            }
        }
        if (sentences.isEmpty() || !sentences.getFirst().own()) {
            return flow;
        }
        var own = Nodes.row("own-words", Nodes.grow(flow));
        own.setAccessibleText(Messages.get("record.spoken.own", sentences.getFirst().text()));
        return own;
    }

    private Node text(Run run, boolean changed, Sentence sentence) {
        var text = new Text(run.text());
        text.getStyleClass().add("md-text");
        text.getStyleClass().addAll(run.classes());
        text.setUnderline(changed);
        reading.jump().ifPresent(jump -> {
            text.getStyleClass().add("md-jump");
            text.setOnMouseClicked(event -> {
                if (event.isStillSincePress()) {
                    jump.accept(sentence);
                }
            });
        });
        return text;
    }
}
