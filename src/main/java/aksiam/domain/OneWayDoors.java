package aksiam.domain;

import java.util.List;
import java.util.Optional;

/** How choices can be changed later: {@code one-way-doors.json}. */
public final class OneWayDoors {
    /**
     * One choice.
     *
     * @param reversibility one of the six terms that the file explains, such as irreversible or creation-only
     * @param status        confirmed, inferred, conflicting or unconfirmed
     */
    public record Door(String id, String decision, String reversibility, String howToChangeLater, String disruption, String status, String workshopQuestion) {
    }

    private static final List<Door> ALL = Data.read("one-way-doors.json").get("doors").valueStream()
        .map(door -> new Door(door.path("id").asString(""), door.path("decision").asString(""),
            door.path("reversibility").asString(""), door.path("howToChangeLater").asString(""), door.path("disruption").asString(""),
            door.path("status").asString(""), door.path("workshopQuestion").asString("")))
        .toList();

    private OneWayDoors() {
    }

    public static List<Door> all() {
        return ALL;
    }

    public static Optional<Door> find(String id) {
        return ALL.stream().filter(door -> door.id().equals(id)).findFirst();
    }
}
