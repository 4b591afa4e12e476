package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.WritePlan;
import aksiam.generate.WritePlan.Status;
import aksiam.model.Answer;
import aksiam.testkit.Bundles;
import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Generation.Phase;
import aksiam.workshop.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generating in the window: what would change adds up, edited files are kept one by one, errors stop it. */
class GeneratePageTest {
    @TempDir
    private Path folder;
    private Room room;
    private Path bundle;

    @BeforeEach
    void open() throws IOException {
        room = new Room(folder.resolve("state"), 1000, 900);
        room.show();
        room.preset("small-team");
        bundle = Bundles.write(room.state().design(), folder.resolve("bundle"));
        Files.writeString(bundle.resolve("README.md"), "mine\n");
        Files.writeString(bundle.resolve("deploy.sh"), "mine\n");
        room.take(new Action.Target(Optional.of(bundle), Set.of()));
        generatePage();
    }

    private void generatePage() {
        room.take(new Action.Go(new Page.At(13, "")));
        room.rendered();
        room.await(state -> state.generation().plan().isPresent());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void edited_files_are_kept_or_replaced_one_by_one() throws IOException {
        var plan = room.state().generation().plan().orElseThrow();
        int files = 0;
        for (var kind : new String[]{"new", "changed", "unchanged", "removed", "kept"}) {
            files += Integer.parseInt(Fx.find("#tile-" + kind).getAccessibleText().replaceAll("\\D", ""));
        }
        assertEquals(plan.changes().size(), files);
        Fx.click("#tile-kept");
        assertEquals(2, items().size());
        Fx.click(way(".replace", "README.md"));
        room.await(state -> state.generation().plan().filter(now -> now.paths(Status.REPLACED).equals(java.util.List.of("README.md"))).isPresent());
        Fx.click("#tile-kept");
        Fx.click("#generate");
        room.await(state -> state.generation().phase() instanceof Phase.Done);
        assertEquals(1, ((Phase.Done) room.state().generation().phase()).kept());
        assertTrue(Files.readString(bundle.resolve("README.md")).length() > 100);
        assertEquals("mine\n", Files.readString(bundle.resolve("deploy.sh")));
        room.await(state -> state.generation().plan().isPresent());
        Fx.click("#open-folder");
        assertEquals(Optional.of(bundle.toUri().toString()), room.desk.shown);
    }

    @Test
    void the_difference_of_an_edited_file_is_shown() {
        Fx.click(way(".show-difference", "deploy.sh"));
        assertTrue(Fx.exists("In the folder, edited by hand"));
        assertTrue(Fx.exists("As it is generated"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_files_are_one_stop_for_tab_and_enter_follows_the_link_that_the_arrows_chose() {
        var list = (ListView<WritePlan.Change>) Fx.find("#changes");
        Fx.run(list::requestFocus);
        Fx.keys(KeyCode.DOWN);
        Fx.keys(KeyCode.RIGHT);
        Fx.keys(KeyCode.ENTER);
        room.await(state -> state.generation().plan().filter(now -> now.paths(Status.REPLACED).equals(java.util.List.of("deploy.sh"))).isPresent());
        assertEquals(list, Fx.focusOwner());
        assertEquals("deploy.sh", Fx.call(() -> list.getFocusModel().getFocusedItem().path()));
        Fx.keys(KeyCode.TAB);
        assertEquals("all-files", Fx.focusOwner().getId());
    }

    @Test
    void the_focus_stays_where_writing_began() {
        var generate = Fx.find("#generate");
        Fx.run(generate::requestFocus);
        Fx.keys(KeyCode.SPACE);
        room.await(state -> state.generation().phase() instanceof Phase.Done);
        assertEquals(generate, Fx.focusOwner());
    }

    @Test
    void errors_stop_it_and_lead_to_their_place() {
        var teams = new ArrayList<>(room.state().design().rows("teams"));
        teams.set(0, teams.getFirst().with("clusters", java.util.List.of("nowhere")));
        room.take(new Action.Answered("teams", new Answer.Table(teams), room.workshop.now()));
        generatePage();
        room.await(state -> state.findings().stream().anyMatch(finding -> finding.severity() == aksiam.rules.Finding.Severity.ERROR));
        Fx.click("#generate");
        assertFalse(room.state().generation().isWriting());
        var way = (Labeled) Fx.focusOwner();
        assertEquals("Go to cell", way.getText());
        Fx.click(way);
        assertEquals(new Page.At(6, "teams"), room.state().page());
    }

    @SuppressWarnings("unchecked")
    private java.util.List<WritePlan.Change> items() {
        return java.util.List.copyOf(Fx.call(() -> ((ListView<WritePlan.Change>) room.window.lookup("#changes")).getItems()));
    }

    private Node way(String style, String path) {
        return Fx.call(() -> room.window.lookupAll(style).stream().filter(node -> node.getAccessibleText().endsWith(" " + path)).findFirst().orElseThrow());
    }
}
