package aksiam.workshop;

/** What the window shows. */
public sealed interface Page {
    /** Presets, recent designs, recovery. */
    record Start() implements Page {
    }

    /**
     * A place in the steps.
     *
     * @param step          from 1
     * @param consideration the open one, empty on steps that show none
     */
    record At(int step, String consideration) implements Page {
    }

    Page START = new Start();
}
