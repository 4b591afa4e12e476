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
 * @param folder  where it goes; empty: beside the design file
 * @param without ids of the outputs that are left out
 * @param plan    what writing would do now
 */
public record Generation(Optional<Path> folder, Set<String> without, Optional<WritePlan> plan, Phase phase) {
    public static final Generation IDLE = new Generation(Optional.empty(), Set.of(), Optional.empty(), new Phase.Idle());

    /** What is going on. */
    public sealed interface Phase {
        record Idle() implements Phase {
        }

        /** What writing would do is being found out. */
        record Comparing() implements Phase {
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
    }

    Generation at(Phase phase) {
        return new Generation(folder, without, plan, phase);
    }

    Generation planned(WritePlan plan, Phase phase) {
        return new Generation(folder, without, Optional.of(plan), phase);
    }

    Generation into(Optional<Path> folder, Set<String> without) {
        return new Generation(folder, without, Optional.empty(), phase);
    }

    public boolean isWriting() {
        return phase instanceof Phase.Writing;
    }
}
