package aksiam.ui;

import aksiam.generate.Artefact;
import aksiam.generate.Origins;
import aksiam.generate.removal.RemovalsOutput;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.FileChange;
import aksiam.workshop.Lines;
import aksiam.workshop.Preview;
import aksiam.workshop.State;
import atlantafx.base.controls.ToggleSwitch;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The bundle as it would be generated: the tree, and the text of a file with the lines of the last answer marked. An answer opens its first change unless a
 * person has scrolled, or chosen a file, since the answer before it.
 */
final class FilesView extends VBox {
    private static final double SIDE_BY_SIDE = 620;
    private static final double DIVIDER_STEP = 0.05;
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F7);
    private static final KeyCombination PREVIOUS = new KeyCodeCombination(KeyCode.F7, KeyCombination.SHIFT_DOWN);

    /** Where a change begins. */
    private record Place(String path, int line) {
    }

    private final Live live;
    private final FileTree tree;
    private final CodeView code = new CodeView();
    private final FindBar find = new FindBar(code);
    private final ChangesHead head;
    private final OriginChip from;
    private final Label name = Nodes.path("");
    private final Label about = Nodes.text("", "small", "muted");
    private final ToggleButton onlyChanged = new ToggleButton(Messages.get("files.only"));
    private final VBox textHead = Nodes.column("file-head");
    private final SplitPane split;
    private Preview preview = Preview.NONE;
    private Optional<String> shown = Optional.empty();
    private Optional<Origins> origins = Optional.empty();
    private List<Place> places = List.of();
    private int at = -1;
    private boolean answered;
    private boolean follows = true;
    private boolean touched;

    /** @param jump shows a consideration */
    FilesView(Live live, Consumer<String> jump) {
        this.live = live;
        getStyleClass().add("files");
        head = new ChangesHead(this::step);
        from = new OriginChip(jump);
        tree = new FileTree(path -> {
            touched = true;
            showFile(path);
        });
        onlyChanged.getStyleClass().add("small-button");
        onlyChanged.setGraphic(Icons.of("list"));
        onlyChanged.setId("only-changed");
        onlyChanged.setMinWidth(USE_PREF_SIZE);
        onlyChanged.selectedProperty().subscribe((_, only) -> {
            list();
            if (only) {
                tree.expandAll();
            }
            shown.ifPresent(tree::select);
        });
        name.setMaxWidth(Double.MAX_VALUE);
        code.onLine(line -> origin(line >= 0 ? line : code.caret().orElse(-1)), line -> originOf(line).stream().findFirst().ifPresent(jump));
        code.getSelectionModel().selectedItemProperty().subscribe(_ -> origin(code.caret().orElse(-1)));
        code.onTouch(() -> touched = true);
        var wrap = new ToggleSwitch(Messages.get("files.wrap"));
        wrap.setSelected(true);
        wrap.selectedProperty().subscribe(code::setWraps);
        about.setMinWidth(0);
        var text = Nodes.column("file-text", textHead, find, code, Nodes.row("file-foot", about, Nodes.spring(), wrap));
        VBox.setVgrow(code, Priority.ALWAYS);
        VBox.setVgrow(tree, Priority.ALWAYS);
        split = new SplitPane(Nodes.column("file-list", Nodes.row("file-list-head", onlyChanged), tree), text);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(head, split);
        widthProperty().subscribe(width -> arrange(width.doubleValue()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        live.show(state -> state.preferences().zoom(), zoom -> {
            code.setType(Look.BODY * zoom / 100);
            arrange(getWidth());
        });
        live.show(state -> state.turn(), _ -> answered());
        live.each(State::preview, this::show);
    }

    private void answered() {
        answered = true;
        follows = !touched;
        touched = false;
    }

    private void pressed(KeyEvent event) {
        if (FIND.match(event)) {
            find();
        } else if (NEXT.match(event)) {
            step(1);
        } else if (PREVIOUS.match(event)) {
            step(-1);
        } else {
            return;
        }
        event.consume();
    }

    /** Side by side where there is room, else one above the other. */
    private void arrange(double width) {
        boolean wide = width >= SIDE_BY_SIDE * live.state().preferences().zoom() / 100;
        var wanted = wide ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        var copy = Nodes.iconButton("copy", Messages.get("files.copy"), code::copy);
        head.arrange(wide);
        from.setMinWidth(wide ? USE_PREF_SIZE : 0);
        textHead.getChildren().setAll(wide
            ? List.of(Nodes.row("file-head-row", Nodes.grow(name), from, copy))
            : List.of(Nodes.row("file-head-row", Nodes.grow(name), copy), Nodes.row("file-head-row", from)));
        if (split.getOrientation() != wanted || split.getDividers().getFirst().getPosition() == 0.5) {
            split.setOrientation(wanted);
            split.setDividerPositions(wide ? 0.3 : 0.4);
        }
    }

    /** Shows a file that somebody asked for. */
    void open(String path) {
        touched = true;
        var first = places.stream().filter(place -> place.path().equals(path)).findFirst();
        if (first.isPresent()) {
            go(places.indexOf(first.get()));
        } else {
            showFile(path);
            tree.select(path);
        }
    }

    /** Moves the divider between the list and the text, for more of the list or less. */
    void divide(int by) {
        var divider = split.getDividers().getFirst();
        divider.setPosition(Math.clamp(divider.getPosition() + by * DIVIDER_STEP, 0.1, 0.9));
    }

    /** Opens the search in the open file. */
    void find() {
        touched = true;
        find.open();
    }

    /** From one change of the last answer to the next, over the ends. */
    void step(int by) {
        if (!places.isEmpty()) {
            touched = true;
            go(at < 0 ? by > 0 ? 0 : places.size() - 1 : Math.floorMod(at + by, places.size()));
        }
    }

    private void go(int index) {
        at = index;
        var place = places.get(index);
        showFile(place.path());
        tree.select(place.path());
        code.reveal(place.line());
        head.at(at, places.size());
    }

    private void show(Preview preview) {
        this.preview = preview;
        var before = places;
        places = preview.changes().stream().sorted(Comparator.comparing(change -> isAboutOthers(change.path())))
            .flatMap(change -> change.places().stream().map(line -> new Place(change.path(), line))).toList();
        head.show(preview, live.state().trail().map(change -> change.label()).orElse(""));
        list();
        if (answered || !places.equals(before)) {
            at = -1;
        }
        boolean first = shown.isEmpty();
        if (!places.isEmpty() && (answered && follows && !touched || first)) {
            go(0);
        } else {
            head.at(at, places.size());
            shown.filter(this::exists).or(() -> preview.files().stream().map(Artefact::path).findFirst()).ifPresent(path -> {
                showFile(path);
                if (first) {
                    tree.select(path);
                }
            });
        }
        // The preview before an answer arrives still tells of the one before it.
        answered = answered && preview.design() != live.state().design();
    }

    /** What is deployed comes before what is written about it. */
    private static boolean isAboutOthers(String path) {
        return RemovalsOutput.PATHS.contains(path) || path.endsWith(".md");
    }

    private boolean exists(String path) {
        return preview.file(path).isPresent() || preview.change(path).isPresent();
    }

    private void list() {
        var signs = preview.changes().stream().collect(Collectors.toMap(FileChange::path, FileChange::sign));
        var paths = Stream.concat(onlyChanged.isSelected() ? Stream.of() : preview.files().stream().map(Artefact::path), signs.keySet().stream()).sorted()
            .distinct()
            .toList();
        tree.show(paths, signs);
    }

    private void showFile(String path) {
        shown = Optional.of(path);
        name.setText(path);
        Nodes.tip(name, path);
        var file = preview.file(path);
        origins = file.map(Origins::of);
        var lines = preview.lines(path);
        code.show(path, lines);
        about.setText(Messages.get("files.about", Syntax.name(path), lines.stream().filter(line -> line.kind() != Lines.Kind.REMOVED).count()));
        find.again();
        origin(code.caret().orElse(-1));
    }

    private void origin(int line) {
        from.show(line >= 0 ? originOf(line) : origins.map(Origins::ofFile).orElse(List.of()));
    }

    /** Of a line of the open file; where the file does not say, the last change of the design if it shaped this file. */
    private List<String> originOf(int index) {
        var line = preview.lines(shown.orElse("")).get(index);
        var own = line.kind() == Lines.Kind.REMOVED ? List.<String>of() : origins.map(known -> known.at(line.number())).orElse(List.of());
        var trail = live.state().trail().map(change -> change.consideration()).stream().toList();
        var all = origins.map(Origins::ofFile).orElse(trail);
        if (own.isEmpty()) {
            return line.kind() != Lines.Kind.SAME && all.containsAll(trail) && !trail.isEmpty() ? trail : all;
        }
        // What was just answered comes first where several shaped the line.
        var ordered = new LinkedHashSet<>(trail.stream().filter(own::contains).toList());
        ordered.addAll(own);
        return List.copyOf(ordered);
    }
}
