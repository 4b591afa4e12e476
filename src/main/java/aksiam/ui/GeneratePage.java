package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Artefact;
import aksiam.generate.Output;
import aksiam.generate.Outputs;
import aksiam.plan.Plan;
import aksiam.plan.WaitingGrant;
import aksiam.rules.Finding;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Generation.Phase;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.State;
import aksiam.workshop.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where the bundle goes, what writing it would change, and writing it. */
final class GeneratePage extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int MOST_NAMES = 4;
    private static final double TWO_COLUMNS = 500;

    private final Live live;
    private final Desk desk;
    private final Consumer<Finding> toFinding;
    private final TextField folder = new TextField();
    private final VBox outputs = Nodes.column("side-card");
    private final Tiles boxes = new Tiles(1, 5);
    private final VBox errors = Nodes.column("card-list");
    private final VBox waits = new VBox();
    private final Button generate;
    private final Node note;

    GeneratePage(Live live, Desk desk, Sheet sheet, Consumer<Finding> toFinding) {
        this.live = live;
        this.toFinding = toFinding;
        this.desk = desk;
        getStyleClass().addAll("page", "page-table");
        setId("generate-page");
        generate = Nodes.button("", this::generate, "accent", "primary");
        generate.setGraphic(Icons.of("play").styled("icon-on-accent"));
        generate.setId("generate");
        var crumb = Nodes.text(Messages.get("page.crumb.short", 13, Catalogue.steps().size(), Catalogue.steps().get(12).title()), "small", "muted");
        var head = Nodes.column("page-head", crumb, titled());
        getChildren().addAll(head, target(), errors, waits,
            Nodes.beside(new BundleFiles(live, sheet), outputs, true), new NextSteps(live));
        note = new GenerationNote(live, desk, this::path, generate::requestFocus);
        live.show(GeneratePage::problems, this::errors);
        live.show(state -> state.preview().plan().map(Plan::waitingGrants).orElse(List.of()), this::waits);
        outputs.widthProperty().subscribe(width -> boxes.setColumns(width.doubleValue() > TWO_COLUMNS * live.state().preferences().zoom() / 100 ? 2 : 1));
        live.each(state -> state.preview().files(), _ -> outputs());
        live.show(state -> state.generation().without(), _ -> outputs());
        live.show(state -> state.generation().phase(), _ -> label());
        live.show(state -> state.generation().folder().orElseGet(state::bundleFolder), path -> folder.setText(path.toString()));
    }

    /** Writes the bundle: the primary action, which stands where Next does on other pages. */
    Button primary() {
        return generate;
    }

    /** How far writing is: always in sight, and nothing on the page moves for it. */
    Node note() {
        return note;
    }

    /** The line stands beside the title, or below it where there is no room. */
    private static Node titled() {
        var title = new FlowPane(Nodes.text(Messages.get("generate.title"), "title"), Nodes.text(Messages.get("generate.line"), "muted"));
        title.getStyleClass().add("flowing-title");
        return title;
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
        var last = Nodes.text("", "small", "muted");
        last.setMinWidth(USE_PREF_SIZE);
        live.show(state -> state.generation().last(), at -> last.setText(last(at)));
        return Nodes.row("target", label, Nodes.grow(folder), choose, last);
    }

    private static String last(Optional<LocalDateTime> at) {
        return at.map(time -> Messages.get("generate.last", TIME.format(time))).orElse(Messages.get("generate.never"));
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
        var counts = live.state().preview().files().stream().map(Artefact::path).collect(Collectors.groupingBy(Outputs::of, Collectors.counting()));
        var without = live.state().generation().without();
        var all = Nodes.link(Messages.get("generate.outputs.all"), () -> without(Set.of()));
        all.setVisible(!without.isEmpty());
        outputs.getChildren().setAll(Nodes.row("side-head", Nodes.text(Messages.get("generate.outputs"), "strong"), Nodes.spring(), all));
        outputs.getChildren().add(boxes);
        boxes.tiles().setAll(Outputs.ALL.stream().map(output -> output(output, counts, without)).toList());
    }

    private Node output(Output output, Map<Output, Long> counts, Set<String> without) {
        var box = new CheckBox(output.title());
        box.setId("output-" + output.id());
        box.setSelected(!without.contains(output.id()));
        box.setMinWidth(0);
        int files = counts.getOrDefault(output, 0L).intValue();
        var count = files == 0 ? Messages.get("generate.nothing") : Words.count(files, "file");
        Nodes.named(box, output.description());
        box.setAccessibleText(output.title() + ", " + count + ", " + output.description());
        box.setOnAction(_ -> toggle(output.id(), !box.isSelected()));
        var number = Nodes.text(count, "small", "muted");
        number.setMinWidth(USE_PREF_SIZE);
        return Nodes.row("side-row", box, Nodes.spring(), number);
    }

    private void toggle(String output, boolean out) {
        var without = new HashSet<>(live.state().generation().without());
        if (out) {
            without.add(output);
        } else {
            without.remove(output);
        }
        without(without);
    }

    private void without(Set<String> without) {
        live.dispatch(new Action.Target(live.state().generation().folder(), without));
    }

    private static List<Finding> problems(State state) {
        return state.findings().stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).toList();
    }

    private void errors(List<Finding> found) {
        errors.getChildren().clear();
        Nodes.show(errors, !found.isEmpty());
        if (!found.isEmpty()) {
            errors.getChildren().add(
                Nodes.row("card-list-head", Marks.of(Mark.ERROR), Nodes.text(Messages.get("generate.stopped", Words.count(found.size(), "error")), "strong")));
            FindingRow.fill(live, errors, found, toFinding);
        }
    }

    /** Warnings and open points do not stop generating; what is left out is said. */
    private void waits(List<WaitingGrant> grants) {
        waits.getChildren().clear();
        Nodes.show(waits, !grants.isEmpty());
        if (grants.isEmpty()) {
            return;
        }
        var names = grants.stream().map(WaitingGrant::principal).distinct().toList();
        var some = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
            + (names.size() > MOST_NAMES ? " " + Messages.get("generate.waits.more", names.size() - MOST_NAMES) : "");
        var note = Nodes.note("warning", Icons.of("clock").styled("icon-warning"), Nodes.prose(Messages.get("generate.waits", grants.size(), some), "small"));
        var place = FindingRow.place(live, Catalogue.get("principals"));
        ((Region) place).setMinWidth(USE_PREF_SIZE);
        note.getChildren().add(place);
        note.setId("waits");
        waits.getChildren().add(note);
    }

    private void label() {
        var phase = live.state().generation().phase();
        generate.setText(Messages.get(phase instanceof Phase.Writing ? "generate.writing" : phase instanceof Phase.Done ? "generate.again" : "generate.write"));
    }

    /** With errors it leads to the first of them instead. It is never disabled, because the focus would go elsewhere. */
    private void generate() {
        if (live.state().generation().isWriting()) {
            return;
        }
        if (problems(live.state()).isEmpty()) {
            live.dispatch(new Action.Generate());
        } else {
            errors.lookupAll(".way-out").stream().findFirst().ifPresent(Node::requestFocus);
        }
    }
}
