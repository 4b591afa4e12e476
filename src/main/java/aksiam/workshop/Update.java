package aksiam.workshop;

import aksiam.catalogue.Catalogue;
import aksiam.catalogue.Consideration;
import aksiam.catalogue.Option;
import aksiam.generate.WritePlan;
import aksiam.model.Answer;
import aksiam.model.Design;
import aksiam.rules.Finding;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What each action leads to. Pure: the same state and action give the same next state and effects. */
public final class Update {
    private static final int REVIEW = 12;
    private static final int GENERATE = 13;

    private Update() {
    }

    public static Next apply(State state, Action action) {
        return switch (action) {
            case Action.Go(var page) -> gone(state.at(page).withRefusal(Optional.empty()));
            case Action.Back() -> turned(state, state.visits().back(state.page()));
            case Action.Forward() -> turned(state, state.visits().forward(state.page()));
            case Action.Answered(var id, var answer, var at) -> answered(state, new Action.Answered(id, answer, at));
            case Action.Renumbered(var id, var at) -> changed(state, state.design().renumbered(), change(id, Change.Kind.DECISION, at));
            case Action.Decided(var id, var decision, var kind, var at) -> decided(state, new Action.Decided(id, decision, kind, at));
            case Action.Undo(var at) ->
                state.history().undo().map(entry -> moved(state, entry, state.history().undone(state.design()), at)).orElseGet(() -> Next.of(state));
            case Action.Redo(var at) ->
                state.history().redo().map(entry -> moved(state, entry, state.history().redone(state.design()), at)).orElseGet(() -> Next.of(state));
            case Action.New(var id) -> {
                var empty = Design.EMPTY.withId(id);
                yield opened(state, Document.fresh(empty), empty, Optional.empty());
            }
            case Action.FromPreset(var preset) -> Next.of(state, new Effect.LoadPreset(preset));
            case Action.Open(var file) -> Next.of(state, new Effect.Load(file));
            case Action.Save() -> state.document().file().map(file -> save(state, file)).orElseGet(() -> Next.of(state));
            case Action.SaveAs(var file, var id) -> {
                boolean another = state.document().file().filter(own -> !own.equals(file.toAbsolutePath())).isPresent();
                yield Next.of(state, new Effect.Write(state.document(), another ? state.design().withId(id) : state.design(), file));
            }
            case Action.SaveOver(var file, var found) when state.document().file().filter(file::equals).isPresent() ->
                Next.of(state.withProblem(Optional.empty()),
                    new Effect.Write(new Document(state.document().design(), state.document().file(), found), state.design(), file));
            case Action.SaveOver _ -> Next.of(state);
            case Action.Recover(var recovery) -> recovered(state, recovery);
            case Action.Discard(var recovery) -> Next.of(without(state, recovery), new Effect.DropRecovery(recovery));
            case Action.Forget(var recent) -> Next.of(state, new Effect.Forget(recent));
            case Action.Prefer(var preferences) -> Next.of(state.with(preferences), new Effect.KeepPreferences(preferences));
            case Action.Target(var folder, var without) -> compared(state, state.generation().into(folder, without).at(new Generation.Phase.Comparing()));
            case Action.Replace(var paths) -> compared(state, state.generation().replacing(paths));
            case Action.Generate() when state.generation().isWriting() || hasErrors(state) -> Next.of(state);
            case Action.Generate() -> state.generation().plan().map(plan -> written(state, plan))
                .orElseGet(() -> compared(state, state.generation().at(new Generation.Phase.Wanted())));
            case Action.Cancel() -> Next.of(state, new Effect.CancelWriting());
            case Action.Dismiss() -> Next.of(state.withProblem(Optional.empty()).withRefusal(Optional.empty()));
            case Action.Opened(var document, var place) -> {
                var next = opened(state, document, document.design(), place);
                yield document.file().isPresent() ? next.and(List.of(new Effect.FindKept())) : next;
            }
            case Action.Saved(var document, var at) -> {
                var next = state.saved(document, at);
                var effects = new ArrayList<Effect>();
                // What was typed meanwhile goes on from the file as it is now.
                effects.add(next.isUnsaved() ? new Effect.Autosave(next.document(), next.design()) : new Effect.DropAutosave());
                if (document.file().flatMap(next.shelf().kept()::of).isPresent()) {
                    effects.add(new Effect.FindKept());
                }
                if (next.design() != state.design()) {
                    effects.add(render(next));
                }
                yield Next.of(next, effects.toArray(Effect[]::new));
            }
            case Action.Autosaved(var at) -> Next.of(state.withAutosaved(at));
            case Action.Shelved(var shelf) -> {
                var files = shelf.recent().stream().filter(Shelf.Recent::found).map(Shelf.Recent::file).toList();
                yield files.isEmpty() ? Next.of(state.with(shelf)) : Next.of(state.with(shelf), new Effect.Judge(files));
            }
            case Action.Found(var kept) -> Next.of(state.with(state.shelf().with(kept)));
            case Action.Judged(var verdicts) -> Next.of(state.with(state.shelf().judged(verdicts)));
            // A preview of a design that was changed meanwhile is older than the one on its way.
            case Action.Rendered(var preview, var findings) -> Next.of(preview.design() == state.design() ? state.with(preview, findings) : state);
            case Action.Weigh(var id, var at) -> weigh(state, id, at);
            case Action.Weighed(var weights) -> Next.of(weights.design() == state.design() ? state.with(weights) : state);
            // What was found out about something else than what is asked now is no answer.
            case Action.Compared(var request, var plan, var last) when request.equals(compare(state)) -> {
                var next = state.with(state.generation().planned(plan, last, settled(state.generation().phase())));
                yield state.generation().phase() instanceof Generation.Phase.Wanted ? written(next, plan) : Next.of(next);
            }
            case Action.Compared _ -> Next.of(state);
            case Action.GenerationAt(var phase) -> generationAt(state, phase);
            case Action.Failed(var problem) -> Next.of(state.withProblem(Optional.of(problem)));
        };
    }

