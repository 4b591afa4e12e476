package aksiam.ui;

import aksiam.rules.Finding;
import aksiam.ui.parts.Icons;
import aksiam.ui.parts.Marks;
import aksiam.ui.parts.Messages;
import aksiam.ui.parts.Nodes;
import aksiam.workshop.Action;
import aksiam.workshop.Overview.Mark;
import aksiam.workshop.Page;
import aksiam.workshop.State;
import aksiam.workshop.Words;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Errors, warnings, how much is decided, when it was saved, and which file it is. */
final class StatusBar extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    private static final int REVIEW = 12;

    StatusBar(Live live) {
        getStyleClass().addAll("row", "status");
        var errors = counter(live, Mark.ERROR);
        var warnings = counter(live, Mark.WARNING);
        var decided = Nodes.text("", "small");
        var bar = new ProgressBar(0);
        bar.getStyleClass().add("decided-bar");
        bar.setAccessibleText(Messages.get("status.progress"));
        var saved = Nodes.text("", "small", "muted");
        saved.setId("saved");
        var file = Nodes.text("", "small");
        file.setGraphic(Icons.of("file"));
        file.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        // When it gets tight, the words about saving give way first.
        List.of(errors, warnings, decided).forEach(part -> part.setMinWidth(USE_PREF_SIZE));
        saved.setMinWidth(0);
        saved.textProperty().subscribe(text -> Nodes.tip(saved, text));
        HBox.setHgrow(saved, Priority.SOMETIMES);
        getChildren().addAll(errors, warnings, Nodes.line("bar-separator"), decided, bar, Nodes.spring(), saved, Nodes.line("bar-separator"), file);
        live.show(state -> count(state, Finding.Severity.ERROR), count -> tell(errors, count.intValue(), "error"));
        live.show(state -> count(state, Finding.Severity.WARNING), count -> tell(warnings, count.intValue(), "warning"));
        live.show(_ -> live.overview().all(), all -> {
            decided.setText(Messages.get("status.decided", all.decided(), all.applicable()));
            bar.setProgress(all.applicable() == 0 ? 0 : (double) all.decided() / all.applicable());
        });
        live.show(StatusBar::saved, saved::setText);
        live.show(state -> state.document().file(), path -> {
            file.setText(path.map(found -> found.getFileName().toString()).orElse(Messages.get("status.nofile")));
            Nodes.tip(file, path.map(Object::toString).orElse(Messages.get("status.nofile")));
        });
    }

    private static Button counter(Live live, Mark mark) {
        var button = Nodes.button("", () -> live.dispatch(new Action.Go(new Page.At(REVIEW, ""))), "ghost", "small-button", "counter");
        button.setGraphic(Marks.of(mark));
        return button;
    }

    /** Where there is none, the mark does not alarm. */
    private static void tell(Button counter, int count, String one) {
        counter.setText(Words.count(count, one));
        counter.pseudoClassStateChanged(NONE, count == 0);
    }

    private static Long count(State state, Finding.Severity severity) {
        return state.findings().stream().filter(finding -> finding.severity() == severity).count();
    }

    private static String saved(State state) {
        if (!state.isUnsaved()) {
            return state.savedAt().map(at -> Messages.get("status.saved", TIME.format(at))).orElse("");
        }
        return state.autosaved().map(at -> Messages.get("status.autosaved", TIME.format(at))).orElse(Messages.get("status.unsaved"));
    }
}
