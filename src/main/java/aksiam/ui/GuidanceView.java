package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.catalogue.Reference;
import aksiam.model.Design;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.FileChange;
import aksiam.workshop.Overview;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.RightsChange;
import aksiam.workshop.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Why the consideration matters, what the answer changes, what is wrong or missing, and where it was read. */
final class GuidanceView extends VBox {
    private static final int SHOWN_FILES = 6;

    private final Live live;
    private final Desk desk;
    private final Consumer<String> openFile;
    private final VBox why = Nodes.column("guidance-part");
    private final VBox doors = Nodes.column("guidance-part");
    private final VBox changes = Nodes.column("guidance-part");
    private final RightsPart rights = new RightsPart();
    private final FindingsPart findings;
    private final ScrollPane scroll = new ScrollPane();
    private final VBox content;
    private final VBox missing = Nodes.column("guidance-part");
    private final VBox references = Nodes.column("guidance-part");

    GuidanceView(Live live, Desk desk, Consumer<String> openFile) {
        this.live = live;
        this.desk = desk;
        this.openFile = openFile;
        findings = new FindingsPart(live);
        content = Nodes.column("guidance", why, doors, changes, rights, findings, missing, references);
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        live.show(State::consideration, id -> {
            about(Catalogue.find(id));
            scroll.setVvalue(0);
        });
        live.show(state -> state.design(), design -> still(() -> {
            doors(Catalogue.find(live.state().consideration()), design);
            missing(Catalogue.find(live.state().consideration()), design);
        }));
        live.show(Changed::of, changed -> still(() -> {
            changes(changed);
            rights.show(changed.rights());
        }));
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

    /** What is under the pointer, or has the focus, stays where it is on the screen when something above it grows or goes. */
    private void still(Runnable change) {
        Steady.during(scroll, content.getChildren().stream().filter(part -> part.isHover() || Calm.holdsFocus(part)).findFirst(), change);
    }

    /** @param own whether the last answer was one to the open consideration */
    private record Changed(List<FileChange> files, RightsChange rights, String label, boolean own) {
        static Changed of(State state) {
            return new Changed(state.preview().changes(), state.preview().rights(), state.trail().map(change -> change.label()).orElse(""),
                state.trail().map(change -> change.consideration()).filter(state.consideration()::equals).isPresent());
        }
    }

    private void changes(Changed changed) {
        var files = changed.files();
        var rows = Stream.concat(files.stream().limit(SHOWN_FILES).map(this::file),
            files.size() > SHOWN_FILES
                ? Stream.of(Nodes.link(Messages.get("guidance.more", files.size() - SHOWN_FILES), () -> openFile.accept(files.get(SHOWN_FILES).path())))
                : Stream.<Node>of())
            .toList();
        fill(changes, rows, changed.own() ? Messages.get("guidance.changes") : Messages.get("guidance.changes.of", changed.label()));
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
        Nodes.tip(path, change.path());
        var lines = Nodes.text(count, "small", "muted");
        lines.setMinWidth(USE_PREF_SIZE);
        return Nodes.row("change-row", Nodes.text(change.sign().text(), "sign", "sign-" + change.sign().name().toLowerCase(java.util.Locale.ROOT)), path,
            Nodes.spring(),
            lines);
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
        Nodes.tip(link, reference.url());
        var date = Nodes.text(reference.date(), "small", "muted");
        date.setMinWidth(USE_PREF_SIZE);
        return Nodes.row("reference-row", Nodes.grow(link), date);
    }

    private static void fill(VBox part, List<? extends Node> rows, String title) {
        part.getChildren().setAll(Nodes.row("part-head", Nodes.text(title, "small", "strong")));
        part.getChildren().addAll(rows);
        Nodes.show(part, !rows.isEmpty());
    }

    private static void shown(VBox part) {
        Nodes.show(part, !part.getChildren().isEmpty());
    }
}
