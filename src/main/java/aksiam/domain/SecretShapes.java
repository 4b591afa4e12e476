package aksiam.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What secrets look like by themselves, with who says so: {@code secret-shapes.json}. */
public final class SecretShapes {
    /**
     * One of them.
     *
     * @param kind    with its article, to be put after "looks like"
     * @param word    stands in every such secret; empty: no word does
     * @param pattern   its group {@code tail} is what was drawn and is neither a name nor a placeholder
     * @param notBehind words shortly before it that say that it is something else
     */
    public record Shape(String kind, String word, Pattern pattern, Optional<Pattern> notBehind) {
    }

    private static final List<Shape> ALL = Data.read("secret-shapes.json").get("shapes").valueStream()
        .map(row -> new Shape(row.get("kind").asString(), row.get("word").asString(), Pattern.compile(row.get("pattern").asString()),
            Optional.ofNullable(row.get("notBehind")).map(words -> Pattern.compile(words.asString(), Pattern.CASE_INSENSITIVE))))
        .toList();

    private SecretShapes() {
    }

    public static List<Shape> all() {
        return ALL;
    }
}