    private static Next answered(State state, Action.Answered action) {
        var refusal = Edits.secret(action.consideration(), action.answer());
        if (refusal.isPresent()) {
            return refused(state, refusal.get().at(action.at()), TypedSecret.of(action.consideration(), action.answer()));
        }
        if (action.answer() instanceof Answer.Text(var text) && goesOn(state, action.consideration(), action.at())
            && TypedSecret.isNextLetter(TypedSecret.answer(state.design(), action.consideration()), text)) {
            return Next.of(state.withRefusal(state.refusal().map(it -> it.at(action.at()))));
        }
        if (state.design().answer(action.consideration()).map(action.answer()::equals)
            .orElse(action.answer().isEmpty() && !(action.answer() instanceof Answer.Choices))) {
            return Next.of(state.withRefusal(Optional.empty()));
        }
        var kind = action.answer() instanceof Answer.Text ? Change.Kind.TEXT : Change.Kind.ANSWER;
        var next = Edits.answer(state.design(), action.consideration(), action.answer(), action.at().toLocalDate(), state.deciders());
        return changed(state, next, change(action.consideration(), kind, action.at()));
    }

    /** What was typed of a secret before it was known as one leaves the design, what can be undone and what is kept for recovery. */
    private static Next refused(State state, Refusal refusal, Optional<TypedSecret> typed) {
        var secret = typed.filter(it -> it.isIn(state.design()) || it.isIn(state.before()));
        if (secret.isEmpty()) {
            return Next.of(state.withRefusal(Optional.of(refusal)));
        }
        var next = state.without(secret.get()).withRefusal(Optional.of(refusal));
        var effects = new ArrayList<Effect>();
        effects.add(render(next));
        effects.add(next.isUnsaved() ? new Effect.Autosave(next.document(), next.design()) : new Effect.DropAutosave());
        state.document().file().filter(_ -> secret.get().isIn(state.document().design())).ifPresent(file -> effects.add(new Effect.ForgetBackup(file)));
        return Next.of(next, effects.toArray(Effect[]::new));
    }

    /** A secret is known before its last letter; the others are not taken either. */
    private static boolean goesOn(State state, String id, LocalDateTime at) {
        return state.refusal().filter(refusal -> refusal.goesOn(id, at)).isPresent();
    }

    private static Next decided(State state, Action.Decided action) {
        var refusal = Edits.secret(action.consideration(), action.decision());
        if (refusal.isPresent()) {
            return refused(state, refusal.get().at(action.at()), TypedSecret.of(action.consideration(), action.decision()));
        }
        if (goesOn(state, action.consideration(), action.at())
            && TypedSecret.isNextLetter(state.refusal().orElseThrow(), state.design().decision(action.consideration()), action.decision())) {
            return Next.of(state.withRefusal(state.refusal().map(it -> it.at(action.at()))));
        }
        if (state.design().decision(action.consideration()).equals(action.decision())) {
            return Next.of(state.withRefusal(Optional.empty()));
        }
        var deciders = action.decision().deciders().isEmpty() ? state.deciders() : action.decision().deciders();
        return changed(state.withDeciders(deciders), Edits.decide(state.design(), action.consideration(), action.decision()),
            change(action.consideration(), action.kind(), action.at()));
    }

    private static Next weigh(State state, String id, LocalDateTime at) {
        return Catalogue.find(id).map(consideration -> {
            var options = consideration.input().options().stream().collect(Collectors.toMap(Option::id, option -> Edits.answer(state.design(), id,
                Choosing.answer(consideration, state.design(), option.id()), at.toLocalDate(), state.deciders())));
            return Next.of(state, new Effect.Weigh(id, state.design(), options));
        }).orElseGet(() -> Next.of(state));
    }

    private static Change change(String id, Change.Kind kind, LocalDateTime at) {
        return new Change(id, kind, Catalogue.find(id).map(Consideration::title).orElse(id), at);
    }

    private static Next changed(State state, Design design, Change change) {
        var changed = state.with(design, change);
        var next = changed.with(changed.generation().unplanned());
        var autosave = new Effect.Autosave(next.document(), design);
        return isAt(next.page(), GENERATE) ? Next.of(next, render(next), autosave, compare(next)) : Next.of(next, render(next), autosave);
    }

