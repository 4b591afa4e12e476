package aksiam.workshop;

import aksiam.generate.WritePlan;
import aksiam.model.Answer;
import aksiam.model.Decision;
import aksiam.model.Design;
import aksiam.model.DesignId;
import aksiam.rules.Finding;
import aksiam.store.AtomicFiles.Stamp;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Something that happened: a person did it, or an effect came back. */
public sealed interface Action {
    /** Show a place. */
    record Go(Page page) implements Action {
    }

    /** To the place before this one. */
    record Back() implements Action {
    }

    /** Undoes going back. */
    record Forward() implements Action {
    }

    /** An answer was given; an empty one makes the consideration undecided. */
    record Answered(String consideration, Answer answer, LocalDateTime at) implements Action {
    }

    /** Records whose number another one has get new ones. */
    record Renumbered(String consideration, LocalDateTime at) implements Action {
    }

    /** A field of the decision was changed; {@code kind} says which one. */
    record Decided(String consideration, Decision decision, Change.Kind kind, LocalDateTime at) implements Action {
    }

    record Undo(LocalDateTime at) implements Action {
    }

    record Redo(LocalDateTime at) implements Action {
    }

    /** An empty design with this id. */
    record New(DesignId id) implements Action {
        public New() {
            this(DesignId.random());
        }
    }

    record FromPreset(String preset) implements Action {
    }

    record Open(Path file) implements Action {
    }

    /** Save where it came from. */
    record Save() implements Action {
    }

    /** Save in another file; if it came from one, the design goes on with this id, because the file that it came from keeps its own. */
    record SaveAs(Path file, DesignId id) implements Action {
        public SaveAs(Path file) {
            this(file, DesignId.random());
        }
    }

    /** Save over what was found in the file instead of what the design was read from, on purpose. */
    record SaveOver(Path file, Stamp found) implements Action {
    }

    /** Go on with work that was never saved. */
    record Recover(Shelf.Recovery recovery) implements Action {
    }

    /** Throw away what an earlier run left unsaved. */
    record Discard(String recovery) implements Action {
    }

    record Forget(Path recent) implements Action {
    }

    record Prefer(Preferences preferences) implements Action {
    }

    /** Where the bundle goes and which outputs are left out. */
    record Target(Optional<Path> folder, Set<String> without) implements Action {
    }

    /** Which of the files that somebody edited are overwritten; all others are kept. */
    record Replace(Set<String> paths) implements Action {
    }

    /** Write the bundle. */
    record Generate() implements Action {
    }

    record Cancel() implements Action {
    }

    /** Find out what each option of a consideration would do. */
    record Weigh(String consideration, LocalDateTime at) implements Action {
    }

    /** Put away a problem. */
    record Dismiss() implements Action {
    }

    /** A document was read; {@code place} is where it was left. */
    record Opened(Document document, Optional<Page.At> place) implements Action {
    }

    record Saved(Document document, LocalDateTime at) implements Action {
    }

    record Autosaved(LocalDateTime at) implements Action {
    }

    record Shelved(Shelf shelf) implements Action {
    }

    /** It was looked for what earlier runs left unsaved. */
    record Found(Shelf.Kept kept) implements Action {
    }

    /** Recent designs were looked through. */
    record Judged(Map<Path, Shelf.Verdict> verdicts) implements Action {
    }

    /** A preview and the findings of a design. */
    record Rendered(Preview preview, List<Finding> findings) implements Action {
    }

    record Weighed(Weights weights) implements Action {
    }

    /** What writing would do, and when the folder was last written to. */
    record Compared(Effect.Compare request, WritePlan plan, Optional<LocalDateTime> last) implements Action {
    }

    record GenerationAt(Generation.Phase phase) implements Action {
    }

    record Failed(Problem problem) implements Action {
    }
}
