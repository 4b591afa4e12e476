package aksiam.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How choices can be changed later: {@code one-way-doors.json}. */
public final class OneWayDoors {
    private static final Set<String> NO_WAY_BACK = Set.of("irreversible", "creation-only", "creation-only-per-node-pool");

    /** When a change has an effect: never, when the setting is switched on or off, when it takes the place of another value, or always. */
    public enum When {
        NEVER, ON, OFF, REPLACED, ALWAYS
    }

    /** What a change does to a cluster that is there, and whether only when there was another value before. */
    public record Effect(String words, boolean onlyReplaced) {
    }

    /**
     * One choice.
     *
     * @param reversibility one of the six terms that the file explains, such as irreversible or creation-only
     * @param reimages      when changing it reimages nodes
     * @param interrupts    when changing it interrupts what runs
     * @param locksOut      when changing it takes somebody's access
     * @param status        confirmed, inferred, conflicting or unconfirmed
     */
    public record Door(String id, String decision, String reversibility, String howToChangeLater, String disruption, When reimages, When interrupts,
        When locksOut, String status, String workshopQuestion) {
        /** What switching it on or off does; a change with one of these effects needs consent. */
        public List<Effect> effects(boolean on) {
            var effects = new ArrayList<Effect>();
            add(effects, reimages, on, "reimages nodes");
            add(effects, interrupts, on, "interrupts what runs");
            add(effects, locksOut, on, "can lock somebody out");
            add(effects, NO_WAY_BACK.contains(reversibility) ? When.ALWAYS : When.NEVER, on, "cannot be undone");
            return List.copyOf(effects);
        }

        private static void add(List<Effect> effects, When when, boolean on, String words) {
            if (when == When.ALWAYS || when == When.REPLACED || when == (on ? When.ON : When.OFF)) {
                effects.add(new Effect(words, when == When.REPLACED));
            }
        }
    }

    private static final List<Door> ALL = Data.read("one-way-doors.json").get("doors").valueStream()
        .map(door -> new Door(door.path("id").asString(""), door.path("decision").asString(""),
            door.path("reversibility").asString(""), door.path("howToChangeLater").asString(""), door.path("disruption").asString(""),
            when(door, "reimages"), when(door, "interrupts"), when(door, "locksOut"),
            door.path("status").asString(""), door.path("workshopQuestion").asString("")))
        .toList();

    private OneWayDoors() {
    }

    private static When when(JsonNode door, String effect) {
        return When.valueOf(door.path(effect).asString("never").toUpperCase(Locale.ROOT));
    }

    public static List<Door> all() {
        return ALL;
    }

    public static Optional<Door> find(String id) {
        return ALL.stream().filter(door -> door.id().equals(id)).findFirst();
    }
}
