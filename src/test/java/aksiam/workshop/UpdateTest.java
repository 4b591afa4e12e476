package aksiam.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aksiam.generate.WritePlan;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.DesignId;
import aksiam.model.Place;
import aksiam.model.Row;
import aksiam.rules.Finding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 24, 12, 0);
    private State state = State.start(Preferences.DEFAULT);

    @Test
    void choosing_is_proposed_today_by_those_who_decided_before() {
        take(answer("control-plane-identity", "user-assigned", NOON));
        assertEquals(new Decision(Decision.Status.PROPOSED, "", List.of(), Optional.of(LocalDate.of(2026, 11, 24)), Optional.empty(), Optional.empty()),
            state.design().decision("control-plane-identity"));

        take(decide("control-plane-identity",
            state.design().decision("control-plane-identity").withDeciders(List.of("Lee Gu")).withStatus(Decision.Status.ACCEPTED)));
        take(answer("kubelet-identity", "pre-created", NOON));
        assertEquals(List.of("Lee Gu"), state.design().decision("kubelet-identity").deciders());
        assertEquals(Decision.Status.ACCEPTED, state.design().decision("control-plane-identity").status());
    }

    @Test
    void a_changed_answer_is_proposed_again_and_keeps_its_number() {
        take(answer("control-plane-identity", "user-assigned", NOON));
        take(decide("control-plane-identity", state.design().decision("control-plane-identity").withStatus(Decision.Status.ACCEPTED)));
        take(answer("control-plane-identity", "system-assigned", NOON.plusDays(1)));
        assertEquals(Decision.Status.PROPOSED, state.design().decision("control-plane-identity").status());
        assertEquals(LocalDate.of(2026, 11, 25), state.design().decision("control-plane-identity").date().orElseThrow());
        assertEquals(1, state.design().number("control-plane-identity").orElseThrow());
    }

    @Test
    void an_emptied_answer_is_undecided_and_keeps_its_open_point() {
        var open = Optional.of(new Decision.OpenPoint("Ask the network team", "Lee Gu", Optional.empty()));
        take(new Action.Answered("tenant", new Answer.Text("abc"), NOON));
        take(decide("tenant", state.design().decision("tenant").withOpenPoint(open)));
        take(new Action.Answered("tenant", new Answer.Text(""), NOON.plusMinutes(1)));
        assertFalse(state.design().answers().containsKey("tenant"));
        assertEquals(Decision.NONE.withOpenPoint(open), state.design().decision("tenant"));

        take(decide("tenant", Decision.NONE));
        assertFalse(state.design().decisions().containsKey("tenant"));
    }

    @Test
    void none_can_be_chosen_and_taking_the_last_one_away_is_no_answer() {
        take(new Action.Answered("own-network", new Answer.Choices(List.of()), NOON));
        assertTrue(state.design().isAnswered("own-network"));
        take(new Action.Answered("own-network", new Answer.Choices(List.of("subnets")), NOON.plusMinutes(1)));
        take(new Action.Answered("own-network", new Answer.Choices(List.of()), NOON.plusMinutes(2)));
        assertFalse(state.design().isAnswered("own-network"));
    }

    @Test
    void typing_within_a_second_is_one_change() {
        take(new Action.Answered("organisation", new Answer.Text("C"), NOON));
        take(new Action.Answered("organisation", new Answer.Text("Co"), NOON.plusNanos(900_000_000)));
        take(new Action.Answered("organisation", new Answer.Text("Con"), NOON.plusNanos(1_700_000_000)));
        assertEquals(1, state.history().past().size());
        take(new Action.Answered("organisation", new Answer.Text("Cont"), NOON.plusSeconds(9)));
        take(new Action.Answered("design-name", new Answer.Text("X"), NOON.plusSeconds(9)));
        assertEquals(3, state.history().past().size());
        take(new Action.Undo(NOON));
        take(new Action.Undo(NOON));
        assertEquals("Con", state.design().text("organisation"));
        take(new Action.Undo(NOON));
        assertEquals("", state.design().text("organisation"));
    }

    @Test
    void changed_lines_are_told_against_the_design_before_typing_began() {
        take(answer("authorization", "azure-rbac", NOON));
        var before = state.design();
        take(new Action.Answered("organisation", new Answer.Text("C"), NOON));
        take(new Action.Answered("organisation", new Answer.Text("Co"), NOON));
        assertSame(before, state.before());
    }

    @Test
    void undo_shows_the_place_and_redo_brings_the_same_design_back() {
        take(answer("authorization", "azure-rbac", NOON));
        var changed = state.design();
        take(new Action.Go(new Page.At(1, "design-name")));
        take(new Action.Undo(NOON));
        assertEquals(new Page.At(4, "authorization"), state.page());
        assertEquals(Design.EMPTY, state.design());
        assertFalse(state.isUnsaved());
        take(new Action.Redo(NOON));
        assertSame(changed, state.design());
        assertTrue(state.history().redo().isEmpty());
    }

    @Test
    void a_new_change_forgets_what_could_be_redone() {
        take(answer("authorization", "azure-rbac", NOON));
        take(new Action.Undo(NOON));
        take(answer("authorization", "both", NOON));
        assertTrue(state.history().redo().isEmpty());
    }

    @Test
    void a_pasted_secret_is_refused_naming_the_field_and_never_the_value() {
        var secret = "AccountKey=" + "abcdefgh".repeat(4);
        take(new Action.Answered("organisation", new Answer.Text(secret), NOON));
        assertEquals("Organisation", state.refusal().orElseThrow().field());
        assertFalse(state.refusal().orElseThrow().text().contains("abcdefgh"));
        assertEquals(Design.EMPTY, state.design());

        take(new Action.Answered("people", new Answer.Table(List.of(Row.of("name", "Lee"), Row.of("function", secret))), NOON));
        assertEquals("People, row 2, function", state.refusal().orElseThrow().field());
        take(decide("organisation", Decision.NONE.withBecause(secret)));
        assertEquals("Because", state.refusal().orElseThrow().field());
        assertEquals(Design.EMPTY, state.design());
    }

    @Test
    void saving_makes_the_design_the_saved_one_unless_it_went_on_meanwhile() {
        take(answer("authorization", "azure-rbac", NOON));
        var saved = state.design();
        var effects = take(new Action.SaveAs(Path.of("a.aksiam.json")));
        assertSame(saved, assertInstanceOf(Effect.Write.class, effects.getFirst()).design());
        take(answer("authorization", "both", NOON));
        var document = new Document(saved, Optional.of(Path.of("a.aksiam.json")), aksiam.store.AtomicFiles.Stamp.ABSENT);
        assertEquals(List.of(new Effect.Autosave(document, state.design())), take(new Action.Saved(document, NOON)),
            "what is kept goes on from the saved file");
        assertTrue(state.isUnsaved());
        take(new Action.Undo(NOON));
        assertFalse(state.isUnsaved());
    }

    @Test
    void a_copy_in_another_file_is_another_design_also_after_undo() {
        take(new Action.New(DesignId.derived("t", "one")));
        take(answer("authorization", "azure-rbac", NOON));
        var first = assertInstanceOf(Effect.Write.class, take(new Action.SaveAs(Path.of("a.aksiam.json"))).getFirst()).design();
        assertEquals(DesignId.derived("t", "one"), first.id(), "the first file of a design keeps its id");
        take(new Action.Saved(new Document(first, Optional.of(Path.of("a.aksiam.json").toAbsolutePath()), aksiam.store.AtomicFiles.Stamp.ABSENT), NOON));
        var again = assertInstanceOf(Effect.Write.class, take(new Action.SaveAs(Path.of("a.aksiam.json"))).getFirst()).design();
        assertEquals(first.id(), again.id(), "the same file is the same design");
        var copy = assertInstanceOf(Effect.Write.class, take(new Action.SaveAs(Path.of("b.aksiam.json"), DesignId.derived("t", "two"))).getFirst()).design();
        assertEquals(first.withId(DesignId.derived("t", "two")), copy);
        take(new Action.Saved(new Document(copy, Optional.of(Path.of("b.aksiam.json").toAbsolutePath()), aksiam.store.AtomicFiles.Stamp.ABSENT), NOON));
        assertFalse(state.isUnsaved());
        take(new Action.Undo(NOON));
        assertEquals(copy.id(), state.design().id());
    }

    @Test
    void recovered_work_is_unsaved_and_kept_again() {
        var lost = Design.EMPTY.with("authorization", new Answer.Choice("both"));
        var document = new Document(lost, Optional.of(Path.of("a.aksiam.json")), aksiam.store.AtomicFiles.Stamp.ABSENT);
        var recovery = new Shelf.Recovery("1", document, "a", NOON, List.of("Organisation: undecided → Contoso"), Shelf.Standing.NEWER);
        take(new Action.Found(new Shelf.Kept(List.of(recovery), List.of())));
        var effects = take(new Action.Recover(recovery));
        assertEquals(lost, state.design());
        assertTrue(state.isUnsaved());
        assertTrue(effects.contains(new Effect.TakeOver(state.document(), lost, "1")), "what was kept goes only after it is kept again");
        assertTrue(effects.stream().noneMatch(effect -> effect instanceof Effect.DropRecovery || effect instanceof Effect.DropAutosave));
        assertTrue(state.shelf().kept().newest().isEmpty());
    }

    @Test
    void nothing_is_generated_while_there_are_errors() {
        take(answer("authorization", "both", NOON));
        var error = new Finding(Finding.Kind.MALFORMED_VALUE, "authorization", Place.answer("authorization"), "wrong");
        take(new Action.Rendered(Preview.troubled(state.design(), ""), List.of(error)));
        assertEquals(List.of(), take(new Action.Generate()));
        assertInstanceOf(Generation.Phase.Idle.class, state.generation().phase());
        take(new Action.Rendered(state.preview(), List.of()));
        assertEquals(1, take(new Action.Generate()).size());
        assertInstanceOf(Generation.Phase.Wanted.class, state.generation().phase());
    }

    @Test
    void a_folder_is_compared_again_after_writing_to_it_failed() {
        take(answer("authorization", "both", NOON));
        take(new Action.Rendered(state.preview(), List.of()));
        var asked = assertInstanceOf(Effect.Compare.class, take(new Action.Generate()).getFirst());
        var written = take(new Action.Compared(asked, new WritePlan(Path.of("bundle"), List.of()), Optional.empty()));
        assertInstanceOf(Effect.WriteBundle.class, written.getFirst());
        take(new Action.GenerationAt(new Generation.Phase.Failed(List.of("bundle/README.md was changed by someone else meanwhile"))));
        assertInstanceOf(Effect.Compare.class, take(new Action.Generate()).getFirst(), "the plan that failed is not tried again");
    }

    @Test
    void typing_after_undo_is_a_change_of_its_own() {
        take(new Action.Answered("organisation", new Answer.Text("C"), NOON));
        var first = state.design();
        take(new Action.Answered("organisation", new Answer.Text("Co"), NOON.plusSeconds(5)));
        take(new Action.Undo(NOON.plusSeconds(6)));
        assertEquals(first, state.design());
        take(new Action.Answered("organisation", new Answer.Text("Ca"), NOON.plusNanos(500_000_000)));
        assertEquals(2, state.history().past().size());
        assertEquals(first, state.before());
        assertTrue(state.history().future().isEmpty());
        take(new Action.Undo(NOON.plusSeconds(8)));
        assertEquals(first, state.design());
    }

    @Test
    void a_preview_of_an_older_design_is_not_shown() {
        take(answer("authorization", "azure-rbac", NOON));
        var old = state.design();
        take(answer("authorization", "both", NOON));
        take(new Action.Rendered(Preview.troubled(old, "old"), List.of()));
        assertTrue(state.preview().trouble().isEmpty());
    }

    private static Action answer(String id, String option, LocalDateTime at) {
        return new Action.Answered(id, new Answer.Choice(option), at);
    }

    private static Action decide(String id, Decision decision) {
        return new Action.Decided(id, decision, Change.Kind.DECISION, NOON);
    }

    private List<Effect> take(Action action) {
        var next = Update.apply(state, action);
        state = next.state();
        return next.effects();
    }
}
