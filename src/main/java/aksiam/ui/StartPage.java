package aksiam.ui;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Shelf;
import aksiam.workshop.Words;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where a workshop begins: recover, a preset, a recent design, or a dropped file. */
final class StartPage extends VBox {
    private static final Map<String, String> ICONS = Map.of("small-team", "user", "shared-platform", "users", "regulated", "shield", "fleet", "fleet");
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private static final double FOUR = 1000;
    private static final double TWO = 560;

    private final Live live;
    private final Commands commands;
    private final String key;
    private final VBox recovery = Nodes.column("start-recovery");
    private final Tiles presets = new Tiles(4, 16);
    private final VBox recent = Nodes.column("recent");

    /** @param key that opens a design, as it is written on the button */
    StartPage(Live live, Commands commands, String key) {
        this.live = live;
        this.commands = commands;
        this.key = key;
        getStyleClass().add("start");
        setId("page");
        var content = Nodes.column("start-content", head(), recovery, Nodes.text(Messages.get("start.presets"), "section"), presets, empty(), below());
        content.setFillWidth(true);
        var centred = new HBox(Nodes.grow(content));
        centred.setAlignment(javafx.geometry.Pos.TOP_CENTER);
        var scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new ProblemBanner(live), scroll);
        live.show(state -> state.shelf().presets(), this::showPresets);
        live.show(state -> state.shelf(), this::showRecent);
        live.show(state -> state.shelf().kept(), this::showRecovery);
        live.show(state -> state.preferences().zoom(), _ -> arrange());
        widthProperty().subscribe(this::arrange);
        acceptDrops();
    }

    /** Cards that got too narrow stand in two columns, or below each other. */
    private void arrange() {
        double room = getWidth() / live.state().preferences().zoom() * 100;
        presets.setColumns(room >= FOUR || room <= 0 ? 4 : room >= TWO ? 2 : 1);
    }

    private Node head() {
        var open = Nodes.button("", commands::open, "open-design");
        open.setGraphic(Nodes.row("open-words", Icons.of("folder"), Nodes.text(Messages.get("start.open")), Nodes.text(key, "key")));
        open.setAccessibleText(Messages.get("start.open"));
        open.setId("open");
        return Nodes.row("start-head",
            Nodes.grow(Nodes.column("start-title", Nodes.text("AKS IAM Designer", "display"), Nodes.prose(Messages.get("start.line"), "question", "muted"))),
            open);
    }

    private Node empty() {
        var link = Nodes.link(Messages.get("start.empty"), () -> live.dispatch(new Action.New()));
        link.setId("empty-design");
        return Nodes.row("start-empty", link, Nodes.text(Messages.get("start.empty.line"), "small", "muted"));
    }

    private Node below() {
        var drop = Nodes.column("drop", Icons.of("upload").styled("icon-large"), Nodes.text(Messages.get("start.drop"), "strong"),
            Nodes.prose(Messages.get("start.drop.line"), "small", "muted"));
        var left = Nodes.column("start-recent", Nodes.text(Messages.get("start.recent"), "section"), recent);
        var right = Nodes.column("start-drop", Nodes.text(Messages.get("start.open.section"), "section"), drop);
        return Nodes.beside(left, right, false);
    }

    private void showRecovery(Shelf.Kept kept) {
        handOn(recovery);
        recovery.getChildren().setAll(kept.newest().map(newest -> RecoveryNote.wide(newest, live, commands)).stream().toList());
        kept.unreadable().forEach(found -> recovery.getChildren().add(RecoveryNote.unreadable(found, live)));
        recovery.setManaged(!recovery.getChildren().isEmpty());
    }

    /** What is shown anew cannot keep the focus. */
    private void handOn(Region part) {
        if (part.isFocusWithin()) {
            lookup("#open").requestFocus();
        }
    }

    private void showPresets(List<Shelf.Preset> cards) {
        presets.tiles().setAll(cards.stream().map(this::card).toList());
    }

    private Node card(Shelf.Preset preset) {
        var head = Nodes.row("preset-head", Icons.of(ICONS.getOrDefault(preset.id(), "file")).styled("preset-icon"),
            Nodes.column("preset-title", Nodes.text(preset.title(), "strong"), Nodes.prose(preset.scale(), "small", "muted")));
        var points = Nodes.column("points");
        preset.points().forEach(point -> points.getChildren()
            .add(Nodes.row("point", Icons.of("check").styled("icon-point", "icon-success"), Nodes.grow(Nodes.prose(point, "small")))));
        var use = Nodes.button(Messages.get("start.use"), () -> live.dispatch(new Action.FromPreset(preset.id())));
        use.setId("preset-" + preset.id());
        use.setAccessibleText(Messages.get("start.use.name", preset.title()));
        var foot = Nodes.row("preset-foot", Nodes.grow(Nodes.prose(Messages.get("start.answers", preset.answers()), "small", "muted")), use);
        var gap = new Region();
        gap.setMinHeight(0);
        VBox.setVgrow(gap, Priority.ALWAYS);
        var card = Nodes.column("preset", head, Nodes.prose(preset.summary(), "small", "muted"), points,
            Nodes.badge(Messages.get("start.doors", preset.doors()), "one-way-door", "badge-door"), gap, foot);
        card.setMaxHeight(Double.MAX_VALUE);
        return card;
    }

    private void showRecent(Shelf shelf) {
        handOn(recent);
        recent.getChildren().clear();
        var files = shelf.recent();
        if (files.isEmpty() && shelf.read()) {
            recent.getChildren().add(Nodes.empty(Icons.of("clock"), Messages.get("start.recent.none"), Messages.get("start.recent.none.line")));
        }
        files.stream().limit(6).forEach(file -> recent.getChildren().add(row(file)));
    }

    private Node row(Shelf.Recent file) {
        var parent = file.file().toAbsolutePath().getParent();
        var name = Nodes.text(file.file().getFileName().toString(), "strong");
        if (!file.found()) {
            name.getStyleClass().add("muted");
            var locate = Nodes.button(Messages.get("start.locate"), () -> commands.locate(file.file()), "small-button");
            locate.setAccessibleText(Messages.get("start.locate.name", file.file().getFileName()));
            var forget = Nodes.button(Messages.get("start.forget"), () -> live.dispatch(new Action.Forget(file.file())), "ghost", "small-button");
            forget.setAccessibleText(Messages.get("start.forget.name", file.file().getFileName()));
            return Nodes.row("recent-row", Icons.of("file"),
                Nodes.grow(Nodes.column("recent-name", name, Nodes.prose(Messages.get("start.missing"), "small", "error-text"))), locate, forget);
        }
        var place = Nodes.path(parent == null ? "" : parent.toString());
        place.getStyleClass().add("muted");
        var state = file.applicable() == 0 ? Messages.get("start.unreadable") : Messages.get("status.decided", file.decided(), file.applicable());
        var decided = Nodes.column("recent-decided", Nodes.text(state, "small"));
        if (file.applicable() > 0) {
            var bar = new ProgressBar((double) file.decided() / file.applicable());
            bar.getStyleClass().add("decided-bar");
            decided.getChildren().add(bar);
        }
        var open = Nodes.button("", () -> commands.open(file.file()), "recent-open");
        open.setGraphic(Nodes.row("recent-row", Icons.of("file"), Nodes.grow(Nodes.column("recent-name", name, place)), decided, findings(file.verdict()),
            Nodes.text(when(file.at()), "small", "muted", "recent-when")));
        ((Region) open.getGraphic()).prefWidthProperty().bind(open.widthProperty().subtract(4));
        open.setMaxWidth(Double.MAX_VALUE);
        open.setMinWidth(0);
        open.setAccessibleText(Messages.get("start.recent.name", file.file().getFileName(), state, file.verdict().map(StartPage::spoken).orElse("")));
        return open;
    }

    /** Empty while the design is looked through. */
    private static Node findings(Optional<Shelf.Verdict> verdict) {
        var row = Nodes.row("recent-findings");
        verdict.ifPresent(found -> {
            if (found.errors() > 0) {
                row.getChildren().add(tally(Mark.ERROR, Words.count(found.errors(), "error")));
            }
            if (found.warnings() > 0) {
                row.getChildren().add(tally(Mark.WARNING, Words.count(found.warnings(), "warning")));
            }
            if (row.getChildren().isEmpty()) {
                row.getChildren().add(tally(Mark.DECIDED, spoken(found)));
            }
        });
        return row;
    }

    private static Node tally(Mark mark, String text) {
        var label = Nodes.text(text, "small");
        label.setGraphic(Marks.of(mark));
        return label;
    }

    private static String spoken(Shelf.Verdict verdict) {
        return verdict.errors() + verdict.warnings() == 0
            ? Messages.get("start.nofindings")
            : Words.count(verdict.errors(), "error") + ", " + Words.count(verdict.warnings(), "warning");
    }

    private String when(LocalDateTime at) {
        return Times.of(at, live.now().toLocalDate());
    }

    private void acceptDrops() {
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                pseudoClassStateChanged(DROP, true);
            }
            event.consume();
        });
        setOnDragExited(_ -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(event -> {
            event.getDragboard().getFiles().stream().map(java.io.File::toPath).findFirst().ifPresent(commands::open);
            event.setDropCompleted(true);
            event.consume();
        });
    }
}
