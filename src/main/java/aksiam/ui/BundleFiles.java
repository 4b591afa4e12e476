package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Artefact;
import aksiam.generate.WritePlan;
import aksiam.generate.WritePlan.Change;
import aksiam.generate.WritePlan.Status;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Generation.Phase;
import aksiam.workshop.Lines;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What writing would do: how many files of each kind, and the files. A click on a number shows those only. */
final class BundleFiles extends VBox {
    private static final PseudoClass BY_HAND = PseudoClass.getPseudoClass("by-hand");
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    /** Beside a row: its padding and the scroll bar. */
    private static final double MARGIN = 42;

    /** The numbers of the head. Together they count every file once. */
    private enum Kind {
        NEW("+", "success-text"), CHANGED("~", "accent-text"), UNCHANGED("", "plain"), REMOVED("−", "error-text"), KEPT("", "warning-text");

        private final String sign;
        private final String colour;

        Kind(String sign, String colour) {
            this.sign = sign;
            this.colour = colour;
        }

        static Kind of(Status status) {
            return switch (status) {
                case NEW -> NEW;
                case CHANGED, REPLACED -> CHANGED;
                case UNCHANGED -> UNCHANGED;
                case REMOVED -> REMOVED;
                case EDITED, KEPT, LEFT -> KEPT;
            };
        }

