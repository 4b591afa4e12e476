package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went wrong is told on the page and can be copied, and a secret that is typed leaves the fields. */
class TroubleInWindowTest {
    private static final String SECRET = "x_Y8Q" + "~" + "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF1g";

    @TempDir
    private Path folder;
    private Room room;

    @BeforeEach
    void open() {
        room = new Room(folder, 1200, 800);
        room.show();
        room.preset("small-team");
        room.take(new Action.Go(new Page.At(1, "organisation")));
        room.rendered();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whatTheJavaFxThreadThrowsIsToldAndCopied() throws Exception {
        room.workshop.uncaught("JavaFX Application Thread", new IllegalStateException("typed by a person"));
        Fx.drain();
        assertTrue(Fx.exists("#problem"));
        assertEquals("Something went wrong", room.state().problem().orElseThrow().title());

        Fx.run(() -> room.window.report());
        var report = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(report.startsWith("AKS IAM Designer ") && report.contains("JavaFX Application Thread: java.lang.IllegalStateException"), report);
        assertFalse(report.contains("typed by a person"), report);
        Files.delete(folder.resolve("aks-iam.log"));
    }

    @Test
    void aSecretTypedIntoTheReasonOrAnAnswerLeavesTheFieldAndWhatItCanUndo() {
        for (var id : new String[]{"#answer", "#because"}) {
            var field = (TextInputControl) Fx.find(id);
            Fx.click(field);
            Fx.run(field::clear);
            Fx.type("see ");
            for (char letter : SECRET.toCharArray()) {
                Fx.run(() -> field.appendText(String.valueOf(letter)));
                Fx.drain();
            }
            assertEquals("see", Fx.call(() -> field.getText().strip()), id);
            assertFalse(Fx.call(field::isUndoable), id);
            assertTrue(Fx.exists(".error"), id);
        }
    }
}
