package aksiam.ui;

import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.FileChange.Sign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;

/**
 * The files of the bundle: those of a folder first, then its folders. A new preview changes the signs at once; files that come or go do so when neither pointer
 * nor focus is in the tree. Folders stay open or closed.
 */
final class FileTree extends TreeView<FileTree.Entry> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    /** A row: a file, or a folder with the number of its files. */
    record Entry(String name, String path, boolean folder, Optional<Sign> sign, int files) {
        private String key() {
            return folder ? path + "/" : path;
        }
    }

    private final TreeItem<Entry> root = new TreeItem<>(new Entry("", "", true, Optional.empty(), 0));
    private final Calm calm = new Calm(this);
    private boolean selecting;
    /** The row to bring into sight, less than 0 for none. */
    private int reveal = -1;

    /** @param open is given the path of a file that a person chose */
    FileTree(Consumer<String> open) {
        setRoot(root);
        setShowRoot(false);
        getStyleClass().add("file-tree");
        setAccessibleText(Messages.get("files.tree"));
        setCellFactory(_ -> new Cell());
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && !item.getValue().folder() && !selecting) {
                open.accept(item.getValue().path());
            }
        });
    }

    /** @param paths of all files to list, sorted */
    void show(List<String> paths, Map<String, Sign> signs) {
        if (root.getChildren().isEmpty()) {
            fill(root, paths, "", signs);
        } else {
            sign(root, signs);
            calm.run(() -> {
                selecting = true;
                fill(root, paths, "", signs);
                selecting = false;
            });
        }
    }

    /** Selects a file, with the folders above it open. */
    void select(String path) {
        find(root, path).ifPresent(item -> {
            // While folders open, the selection passes other rows.
            selecting = true;
            for (var parent = item.getParent(); parent != null; parent = parent.getParent()) {
                parent.setExpanded(true);
            }
            getSelectionModel().select(item);
            selecting = false;
            int row = getRow(item);
            if (calm.isCalm() && row >= 0) {
                reveal = row;
                requestLayout();
            }
        });
    }

    /** A tree that was just built, or whose folders just opened, has no rows to scroll to before it is laid out. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (reveal >= 0 && getHeight() > 0) {
            int row = reveal;
            reveal = -1;
            Platform.runLater(() -> scrollTo(Math.max(0, row - 3)));
        }
    }

    void expandAll() {
        expand(root);
    }

    private static void expand(TreeItem<Entry> item) {
        item.setExpanded(true);
        item.getChildren().forEach(FileTree::expand);
    }

    private static Optional<TreeItem<Entry>> find(TreeItem<Entry> item, String path) {
        for (var child : item.getChildren()) {
            if (child.getValue().path().equals(path) && !child.getValue().folder()) {
                return Optional.of(child);
            }
            if (child.getValue().folder() && path.startsWith(child.getValue().key())) {
                return find(child, path);
            }
        }
        return Optional.empty();
    }

    /** New signs on what is listed already. */
    private static void sign(TreeItem<Entry> item, Map<String, Sign> signs) {
        for (var child : item.getChildren()) {
            var entry = child.getValue();
            set(child,
                new Entry(entry.name(), entry.path(), entry.folder(),
                    entry.folder() ? ofFolder(entry.key(), signs) : Optional.ofNullable(signs.get(entry.path())),
                    entry.files()));
            sign(child, signs);
        }
    }

    private static Optional<Sign> ofFolder(String prefix, Map<String, Sign> signs) {
        return signs.keySet().stream().anyMatch(path -> path.startsWith(prefix)) ? Optional.of(Sign.CHANGED) : Optional.empty();
    }

    private static void set(TreeItem<Entry> item, Entry entry) {
        if (!item.getValue().equals(entry)) {
            item.setValue(entry);
        }
    }

    /** What should be listed below an item; what is there already stays the same item in the same order. */
    private static void fill(TreeItem<Entry> parent, List<String> paths, String prefix, Map<String, Sign> signs) {
        var folders = new TreeMap<String, List<String>>();
        var wanted = new LinkedHashMap<String, Entry>();
        for (var path : paths) {
            int slash = path.indexOf('/', prefix.length());
            if (slash < 0) {
                wanted.put(path, new Entry(path.substring(prefix.length()), path, false, Optional.ofNullable(signs.get(path)), 1));
            } else {
                folders.computeIfAbsent(path.substring(0, slash), _ -> new ArrayList<>()).add(path);
            }
        }
        folders.forEach((folder, inside) -> wanted.put(folder + "/",
            new Entry(folder.substring(prefix.length()), folder, true, ofFolder(folder + "/", signs), inside.size())));
        var children = parent.getChildren();
        children.removeIf(child -> !wanted.containsKey(child.getValue().key()));
        int at = 0;
        for (var entry : wanted.values()) {
            if (at < children.size() && children.get(at).getValue().key().equals(entry.key())) {
                set(children.get(at), entry);
            } else {
                children.add(at, new TreeItem<>(entry));
            }
            if (entry.folder()) {
                fill(children.get(at), folders.get(entry.path()), entry.key(), signs);
            }
            at++;
        }
    }

    /** Name, and at the right the sign of the last change or how many files a folder holds. */
    private static final class Cell extends TreeCell<Entry> {
        /** As wide as the tree, so that a long name is shortened and its sign stays in sight. */
        Cell() {
            setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            pseudoClassStateChanged(CHANGED, !empty && entry != null && entry.sign().isPresent());
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            var end = Nodes.text(entry.sign().map(Sign::text).orElse(entry.folder() ? Integer.toString(entry.files()) : ""), "small",
                entry.sign().isPresent() ? "sign" : "muted");
            end.setMinWidth(USE_PREF_SIZE);
            var label = Nodes.path(entry.name());
            label.getStyleClass().setAll("label", "small");
            var row = Nodes.row("tree-row", label, Nodes.spring(), end);
            if (!entry.folder()) {
                row.getChildren().addFirst(Icons.of("file"));
            }
            setGraphic(row);
            setAccessibleText(entry.path() + entry.sign().map(sign -> ", " + Messages.get("files.sign." + sign.name().toLowerCase(Locale.ROOT))).orElse(""));
        }
    }
}
