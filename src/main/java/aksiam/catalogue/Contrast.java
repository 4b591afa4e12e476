package aksiam.catalogue;

import java.util.List;

/**
 * A question that tells the options of a consideration apart, and what each of them answers.
 *
 * @param answers one for each option, in their order
 */
public record Contrast(String question, List<Says> answers) {
    /** How an answer weighs for most designs. */
    public enum Tone {
        GOOD, PARTLY, BAD, PLAIN
    }

    /** The answer of one option. */
    public record Says(Tone tone, String text) {
    }

    public Contrast {
        answers = List.copyOf(answers);
    }

    public static Contrast on(String question, Says... answers) {
        return new Contrast(question, List.of(answers));
    }

    public static Says yes() {
        return good("Yes");
    }

    public static Says no() {
        return bad("No");
    }

    public static Says good(String text) {
        return new Says(Tone.GOOD, text);
    }

    public static Says partly(String text) {
        return new Says(Tone.PARTLY, text);
    }

    public static Says bad(String text) {
        return new Says(Tone.BAD, text);
    }

    public static Says plain(String text) {
        return new Says(Tone.PLAIN, text);
    }
}
