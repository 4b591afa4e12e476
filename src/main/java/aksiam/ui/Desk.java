package aksiam.ui;

import java.nio.file.Path;
import java.util.Optional;

/** What the window asks of the system around it. */
public interface Desk {
    /**
     * A design file to open; empty when none was chosen.
     *
     * @param start where a person is likely to look; it need not exist any more
     */
    Optional<Path> chooseDesign(Path start);

    /** Where to save; empty when nothing was chosen. */
    Optional<Path> chooseTarget(Path start, String name);

    Optional<Path> chooseFolder(Path start);

    /** Shows a folder or a web page, where the system can. */
    void show(String address);
}
