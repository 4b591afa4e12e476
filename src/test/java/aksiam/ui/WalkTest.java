package aksiam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Input;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.DesignId;
import aksiam.store.DesignFile;
import aksiam.testkit.Fx;
import aksiam.workshop.Action;
import aksiam.workshop.Generation.Phase;
import aksiam.workshop.Page;
import aksiam.workshop.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window as people use it: mouse, keys, typing. */
class WalkTest {
    @TempDir
    private Path folder;
    private Room room;

    @BeforeEach
    void open() {
        room = new Room(folder.resolve("state"), 1000, 900);
        room.show();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void all_steps_of_a_preset_by_mouse_and_typing_then_back_by_undo() throws IOException {
        Fx.click("#preset-small-team");
        room.await(state -> state.page() instanceof Page.At);
        var start = room.state().design();
        var nameless = new TreeSet<String>();
        var seen = new ArrayList<Page>();
        while (!room.state().page().equals(new Page.At(13, ""))) {
            seen.add(room.state().page());
            answer();
            nameless.addAll(Fx.call(() -> nameless(room.window)));
            next();
        }
        assertEquals(List.of(), List.copyOf(nameless), "controls without a name for assistive technology");
        assertEquals(12, seen.stream().map(page -> ((Page.At) page).step()).distinct().count());
        generate();
        assertFalse(start.equals(room.state().design()));
        while (room.state().history().undo().isPresent()) {
            Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        }
        assertEquals(DesignFile.print(start), DesignFile.print(room.state().design()));
    }

    /** Chooses another option, or types; writes a reason. */
    private void answer() {
        var id = room.state().consideration();
        if (id.isEmpty()) {
            return;
        }
        var input = Catalogue.get(id).input();
        if (input instanceof Input.OneOf(var options)) {
            var other = options.stream()
                .filter(option -> !room.state().design().chose(id, option.id()) && Blocks.reason(option, room.state().design()).isEmpty()).findFirst();
            // Some answers decide whether others apply; the walk keeps to the ground it stands on.
            if (other.isPresent() && room.state().design().answer(id).isEmpty()) {
                Fx.click("#option-" + other.get().id());
                assertEquals(new Answer.Choice(other.get().id()), room.state().design().answers().get(id));
            }
        } else if (input instanceof Input.Text && id.equals("organisation")) {
            Fx.click("#answer");
            Fx.keys(KeyCode.END);
            Fx.type(" Ltd");
            assertTrue(room.state().design().text(id).endsWith(" Ltd"));
        }
        if (room.state().design().answer(id).isPresent() && Catalogue.get(id).record()) {
            Fx.run(() -> room.window.lookup("#because").requestFocus());
            Fx.type("walked. ");
            assertTrue(room.state().design().decision(id).because().contains("walked. "), id);
        }
    }

    private void next() {
        var before = room.state().page();
        Fx.click("#next");
        if (room.state().page().equals(before)) {
            Fx.click("#next");
        }
        assertFalse(room.state().page().equals(before), "stuck at " + before);
    }

    private void generate() throws IOException {
        room.rendered();
        var bundle = folder.resolve("bundle");
        room.take(new Action.Target(Optional.of(bundle), java.util.Set.of()));
        room.await(state -> state.generation().plan().filter(plan -> plan.folder().equals(bundle)).isPresent()
            && state.findings().stream().noneMatch(finding -> finding.severity() == aksiam.rules.Finding.Severity.ERROR));
        Fx.click("#generate");
        room.await(state -> state.generation().phase() instanceof Phase.Done);
        assertTrue(Files.exists(bundle.resolve("manifest.json")));
        assertTrue(Fx.exists("#done"));
    }

    @Test
    void from_an_empty_design_by_keyboard() {
        Fx.click("#empty-design");
        room.await(state -> state.page() instanceof Page.At);
        Fx.drain();
        Fx.type("Contoso platform");
        assertEquals("Contoso platform", room.state().design().text("design-name"));
        Fx.keys(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(new Page.At(2, "control-plane-identity"), room.state().page());
        Fx.drain();
        Fx.keys(KeyCode.DIGIT2);
        assertEquals("system-assigned", room.state().design().choice("control-plane-identity"));
        Fx.keys(KeyCode.UP);
        Fx.keys(KeyCode.SPACE);
        assertEquals("user-assigned", room.state().design().choice("control-plane-identity"));
        Fx.keys(KeyCode.CONTROL, KeyCode.D);
        assertEquals(Decision.Status.ACCEPTED, room.state().design().decision("control-plane-identity").status());
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("system-assigned", room.state().design().choice("control-plane-identity"));
        Fx.keys(KeyCode.CONTROL, KeyCode.Y);
        assertEquals("user-assigned", room.state().design().choice("control-plane-identity"));
    }

    @Test
    void next_says_what_is_missing_before_it_goes_on() {
        room.take(new Action.New());
        Fx.click("#next");
        assertEquals(new Page.At(1, "design-name"), room.state().page());
        assertTrue(((Labeled) Fx.find("#missing")).getText().contains("No answer yet"));
        Fx.click("#next");
        assertEquals(new Page.At(1, "organisation"), room.state().page());
    }

    @Test
    void a_pasted_secret_is_refused_in_place_and_leaves_the_screen() {
        room.take(new Action.New());
        room.take(new Action.Go(new Page.At(1, "organisation")));
        var secret = "AccountKey=" + "abcdefgh".repeat(4);
        Fx.run(() -> ((TextInputControl) room.window.lookup("#answer")).setText(secret));
        Fx.drain();
        assertEquals("", Fx.call(() -> ((TextInputControl) room.window.lookup("#answer")).getText()));
        assertFalse(Fx.call(() -> ((TextInputControl) room.window.lookup("#answer")).isUndoable()), "the field could bring it back");
        assertTrue(((Labeled) Fx.find(".error")).getText().startsWith("Organisation: "));
        assertEquals(Design.EMPTY, room.state().design().withId(DesignId.NONE));
    }

    @Test
    void opening_pages_changes_nothing() {
        room.preset("regulated");
        var design = room.state().design();
        Catalogue.all().forEach(consideration -> {
            int step = Catalogue.stepOf(consideration.id()).number();
            room.take(new Action.Go(new Page.At(step, Update.hasConsiderations(step) ? consideration.id() : "")));
        });
        assertEquals(design, room.state().design());
        assertTrue(room.state().history().undo().isEmpty());
    }

    @Test
    void unsaved_work_is_asked_about_before_another_design_comes() {
        room.take(new Action.New());
        room.take(new Action.Answered("organisation", new Answer.Text("Contoso"), room.workshop.now()));
        Fx.keys(KeyCode.CONTROL, KeyCode.N);
        assertTrue(Fx.exists("#sheet-first"));
        assertEquals("Contoso", room.state().design().text("organisation"));
        room.desk.target = Optional.of(folder.resolve("contoso.aksiam.json"));
        Fx.click("#sheet-first");
        room.await(state -> state.design().withId(DesignId.NONE).equals(Design.EMPTY));
        assertTrue(Files.exists(folder.resolve("contoso.aksiam.json")));
    }

    @Test
    void an_unreadable_file_is_told_on_the_page() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.aksiam.json"), "{\"schema\": 1, ");
        room.take(new Action.Open(broken));
        room.await(state -> state.problem().isPresent());
        assertTrue(Fx.exists("#problem"));
        assertTrue(room.state().page() instanceof Page.Start);
    }

    /** Visible controls that can have the focus and say nothing to a screen reader. */
    private static List<String> nameless(Parent root) {
        var found = new ArrayList<String>();
        for (var node : root.getChildrenUnmodifiable()) {
            if (!node.isVisible()) {
                continue;
            }
            if (node.isFocusTraversable() && !node.isDisabled() && !isNamed(node)) {
                found.add(node.getTypeSelector() + " " + node.getStyleClass() + " " + node.getId());
            }
            if (node instanceof Parent parent) {
                found.addAll(nameless(parent));
            }
        }
        return found;
    }

    private static boolean isNamed(Node node) {
        boolean text = node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
        return text || node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    }
}
