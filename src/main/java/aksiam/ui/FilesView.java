package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.generate.Artefact;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.FileChange;
import aksiam.workshop.FileChange.Sign;
import aksiam.workshop.Lines;
import aksiam.workshop.Page;
import aksiam.workshop.Preview;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The bundle as it would be generated: the tree, and the text of a file with the lines of the last answer marked. */
final class FilesView extends VBox {
    private static final double SIDE_BY_SIDE = 620;

    /** A row of the tree. */
    private record Entry(String name, String path, boolean folder, Optional<Sign> sign, int files) {
    }

    private final Live live;
    private final TreeView<Entry> tree = new TreeView<>();
    private final CodeView code = new CodeView();
    private final Label head = Nodes.prose("", "small");
    private final HBox banner;
    private final Label name = Nodes.text("", "path");
    private final Hyperlink from;
    private final Set<String> unfolded = new HashSet<>();
    private Preview preview = Preview.NONE;
    private Optional<String> shown = Optional.empty();
    private boolean chosen;

    FilesView(Live live) {
        this.live = live;
        getStyleClass().add("files");
        banner = Nodes.row("changed-banner", Icons.of("pencil").styled("icon-accent"), Nodes.grow(head));
        from = Nodes.link("", () -> {
        }, "from-chip");
        tree.setShowRoot(false);
        tree.getStyleClass().add("file-tree");
        tree.setAccessibleText(Messages.get("files.tree"));
        tree.setCellFactory(_ -> new Cell());
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && !item.getValue().folder() && shown.filter(item.getValue().path()::equals).isEmpty()) {
                chosen = true;
                showFile(item.getValue().path());
            }
        });
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        from.setMinWidth(0);
        var text = Nodes.column("file-text", Nodes.row("panel-head", Nodes.grow(name), from), code);
        name.setMaxWidth(Double.MAX_VALUE);
        VBox.setVgrow(code, Priority.ALWAYS);
        var split = new SplitPane(tree, text);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.42);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(banner, split);
        widthProperty().subscribe(width -> arrange(split, width.doubleValue()));
        live.show(state -> state.trail(), _ -> chosen = false);
        live.show(state -> state.preview(), this::show);
    }

    private void arrange(SplitPane split, double width) {
        var wanted = width >= SIDE_BY_SIDE * live.state().preferences().zoom() / 100 ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (split.getOrientation() != wanted) {
            split.setOrientation(wanted);
            split.setDividerPositions(wanted == Orientation.HORIZONTAL ? 0.32 : 0.42);
        }
    }

    /** Shows a file that somebody asked for. */
    void open(String path) {
        chosen = true;
        showFile(path);
        select(path);
    }

    private void show(Preview preview) {
        this.preview = preview;
        var changes = preview.changes();
        head.setText(preview.trouble().map(trouble -> Messages.get("files.trouble", trouble))
            .orElseGet(() -> changes.isEmpty()
                ? Messages.get("files.unchanged", preview.files().size())
                : Messages.get("files.changed", changes.size(), live.state().trail().map(change -> change.label()).orElse(""))));
        banner.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("changed"), !changes.isEmpty());
        build(changes);
        var first = changes.stream().map(FileChange::path).findFirst();
        if (!chosen && first.isPresent()) {
            showFile(first.get());
            select(first.get());
        } else {
            shown.or(() -> first).or(() -> preview.files().stream().map(Artefact::path).findFirst()).ifPresent(path -> {
                showFile(path);
                select(path);
            });
        }
    }

    private void build(List<FileChange> changes) {
        var signs = changes.stream().collect(Collectors.toMap(FileChange::path, FileChange::sign));
        var paths = java.util.stream.Stream
            .concat(preview.files().stream().map(Artefact::path), changes.stream().filter(change -> change.sign() == Sign.REMOVED).map(FileChange::path))
            .sorted().distinct().toList();
        var root = new TreeItem<>(new Entry("", "", true, Optional.empty(), 0));
        changes.forEach(change -> unfold(change.path()));
        shown.ifPresent(this::unfold);
        fill(root, paths, "", signs);
        tree.setRoot(root);
    }

    private void unfold(String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            unfolded.add(path.substring(0, slash));
        }
    }

    private void fill(TreeItem<Entry> parent, List<String> paths, String prefix, Map<String, Sign> signs) {
        var folders = new TreeMap<String, List<String>>();
        paths.stream().filter(path -> path.indexOf('/', prefix.length()) >= 0).forEach(
            path -> folders.computeIfAbsent(path.substring(prefix.length(), path.indexOf('/', prefix.length())), _ -> new java.util.ArrayList<>()).add(path));
        paths.stream().filter(path -> path.indexOf('/', prefix.length()) < 0)
            .forEach(path -> parent.getChildren()
                .add(new TreeItem<>(new Entry(path.substring(prefix.length()), path, false, Optional.ofNullable(signs.get(path)), 1))));
        folders.forEach((folder, inside) -> {
            var path = prefix + folder;
            var sign = inside.stream().anyMatch(signs::containsKey) ? Optional.of(Sign.CHANGED) : Optional.<Sign>empty();
            var item = new TreeItem<>(new Entry(folder, path, true, sign, inside.size()));
            item.setExpanded(unfolded.contains(path));
            item.expandedProperty().subscribe(open -> {
                if (open) {
                    unfolded.add(path);
                } else {
                    unfolded.remove(path);
                }
            });
            fill(item, inside, path + "/", signs);
            parent.getChildren().add(item);
        });
    }

    private void select(String path) {
        find(tree.getRoot(), path).ifPresent(item -> {
            for (var parent = item.getParent(); parent != null; parent = parent.getParent()) {
                parent.setExpanded(true);
            }
            tree.getSelectionModel().select(item);
        });
    }

    private static Optional<TreeItem<Entry>> find(TreeItem<Entry> item, String path) {
        if (!item.getValue().folder() && item.getValue().path().equals(path)) {
            return Optional.of(item);
        }
        return item.getChildren().stream().flatMap(child -> find(child, path).stream()).findFirst();
    }

    private void showFile(String path) {
        boolean same = shown.filter(path::equals).isPresent();
        shown = Optional.of(path);
        name.setText(path);
        var lines = preview.lines(path);
        code.show(path, lines, !same || !chosen);
        var considerations = preview.file(path).map(Artefact::considerations).orElse(List.of()).stream().filter(id -> Catalogue.find(id).isPresent()).toList();
        var trail = live.state().trail().map(change -> change.consideration()).filter(considerations::contains);
        var source = lines.stream().anyMatch(line -> line.kind() != Lines.Kind.SAME)
            ? trail.or(() -> considerations.stream().findFirst())
            : considerations.stream().findFirst();
        from.setVisible(source.isPresent());
        from.setManaged(source.isPresent());
        source.ifPresent(id -> {
            from.setText(Messages.get("files.from", Catalogue.get(id).title()));
            from.setTooltip(
                new javafx.scene.control.Tooltip(considerations.stream().map(each -> Catalogue.get(each).title()).collect(Collectors.joining("\n"))));
            from.setOnAction(_ -> live.dispatch(new Action.Go(new Page.At(Catalogue.stepOf(id).number(), id))));
        });
    }

    /** Name, and at the right the sign of the last change or how many files a folder holds. */
    private static final class Cell extends TreeCell<Entry> {
        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            var sign = entry.sign().map(Sign::text);
            var end = Nodes.text(sign.orElse(entry.folder() ? Integer.toString(entry.files()) : ""), "small", sign.isPresent() ? "sign" : "muted");
            end.setMinWidth(USE_PREF_SIZE);
            var label = Nodes.text(entry.name(), "small");
            label.setMinWidth(0);
            var row = Nodes.row("tree-row", label, Nodes.spring(), end);
            if (!entry.folder()) {
                row.getChildren().addFirst(Icons.of("file"));
            }
            setGraphic(row);
            setAccessibleText(entry.path() + entry.sign().map(found -> ", " + found.name().toLowerCase(java.util.Locale.ROOT)).orElse(""));
        }
    }
}
