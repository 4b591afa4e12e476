package aksiam.ui;

import aksiam.catalogue.Catalogue;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import aksiam.workshop.Preferences;
import aksiam.workshop.Workshop;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** The build opens the window once and goes through it, to record which classes that needs (AOT cache). */
final class Rehearsal {
    private static final Duration PAUSE = Duration.millis(400);

    private Rehearsal() {
    }

    static void play(Workshop workshop, MainWindow window, Runnable end) {
        Queue<Runnable> scenes = new ArrayDeque<>();
        List.of(SidePanel.View.FILES, SidePanel.View.RECORD, SidePanel.View.GUIDANCE).forEach(view -> scenes.add(() -> window.show(view)));
        Catalogue.steps().forEach(step -> scenes.add(() -> workshop.dispatch(new Action.Go(
            new Page.At(step.number(), aksiam.workshop.Update.hasConsiderations(step.number()) ? step.considerations().getFirst().id() : "")))));
        scenes.add(() -> workshop.dispatch(new Action.Prefer(Preferences.DEFAULT.withTheme(Preferences.Theme.DARK))));
        scenes.add(() -> workshop.dispatch(new Action.Prefer(Preferences.DEFAULT)));
        scenes.add(() -> workshop.dispatch(new Action.Go(Page.START)));
        scenes.add(end);
        var timeline = new Timeline(new KeyFrame(PAUSE, _ -> scenes.remove().run()));
        timeline.setCycleCount(scenes.size());
        timeline.play();
    }
}
