package aksiam.workshop;

import aksiam.model.Design;
import aksiam.rules.Finding;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the window shows.
 *
 * @param document   the design as it is saved, and where
 * @param design     the design as it is now
 * @param trail      what was changed last, by an answer, undo or redo
 * @param before     the design before the last change, what the changed lines are told against
 * @param deciders   of the previous decision, proposed for the next one
 * @param savedAt    when the design was last saved
 * @param autosaved  when the unsaved design was last kept for recovery
 * @param visits     the places on the way here, for back and forward
 * @param weights    what the options that were compared last would do
 */
public record State(Page page, Document document, Design design, History history, Optional<Change> trail, Design before, List<String> deciders,
    Optional<LocalDateTime> savedAt,
    Optional<LocalDateTime> autosaved, Preview preview, List<Finding> findings, Generation generation, Optional<Refusal> refusal, Optional<Problem> problem,
    Preferences preferences, Shelf shelf, Visits visits, Weights weights) {

    public State {
        deciders = List.copyOf(deciders);
        findings = List.copyOf(findings);
    }

    /** The start page, before anything is known. */
    public static State start(Preferences preferences) {
        return new State(Page.START, Document.fresh(Design.EMPTY), Design.EMPTY, History.NONE, Optional.empty(), Design.EMPTY, List.of(), Optional.empty(),
            Optional.empty(), Preview.NONE,
            List.of(), Generation.IDLE, Optional.empty(), Optional.empty(), preferences, Shelf.UNREAD, Visits.NONE, Weights.NONE);
    }

    /** Whether the design differs from its file. */
    public boolean isUnsaved() {
        return !design.equals(document.design());
    }

    /** Tells one answer, undo or redo from the next; to go on typing is no other one. */
    public record Turn(int undone, int redone, Design before) {
    }

    public Turn turn() {
        return new Turn(history.past().size(), history.future().size(), before);
    }

    /** The open consideration, empty where there is none. */
    public String consideration() {
        return switch (page) {
            case Page.Start() -> "";
            case Page.At(var _, var consideration) -> consideration;
        };
    }

    /** The folder that the bundle goes to unless another one is chosen. */
    public Path bundleFolder() {
        var name = Path.of("bundle");
        return document.file().map(file -> file.toAbsolutePath().resolveSibling(name))
            .orElseGet(() -> Path.of(System.getProperty("user.home")).resolve("aks-iam-bundle"));
    }

    /** Another place; the present one can be gone back to. */
    State at(Page page) {
        return at(page, page.equals(this.page) ? visits : visits.left(this.page));
    }

    State at(Page page, Visits visits) {
        return new State(page, document, design, history, trail, before, deciders, savedAt, autosaved, preview, findings, generation, refusal, problem,
            preferences, shelf, visits, weights);
    }

    /** The design after a change that can be undone. */
    State with(Design design, Change change) {
        var last = history.undo().filter(entry -> history.future().isEmpty() && change.continues(entry.change()));
        return new State(page, document, design, history.after(this.design, change), Optional.of(change), last.map(History.Entry::design).orElse(this.design),
            deciders, savedAt, autosaved, preview,
            findings, generation, Optional.empty(), problem, preferences, shelf, visits, weights);
    }

    /** The design after undo or redo. */
    State moved(Design design, History history, Change change) {
        return new State(page, document, design, history, Optional.of(change), this.design, deciders, savedAt, autosaved, preview, findings, generation,
            Optional.empty(), problem, preferences, shelf, visits, weights);
    }

    /** The same without what was typed of a secret. */
    State without(TypedSecret secret) {
        var clean = secret.without(design);
        return new State(page, document, clean, secret.without(history, clean), trail, secret.without(before), deciders, savedAt, autosaved, preview,
            findings, generation.unplanned(), refusal, problem, preferences, shelf, visits, weights);
    }

    /** Another document, with nothing to undo. */
    State opened(Document document, Design design, Page page) {
        return new State(page, document, design, History.NONE, Optional.empty(), design, List.of(), Optional.empty(), Optional.empty(), Preview.NONE, List.of(),
            Generation.IDLE, Optional.empty(),
            Optional.empty(), preferences, shelf, Visits.NONE, Weights.NONE);
    }

    /** What was saved may have got another id; what was typed meanwhile stays. */
    State saved(Document document, LocalDateTime at) {
        return new State(page, document, design.withId(document.design().id()), history, trail, before, deciders, Optional.of(at), Optional.empty(), preview,
            findings, generation, refusal,
            Optional.empty(), preferences, shelf, visits, weights);
    }

    State with(Preview preview, List<Finding> findings) {
        return new State(page, document, design, history, trail, before, deciders, savedAt, autosaved, preview, findings, generation, refusal, problem,
            preferences, shelf, visits, weights);
    }

    State with(Generation generation) {
        return new State(page, document, design, history, trail, before, deciders, savedAt, autosaved, preview, findings, generation, refusal, problem,
            preferences, shelf, visits, weights);
    }

    State with(Preferences preferences) {
        return new State(page, document, design, history, trail, before, deciders, savedAt, autosaved, preview, findings, generation, refusal, problem,
            preferences, shelf, visits, weights);
    }

    State with(Shelf shelf) {
        return new State(page, document, design, history, trail, before, deciders, savedAt, autosaved, preview, findings, generation, refusal, problem,
            preferences, shelf, visits, weights);
    }

    State with(Weights weights) {
        return new State(page, document, design, history, trail, before, deciders, savedAt, autosaved, preview, findings, generation, refusal, problem,
            preferences, shelf, visits, weights);
    }

    State withDeciders(List<String> deciders) {
        return new State(page, document, design, history, trail, before, deciders, savedAt, autosaved, preview, findings, generation, refusal, problem,
            preferences, shelf, visits, weights);
    }

    State withAutosaved(LocalDateTime at) {
        return new State(page, document, design, history, trail, before, deciders, savedAt, Optional.of(at), preview, findings, generation, refusal, problem,
            preferences, shelf, visits, weights);
    }

    State withRefusal(Optional<Refusal> refusal) {
        return new State(page, document, design, history, trail, before, deciders, savedAt, autosaved, preview, findings, generation, refusal, problem,
            preferences, shelf, visits, weights);
    }

    State withProblem(Optional<Problem> problem) {
        return new State(page, document, design, history, trail, before, deciders, savedAt, autosaved, preview, findings, generation, refusal, problem,
            preferences, shelf, visits, weights);
    }
}
