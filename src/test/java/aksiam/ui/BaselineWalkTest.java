package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aksiam.model.Design;
import aksiam.store.DesignFile;
import aksiam.testkit.Designs;
import aksiam.testkit.Fx;
import aksiam.testkit.Hands;
import aksiam.testkit.KeyHands;
import aksiam.testkit.MouseHands;
import aksiam.testkit.SharedTools;
import aksiam.workshop.Generation.Phase;
import aksiam.workshop.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published design entered from an empty one as people do, saved, closed, opened again, generated and checked. */
class BaselineWalkTest {
    private static final String CASE = "aks-baseline";
    /** The day on which the case was decided, as its design says. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-27T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void by_mouse_but_for_the_typing_of_text() {
        var target = Designs.read(CASE);
        var hands = new MouseHands();
        try (var room = room()) {
            hands.click(Fx.find("#empty-design"));
            enterAndSave(room, hands, target);
        }
        try (var room = room()) {
            hands.click(Fx.find(".recent-open"));
            room.await(state -> state.page() instanceof Page.At);
            decidesTheSame(target, room.state().design());
            hands.click(Fx.find("#step-13"));
            room.await(state -> state.generation().plan().isPresent());
            hands.click(Fx.find("#generate"));
            room.await(state -> state.generation().phase() instanceof Phase.Done);
        }
        SharedTools.verify(List.of(folder.resolve("bundle"))).requireClean();
    }

    @Test
    void by_keys_alone() {
        var target = Designs.read(CASE);
        try (var room = room()) {
            var hands = new KeyHands(() -> room.state().consideration());
            hands.tab(node -> "empty-design".equals(node.getId()));
            Fx.keys(KeyCode.ENTER);
            enterAndSave(room, hands, target);
        }
        try (var room = room()) {
            var hands = new KeyHands(() -> room.state().consideration());
            hands.tab(node -> node.getStyleClass().contains("recent-open"));
            Fx.keys(KeyCode.ENTER);
            room.await(state -> state.page() instanceof Page.At);
            decidesTheSame(target, room.state().design());
            Fx.keys(KeyCode.CONTROL, KeyCode.G);
            room.await(state -> state.generation().plan().isPresent());
            hands.tab(node -> "generate".equals(node.getId()));
            Fx.keys(KeyCode.SPACE);
            room.await(state -> state.generation().phase() instanceof Phase.Done);
        }
        SharedTools.verify(List.of(folder.resolve("bundle"))).requireClean();
    }

    private void enterAndSave(Room room, Hands hands, Design target) {
        room.await(state -> state.page() instanceof Page.At);
        hands.enter(target);
        decidesTheSame(target, room.state().design());
        room.desk.target = Optional.of(folder.resolve(CASE + DesignFile.ENDING));
        hands.save();
        room.await(state -> !state.isUnsaved());
    }

    private Room room() {
        var room = new Room(folder.resolve("state"), 1000, 720, CLOCK);
        room.show();
        return room;
    }

    /** Every answer, and every decision that the case states; the window notes day and state of plain facts too. */
    private static void decidesTheSame(Design expected, Design found) {
        assertEquals(expected.answers().keySet(), found.answers().keySet());
        expected.answers().forEach((id, answer) -> assertEquals(answer, found.answers().get(id), id));
        expected.decisions().forEach((id, decision) -> assertEquals(decision, found.decision(id), id));
    }
}
