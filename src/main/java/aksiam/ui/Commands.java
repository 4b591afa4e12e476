package aksiam.ui;

import aksiam.store.DesignFile;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Shelf;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ScrollPane;

/** What menus, keys and buttons do with the document. */
final class Commands {
    private static final int LONGEST_NAME = 40;

    private final Live live;
    private final Desk desk;
    private final Sheet sheet;

    Commands(Live live, Desk desk, Sheet sheet) {
        this.live = live;
        this.desk = desk;
        this.sheet = sheet;
    }

    void open() {
        desk.chooseDesign(nearby()).ifPresent(file -> leave(() -> live.dispatch(new Action.Open(file))));
    }

    /** Where designs are likely to be: the present one, else the last one. */
    private Path nearby() {
        var state = live.state();
        return state.document().file().or(() -> state.shelf().recent().stream().map(Shelf.Recent::file).findFirst()).orElseGet(state::bundleFolder);
    }

    void open(Path file) {
        leave(() -> live.dispatch(new Action.Open(file)));
    }

    /** A design that is no longer where it was: the old place is forgotten when the person shows the new one. */
    void locate(Path gone) {
        desk.chooseDesign(gone).ifPresent(file -> {
            live.dispatch(new Action.Forget(gone));
            live.dispatch(new Action.Open(file));
        });
    }

    /** What recovering would bring back, line by line. */
    void differences(Shelf.Recovery recovery) {
        var list = Nodes.column("points");
        recovery.differs().forEach(line -> list.getChildren().add(Nodes.prose(line, "small")));
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("plain-scroll", "differences");
        scroll.setAccessibleText(Messages.get("start.differs.title", recovery.name()));
        sheet.tell(Messages.get("start.differs.title", recovery.name()), scroll);
    }

    /** Recovered work takes the place of what is open. */
    void recover(Shelf.Recovery recovery) {
        leave(() -> live.dispatch(new Action.Recover(recovery)));
    }

    void newDesign() {
        leave(() -> live.dispatch(new Action.New()));
    }

    /** The start page offers presets and other designs; the present one must not be lost by going there. */
    void start() {
        leave(() -> live.dispatch(new Action.Go(aksiam.workshop.Page.START)));
    }

    /** Where it came from; where it has no file yet, where the person says. Empty when nothing was said. */
    boolean save() {
        if (live.state().document().file().isEmpty()) {
            return saveAs();
        }
        live.dispatch(new Action.Save());
        return true;
    }

    boolean saveAs() {
        var target = desk.chooseTarget(nearby(), suggestedName()).map(Commands::withEnding);
        target.ifPresent(file -> live.dispatch(new Action.SaveAs(file)));
        return target.isPresent();
    }

    /** Asks about unsaved work before it would go. */
    private void leave(Runnable then) {
        if (!live.state().isUnsaved() || live.state().page() instanceof aksiam.workshop.Page.Start) {
            then.run();
            return;
        }
        var name = live.state().document().file().map(file -> file.getFileName().toString()).orElse(Messages.get("status.nofile"));
        sheet.ask(Messages.get("leave.title", name), Messages.get("leave.line"), Messages.get("leave.save"), () -> {
            if (save()) {
                whenSaved(then);
            }
        }, Messages.get("leave.discard"), then);
    }

    private void whenSaved(Runnable then) {
        var waiting = live.child();
        var done = new boolean[1];
        var before = live.state().problem();
        waiting.show(state -> state.problem(), problem -> {
            // What could not be saved is not left.
            if (problem.isPresent() && !problem.equals(before)) {
                done[0] = true;
                waiting.close();
            }
        });
        waiting.show(state -> state.isUnsaved(), unsaved -> {
            if (!unsaved && !done[0]) {
                done[0] = true;
                waiting.close();
                then.run();
            }
        });
    }

    private String suggestedName() {
        return live.state().document().file().map(file -> file.getFileName().toString()).orElseGet(() -> {
            var name = live.state().design().text("design-name").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            return (name.isEmpty() ? "design" : name.substring(0, Math.min(LONGEST_NAME, name.length()))) + DesignFile.ENDING;
        });
    }

    private static Path withEnding(Path file) {
        return file.getFileName().toString().endsWith(".json") ? file : file.resolveSibling(file.getFileName() + DesignFile.ENDING);
    }

    Optional<Path> chooseFolder(Path start) {
        return desk.chooseFolder(start);
    }
}
