package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Reference;
import aksiam.model.Answer;
import aksiam.store.AtomicFiles;
import aksiam.store.Autosave;
import aksiam.store.DesignFile;
import aksiam.store.Presets;
import aksiam.store.Settings;
import aksiam.store.StateFolder;
import aksiam.testkit.Fx;
import aksiam.workshop.Page;
import aksiam.workshop.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the start page says about designs that were open before, and about work that was never saved. */
class StartPageTest {
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 24, 9, 30);
    @TempDir
    private Path folder;
    private Path design;
    private Path gone;
    private Room room;

    @BeforeEach
    void open() throws IOException {
        var state = new StateFolder(folder.resolve("state"));
        design = folder.resolve("contoso.aksiam.json");
        gone = folder.resolve("moved.aksiam.json");
        var saved = Presets.design("small-team").with("tenant", new Answer.Text("no GUID"));
        Files.writeString(design, DesignFile.print(saved));
        Settings.NONE.opened(design, MORNING).opened(gone, MORNING.minusDays(1)).save(state);
        new Autosave(state).keep(saved.with("organisation", new Answer.Text("Fabrikam")), Optional.of(design), AtomicFiles.stamp(design), MORNING);
        // As if the process that kept it was gone.
        try (var files = Files.list(state.path().resolve("recovery"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".recovery.json")).toList()) {
                Files.move(file, file.resolveSibling((Integer.MAX_VALUE - 1) + "-1.recovery.json"));
            }
        }
        room = new Room(state.path(), 1000, 900);
        room.show();
        room.await(now -> now.shelf().recent().stream().anyMatch(recent -> recent.verdict().isPresent()));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void recent_designs_say_how_they_stand() {
        var recent = room.state().shelf().recent().stream().filter(Shelf.Recent::found).findFirst().orElseThrow();
        assertTrue(recent.decided() > 0 && recent.decided() <= recent.applicable());
        assertEquals(1, recent.verdict().orElseThrow().errors());
        assertTrue(Fx.exists("1 error"));
        assertTrue(Fx.exists("today, 09:30"));
    }

    @Test
    void a_design_that_moved_is_found_again_and_its_old_place_forgotten() throws IOException {
        room.desk.design = Optional.of(design);
        Fx.click("Locate");
        room.await(state -> state.page() instanceof Page.At);
        assertEquals(Optional.of(gone), room.desk.begun, "where it was is where one looks first");
        assertEquals(Optional.of(design), room.state().document().file());
        room.await(_ -> Settings.load(new StateFolder(folder.resolve("state"))).recent().stream().noneMatch(recent -> recent.file().equals(gone)));
    }

    @Test
    void the_focus_is_not_lost_with_what_is_removed() {
        Fx.run(Fx.find("Remove from list")::requestFocus);
        Fx.keys(KeyCode.SPACE);
        room.await(state -> state.shelf().recent().stream().allMatch(Shelf.Recent::found));
        assertEquals("open", Fx.focusOwner().getId());
        Fx.run(Fx.find("#discard")::requestFocus);
        Fx.keys(KeyCode.SPACE);
        room.await(state -> state.shelf().kept().newest().isEmpty());
        assertEquals("open", Fx.focusOwner().getId());
    }

    @Test
    void unsaved_work_says_what_differs_before_it_is_recovered() {
        var line = "Organisation: " + Presets.design("small-team").text("organisation") + " → Fabrikam";
        Fx.click("#differs");
        assertTrue(Fx.exists(line));
        Fx.keys(KeyCode.ESCAPE);
        assertFalse(Fx.exists(line));
        Fx.click("#discard");
        room.await(state -> state.shelf().kept().newest().isEmpty());
        assertFalse(Fx.exists("#recover"));
    }

    @Test
    void the_facts_are_as_old_as_the_newest_page_that_was_read() {
        var newest = Catalogue.all().stream().flatMap(consideration -> consideration.references().stream()).map(Reference::date)
            .filter(date -> date.length() == 10).max(Comparator.naturalOrder()).orElseThrow();
        assertTrue(Fx.exists("Facts as of " + newest));
    }

    @Test
    void the_cards_of_presets_are_equal_and_say_what_they_decide() {
        var cards = Fx.call(() -> room.window.lookupAll(".preset").stream().map(Region.class::cast).toList());
        assertEquals(4, cards.size());
        assertEquals(1, cards.stream().map(card -> Math.round(card.getHeight()) + "x" + Math.round(card.getWidth())).distinct().count());
        for (var card : cards) {
            assertEquals(3, card.lookupAll(".point").size());
            assertTrue(((Labeled) card.lookup(".badge-door")).getText().matches("\\d+ one-way doors?"));
        }
    }
}