        String label() {
            return Messages.get("generate." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** What a person has to look at comes first. */
    private static final Comparator<Change> ORDER = Comparator.<Change, Boolean>comparing(change -> !change.status().isByHand())
        .thenComparing(change -> Kind.of(change.status())).thenComparing(Change::path);

    private final Live live;
    private final Sheet sheet;
    private final ToggleGroup kinds = new ToggleGroup();
    private final List<ToggleButton> tiles;
    private final ListView<Change> list = new ListView<>();
    private final Label empty = Nodes.prose("", "small", "muted");
    private final Hyperlink all = Nodes.link("", this::showAll);
    private final Label foot = Nodes.prose("", "small", "muted");
    private Optional<WritePlan> plan = Optional.empty();
    private boolean everything;
    /** The file that the keys are at, and which of its links. */
    private String here = "";
    private int link;

    BundleFiles(Live live, Sheet sheet) {
        this.live = live;
        this.sheet = sheet;
        getStyleClass().addAll("card-list", "bundle-files");
        tiles = List.of(Kind.values()).stream().map(this::tile).toList();
        var head = new HBox(tiles.toArray(Node[]::new));
        tiles.forEach(Nodes::grow);
        tiles.forEach(tile -> tile.setPrefWidth(0));
        list.getStyleClass().add("change-list");
        list.setAccessibleText(Messages.get("generate.files"));
        list.setPlaceholder(empty);
        list.setCellFactory(_ -> new Cell());
        list.setId("changes");
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.getFocusModel().focusedItemProperty().subscribe(change -> {
            if (change != null && !change.path().equals(here)) {
                here = change.path();
                at(0);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        all.setId("all-files");
        getChildren().addAll(head, list, Nodes.row("card-list-foot", all, Nodes.spring(), foot));
        kinds.selectedToggleProperty().subscribe(() -> {
            everything = false;
            fill();
        });
        live.show(state -> state.generation().plan(), this::show);
        live.show(state -> state.generation().phase() instanceof Phase.Failed, _ -> fill());
    }

    private ToggleButton tile(Kind kind) {
        var tile = new ToggleButton();
        tile.setToggleGroup(kinds);
        tile.setUserData(kind);
        tile.getStyleClass().addAll("number", "number-" + kind.name().toLowerCase(Locale.ROOT));
        tile.setId("tile-" + kind.name().toLowerCase(Locale.ROOT));
        return tile;
    }

    private void show(Optional<WritePlan> now) {
        plan = now;
        var counts = changes().stream().collect(Collectors.groupingBy(change -> Kind.of(change.status()), Collectors.counting()));
        tiles.forEach(tile -> {
            var kind = (Kind) tile.getUserData();
            long count = counts.getOrDefault(kind, 0L);
            var number = Nodes.text(now.isEmpty() ? "–" : (count == 0 ? "" : kind.sign) + count, "title", count == 0 ? "muted" : kind.colour);
            tile.setGraphic(Nodes.column("number-text", number, Nodes.text(kind.label(), "small")));
            tile.setAccessibleText(count + " " + kind.label());
            tile.pseudoClassStateChanged(NONE, count == 0);
        });
        fill();
    }

    private List<Change> changes() {
        return plan.map(WritePlan::changes).orElse(List.of());
    }

    private void showAll() {
        boolean less = everything;
        kinds.selectToggle(null);
        everything = !less;
        fill();
    }

    /** Without a choice: what would happen; unchanged files only when asked for. */
    private void fill() {
        var chosen = Optional.ofNullable(kinds.getSelectedToggle()).map(tile -> (Kind) tile.getUserData());
        var shown = changes().stream()
            .filter(change -> everything || chosen.map(kind -> kind == Kind.of(change.status())).orElse(change.status() != Status.UNCHANGED)).sorted(ORDER)
            .toList();
        if (!shown.equals(list.getItems())) {
            var before = here;
            list.getItems().setAll(shown);
            var paths = shown.stream().map(Change::path).toList();
            list.getSelectionModel().clearAndSelect(Math.max(0, paths.indexOf(before)));
        }
        empty.setText(plan.isEmpty()
            ? Messages.get(live.state().generation().phase() instanceof Phase.Failed ? "generate.unknown" : "generate.comparing")
            : chosen.map(kind -> Messages.get("generate.none", kind.label())).orElse(Messages.get("generate.same", plan.get().folder().getFileName())));
        all.setText(Messages.get(everything ? "generate.less" : "generate.all", changes().size()));
        all.setVisible(!changes().isEmpty());
        long kept = changes().stream().filter(change -> Kind.of(change.status()) == Kind.KEPT).count();
        foot.setText(kept == 0 ? "" : Messages.get("generate.kept.line", kept));
    }

    /** One stop for Tab: up and down from file to file, left and right among the links of one, Enter follows. */
    private void pressed(KeyEvent event) {
        var links = cells().filter(Cell::isFocused).findFirst().map(Cell::links).orElse(List.of());
        if (links.isEmpty() || event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        int now = Math.min(link, links.size() - 1);
        switch (event.getCode()) {
            case LEFT -> at(Math.max(0, now - 1));
            case RIGHT -> at(Math.min(links.size() - 1, now + 1));
            case ENTER -> links.get(now).fire();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void at(int link) {
        this.link = link;
        cells().forEach(Cell::mark);
    }

    private Stream<Cell> cells() {
        return list.lookupAll(".list-cell").stream().filter(Node::isVisible).map(Cell.class::cast);
    }

    private void replace(String path, boolean replaced) {
        var paths = new HashSet<>(live.state().generation().replaced());
        if (replaced) {
            paths.add(path);
        } else {
            paths.remove(path);
        }
        live.dispatch(new Action.Replace(paths));
    }

    /** The text of the folder and the generated one side by side, each with what the other lacks. */
    private void compare(Change change) {
        var found = change.found().orElse("");
        var generated = change.text().orElse("");
        var sides = new HBox(side("generate.found", change.path(), generated, found), side("generate.generated", change.path(), found, generated));
        sides.getStyleClass().add("difference");
        sides.getChildren().forEach(Nodes::grow);
        sheet.tellWide(change.path(), sides);
    }

    private static Node side(String title, String path, String other, String text) {
        var code = new CodeView();
        code.setAccessibleText(Messages.get(title));
        var lines = Lines.compare(other, text);
        code.show(path, lines);
        lines.stream().filter(line -> line.kind() != Lines.Kind.SAME).findFirst().ifPresent(line -> code.reveal(lines.indexOf(line)));
        VBox.setVgrow(code, Priority.ALWAYS);
        return Nodes.column("difference-side", Nodes.text(Messages.get(title), "strong", "small"), code);
    }

    private final class Cell extends ListCell<Change> {
        Cell() {
            focusedProperty().subscribe(this::mark);
        }

        List<Hyperlink> links() {
            return getGraphic() instanceof HBox row
                ? row.getChildren().stream().filter(Hyperlink.class::isInstance).map(Hyperlink.class::cast).toList()
                : List.of();
        }

        void mark() {
            var links = links();
            links.forEach(each -> each.pseudoClassStateChanged(CURRENT, isFocused() && links.indexOf(each) == Math.min(link, links.size() - 1)));
        }

        @Override
        protected void updateItem(Change change, boolean none) {
            super.updateItem(change, none);
            boolean byHand = !none && change != null && change.status().isByHand();
            pseudoClassStateChanged(BY_HAND, byHand);
            if (none || change == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var row = Nodes.row("change", sign(change.status()), Nodes.grow(Nodes.path(change.path())));
            row.getChildren().addAll(byHand ? ways(change) : source(change));
            row.prefWidthProperty().bind(list.widthProperty().subtract(MARGIN));
            setGraphic(row);
            links().forEach(each -> each.setFocusTraversable(false));
            mark();
            var words = Stream.of(change.path(), Messages.get("generate.status." + change.status().name().toLowerCase(Locale.ROOT)));
            setAccessibleText(Stream.concat(words, links().stream().map(Hyperlink::getText)).collect(Collectors.joining(", ")));
        }
    }

    private static Node sign(Status status) {
        return switch (status) {
            case NEW -> Nodes.text("+", "sign", "sign-added");
            case CHANGED -> Nodes.text("~", "sign");
            case REMOVED -> Nodes.text("−", "sign", "sign-removed");
            case UNCHANGED -> Nodes.text("", "sign");
            case EDITED, KEPT, REPLACED, LEFT -> aksiam.ui.parts.Icons.of("pencil").styled("icon-warning", "sign");
        };
    }

    /** An edited file: what became of it, what differs, and the other choice. */
    private List<Node> ways(Change change) {
        var state = Nodes.text(Messages.get("generate.status." + change.status().name().toLowerCase(Locale.ROOT)), "small");
        state.setMinWidth(USE_PREF_SIZE);
        if (change.text().isEmpty()) {
            return List.of(state);
        }
        boolean replaced = change.status() == Status.REPLACED;
        var other = Nodes.link(Messages.get(replaced ? "generate.keep" : "generate.replace"), () -> replace(change.path(), !replaced),
            replaced ? "keep" : "replace");
        other.setAccessibleText(other.getText() + " " + change.path());
        var difference = Nodes.link(Messages.get("generate.difference"), () -> compare(change), "show-difference");
        difference.setAccessibleText(difference.getText() + " " + change.path());
        return List.of(state, difference, other);
    }

    private List<Node> source(Change change) {
        var sources = live.state().preview().file(change.path()).map(Artefact::considerations).orElse(List.of()).stream()
            .flatMap(id -> Catalogue.find(id).stream()).toList();
        if (sources.isEmpty()) {
            return List.of();
        }
        var first = sources.getFirst();
        var link = Nodes.link(sources.size() == 1 ? first.title() : Messages.get("generate.sources", first.title(), sources.size() - 1),
            () -> FindingRow.go(live, first), "source");
        return List.of(link);
    }
}
