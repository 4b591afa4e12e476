package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.ui.parts.Icon;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.search.Hit;
import aksiam.workshop.search.Item;
import aksiam.workshop.search.Item.Kind;
import aksiam.workshop.search.Items;
import aksiam.workshop.search.Search;
import aksiam.workshop.search.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Searches everything there is to go to or to do. The focus stays in the field; arrows choose, Tab goes from kind to kind. */
final class Palette extends VBox {
    /** Of each kind while all are shown, and of one kind alone. */
    private static final int FEW = 5;
    private static final int MANY = 200;
    private static final int VISITED = 6;
    /** The icon and the title; what follows helps who typed something that is not there. */
    private static final int NONE_TITLE = 2;

    /** A row of the results. */
    sealed interface Line {
        record Head(String title) implements Line {
        }

        /** @param state of a consideration or a finding, in words; empty for others */
        record Result(Hit hit, Icon icon, String state) implements Line {
        }
    }

    private final Live live;
    private final SearchIndex index;
    private final CommandList list;
    private final Consumer<Target> onChosen;
    private final TextField field = new TextField();
    private final Label count = Nodes.text("", "small", "muted");
    private final FlowPane chips = new FlowPane();
    private final ListView<Line> results = new ListView<>();
    private final VBox none = Nodes.column("palette-none");
    private final Label noneTitle = Nodes.prose("", "strong");
    private List<Command> commands = List.of();
    private Search search = Search.NOTHING;
    private List<Search.Group> groups = List.of();
    private Optional<Kind> only = Optional.empty();

