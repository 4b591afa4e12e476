package aksiam.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the window and returns when it was closed. */
public interface Window {
    /**
     * Shows the start page, or the design of a file.
     *
     * @throws NoDisplay when there is nothing to show it on
     */
    void open(Optional<Path> file) throws NoDisplay;

    /** There is no display, or it cannot be reached. */
    final class NoDisplay extends Exception {
        private static final long serialVersionUID = 1;

        public NoDisplay(String reason) {
            super(reason);
        }
    }
}
