package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import java.nio.file.Path;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody makes of the sides of the window is there again: at the same step, and in the next window. */
class ColumnsTest {
    private static final Page.At IDENTITY = new Page.At(2, "control-plane-identity");
    private static final Page.At ACCESS = new Page.At(3, "sign-in");
    private static final Page.At TEAMS = new Page.At(6, "teams");

    @TempDir
    private Path folder;

    @Test
    void a_side_stays_as_it_was_folded_at_a_step() {
        try (var room = Room.showing(folder, 1400, 800, "shared-platform", IDENTITY)) {
            Fx.run(room.window::foldPanel);
            Fx.run(room.window::foldSteps);
            assertTrue(panel(room) < 60 && steps(room) < 60);
            room.take(new Action.Go(ACCESS));
            assertTrue(panel(room) > 300 && steps(room) > 200);
            room.take(new Action.Go(TEAMS));
            assertTrue(panel(room) < 60, "a table has the width");
            Fx.run(room.window::foldPanel);
            assertTrue(panel(room) > 300);
        }
        try (var room = Room.showing(folder, 1400, 800, "shared-platform", IDENTITY)) {
            assertTrue(panel(room) < 60 && steps(room) < 60);
            room.take(new Action.Go(TEAMS));
            assertTrue(panel(room) > 300);
        }
    }

    @Test
    void the_panel_keeps_the_width_it_was_given() {
        double wide;
        try (var room = Room.showing(folder, 1400, 800, "shared-platform", IDENTITY)) {
            double before = panel(room);
            Fx.click(".divider");
            assertEquals(before, panel(room), 1, "a click is no drag");
            Fx.run(() -> room.window.widenPanel(2));
            wide = panel(room);
            assertTrue(wide > before + 40);
        }
        try (var room = Room.showing(folder, 1400, 800, "shared-platform", ACCESS)) {
            assertEquals(wide, panel(room), 1);
        }
    }

    @Test
    void who_reads_gets_the_room_and_can_have_the_steps_back() {
        try (var room = Room.showing(folder, 1280, 800, "shared-platform", IDENTITY)) {
            assertEquals(344, panel(room), 1);
            Fx.run(() -> room.window.show(SidePanel.View.FILES));
            assertTrue(panel(room) > 800 && steps(room) < 60, "files and their text stand side by side");
            Fx.run(() -> room.window.show(SidePanel.View.RECORD));
            assertEquals(568, panel(room), 1);
            assertTrue(steps(room) < 60);
            Fx.click(Fx.call(() -> room.scene.lookup("#steps .icon-button")));
            assertTrue(steps(room) > 200);
            assertEquals(568, panel(room), 1);
            Fx.run(() -> room.window.show(SidePanel.View.GUIDANCE));
            assertEquals(344, panel(room), 1);
        }
    }

    private static double panel(Room room) {
        return width(room, "#panel");
    }

    private static double steps(Room room) {
        return width(room, "#steps");
    }

    private static double width(Room room, String side) {
        return Fx.call(() -> ((Region) room.scene.lookup(side)).getWidth());
    }
}
