package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import aksiam.workshop.StepFilter;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final Page.At CONTROL_PLANE = new Page.At(2, "control-plane-identity");
    @TempDir
    private Path folder;
    private Room room;

    @BeforeEach
    void open() {
        room = new Room(folder, 1000, 800);
        room.show();
        room.preset("small-team");
        room.take(new Action.Go(CONTROL_PLANE));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void no_key_does_two_things() {
        var commands = Fx.call(() -> room.window.commands().all().flatMap(command -> command.keys().stream()).collect(Collectors.toList()));
        var count = new TreeMap<String, Integer>();
        commands.forEach(keys -> count.merge(keys.getName(), 1, Integer::sum));
        count.values().removeIf(number -> number == 1);
        assertEquals("{}", count.toString());
    }

    @Test
    void back_and_forward_by_key() {
        Fx.keys(KeyCode.ALT, KeyCode.RIGHT);
        var next = room.state().page();
        Fx.keys(KeyCode.ALT, KeyCode.BACK_SPACE);
        assertEquals(CONTROL_PLANE, room.state().page());
        Fx.keys(KeyCode.ALT, KeyCode.SHIFT, KeyCode.BACK_SPACE);
        assertEquals(next, room.state().page());
    }

    @Test
    void regions_by_key() {
        Fx.keys(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertTrue(isInside("#steps"));
        Fx.keys(KeyCode.F6);
        assertTrue(isInside("#page"));
        assertTrue(Fx.focusOwner().getStyleClass().contains("option-card"));
        Fx.keys(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertTrue(isInside("#panel"));
        Fx.keys(KeyCode.ESCAPE);
        assertTrue(isInside("#page"));
        Fx.keys(KeyCode.SHIFT, KeyCode.F6);
        assertTrue(isInside("#steps"));
    }

    @Test
    void a_step_change_puts_the_focus_on_the_answer() {
        Fx.keys(KeyCode.CONTROL, KeyCode.DIGIT1);
        Fx.keys(KeyCode.DOWN);
        Fx.keys(KeyCode.SPACE);
        assertTrue(isInside("#page"));
    }

    @Test
    void size_of_type_by_key() {
        Fx.keys(KeyCode.CONTROL, KeyCode.EQUALS);
        assertEquals(110, room.state().preferences().zoom());
        Fx.keys(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertEquals(100, room.state().preferences().zoom());
    }

    @Test
    void nothing_happens_under_a_sheet() {
        Fx.keys(KeyCode.F1);
        assertTrue(Fx.exists(".sheet"));
        Fx.keys(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(CONTROL_PLANE, room.state().page());
        Fx.keys(KeyCode.ESCAPE);
        assertFalse(Fx.exists(".sheet"));
        assertTrue(isInside("#page"));
    }

    @Test
    void a_menu_shows_what_can_be_done_now() {
        Fx.click("Workshop");
        assertTrue(Fx.exists("Forward again"));
        Fx.keys(KeyCode.ESCAPE);
    }

    @Test
    void the_step_list_shows_what_is_open_and_says_when_there_is_nothing() {
        Fx.run(() -> room.window.list(StepFilter.FINDINGS));
        assertEquals(StepFilter.FINDINGS, Fx.call(room.window::listed));
        assertTrue(room.state().findings().stream().noneMatch(StepFilter::isProblem));
        assertFalse(Fx.exists("#step-1"));
        // At this width the list is a rail, with one button that shows all again.
        Fx.click("#unfilter");
        assertTrue(Fx.exists("#step-1"));
    }

    private boolean isInside(String query) {
        var parent = Fx.find(query);
        for (Node node = Fx.focusOwner(); node != null; node = node.getParent()) {
            if (node == parent) {
                return true;
            }
        }
        return false;
    }
}
