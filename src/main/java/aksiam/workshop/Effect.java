package aksiam.workshop;

import aksiam.generate.WritePlan;
import aksiam.model.Design;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something to be done outside of the state. What comes of it returns as an action. */
public sealed interface Effect {
    record Load(Path file) implements Effect {
    }

    record LoadPreset(String preset) implements Effect {
    }

    record Write(Document document, Design design, Path file) implements Effect {
    }

    /** Keep unsaved work for recovery, at the latest two seconds after the first change that is not kept yet. */
    record Autosave(Document document, Design design) implements Effect {
    }

    /** Nothing is unsaved any more. */
    record DropAutosave() implements Effect {
    }

    /** A file was saved while a secret was being typed: what it holds now is not kept as its backup when it is saved next. */
    record ForgetBackup(Path file) implements Effect {
    }

    /** Keep work of an earlier run as unsaved work of this one; what the earlier run kept goes after that. */
    record TakeOver(Document document, Design design, String recovery) implements Effect {
    }

    /** Throw away what an earlier run kept. */
    record DropRecovery(String recovery) implements Effect {
    }

    /** Look for what earlier runs left unsaved. */
    record FindKept() implements Effect {
    }

    /** Render the bundle of a design and of the one before the last change, and the record of a consideration; only the latest counts. */
    record Render(Design design, Design before, String consideration) implements Effect {
    }

    /**
     * Find out what each option of a consideration would do.
     *
     * @param options the design that each of them leads to
     */
    record Weigh(String consideration, Design design, Map<String, Design> options) implements Effect {
    }

    /** Find out what writing would do, over the edited files of these paths too. */
    record Compare(Design design, Path folder, Set<String> without, Set<String> replaced) implements Effect {
    }

    record WriteBundle(WritePlan plan) implements Effect {
    }

    record CancelWriting() implements Effect {
    }

    record Forget(Path recent) implements Effect {
    }

    /** Look through recent designs, which takes longer than to list them. */
    record Judge(List<Path> files) implements Effect {
    }

    /** Read what the start page offers. */
    record ReadShelf() implements Effect {
    }

    /** Remember where a design was left. */
    record KeepPlace(Path file, Page.At place) implements Effect {
    }

    record KeepPreferences(Preferences preferences) implements Effect {
    }
}
