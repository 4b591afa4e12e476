package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.model.Design;
import aksiam.rules.Finding;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.FileChange;
import aksiam.workshop.Overview;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Why the consideration matters, what the answer changes, what is wrong or missing, and where it was read. */
final class GuidanceView extends VBox {
    private static final int SHOWN_FILES = 6;
    private static final int SHOWN_FINDINGS = 12;

    private final Live live;
    private final Desk desk;
    private final Consumer<String> openFile;
    private final VBox why = Nodes.column("guidance-part");
    private final VBox doors = Nodes.column("guidance-part");
    private final VBox changes = Nodes.column("guidance-part");
    private final VBox findings = Nodes.column("guidance-part");
    private final VBox missing = Nodes.column("guidance-part");
    private final VBox references = Nodes.column("guidance-part");

    GuidanceView(Live live, Desk desk, Consumer<String> openFile) {
        this.live = live;
        this.desk = desk;
        this.openFile = openFile;
        var content = Nodes.column("guidance", why, doors, changes, findings, missing, references);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        live.show(State::consideration, id -> {
            about(Catalogue.find(id));
            scroll.setVvalue(0);
        });
        live.show(state -> state.design(), design -> {
            doors(Catalogue.find(live.state().consideration()), design);
            missing(Catalogue.find(live.state().consideration()), design);
        });
        live.show(state -> state.preview().changes(), this::changes);
        live.show(GuidanceView::ofStep, this::findings);
    }

    private void about(Optional<Consideration> consideration) {
        var text = consideration.map(Consideration::why).filter(words -> !words.isBlank())
            .orElse(consideration.isPresent() ? "" : Messages.get("guidance.none"));
        fill(why, text.isEmpty() ? List.of() : List.of(new MarkdownView(text, desk::show)), Messages.get("guidance.why"));
        doors(consideration, live.state().design());
        missing(consideration, live.state().design());
        references(consideration);
    }

    /** Of the chosen options; while nothing is chosen, of all of them. */
    private void doors(Optional<Consideration> consideration, Design design) {
        var options = consideration.stream().flatMap(found -> found.input().options().stream())
            .filter(option -> option.door().filter(door -> door.reversibility().isOneWayDoor()).isPresent()).toList();
        var chosen = options.stream().filter(option -> design.chose(live.state().consideration(), option.id())).toList();
        boolean undecided = consideration.filter(found -> design.answer(found.id()).isPresent()).isEmpty();
        var notes = (undecided ? options : chosen).stream().map(option -> (Node) door(option)).toList();
        doors.getChildren().setAll(notes);
        shown(doors);
    }

    private static Node door(Option option) {
        var door = option.door().orElseThrow();
        var text = Nodes.column("note-text", Nodes.prose(Messages.get("guidance.door", option.label()), "small", "strong"),
            Nodes.prose(
                Stream.of(door.reversibility().label() + ".", door.explanation()).filter(part -> !part.isBlank()).reduce((a, b) -> a + " " + b).orElse(""),
                "small"));
        return Nodes.note("warning", Icons.of("one-way-door").styled("icon-warning"), text);
    }

    private void changes(List<FileChange> files) {
        var rows = Stream.concat(files.stream().limit(SHOWN_FILES).map(this::file),
            files.size() > SHOWN_FILES ? Stream.of(Nodes.text(Messages.get("guidance.more", files.size() - SHOWN_FILES), "small", "muted")) : Stream.<Node>of())
            .toList();
        var trail = live.state().trail().map(change -> Messages.get("guidance.changes.of", change.label())).orElse(Messages.get("guidance.changes"));
        fill(changes, rows, trail);
    }

