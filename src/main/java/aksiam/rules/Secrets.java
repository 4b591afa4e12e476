package aksiam.rules;

import aksiam.domain.SecretShapes;
import aksiam.domain.SecretShapes.Shape;
import java.util.Optional;

/** Recognises secrets that were pasted or typed by mistake. A design holds none; a message names the kind and never the value. */
public final class Secrets {
    /** Shorter ones are names, and no secret with its label is. */
    private static final int SHORTEST = 9;
    /** How far before a value the words stand that say what it is. */
    private static final int BEFORE = 30;
    /** More of them in one message are not hidden one by one. */
    private static final int MOST = 20;
    private static final String HIDDEN = "…";

    /**
     * What looks like a secret in a text.
     *
     * @param label what kind it is, with its article, to be put after "looks like"
     * @param start where that begins which nobody may see
     * @param end   where it ends
     */
    public record Found(String label, int start, int end) {
    }

    private Secrets() {
    }

    /** The first thing in the text that looks like a secret. */
    public static Optional<Found> find(String text) {
        if (text.length() < SHORTEST) {
            return Optional.empty();
        }
        for (var shape : SecretShapes.all()) {
            var found = shape.word().isEmpty() || text.contains(shape.word()) ? find(shape, text) : Optional.<Found>empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return LabelledSecrets.find(text);
    }

    /** The text without what looks like a secret, for messages that quote what was typed. */
    public static String hide(String text) {
        var hidden = text;
        for (int i = 0; i < MOST; i++) {
            var found = find(hidden);
            if (found.isEmpty()) {
                return hidden;
            }
            hidden = hidden.substring(0, found.get().start()) + HIDDEN + hidden.substring(found.get().end());
        }
        return HIDDEN;
    }

    private static Optional<Found> find(Shape shape, String text) {
        var matcher = shape.pattern().matcher(text);
        while (matcher.find()) {
            var before = text.substring(Math.max(0, matcher.start() - BEFORE), matcher.start());
            if (!SecretValue.isWords(matcher.group("tail")) && shape.notBehind().filter(words -> words.matcher(before).find()).isEmpty()) {
                return Optional.of(new Found(shape.kind(), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }
}
