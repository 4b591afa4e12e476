package aksiam.workshop;

import aksiam.generate.WritePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far writing the bundle is.
 *
 * @param folder   where it goes; empty: beside the design file
 * @param without  ids of the outputs that are left out
 * @param replaced paths that are overwritten although somebody edited them; all others are kept
 * @param plan     what writing would do now
 * @param last     when the folder was last written to
 */
public record Generation(Optional<Path> folder, Set<String> without, Set<String> replaced, Optional<WritePlan> plan, Optional<LocalDateTime> last,
    Phase phase) {
    public static final Generation IDLE = new Generation(Optional.empty(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), new Phase.Idle());

    /** What is going on. */
    public sealed interface Phase {
        record Idle() implements Phase {
        }

        /** What writing would do is being found out. */
        record Comparing() implements Phase {
        }

        /** It is written as soon as it is found out what writing would do. */
        record Wanted() implements Phase {
        }

        /** Files are being written; {@code path} is the present one. */
        record Writing(String path, int done, int of) implements Phase {
        }

        record Done(int written, int removed, int kept, Duration took, LocalDateTime at) implements Phase {
        }

        record Cancelled() implements Phase {
        }

        /** Nothing was written; each line says where and what to do. */
        record Failed(List<String> reasons) implements Phase {
            public Failed {
                reasons = List.copyOf(reasons);
            }
        }
    }

    public Generation {
        without = Set.copyOf(without);
        replaced = Set.copyOf(replaced);
    }

    Generation at(Phase phase) {
        return new Generation(folder, without, replaced, plan, last, phase);
    }

    Generation planned(WritePlan plan, Optional<LocalDateTime> last, Phase phase) {
        return new Generation(folder, without, replaced, Optional.of(plan), last, phase);
    }

    /** What was to be replaced in one folder is not to be in another one. */
    Generation into(Optional<Path> folder, Set<String> without) {
        boolean same = folder.equals(this.folder);
        return new Generation(folder, without, same ? replaced : Set.of(), Optional.empty(), same ? last : Optional.empty(), phase);
    }

    /** The design changed: what writing would do has to be found out again. */
    Generation unplanned() {
        return new Generation(folder, without, replaced, Optional.empty(), last, phase);
    }

    Generation replacing(Set<String> replaced) {
        return new Generation(folder, without, replaced, plan, last, phase);
    }

    public boolean isWriting() {
        return phase instanceof Phase.Writing;
    }
}
