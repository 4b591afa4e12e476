package aksiam.generate.bicep;

import aksiam.domain.OneWayDoors;
import aksiam.domain.OneWayDoors.Effect;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was decided about one setting of a cluster, where Azure shows it and how it is changed on a cluster that is there.
 *
 * @param setting    what consent is given to, unique in a cluster
 * @param from       the consideration
 * @param part       1 for what later stages read, 2 for what follows once the rights are there
 * @param below      path of the resource that shows it, below the cluster; empty for the cluster itself
 * @param version    API version of that resource
 * @param query      of the setting in what Azure shows of the resource
 * @param list       whether that is a list
 * @param wanted     its value in small letters, those of a list sorted and joined by commas
 * @param door       id of what is known about changing it; empty when nothing is
 * @param on         whether the change switches something on, rather than off
 * @param command    words of the command line, escaped; empty when it cannot be changed at all
 * @param needs      function of the script that says whether it may follow yet; empty when nothing has to be there before
 */
public record SettingChange(String setting, String from, int part, String below, String version, String query, boolean list, String wanted, String door,
    boolean on,
    String command, String needs) {

    /** Query of the value as one text. */
    public String text() {
        return list ? "join(',', sort(not_null(" + query + ", keys(@)[:0])))" : "to_string(" + query + ")";
    }

    /** What it costs, as far as it is known. */
    public String disruption() {
        return OneWayDoors.find(door).map(found -> found.disruption() + " (" + found.id() + ", " + found.reversibility() + ")").orElse("none known");
    }

    /** What it does that needs consent; empty when it needs none. */
    public String effects() {
        return found().stream().map(Effect::words).collect(Collectors.joining(", "));
    }

    /** When it needs consent: never, always, or when it takes the place of another value. */
    public String consent() {
        return command.isEmpty() || found().isEmpty() ? "never" : found().stream().allMatch(Effect::onlyReplaced) ? "replaced" : "always";
    }

    private List<Effect> found() {
        return OneWayDoors.find(door).map(found -> found.effects(on)).orElse(List.of());
    }
}