    private static boolean isAt(Page page, int step) {
        return page instanceof Page.At(var number, var _) && number == step;
    }

    private static Page place(String id) {
        int step = Catalogue.stepOf(id).number();
        return new Page.At(step, hasConsiderations(step) ? id : "");
    }

    /** Undo and redo show the place that changed. */
    private static Next moved(State state, History.Entry entry, History history, LocalDateTime at) {
        var id = entry.change().consideration();
        var page = Catalogue.find(id).map(_ -> place(id)).orElse(state.page());
        var moved = state.moved(entry.design().withId(state.design().id()), history, change(id, entry.change().kind(), at)).at(page);
        var next = moved.with(moved.generation().unplanned());
        return Next.of(next, render(next), next.isUnsaved() ? new Effect.Autosave(next.document(), next.design()) : new Effect.DropAutosave());
    }

    /** Where it was left, else at its beginning. */
    private static Next opened(State state, Document document, Design design, Optional<Page.At> place) {
        var first = Catalogue.steps().getFirst();
        var page = place.orElse(new Page.At(first.number(), first.considerations().getFirst().id()));
        var next = state.opened(document, design, page).withDeciders(Edits.deciders(design));
        return Next.of(next, new Effect.DropAutosave(), render(next));
    }

    /** Recovered work is unsaved: it is kept under the name of this run before that of the earlier one goes. */
    private static Next recovered(State state, Shelf.Recovery recovery) {
        var found = recovery.document();
        var opened = opened(without(state, recovery.id()), new Document(Design.EMPTY, found.file(), found.stamp()), found.design(), Optional.empty())
            .state();
        return Next.of(opened, render(opened), new Effect.TakeOver(opened.document(), opened.design(), recovery.id()));
    }

    private static State without(State state, String recovery) {
        return state.with(state.shelf().with(state.shelf().kept().without(recovery)));
    }

    private static Next save(State state, java.nio.file.Path file) {
        return Next.of(state, new Effect.Write(state.document(), state.design(), file));
    }

    private static Next turned(State state, Optional<Visits.Turn> turn) {
        return turn.map(to -> gone(state.at(to.place(), to.visits()).withRefusal(Optional.empty()))).orElseGet(() -> Next.of(state));
    }

    private static Next gone(State state) {
        return switch (state.page()) {
            case Page.Start() -> Next.of(state, new Effect.ReadShelf());
            case Page.At(var step, var _) when step == GENERATE && !state.generation().isWriting() -> {
                var next = state.with(state.generation().at(new Generation.Phase.Comparing()));
                yield Next.of(next, compare(next), render(next)).and(place(next));
            }
            case Page.At _ -> Next.of(state, render(state)).and(place(state));
        };
    }

    /** What was rendered before is not rendered again; the record of the open consideration is. */
    private static Effect render(State state) {
        return new Effect.Render(state.design(), state.before(), state.consideration());
    }

    private static List<Effect> place(State state) {
        return state.page() instanceof Page.At at
            ? state.document().file().<Effect>map(file -> new Effect.KeepPlace(file, at)).stream().toList()
            : List.of();
    }

    private static Effect.Compare compare(State state) {
        var generation = state.generation();
        return new Effect.Compare(state.design(), generation.folder().orElseGet(state::bundleFolder), generation.without(), generation.replaced());
    }

    /** What was being found out is known now; what was done stays told. */
    private static Generation.Phase settled(Generation.Phase phase) {
        return switch (phase) {
            case Generation.Phase.Comparing _, Generation.Phase.Wanted _ -> new Generation.Phase.Idle();
            case Generation.Phase.Idle _, Generation.Phase.Writing _, Generation.Phase.Done _, Generation.Phase.Cancelled _, Generation.Phase.Failed _ -> phase;
        };
    }

    /** What is written now is not changed any more. */
    private static Next compared(State state, Generation generation) {
        if (state.generation().isWriting()) {
            return Next.of(state);
        }
        var next = state.with(generation);
        return Next.of(next, compare(next));
    }

    private static Next written(State state, WritePlan plan) {
        return Next.of(state.with(state.generation().at(new Generation.Phase.Writing("", 0, 0))), new Effect.WriteBundle(plan));
    }

    private static Next generationAt(State state, Generation.Phase phase) {
        var generation = state.generation().at(phase);
        return switch (phase) {
            case Generation.Phase.Done _ -> {
                // An edit that somebody makes later is asked about again.
                var next = state.with(generation.replacing(Set.of()));
                yield Next.of(next, compare(next));
            }
            // The folder may be another one than was compared.
            case Generation.Phase.Failed _ -> Next.of(state.with(generation.unplanned()));
            case Generation.Phase.Idle _, Generation.Phase.Comparing _, Generation.Phase.Wanted _, Generation.Phase.Writing _, Generation.Phase.Cancelled _ ->
                Next.of(state.with(generation));
        };
    }

    /** Errors stop generating. */
    static boolean hasErrors(State state) {
        return state.findings().stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    /** Whether a step shows considerations one by one. */
    public static boolean hasConsiderations(int step) {
        return step != REVIEW && step != GENERATE;
    }
}
