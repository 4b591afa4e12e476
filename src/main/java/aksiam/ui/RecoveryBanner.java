package aksiam.ui;

import aksiam.ui.parts.Nodes;
import aksiam.workshop.Shelf;
import aksiam.workshop.State;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** Unsaved work of the open file, offered where the file was opened without the start page. */
final class RecoveryBanner extends VBox {
    /** @param handOn takes the focus from what is no longer shown */
    RecoveryBanner(Live live, Commands commands, Runnable handOn) {
        getStyleClass().add("problem");
        setId("recovery");
        live.show(RecoveryBanner::of, found -> {
            if (isFocusWithin()) {
                handOn.run();
            }
            getChildren().setAll(found.map(kept -> RecoveryNote.narrow(kept, live, commands)).stream().toList());
            Nodes.show(this, found.isPresent());
        });
    }

    private static Optional<Shelf.Recovery> of(State state) {
        return state.document().file().flatMap(state.shelf().kept()::of);
    }
}
