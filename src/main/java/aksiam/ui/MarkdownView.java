package aksiam.ui;

import aksiam.ui.parts.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
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
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Consumer<String> openLink;

    MarkdownView(String markdown, Consumer<String> openLink) {
        this.openLink = openLink;
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
        int row = 0;
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var line = part.getFirstChild(); line instanceof TableRow; line = line.getNext()) {
                int column = 0;
                for (var cell = line.getFirstChild(); cell instanceof TableCell found; cell = cell.getNext()) {
                    grid.add(flow(cell, found.isHeader() ? "md-head" : "md-cell"), column++, row);
                }
                row++;
            }
        }
        return grid;
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
                default -> inline(node, classes, flow);
            }
        }
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
