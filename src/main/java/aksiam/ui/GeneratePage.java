package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Artefact;
import aksiam.generate.Outputs;
import aksiam.generate.WritePlan;
import aksiam.generate.WritePlan.Status;
import aksiam.rules.Finding;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Generation.Phase;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.State;
import aksiam.workshop.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Where the bundle goes, what writing it would change, and writing it. */
final class GeneratePage extends VBox {
    private static final int LONGEST = 80;

    private final Live live;
    private final Desk desk;
    private final TextField folder = new TextField();
    private final VBox outputs = Nodes.column("side-card");
    private final VBox files = Nodes.column("card-list");
    private final VBox phase = new VBox();
    private final VBox errors = Nodes.column("card-list");
    private final Button generate;
    private final CheckBox force = new CheckBox(Messages.get("generate.force"));

    GeneratePage(Live live, Desk desk) {
        this.live = live;
        this.desk = desk;
        getStyleClass().addAll("page", "page-table");
        setId("generate-page");
        generate = Nodes.button(Messages.get("generate.write"), () -> live.dispatch(new Action.Generate(force.isSelected())), "accent", "primary");
        generate.setGraphic(Icons.of("play").styled("icon-on-accent"));
        generate.setId("generate");
        force.setId("force");
        var crumb = Nodes.text(Messages.get("page.crumb.short", 13, Catalogue.steps().size(), Catalogue.steps().get(12).title()), "small", "muted");
        var head = Nodes.column("page-head", crumb, Nodes.row("page-title", Nodes.text(Messages.get("generate.title"), "title"),
            Nodes.text(Messages.get("generate.line"), "muted"), Nodes.spring(), generate));
        var lists = Nodes.beside(files, outputs, true);
        getChildren().addAll(head, target(), errors, phase, lists, nextSteps());
        live.show(GeneratePage::problems, this::errors);
        live.show(state -> state.preview().files(), _ -> outputs());
        live.show(state -> state.generation().without(), _ -> outputs());
        live.show(state -> state.generation().plan(), this::plan);
        live.show(state -> state.generation().phase(), this::phase);
        live.show(state -> state.generation().folder().orElseGet(state::bundleFolder), path -> folder.setText(path.toString()));
    }

