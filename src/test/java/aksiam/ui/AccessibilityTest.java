package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.model.Answer;
import aksiam.testkit.Fx;
import aksiam.testkit.Painted;
import aksiam.workshop.Action;
import aksiam.workshop.Page;
import aksiam.workshop.Preferences;
import aksiam.workshop.Route;
import aksiam.workshop.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the scene graph of every screen: names, roles, targets, the order of the focus, and that it can be seen. */
class AccessibilityTest {
    private static final int GENERATE = 13;
    @TempDir
    private Path folder;
    private Room room;
    private final SortedMap<String, String> faults = new TreeMap<>();

    @BeforeEach
    void open() {
        room = new Room(folder, 1000, 900);
        room.show();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void every_page_names_what_can_have_the_focus_and_tab_reads_it() {
        look("start");
        room.preset("shared-platform");
        for (var step : Catalogue.steps()) {
            var pages = Update.hasConsiderations(step.number())
                ? step.considerations().stream().map(consideration -> new Page.At(step.number(), consideration.id()))
                : Stream.of(new Page.At(step.number(), ""));
            pages.forEach(page -> {
                room.take(new Action.Go(page));
                // What would be written is compared in the background.
                room.await(state -> page.step() != GENERATE || state.generation().plan().isPresent());
                // Long lists come a few lines a frame.
                for (int i = 0; i < 4; i++) {
                    Fx.drain();
                }
                look(page.step() + " " + page.consideration());
            });
        }
        assertEquals("", String.join("\n", faults.values()));
    }

    @Test
    void every_view_of_the_panel_as_well() {
        room.preset("shared-platform");
        room.take(new Action.Go(new Page.At(2, "cluster-identity-rights")));
        room.take(new Action.Answered("cluster-identity-rights", new Answer.Choice("network-contributor"), room.workshop.now()));
        room.rendered();
        for (var view : SidePanel.View.values()) {
            Fx.run(() -> room.window.show(view));
            Fx.drain();
            look(view.name());
        }
        assertEquals("", String.join("\n", faults.values()));
    }

    @Test
    void sheets_hold_the_focus_and_give_it_back() {
        room.preset("small-team");
        room.take(new Action.Go(new Page.At(2, "control-plane-identity")));
        room.rendered();
        for (var command : List.of("help.keys", "help.about", "edit.search")) {
            Fx.run(() -> room.window.lookup("#option-user-assigned").requestFocus());
            Fx.run(() -> room.window.commands().get(command).action().run());
            Fx.drain();
            var sheet = Fx.call(() -> (Parent) room.window.lookup("#sheet"));
            var outside = Fx.call(() -> Access.tabs(room.scene).stream().filter(node -> !isWithin(node, sheet)).map(node -> Access.say(node, sheet)).toList());
            // The first one is where the test itself puts the focus.
            assertEquals(List.of(), outside, command);
            assertEquals(List.of(), Fx.call(() -> Access.faults(sheet)), command);
            Fx.keys(KeyCode.ESCAPE);
            assertEquals("option-user-assigned", Fx.call(() -> room.scene.getFocusOwner().getId()), command);
        }
    }

    private static boolean isWithin(Node node, Parent parent) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at == parent) {
                return true;
            }
        }
        return false;
    }

    @Test
    void every_item_of_the_menus_has_words() {
        room.preset("small-team");
        var menus = Fx.call(() -> Painted.nodes(room.window).stream().flatMap(node -> switch (node) {
            case MenuBar bar -> bar.getMenus().stream();
            case MenuButton button -> button.getItems().stream();
            default -> Stream.<MenuItem>empty();
        }).toList());
        assertTrue(menus.size() > 4);
        assertEquals(List.of(), Fx.call(() -> menus.stream().flatMap(AccessibilityTest::items)
            .filter(item -> !(item instanceof SeparatorMenuItem) && (item.getText() == null || item.getText().isBlank())).toList()));
    }

    /** Items are made when their menu opens. An empty menu cannot be opened. */
    private static Stream<MenuItem> items(MenuItem item) {
        if (item instanceof Menu menu && !menu.isDisable()) {
            Event.fireEvent(menu, new Event(Menu.ON_SHOWING));
            return Stream.concat(Stream.of(item), List.copyOf(menu.getItems()).stream().flatMap(AccessibilityTest::items));
        }
        return Stream.of(item);
    }

    @Test
    void steps_and_options_say_how_they_stand() {
        room.preset("shared-platform");
        room.take(new Action.Go(new Page.At(2, "control-plane-identity")));
        room.rendered();
        var steps = Fx.call(() -> Access.focusable(room.window).stream().filter(node -> node.getStyleClass().contains("step-rail")
            || node.getStyleClass().contains("step")).map(Node::getAccessibleText).toList());
        assertEquals(Catalogue.steps().size(), steps.size());
        assertTrue(steps.get(1).matches("2 Cluster identity, \\d+ of \\d+ decided(, \\d+ errors?)?"), steps.get(1));
        var option = Fx.call(() -> room.window.lookup("#option-user-assigned"));
        assertEquals(AccessibleRole.RADIO_BUTTON, option.getAccessibleRole());
        assertEquals(true, Fx.call(() -> option.queryAccessibleAttribute(AccessibleAttribute.SELECTED)));
        assertTrue(option.getAccessibleText().startsWith("User-assigned managed identity, GA, One-way door"), option.getAccessibleText());
        assertTrue(option.getAccessibleHelp().contains("Roles exist before the cluster does"));
    }

    @Test
    void what_tab_comes_to_is_in_sight_with_room_around_it() {
        room.preset("shared-platform");
        room.take(new Action.Go(new Page.At(2, "control-plane-identity")));
        room.rendered();
        Fx.run(() -> room.window.lookup("#option-user-assigned").requestFocus());
        var hidden = new TreeMap<String, String>();
        for (int i = 0; i < 25; i++) {
            Fx.keys(KeyCode.TAB);
            Fx.call(() -> {
                var node = room.scene.getFocusOwner();
                for (var at = node.getParent(); at != null; at = at.getParent()) {
                    if (at instanceof ScrollPane pane && !isInSight(pane, node)) {
                        hidden.put(Access.say(node, room.window), "");
                    }
                }
                return null;
            });
        }
        assertEquals("", String.join("\n", hidden.keySet()));
    }

    /** At the ends of what scrolls there is as much room as there is. */
    private static boolean isInSight(ScrollPane pane, Node node) {
        var place = pane.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double height = pane.getViewportBounds().getHeight();
        double above = pane.getVvalue() <= pane.getVmin() ? 0 : InView.SPARE;
        double below = pane.getVvalue() >= pane.getVmax() ? 0 : InView.SPARE;
        return place.getHeight() > height - 2 * InView.SPARE || place.getMinY() >= above - 1 && place.getMaxY() <= height - below + 1;
    }

    @ParameterizedTest
    @EnumSource
    void every_screen_can_be_read(ComponentSheetTest.Colours colours) {
        double texts = colours.look.highContrast() ? 7 : 4.5;
        room.look(colours.look.dark() ? Preferences.Theme.DARK : Preferences.Theme.LIGHT,
            colours.look.highContrast() ? Preferences.Contrast.HIGH : Preferences.Contrast.NORMAL, 100);
        read("start", texts);
        room.preset("shared-platform");
        for (var step : Catalogue.steps()) {
            room.take(new Action.Go(Route.open(step, room.state().design())));
            room.rendered();
            Fx.drain();
            read("step " + step.number(), texts);
        }
        room.take(new Action.Go(new Page.At(2, "cluster-identity-rights")));
        room.take(new Action.Answered("cluster-identity-rights", new Answer.Choice("network-contributor"), room.workshop.now()));
        room.rendered();
        for (var view : SidePanel.View.values()) {
            Fx.run(() -> room.window.show(view));
            read(view.name(), texts);
        }
        assertEquals("", String.join("\n", faults.values()));
    }

    private void read(String screen, double texts) {
        Fx.call(() -> {
            room.window.applyCss();
            room.window.layout();
            return Contrasts.faults(room.window, texts);
        }).forEach(fault -> faults.putIfAbsent(fault, fault + ", on " + screen));
    }

    /** The same fault of many screens is told once. */
    private void look(String screen) {
        var found = Fx.call(() -> {
            var scene = room.scene;
            var tabs = Access.tabs(scene);
            return Stream.of(Access.faults(scene.getRoot()), Access.unreached(scene, tabs), Access.disorder(scene, tabs)).flatMap(List::stream).toList();
        });
        found.forEach(fault -> faults.putIfAbsent(fault, fault + ", on " + screen));
    }
}
