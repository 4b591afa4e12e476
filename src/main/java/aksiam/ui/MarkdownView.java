package aksiam.ui;

import aksiam.ui.parts.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown as nodes: headings, paragraphs, lists, tables, quotes, code and links. */
final class MarkdownView extends VBox {
    private static final double MARGIN = 4;
    /** A column of a table counts for at least and at most so many letters. */
    private static final int FEWEST = 12;
    private static final int MOST = 60;
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Consumer<String> openLink;
    private final Function<String, Optional<Image>> images;

    /** Pictures are told by their words: a text that people typed loads nothing. */
    MarkdownView(String markdown, Consumer<String> openLink) {
        this(markdown, openLink, _ -> Optional.empty());
    }

    /** @param images the picture of an address, where there is one */
    MarkdownView(String markdown, Consumer<String> openLink, Function<String, Optional<Image>> images) {
        this.openLink = openLink;
        this.images = images;
        getStyleClass().add("markdown");
        blocks(PARSER.parse(markdown), this);
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
                    var flow = flow(cell, found.isHeader() ? "md-head" : "md-cell");
                    grid.add(flow, column, row);
                    if (column == longest.size()) {
                        longest.add(0);
                    }
                    longest.set(column, Math.max(longest.get(column), Math.clamp(letters(flow), FEWEST, MOST)));
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

    private static int letters(TextFlow flow) {
        return flow.getChildren().stream().mapToInt(node -> switch (node) {
            case Text text -> text.getText().length();
            case Hyperlink link -> link.getText().length();
            default -> 0;
        }).sum();
    }

    private TextFlow flow(org.commonmark.node.Node node, String styleClass) {
        var flow = new TextFlow();
        flow.getStyleClass().add(styleClass);
        inline(node, List.of(), flow);
        return flow;
    }

    private void inline(org.commonmark.node.Node parent, List<String> classes, TextFlow flow) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case org.commonmark.node.Text text -> text(text.getLiteral(), classes, flow);
                case StrongEmphasis strong -> inline(strong, plus(classes, "strong"), flow);
                case Emphasis emphasis -> inline(emphasis, plus(classes, "emphasis"), flow);
                case Code code -> text(code.getLiteral(), plus(classes, "code"), flow);
                case SoftLineBreak _ -> text(" ", classes, flow);
                case HardLineBreak _ -> text("\n", classes, flow);
                case Link link -> flow.getChildren().add(link(link));
                case org.commonmark.node.Image image when picture(image, flow) -> {
                }
                default -> inline(node, classes, flow);
            }
        }
    }

    /** As wide as the text, and no wider than it is. */
    private boolean picture(org.commonmark.node.Image node, TextFlow flow) {
        var found = images.apply(node.getDestination());
        found.ifPresent(image -> {
            var view = new ImageView(image);
            view.setPreserveRatio(true);
            view.fitWidthProperty().bind(Bindings.min(image.widthProperty(), widthProperty().subtract(MARGIN)));
            if (node.getFirstChild() instanceof org.commonmark.node.Text words) {
                view.setAccessibleText(words.getLiteral());
            }
            flow.getChildren().add(view);
        });
        return found.isPresent();
    }

    private Hyperlink link(Link link) {
        var words = new StringBuilder();
        for (var node = link.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof org.commonmark.node.Text text) {
                words.append(text.getLiteral());
            } else if (node instanceof Code code) {
                words.append(code.getLiteral());
            }
        }
        return Nodes.link(words.toString(), () -> openLink.accept(link.getDestination()), "inline-link");
    }

    private static void text(String words, List<String> classes, TextFlow flow) {
        var text = new Text(words);
        text.getStyleClass().add("md-text");
        text.getStyleClass().addAll(classes);
        flow.getChildren().add(text);
    }

    private static List<String> plus(List<String> classes, String more) {
        var all = new ArrayList<>(classes);
        all.add(more);
        return all;
    }
}
