package aksiam.generate;

import java.util.List;
import java.util.Optional;

/**
 * One file of the bundle.
 *
 * @param path           from the root of the bundle, with forward slashes
 * @param considerations the ids of those that shaped it
 * @param scope          of a Bicep parameter file: where it is deployed
 */
public record Artefact(String path, String text, List<String> considerations, Optional<String> scope) implements Comparable<Artefact> {
    public Artefact {
        considerations = considerations.stream().distinct().sorted().toList();
    }

    public static Artefact of(String path, String text, List<String> considerations) {
        return new Artefact(path, text, considerations, Optional.empty());
    }

    /** Whether the file is made executable where the file system knows that. */
    public boolean isScript() {
        return path.endsWith(".sh");
    }

    @Override
    public int compareTo(Artefact other) {
        return path.compareTo(other.path);
    }
}