    private Node target() {
        folder.setId("folder");
        folder.setOnAction(_ -> typed());
        folder.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                typed();
            }
        });
        var label = Nodes.text(Messages.get("generate.folder"), "label-text");
        label.setLabelFor(folder);
        label.setMinWidth(USE_PREF_SIZE);
        var choose = Nodes.button(Messages.get("generate.choose"), () -> desk.chooseFolder(path()).ifPresent(this::into));
        return Nodes.row("target", label, Nodes.grow(folder), choose);
    }

    private Path path() {
        return live.state().generation().folder().orElseGet(live.state()::bundleFolder);
    }

    private void typed() {
        try {
            var typed = Path.of(folder.getText().strip());
            if (!folder.getText().isBlank() && !typed.equals(path())) {
                into(typed);
            }
        } catch (InvalidPathException e) {
            folder.setText(path().toString());
        }
    }

    private void into(Path path) {
        live.dispatch(new Action.Target(Optional.of(path), live.state().generation().without()));
    }

    private void outputs() {
        var without = live.state().generation().without();
        var all = live.state().preview().files();
        outputs.getChildren().setAll(Nodes.row("side-head", Nodes.text(Messages.get("generate.outputs"), "strong")));
        for (var output : Outputs.ALL) {
            var box = new CheckBox(output.id());
            box.setSelected(!without.contains(output.id()));
            Nodes.named(box, output.description());
            box.setAccessibleText(output.id() + ", " + output.description());
            box.setOnAction(_ -> toggle(output.id(), !box.isSelected()));
            outputs.getChildren().add(Nodes.row("side-row", box, Nodes.spring(), Nodes.text(count(all, output.id()), "small", "muted")));
        }
    }

    /** Files at the root belong to the output that is named after none of the folders. */
    private static String count(List<Artefact> files, String output) {
        long number = files.stream().filter(file -> file.path().startsWith(output + "/")).count();
        return number == 0 ? "" : Words.count((int) number, "file");
    }

    private void toggle(String output, boolean out) {
        Set<String> without = new HashSet<>(live.state().generation().without());
        if (out) {
            without.add(output);
        } else {
            without.remove(output);
        }
        live.dispatch(new Action.Target(live.state().generation().folder(), without));
    }

    private static List<Finding> problems(State state) {
        return state.findings().stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).toList();
    }

    private void errors(List<Finding> found) {
        errors.getChildren().clear();
        errors.setVisible(!found.isEmpty());
        errors.setManaged(!found.isEmpty());
        enable();
        if (found.isEmpty()) {
            return;
        }
        errors.getChildren()
            .add(Nodes.row("card-list-head", Marks.of(Mark.ERROR), Nodes.text(Messages.get("generate.stopped", Words.count(found.size(), "error")), "strong")));
        found.stream().limit(LONGEST).forEach(finding -> {
            var go = Nodes.link(Catalogue.find(finding.consideration()).map(known -> known.title()).orElse(""),
                () -> live.dispatch(new Action.Go(new Page.At(Catalogue.stepOf(finding.consideration()).number(), finding.consideration()))), "place");
            go.setVisible(Catalogue.find(finding.consideration()).isPresent());
            errors.getChildren()
                .add(Nodes.row("card-list-row", Marks.of(Mark.ERROR),
                    Nodes.grow(
                        Nodes.column("note-text", Nodes.prose(finding.message(), "small", "strong"), Nodes.prose(finding.kind().help(), "small", "muted"))),
                    go));
        });
    }

    private void enable() {
        boolean writing = live.state().generation().isWriting();
        generate.setDisable(writing || live.state().generation().plan().isEmpty() || !problems(live.state()).isEmpty());
        generate.setText(
            Messages.get(writing ? "generate.writing" : live.state().generation().phase() instanceof Phase.Done ? "generate.again" : "generate.write"));
    }

    private void plan(Optional<WritePlan> plan) {
        enable();
        files.getChildren().clear();
        if (plan.isEmpty()) {
            files.getChildren().add(Nodes.column("empty", Nodes.text(Messages.get("generate.comparing"), "muted")));
            return;
        }
        var found = plan.get();
        var counts = new Tiles(5, 0, number("+", found, Status.NEW, "success-text"), number("~", found, Status.CHANGED, "accent"),
            number("", found, Status.UNCHANGED, "plain"), number("−", found, Status.REMOVED, "error-text"),
            number("", found, Status.EDITED, "warning-text"));
        counts.getStyleClass().add("counts");
        files.getChildren().add(counts);
        found.changes().stream().filter(change -> change.status() != Status.UNCHANGED).limit(LONGEST).forEach(change -> files.getChildren().add(row(change)));
        long rest = found.changes().stream().filter(change -> change.status() != Status.UNCHANGED).count() - LONGEST;
        if (rest > 0) {
            files.getChildren().add(Nodes.row("card-list-row", Nodes.text(Messages.get("guidance.more", rest), "small", "muted")));
        }
        if (!found.edited().isEmpty()) {
            files.getChildren().add(Nodes.row("card-list-row", force));
        } else {
            force.setSelected(false);
        }
    }

    private static Node number(String sign, WritePlan plan, Status status, String colour) {
        int count = plan.paths(status).size();
        var box = Nodes.column("number", Nodes.text(count == 0 ? "0" : sign + count, "title", count == 0 ? "muted" : colour),
            Nodes.text(Messages.get("generate." + status.name().toLowerCase(Locale.ROOT)), "small"));
        return box;
    }

    private Node row(WritePlan.Change change) {
        var sign = switch (change.status()) {
            case NEW -> Nodes.text("+", "sign", "sign-added");
            case CHANGED -> Nodes.text("~", "sign", "sign-changed");
            case REMOVED -> Nodes.text("−", "sign", "sign-removed");
            case EDITED, LEFT, UNCHANGED -> Nodes.text("✎", "sign", "warning-text");
        };
        var source = live.state().preview().file(change.path()).map(Artefact::considerations).orElse(List.of()).stream()
            .flatMap(id -> Catalogue.find(id).stream()).toList();
        var row = Nodes.row("card-list-row", sign, Nodes.grow(Nodes.path(change.path())));
        if (change.status() == Status.EDITED || change.status() == Status.LEFT) {
            row.getStyleClass().add("by-hand");
            row.getChildren().add(Nodes.text(Messages.get(change.status() == Status.EDITED ? "generate.byhand" : "generate.left"), "small"));
        } else if (!source.isEmpty()) {
            row.getChildren()
                .add(Nodes.link(source.size() == 1 ? source.getFirst().title() : Messages.get("generate.sources", source.getFirst().title(), source.size() - 1),
                    () -> live.dispatch(new Action.Go(new Page.At(Catalogue.stepOf(source.getFirst().id()).number(), source.getFirst().id()))), "place"));
        }
        return row;
    }

    private void phase(Phase now) {
        enable();
        phase.getChildren().setAll(switch (now) {
            case Phase.Idle() -> List.<Node>of();
            case Phase.Comparing() -> List.<Node>of();
            case Phase.Writing(var path, var done, var of) -> List.<Node>of(writing(path, done, of));
            case Phase.Done done -> List.<Node>of(done(done));
            case Phase.Cancelled() ->
                List.<Node>of(Nodes.note("info", Icons.of("info").styled("icon-accent"), Nodes.prose(Messages.get("generate.cancelled"), "strong")));
            case Phase.Failed(var reasons) -> List.<Node>of(failed(reasons));
        });
        phase.setVisible(!phase.getChildren().isEmpty());
        phase.setManaged(!phase.getChildren().isEmpty());
    }

    private Node writing(String path, int done, int of) {
        var bar = new ProgressBar(of == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / of);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("writing-bar");
        var text = Nodes.column("note-text", Nodes.row("head-text", Nodes.grow(Nodes.text(Messages.get("generate.writing.path", path), "strong")),
            Nodes.text(Messages.get("generate.progress", done, of), "small", "muted")), bar);
        var note = Nodes.note("info", Icons.of("refresh").styled("icon-accent"), text);
        var cancel = Nodes.button(Messages.get("generate.cancel"), () -> live.dispatch(new Action.Cancel()));
        cancel.setId("cancel");
        note.getChildren().add(cancel);
        return note;
    }

    private Node done(Phase.Done done) {
        var seconds = String.format(Locale.ROOT, "%.1f", done.took().toMillis() / 1000.0);
        var text = Nodes.prose(Messages.get("generate.done", done.written(), done.removed(), done.kept(), seconds), "strong");
        var note = Nodes.note("success", Marks.of(Mark.DECIDED), text);
        note.setId("done");
        var open = Nodes.button(Messages.get("generate.openfolder"), () -> desk.show(path().toUri().toString()));
        open.setGraphic(Icons.of("folder"));
        note.getChildren().add(open);
        return note;
    }

    private static Node failed(List<String> reasons) {
        var text = Nodes.column("note-text", Nodes.prose(Messages.get("generate.failed"), "strong"));
        reasons.forEach(reason -> text.getChildren().add(Nodes.prose(reason, "small")));
        return Nodes.note("danger", Marks.of(Mark.ERROR), text);
    }

    /** The stages of the bundle with the right that each needs. */
    private static Node nextSteps() {
        var list = Nodes.column("card-list", Nodes.row("card-list-head", Nodes.grow(Nodes.text(Messages.get("generate.next"), "strong")),
            Nodes.text(Messages.get("generate.next.line"), "small", "muted")));
        for (int stage = 1; stage <= 7; stage++) {
            list.getChildren()
                .add(Nodes.row("card-list-row", Nodes.count(stage), Nodes.text(Messages.get("stage." + stage), "small", "strong", "stage-name"),
                    Nodes.text(Messages.get("stage." + stage + ".path"), "path", "stage-path"),
                    Nodes.grow(Nodes.prose(Messages.get("stage." + stage + ".right"), "small"))));
        }
        return list;
    }
}
