package aksiam.store;

/** What applications keep that are gone by now. */
public final class DeadProcess {
    private DeadProcess() {
    }

    /** @param number tells several of them apart */
    public static Autosave autosave(StateFolder folder, int number) {
        return new Autosave(folder, Integer.MAX_VALUE - number + "-1");
    }
}
