package aksiam.model;

import java.util.regex.Pattern;

/**
 * Where something stands in a design, as a JSON path of the design file.
 *
 * @param path such as {@code $.answers.clusters[2].name}
 */
public record Place(String path) implements Comparable<Place> {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][-\\w]*");

    public static final Place ROOT = new Place("$");
    public static final Place ANSWERS = ROOT.key("answers");
    public static final Place DECISIONS = ROOT.key("decisions");
    public static final Place RECORDS = ROOT.key("records");

    public static Place answer(String consideration) {
        return ANSWERS.key(consideration);
    }

    public static Place decision(String consideration) {
        return DECISIONS.key(consideration);
    }

    public Place key(String name) {
        return new Place(PLAIN.matcher(name).matches() ? path + "." + name : path + "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']");
    }

    /** @param index from 0 */
    public Place at(int index) {
        return new Place(path + "[" + index + "]");
    }

    /** So that maps stay fast also when somebody chose keys with one hash. */
    @Override
    public int compareTo(Place other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
