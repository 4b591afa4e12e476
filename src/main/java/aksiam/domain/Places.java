package aksiam.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ends of traffic that are no pods of a team, such as the API server: {@code places.json}. */
public final class Places {
    public static final String API_SERVER = "api-server";
    public static final String INGRESS_CONTROLLER = "ingress-controller";
    public static final String LOAD_BALANCER = "load-balancer";
    public static final String ENTRA = "entra";

    /**
     * One of them.
     *
     * @param entities  what Cilium calls it; empty: nothing
     * @param port      at which it is reached; 0: none in particular
     * @param dnsNames  under which it is reached
     * @param ranges    published address ranges; empty: none that stay
     * @param namespace where its pods run unless the row names another one; empty: it has no pods
     */
    public record Known(String id, String name, List<String> entities, int port, List<String> dnsNames, List<String> ranges, String namespace) {
    }

    private static final Map<String, Known> ALL = new LinkedHashMap<>();

    static {
        Data.read("places.json").get("places").forEach(row -> ALL.put(row.get("id").asString(),
            new Known(row.get("id").asString(), row.get("name").asString(), Data.strings(row.get("entities")), row.get("port").asInt(),
                Data.strings(row.get("dnsNames")), Data.strings(row.get("ranges")), row.get("namespace").asString())));
    }

    private Places() {
    }

    public static List<Known> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<Known> find(String id) {
        return Optional.ofNullable(ALL.get(id));
    }
}