    private Node file(FileChange change) {
        var count = switch (change.sign()) {
            case ADDED -> Messages.get("guidance.lines", change.added());
            case CHANGED -> "+" + change.added() + " −" + change.removed();
            case REMOVED -> Messages.get("guidance.removed");
        };
        var path = Nodes.link(change.path(), () -> openFile.accept(change.path()), "file-link");
        path.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        path.setMinWidth(0);
        path.setTooltip(new javafx.scene.control.Tooltip(change.path()));
        var lines = Nodes.text(count, "small", "muted");
        lines.setMinWidth(USE_PREF_SIZE);
        return Nodes.row("change-row", Nodes.text(change.sign().text(), "sign", "sign-" + change.sign().name().toLowerCase(java.util.Locale.ROOT)), path,
            Nodes.spring(),
            lines);
    }

    /** Findings of the present step: errors and warnings, and notes of the open consideration. */
    private static List<Finding> ofStep(State state) {
        var step = state.page() instanceof Page.At(var number, var _)
            ? Catalogue.steps().get(number - 1).considerations().stream().map(Consideration::id).toList()
            : List.<String>of();
        return state.findings().stream().filter(finding -> step.contains(finding.consideration()))
            .filter(finding -> finding.severity() != Finding.Severity.NOTE || finding.consideration().equals(state.consideration())
                && finding.kind() != Finding.Kind.OPEN_POINT)
            .toList();
    }

    private void findings(List<Finding> found) {
        fill(findings, found.stream().limit(SHOWN_FINDINGS).map(this::finding).toList(), Messages.get("guidance.findings"));
        if (!found.isEmpty()) {
            ((HBox) findings.getChildren().getFirst()).getChildren().add(Nodes.count(found.size()));
        }
    }

    private Node finding(Finding finding) {
        var icon = switch (finding.severity()) {
            case ERROR -> Marks.of(Mark.ERROR);
            case WARNING -> Marks.of(Mark.WARNING);
            case NOTE -> Icons.of("info").styled("icon-accent");
        };
        var text = Nodes.column("note-text", Nodes.prose(finding.message(), "small", "strong"), Nodes.prose(finding.kind().help(), "small"));
        if (!finding.consideration().equals(live.state().consideration())) {
            text.getChildren().add(Nodes.link(Messages.get("guidance.show", Catalogue.get(finding.consideration()).title()),
                () -> live.dispatch(new Action.Go(new Page.At(Catalogue.stepOf(finding.consideration()).number(), finding.consideration())))));
        }
        return Nodes.note("plain", icon, text);
    }

    private void missing(Optional<Consideration> consideration, Design design) {
        var lines = consideration.map(found -> Overview.missing(found, design)).orElse(List.of());
        fill(missing, lines.stream().map(line -> (Node) Nodes.row("point", Marks.of(Mark.UNDECIDED), Nodes.grow(Nodes.prose(line, "small")))).toList(),
            Messages.get("guidance.missing"));
    }

    private void references(Optional<Consideration> consideration) {
        var all = consideration.stream()
            .flatMap(found -> Stream.concat(found.references().stream(), found.input().options().stream().flatMap(option -> option.references().stream())))
            .distinct().toList();
        fill(references, all.stream().map(this::reference).toList(), Messages.get("guidance.references"));
    }

    private Node reference(Reference reference) {
        var link = Nodes.link(reference.title(), () -> desk.show(reference.url()), "reference");
        link.setWrapText(true);
        link.setTooltip(new javafx.scene.control.Tooltip(reference.url()));
        var date = Nodes.text(reference.date(), "small", "muted");
        date.setMinWidth(USE_PREF_SIZE);
        return Nodes.row("reference-row", Nodes.grow(link), date);
    }

    private static void fill(VBox part, List<? extends Node> rows, String title) {
        part.getChildren().setAll(Nodes.row("part-head", Nodes.text(title, "small", "strong")));
        part.getChildren().addAll(rows);
        part.setVisible(!rows.isEmpty());
        part.setManaged(!rows.isEmpty());
    }

    private static void shown(VBox part) {
        part.setVisible(!part.getChildren().isEmpty());
        part.setManaged(!part.getChildren().isEmpty());
    }
}
