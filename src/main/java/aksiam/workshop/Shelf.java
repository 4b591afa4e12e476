package aksiam.workshop;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the start page offers.
 *
 * @param recent newest first
 * @param read   whether it was looked at the disk already
 */
public record Shelf(List<Preset> presets, List<Recent> recent, Kept kept, boolean read) {
    public static final Shelf UNREAD = new Shelf(PresetCards.ALL, List.of(), Kept.NONE, false);

    /**
     * A design to start from.
     *
     * @param points  three answers that stand out
     * @param doors   how many one-way doors its answers pass
     * @param answers how many considerations it answers
     */
    public record Preset(String id, String title, String scale, String summary, List<String> points, int doors, int answers) {
        public Preset {
            points = List.copyOf(points);
        }
    }

    /**
     * A design that was open once.
     *
     * @param found    whether the file is still there
     * @param decided  of {@code applicable} considerations; both 0 when it cannot be read
     * @param verdict  empty until it was looked through
     */
    public record Recent(Path file, boolean found, int decided, int applicable, Optional<Verdict> verdict, LocalDateTime at) {
    }

    /** How many findings a design has. */
    public record Verdict(int errors, int warnings) {
    }

    /**
     * Work that was never saved.
     *
     * @param differs what is different from the file, one line an answer
     */
    public record Recovery(String id, Document document, String name, LocalDateTime at, List<String> differs, Standing standing) {
        public Recovery {
            differs = List.copyOf(differs);
        }
    }

    /** How unsaved work stands to its file. */
    public enum Standing {
        /** It goes on from what the file holds, or was never in a file. */
        NEWER,
        /** The file was saved after it. */
        OLDER,
        /** The file was changed elsewhere before it was kept. */
        APART,
        /** The file is not there any more. */
        GONE
    }

    /**
     * Work that was never saved and cannot be read.
     *
     * @param why one sentence
     */
    public record Unreadable(String id, Path file, String why) {
    }

    /**
     * What earlier runs left unsaved.
     *
     * @param recoveries newest first
     */
    public record Kept(List<Recovery> recoveries, List<Unreadable> unreadable) {
        public static final Kept NONE = new Kept(List.of(), List.of());

        public Kept {
            recoveries = List.copyOf(recoveries);
            unreadable = List.copyOf(unreadable);
        }

        /** The newest one. */
        public Optional<Recovery> newest() {
            return recoveries.stream().findFirst();
        }

        /** The newest one of a file. */
        public Optional<Recovery> of(Path file) {
            return recoveries.stream().filter(recovery -> recovery.document().file().map(Path::normalize).filter(file.normalize()::equals).isPresent())
                .findFirst();
        }

        Kept without(String id) {
            return new Kept(recoveries.stream().filter(recovery -> !recovery.id().equals(id)).toList(),
                unreadable.stream().filter(found -> !found.id().equals(id)).toList());
        }
    }

    public Shelf {
        presets = List.copyOf(presets);
        recent = List.copyOf(recent);
    }

    /** With what was found in recent designs. */
    Shelf judged(Map<Path, Verdict> verdicts) {
        return new Shelf(presets, recent.stream().map(entry -> new Recent(entry.file(), entry.found(), entry.decided(), entry.applicable(),
            Optional.ofNullable(verdicts.get(entry.file())).or(entry::verdict), entry.at())).toList(), kept, read);
    }

    Shelf with(Kept kept) {
        return new Shelf(presets, recent, kept, read);
    }
}
