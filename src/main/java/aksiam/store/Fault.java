package aksiam.store;

import aksiam.model.Place;
import java.util.OptionalInt;

/**
 * Why a design file cannot be read.
 *
 * @param line from 1, empty when the whole file is meant
 */
public record Fault(String file, Place place, OptionalInt line, String message) {
    /** One line for a person: file, place and reason. */
    public String text() {
        var where = line.isEmpty() ? "" : place.equals(Place.ROOT) ? ": line " + line.getAsInt() : ": " + place + " (line " + line.getAsInt() + ")";
        return file + where + ": " + message;
    }
}
