package aksiam.store;

import aksiam.model.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** The line on which each value of a JSON text begins. */
public final class Lines {
    private final Map<Place, Integer> lines = new HashMap<>();

    private Lines() {
    }

    /** The lines of a text; of a text that is no JSON, those up to the fault. */
    public static Lines of(String text) {
        var lines = new Lines();
        try (var parser = JsonMapper.shared().createParser(text)) {
            parser.nextToken();
            lines.walk(parser, Place.ROOT);
        } catch (JacksonException e) {
            // What was seen until here is still true.
        }
        return lines;
    }

    /** The line of a value, from 1. A value that is not in the text has the line of what it would stand in. */
    public OptionalInt of(Place place) {
        for (var path = place.path(); !path.isEmpty(); path = parent(path)) {
            var line = lines.get(new Place(path));
            if (line != null) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }

    private void walk(JsonParser parser, Place place) {
        lines.put(place, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var child = place.key(parser.currentName());
                parser.nextToken();
                walk(parser, child);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY && parser.hasCurrentToken(); i++) {
                walk(parser, place.at(i));
            }
        }
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