    /** @param onChosen gets the place; for a command it is done here */
    Palette(Live live, SearchIndex index, CommandList list, Consumer<Target> onChosen) {
        this.live = live;
        this.index = index;
        this.list = list;
        this.onChosen = onChosen;
        getStyleClass().add("palette");
        setId("palette");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(Messages.get("search.name"));
        field.getStyleClass().add("palette-field");
        field.setId("search-field");
        field.setPromptText(Messages.get("search.prompt"));
        field.setAccessibleText(Messages.get("search.name"));
        field.textProperty().subscribe((_, _) -> {
            only = Optional.empty();
            refresh();
        });
        index.onChanged(() -> {
            if (getScene() != null) {
                prepare();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        chips.getStyleClass().add("palette-chips");
        results.getStyleClass().add("palette-results");
        results.setFocusTraversable(false);
        results.setAccessibleText(Messages.get("search.results"));
        results.setCellFactory(_ -> new PaletteCell(this::choose));
        results.getSelectionModel().selectedItemProperty().subscribe(this::announce);
        none.getChildren().addAll(Icons.of("search").styled("icon-large"), noneTitle, Nodes.prose(Messages.get("search.none.line"), "small", "muted"),
            Nodes.button(Messages.get("search.none.clear"), () -> open("")));
        none.setId("search-none");
        count.setMinWidth(USE_PREF_SIZE);
        var head = Nodes.row("palette-head", Icons.of("search").styled("icon-bar"), Nodes.grow(field), count, Nodes.text("Esc", "key"));
        var body = new StackPane(results, none);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, chips, body, foot());
    }

    private static Node foot() {
        return Nodes.row("palette-foot", Nodes.text("↑", "key"), Nodes.text("↓", "key"), Nodes.text(Messages.get("search.move"), "small", "muted"),
            Nodes.text("Enter", "key"), Nodes.text(Messages.get("search.open"), "small", "muted"), Nodes.text("Tab", "key"),
            Nodes.text(Messages.get("search.group"), "small", "muted"), Nodes.spring(), Nodes.text(Messages.get("search.commands"), "small", "muted"));
    }

    TextField field() {
        return field;
    }

    /** Starts anew over what there is now. */
    void open(String typed) {
        commands = list.all().filter(command -> command.possible().test(live.state())).toList();
        only = Optional.empty();
        field.setText(typed);
        field.requestFocus();
        field.end();
        prepare();
    }

    private void prepare() {
        var state = live.state();
        search = index.now().and(IntStream.range(0, commands.size()).mapToObj(i -> new Item(Kind.COMMAND, commands.get(i).label().apply(state), List.of(),
            commands.get(i).shown(), new Target.Run(i))).toList());
        refresh();
    }

    private void refresh() {
        var typed = field.getText();
        groups = typed.isBlank() ? visited() : search.find(typed, MANY);
        if (typed.isBlank() && groups.isEmpty()) {
            groups = search.find(Search.COMMANDS_ONLY, MANY);
        }
        int total = groups.stream().mapToInt(Search.Group::total).sum();
        count.setText(typed.isBlank() || total == 0 && !index.isReady() ? "" : Messages.get("search.count", total));
        chips.getChildren().setAll(groups.size() < 2 ? List.of() : chips(total));
        Nodes.show(chips, groups.size() > 1);
        show(typed);
    }

    private void show(String typed) {
        var lines = new ArrayList<Line>();
        for (var group : groups) {
            if (only.isEmpty() || only.get() == group.kind()) {
                lines.add(new Line.Head(typed.isBlank() && group.kind() != Kind.COMMAND ? Messages.get("search.visited") : title(group.kind())));
                group.hits().stream().limit(only.isEmpty() && groups.size() > 1 ? FEW : MANY).map(this::result).forEach(lines::add);
            }
        }
        results.getItems().setAll(lines);
        noneTitle.setText(index.isReady() ? Messages.get("search.none", typed.strip()) : Messages.get("search.reading"));
        none.getChildren().stream().skip(NONE_TITLE).forEach(node -> Nodes.show(node, index.isReady()));
        boolean empty = lines.isEmpty() && !typed.isBlank();
        none.setVisible(empty);
        results.setVisible(!empty);
        if (!lines.isEmpty()) {
            results.getSelectionModel().clearAndSelect(1);
            results.scrollTo(0);
        }
    }

    /** The last places, the newest first. */
    private List<Search.Group> visited() {
        var places = live.state().visits().before().reversed().stream().filter(page -> !page.equals(live.state().page())).distinct().limit(VISITED);
        var hits = places.map(page -> Hit.plain(Items.of(page))).toList();
        return hits.isEmpty() ? List.of() : List.of(new Search.Group(Kind.CONSIDERATION, hits, hits.size()));
    }

    private List<Node> chips(int total) {
        var nodes = new ArrayList<Node>();
        nodes.add(chip(Messages.get("search.all", total), Optional.empty()));
        groups.forEach(group -> nodes.add(chip(title(group.kind()) + " " + group.total(), Optional.of(group.kind()))));
        return nodes;
    }

    private Node chip(String text, Optional<Kind> kind) {
        var chip = new ToggleButton(text);
        chip.getStyleClass().add("palette-chip");
        chip.setFocusTraversable(false);
        chip.setSelected(only.equals(kind));
        chip.setOnAction(_ -> only(kind));
        return chip;
    }

    private void only(Optional<Kind> kind) {
        only = kind;
        refresh();
    }

    private static String title(Kind kind) {
        return Messages.get("search.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private Line result(Hit hit) {
        return switch (hit.item().kind()) {
            case CONSIDERATION -> consideration(hit);
            case OPTION -> new Line.Result(hit, isChosen(hit.item().target()) ? Marks.of(Mark.DECIDED) : Icons.of("list"),
                isChosen(hit.item().target()) ? Messages.get("search.chosen") : "");
            case FINDING -> finding(hit);
            case ROW -> new Line.Result(hit, Icons.of("users"), "");
            case FILE -> new Line.Result(hit, Icons.of("file"), "");
            case COMMAND -> new Line.Result(hit, Icons.of("play"), "");
        };
    }

    private Line consideration(Hit hit) {
        return hit.item().target() instanceof Target.Place(var page) && Catalogue.find(page.consideration()).isPresent()
            ? new Line.Result(hit, Marks.of(live.overview().of(page.consideration()).mark()), live.overview().of(page.consideration()).spoken())
            : new Line.Result(hit, Icons.of("list"), "");
    }

    private boolean isChosen(Target target) {
        return target instanceof Target.Card(Page.At(var _, var consideration), var option) && live.state().design().chose(consideration, option);
    }

    private Line finding(Hit hit) {
        var severity = live.state().findings().stream().filter(finding -> finding.message().equals(hit.item().title())).findFirst()
            .map(finding -> finding.severity());
        var icon = severity.map(found -> switch (found) {
            case ERROR -> Marks.of(Mark.ERROR);
            case WARNING -> Marks.of(Mark.WARNING);
            case NOTE -> Icons.of("info");
        }).orElseGet(() -> Icons.of("info"));
        return new Line.Result(hit, icon, severity.map(found -> found.label()).orElse(""));
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(FEW);
            case PAGE_UP -> move(-FEW);
            case TAB -> turn(event.isShiftDown() ? -1 : 1);
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Over the heads, around the ends. */
    private void move(int by) {
        var lines = results.getItems();
        if (lines.stream().noneMatch(Line.Result.class::isInstance)) {
            return;
        }
        int at = Math.floorMod(results.getSelectionModel().getSelectedIndex() + by, lines.size());
        while (lines.get(at) instanceof Line.Head) {
            at = Math.floorMod(at + (by > 0 ? 1 : -1), lines.size());
        }
        results.getSelectionModel().clearAndSelect(at);
        // With its head where it is the first of a kind.
        int from = at == 1 ? 0 : at;
        if (results.lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> flow && flow.getLastVisibleCell() != null
            && (at >= flow.getLastVisibleCell().getIndex() || at <= flow.getFirstVisibleCell().getIndex())) {
            results.scrollTo(at >= flow.getLastVisibleCell().getIndex()
                ? Math.max(0, at - (flow.getLastVisibleCell().getIndex() - flow.getFirstVisibleCell().getIndex()) + 2)
                : from);
        }
    }

    private void turn(int by) {
        if (groups.size() > 1) {
            int at = only.map(kind -> groups.stream().map(Search.Group::kind).toList().indexOf(kind) + 1).orElse(0);
            int next = Math.floorMod(at + by, groups.size() + 1);
            only(next == 0 ? Optional.empty() : Optional.of(groups.get(next - 1).kind()));
        }
    }

    private void choose() {
        if (results.getSelectionModel().getSelectedItem() instanceof Line.Result(var hit, var _, var _)) {
            onChosen.accept(hit.item().target());
        }
    }

    /** The command of a target, as listed when the search was opened. */
    Command command(Target.Run run) {
        return commands.get(run.command());
    }

    /** The focus is in the field: what is chosen below is told with it. */
    private void announce() {
        field.setAccessibleHelp(results.getSelectionModel().getSelectedItem() instanceof Line.Result result ? PaletteCell.spoken(result) : "");
    }
}
