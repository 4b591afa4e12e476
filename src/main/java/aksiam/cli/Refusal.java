package aksiam.cli;

/** A command cannot do what was asked; the message says why and what to do. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
