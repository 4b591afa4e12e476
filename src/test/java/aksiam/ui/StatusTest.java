package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.testfx.api.FxAssert.verifyThat;

import aksiam.model.Decision.Status;
import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import java.nio.file.Path;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Proposed and accepted exclude each other, and one of them always holds. */
class StatusTest {
    @TempDir
    private Path folder;
    private Room room;

    @BeforeEach
    void open() {
        room = new Room(folder, 1000, 900);
        room.show();
        room.preset("small-team");
        room.take(new Action.Go(new Page.At(2, "control-plane-identity")));
        room.rendered();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void acceptedStaysAcceptedWhenItIsPressedAgain() {
        var robot = new FxRobot();
        robot.clickOn("#accepted");
        Fx.drain();
        assertEquals(Status.ACCEPTED, room.state().design().decision("control-plane-identity").status());
        robot.clickOn("#accepted");
        Fx.drain();
        verifyThat("#accepted", ToggleButton::isSelected);
        assertEquals(Status.ACCEPTED, room.state().design().decision("control-plane-identity").status());
    }
}
