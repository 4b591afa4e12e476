package aksiam.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The namespaces of Kubernetes, AKS and its add-ons: {@code platform-namespaces.json}. Rights in them can be granted; none of them can be a team's. */
public final class PlatformNamespaces {
    /**
     * One namespace.
     *
     * @param of                 what makes it
     * @param inEveryCluster     whether it is there without an add-on
     * @param excludedFromPolicy whether policies of Azure that look at pods always leave it out
     * @param comesWith          answers that bring it, as CONSIDERATION=OPTION
     */
    public record Known(String name, String of, boolean inEveryCluster, boolean excludedFromPolicy, List<String> comesWith, String source) {
    }

    private static final Map<String, Known> ALL = new LinkedHashMap<>();

    static {
        Data.read("platform-namespaces.json").get("namespaces").forEach(row -> ALL.put(row.get("name").asString(), new Known(row.get("name").asString(),
            row.get("of").asString(), row.get("inEveryCluster").asBoolean(), row.get("excludedFromPolicy").asBoolean(),
            row.has("comesWith") ? Data.strings(row.get("comesWith")) : List.of(), row.get("source").asString())));
    }

    private PlatformNamespaces() {
    }

    public static List<Known> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<Known> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    public static boolean contains(String name) {
        return ALL.containsKey(name);
    }
}
