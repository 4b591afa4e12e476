package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.store.Settings;
import aksiam.store.StateFolder;
import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hints come once, hold nobody up, and stay away when they are switched off. */
class HintsTest {
    @TempDir
    private Path folder;

    @Test
    void hints_come_to_somebody_new_and_go_for_good_after_the_last_one() {
        assertTrue(Settings.load(new StateFolder(folder)).hints());
        try (var room = new Room(folder, 1000, 900)) {
            room.show();
            room.take(new Action.Prefer(room.state().preferences().withHints(true)));
            assertFalse(Fx.exists("#hint-next"), "on the start page");
            room.take(new Action.New());
            room.take(new Action.Go(new Page.At(2, "control-plane-identity")));
            Fx.drain();
            var said = new HashSet<String>();
            while (Fx.exists("#hint-next")) {
                assertTrue(said.add(((Labeled) Fx.find(".hint-text")).getText()));
                Fx.click("#hint-next");
            }
            assertEquals(5, said.size());
            assertTrue(Stream.iterate(Fx.focusOwner(), Objects::nonNull, Node::getParent).anyMatch(node -> "page".equals(node.getId())),
                "the focus goes back to the page");
            assertFalse(room.state().preferences().hints());
        }
        assertFalse(Settings.load(new StateFolder(folder)).hints());
    }

    @Test
    void they_leave_the_title_of_what_they_are_about_in_sight() {
        try (var room = new Room(folder, 1000, 640)) {
            room.show();
            room.preset("shared-platform");
            room.take(new Action.Prefer(room.state().preferences().withHints(true)));
            room.take(new Action.Go(new Page.At(4, "admin-groups")));
            Fx.drain();
            var hint = Fx.find(".hint");
            var head = Fx.find(".page-head");
            assertFalse(Fx.call(() -> hint.localToScene(hint.getLayoutBounds()).intersects(head.localToScene(head.getLayoutBounds()))));
        }
    }

    @Test
    void they_take_no_focus_and_can_be_switched_off_at_once() {
        try (var room = new Room(folder, 1000, 900)) {
            room.show();
            room.take(new Action.Prefer(room.state().preferences().withHints(true)));
            room.take(new Action.New());
            Fx.drain();
            Fx.type("Contoso");
            assertEquals("Contoso", room.state().design().text("design-name"));
            Fx.click("#hint-off");
            assertFalse(Fx.exists("#hint-next"));
            assertFalse(room.state().preferences().hints());
        }
    }
}
