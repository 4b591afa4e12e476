package aksiam.ui;

import aksiam.generate.Outputs;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Generation.Phase;
import aksiam.workshop.Overview.Mark;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/** How far writing is, and what came of it. */
final class GenerationNote extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Live live;
    private final Desk desk;
    private final Supplier<Path> folder;
    private final Runnable leave;
    /** Stays the same node while files are written, so that Cancel can be pressed. */
    private final Node writing;
    private final Label what = Nodes.text("", "strong");
    private final Label count = Nodes.text("", "small", "muted");
    private final ProgressBar bar = new ProgressBar();

    /** @param leave gives the focus to somebody else when what had it goes */
    GenerationNote(Live live, Desk desk, Supplier<Path> folder, Runnable leave) {
        this.live = live;
        this.desk = desk;
        this.folder = folder;
        this.leave = leave;
        getStyleClass().add("generation-note");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("writing-bar");
        var cancel = Nodes.button(Messages.get("generate.cancel"), () -> live.dispatch(new Action.Cancel()));
        cancel.setId("cancel");
        var note = Nodes.note("info", Icons.of("refresh").styled("icon-accent"),
            Nodes.column("note-text", Nodes.row("head-text", Nodes.grow(what), count), bar));
        note.getChildren().add(cancel);
        writing = note;
        live.show(state -> state.generation().phase(), this::show);
    }

    private void show(Phase now) {
        var shown = switch (now) {
            case Phase.Idle _, Phase.Comparing _, Phase.Wanted _ -> List.<Node>of();
            case Phase.Writing(var path, var done, var of) -> {
                what.setText(path.isEmpty() ? Messages.get("generate.writing") : Messages.get("generate.writing.output", Outputs.of(path).title()));
                count.setText(of == 0 ? "" : Messages.get("generate.progress", done, of));
                bar.setProgress(of == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / of);
                yield List.of(writing);
            }
            case Phase.Done done -> List.of(done(done));
            case Phase.Cancelled() ->
                List.<Node>of(Nodes.note("info", Icons.of("info").styled("icon-accent"), Nodes.prose(Messages.get("generate.cancelled"), "strong")));
            case Phase.Failed(var reasons) -> List.<Node>of(failed(reasons));
        };
        if (!getChildren().equals(shown)) {
            if (isFocusWithin()) {
                leave.run();
            }
            getChildren().setAll(shown);
        }
        setVisible(!shown.isEmpty());
        setManaged(!shown.isEmpty());
    }

    private Node done(Phase.Done done) {
        var seconds = String.format(Locale.ROOT, "%.1f", done.took().toMillis() / 1000.0);
        var text = Nodes.column("note-text", Nodes.prose(summary(done), "strong"),
            Nodes.prose(Messages.get("generate.took", seconds, TIME.format(done.at())), "small", "muted"));
        var note = Nodes.note("success", Marks.of(Mark.DECIDED), text);
        note.setId("done");
        var open = Nodes.button(Messages.get("generate.openfolder"), () -> desk.show(folder.get().toUri().toString()));
        open.setGraphic(Icons.of("folder"));
        open.setId("open-folder");
        var copy = Nodes.button(Messages.get("generate.copy"), () -> copy(done));
        copy.setGraphic(Icons.of("copy"));
        note.getChildren().addAll(open, copy);
        return note;
    }

    private static String summary(Phase.Done done) {
        return Messages.get("generate.done", done.written(), done.removed(), done.kept());
    }

    /** For the message of a commit. */
    private void copy(Phase.Done done) {
        var content = new ClipboardContent();
        content.putString(Messages.get("generate.summary", live.state().design().text("design-name"), summary(done)) + "\n");
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Node failed(List<String> reasons) {
        var text = Nodes.column("note-text", Nodes.prose(Messages.get("generate.failed"), "strong"));
        reasons.forEach(reason -> text.getChildren().add(Nodes.prose(reason, "small")));
        return Nodes.note("danger", Marks.of(Mark.ERROR), text);
    }
}
