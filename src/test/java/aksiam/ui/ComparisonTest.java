package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.testkit.Fx;
import aksiam.ui.parts.Messages;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final Page.At CONTROL_PLANE = new Page.At(2, "control-plane-identity");
    @TempDir
    private Path folder;
    private Room room;

    @BeforeEach
    void open() {
        room = Room.showing(folder, 1000, 800, "shared-platform", CONTROL_PLANE);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void every_consideration_with_options_can_be_compared() {
        for (var consideration : Catalogue.all()) {
            if (consideration.input().options().size() > 1) {
                var comparison = Comparison.of(consideration, room.state());
                int options = consideration.input().options().size();
                assertTrue(comparison.lines().stream().allMatch(line -> line.answers().size() == options), consideration.id());
                assertEquals(Messages.get("compare.effect"), comparison.lines().getLast().question());
                assertFalse(comparison.facts().isEmpty(), consideration.id());
                assertEquals(comparison.lines().size() + 1, comparison.text().lines().count(), consideration.id());
            }
        }
    }

    @Test
    void the_effect_of_an_option_is_that_of_choosing_it() {
        var id = "cluster-identity-rights";
        room.take(new Action.Go(new Page.At(2, id)));
        var other = room.state().design().choice(id).equals("network-contributor") ? "least-privilege" : "network-contributor";
        room.take(new Action.Weigh(id, room.workshop.now()));
        room.await(state -> state.weights().isOf(id, state.design()));
        var weight = room.state().weights().of(id, room.state().design(), other).orElseThrow();
        room.take(new Action.Answered(id, new Answer.Choice(other), room.workshop.now()));
        room.rendered();
        assertEquals(room.state().preview().changes().size(), weight.files());
        assertEquals(room.state().preview().rights(), weight.rights());
        assertTrue(weight.files() > 0);
    }

    @Test
    void one_can_choose_in_the_sheet_and_the_effects_follow() {
        Fx.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertTrue(Fx.exists("#compare"));
        assertEquals("compare-user-assigned", Fx.focusOwner().getId());
        Fx.keys(KeyCode.DIGIT3);
        assertEquals("service-principal", room.state().design().choice("control-plane-identity"));
        room.await(state -> state.weights().isOf("control-plane-identity", state.design()));
        assertFalse(texts().contains(Messages.get("compare.weighing")));
        Fx.keys(KeyCode.LEFT);
        Fx.keys(KeyCode.LEFT);
        Fx.keys(KeyCode.SPACE);
        assertEquals("user-assigned", room.state().design().choice("control-plane-identity"));
        Fx.keys(KeyCode.ESCAPE);
        assertFalse(Fx.exists("#compare"));
        assertTrue(Fx.focusOwner().getStyleClass().contains("option-card"));
    }

    @Test
    void enter_on_a_chosen_card_goes_on_to_its_reason() {
        Fx.keys(KeyCode.ENTER);
        assertEquals("because", Fx.focusOwner().getId());
    }

    private String texts() {
        return Fx.call(() -> room.window.lookup("#compare").lookupAll(".label").stream().map(label -> ((Labeled) label).getText())
            .collect(Collectors.joining("\n")));
    }
}
