package aksiam.store;

import aksiam.model.Design;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The designs to start from, which come with the product. */
public final class Presets {
    /** What {@code --preset} takes. */
    public static final List<String> IDS = List.of("small-team", "shared-platform", "regulated", "fleet");

    private Presets() {
    }

    /** The design of a preset; an exception when there is none of this id. */
    public static Design design(String id) {
        try {
            return DesignFile.parse(text(id), id);
        } catch (UnreadableDesign e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String id) {
        try (var stream = Presets.class.getResourceAsStream("/aksiam/presets/" + id + DesignFile.ENDING)) {
            if (stream == null) {
                throw new IllegalArgumentException("no preset " + id);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
