package aksiam.ui;

import aksiam.workshop.Preview;
import aksiam.workshop.State;
import aksiam.workshop.search.Items;
import aksiam.workshop.search.Search;
import javafx.application.Platform;

/** The search over the present design, made ready in the background after each preview, so that opening it costs nothing. */
final class SearchIndex {
    private final Live live;
    private Search catalogue = Search.NOTHING;
    private Search design = Search.NOTHING;
    private Preview of = Preview.NONE;
    private Runnable changed = () -> {
    };

    SearchIndex(Live live) {
        this.live = live;
        live.each(State::preview, _ -> prepare());
    }

    /** Of the last design that a preview was made of. */
    Search now() {
        return design;
    }

    /** Whether there was a preview to read yet. */
    boolean isReady() {
        return of != Preview.NONE;
    }

    boolean isOf(Preview preview) {
        return of == preview;
    }

    /** Called whenever there is another one. */
    void onChanged(Runnable changed) {
        this.changed = changed;
    }

    private void prepare() {
        var state = live.state();
        if (state.preview().plan().isEmpty() && state.preview().trouble().isEmpty()) {
            return;
        }
        var known = catalogue;
        Thread.startVirtualThread(() -> {
            var base = known == Search.NOTHING ? Search.over(Items.ofCatalogue()) : known;
            var made = base.and(Items.of(state.preview().design(), state.findings(), state.preview().files()));
            Platform.runLater(() -> take(state, base, made));
        });
    }

    private void take(State of, Search base, Search made) {
        catalogue = base;
        if (live.state().preview() == of.preview()) {
            design = made;
            this.of = of.preview();
            changed.run();
        }
    }
}
