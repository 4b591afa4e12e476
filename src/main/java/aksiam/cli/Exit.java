package aksiam.cli;

/** Exit codes of the commands; 0 is success. */
final class Exit {
    static final int DONE = 0;
    /** {@code check} found something at or above the level asked for. */
    static final int FOUND = 1;
    /** Wrong usage, an unreadable file, or a design that is not finished enough. */
    static final int WRONG = 2;
    /** Files that a person edited stand in the way. */
    static final int EDITED = 3;

    private Exit() {
    }
}
