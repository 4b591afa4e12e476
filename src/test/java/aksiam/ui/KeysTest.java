package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import aksiam.workshop.StepFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
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
        room = Room.showing(folder, 1000, 800, "small-team", CONTROL_PLANE);
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
    void the_rail_of_the_panel_hands_the_focus_on() {
        room.take(new Action.Go(new Page.At(6, "teams")));
        room.rendered();
        focusRail();
        Fx.keys(KeyCode.SPACE);
        assertEquals("tab-guidance", Fx.focusOwner().getId());
        Fx.keys(KeyCode.ESCAPE);
        focusRail();
        Fx.keys(KeyCode.CONTROL, KeyCode.G);
        assertEquals("generate", Fx.focusOwner().getId());
    }

    private static void focusRail() {
        Fx.run(((Parent) Fx.find(".panel-rail")).getChildrenUnmodifiable().getFirst()::requestFocus);
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
    void the_menus_are_one_button_where_there_is_no_room_for_them() {
        Fx.click("#menu");
        assertTrue(Fx.exists("Workshop"));
        Fx.keys(KeyCode.ESCAPE);
    }

    @Test
    void the_search_chooses_by_keys_and_goes_to_the_row() {
        Fx.keys(KeyCode.CONTROL, KeyCode.K);
        assertEquals("search-field", Fx.focusOwner().getId());
        var team = room.state().design().rows("teams").getLast().text("name");
        room.await(_ -> Fx.call(() -> room.window.isIndexed()));
        Fx.type(team);
        Fx.keys(KeyCode.ENTER);
        assertEquals(new Page.At(6, "teams"), room.state().page());
        assertTrue(Fx.focusOwner().getStyleClass().contains("grid"));
        var at = Fx.call(() -> ((TableView<?>) room.scene.getFocusOwner()).getFocusModel().getFocusedCell().getRow());
        assertEquals(room.state().design().rows("teams").size() - 1, at);
    }

    @Test
    void the_search_does_commands_and_gives_the_focus_back() {
        Fx.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        Fx.type("larger");
        Fx.keys(KeyCode.ENTER);
        assertEquals(110, room.state().preferences().zoom());
        assertTrue(isInside("#page"));
        Fx.keys(KeyCode.CONTROL, KeyCode.K);
        Fx.type("qqqq");
        assertTrue(Fx.exists("#search-none"));
        Fx.keys(KeyCode.ESCAPE);
        assertTrue(isInside("#page"));
    }

    @Test
    void what_is_missing_goes_with_the_acceptance() {
        var missing = (Labeled) Fx.find("#missing");
        assertTrue(missing.getText().contains("not accepted yet"));
        Fx.keys(KeyCode.CONTROL, KeyCode.D);
        assertFalse(missing.getText().contains("not accepted yet"));
    }

    @Test
    void find_has_the_focus_also_where_files_were_never_shown() {
        Fx.keys(KeyCode.CONTROL, KeyCode.F);
        assertEquals("find-field", Fx.focusOwner().getId());
    }

    @Test
    void a_command_of_a_menu_within_a_menu_says_of_what_it_is() {
        var labels = Fx.call(() -> room.window.commands().all().map(command -> command.label().apply(room.workshop.state())).toList());
        assertTrue(labels.containsAll(List.of("Theme: As the system", "Contrast: As the system", "Step list shows: Open considerations")));
        assertEquals(Set.copyOf(labels).size(), labels.size());
    }

    @Test
    void a_search_that_is_new_shows_what_can_be_done() {
        room.take(new Action.New());
        Fx.keys(KeyCode.CONTROL, KeyCode.K);
        assertTrue(Fx.exists("Commands"));
    }

    @Test
    void the_focus_stays_among_the_deciders_when_one_goes() {
        Fx.run(Fx.find(".chip-close")::requestFocus);
        Fx.keys(KeyCode.SPACE);
        assertEquals("add-decider", Fx.focusOwner().getId());
    }

    @Test
    void the_focus_stays_in_a_sheet() {
        Fx.keys(KeyCode.F1);
        for (int i = 0; i < 4; i++) {
            Fx.keys(KeyCode.TAB);
            assertTrue(isInside("#sheet"));
        }
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

    @Test
    void the_present_step_is_in_sight_in_a_rail_longer_than_the_window_is_high() {
        room.take(new Action.Prefer(room.state().preferences().withZoom(200)));
        room.take(new Action.Go(new Page.At(13, "")));
        Fx.drain();
        var steps = Fx.find("#steps");
        var here = Fx.find("#step-13");
        assertTrue(Fx.call(() -> steps.localToScene(steps.getLayoutBounds()).contains(here.localToScene(here.getLayoutBounds()))));
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
