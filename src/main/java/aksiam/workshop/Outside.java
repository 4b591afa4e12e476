package aksiam.workshop;

import aksiam.generate.WritePlan;
import aksiam.model.Design;
import aksiam.store.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the workshop needs from files and generators. Called on background threads. */
public interface Outside {
    /** Something could not be done; the problem says what to do. */
    final class Failure extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        public Failure(Problem problem) {
            super(problem.title());
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /**
     * Notes what went wrong where nothing is expected to, and says it in a sentence.
     *
     * @param doing what was being done, in words of the program
     */
    default String trouble(String doing, Throwable trouble) {
        return Trouble.sentence(trouble);
    }

    /** What somebody who looks into trouble needs to know; holds nothing of the design. */
    default String report() {
        return "";
    }

    Document open(Path file) throws Failure;

    Document preset(String id) throws Failure;

    /** What a file holds now is not kept as its backup when it is saved next. */
    default void forgetBackup(Path file) {
    }

    Document save(Document document, Design design, Path file) throws Failure;

    void autosave(Document document, Design design) throws Failure;

    void dropAutosave();

    /** Throws away what an earlier run kept. */
    void drop(String recovery);

    /** What earlier runs left unsaved. */
    Shelf.Kept kept();

    Shelf shelf();

    /** What is wrong with designs; those that cannot be read are left out. */
    Map<Path, Shelf.Verdict> judge(List<Path> files);

    void forget(Path recent);

    /** Where a design was left. */
    Optional<Page.At> place(Path file);

    void keep(Path file, Page.At place);

    Preferences preferences();

    void keep(Preferences preferences);

    /** The preview and the findings of a design, against the design before the last change, with the record of a consideration. */
    Action.Rendered render(Design design, Design before, String consideration);

    /** What each option would do, each given with the design it leads to. */
    Weights weigh(String consideration, Design design, Map<String, Design> options);

    Action.Compared compare(Effect.Compare request) throws IOException;

    /** Writes a bundle and tells how far it is; stops when {@code cancelled} says so. */
    Generation.Phase write(WritePlan plan, Consumer<Generation.Phase> progress, BooleanSupplier cancelled);
}
