package aksiam.workshop;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The designs to start from, as the start page shows them. What their cards say is kept beside the presets, because to read four
 * designs at the start of the window would take a tenth of it.
 */
final class PresetCards {
    private static final Properties TEXTS = texts();
    static final List<Shelf.Preset> ALL = Stream.of(TEXTS.getProperty("order").split(" ")).map(PresetCards::card).toList();

    private PresetCards() {
    }

    private static Shelf.Preset card(String id) {
        return new Shelf.Preset(id, text(id, "title"), text(id, "scale"), text(id, "summary"), List.of(text(id, "points").split("\n")),
            Integer.parseInt(text(id, "doors")), Integer.parseInt(text(id, "answers")));
    }

    private static String text(String id, String key) {
        return TEXTS.getProperty(id + "." + key);
    }

    private static Properties texts() {
        try (var reader = new InputStreamReader(PresetCards.class.getResourceAsStream("/aksiam/presets/cards.properties"), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
