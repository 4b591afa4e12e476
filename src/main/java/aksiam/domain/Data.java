package aksiam.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a data file of the product. */
final class Data {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Data() {
    }

    static JsonNode read(String name) {
        try (var stream = Data.class.getResourceAsStream("/aksiam/data/" + name)) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static java.util.List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
