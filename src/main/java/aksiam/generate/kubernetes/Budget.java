package aksiam.generate.kubernetes;

import aksiam.plan.Namespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The quota of a namespace and the defaults of its containers.
 *
 * @param hard       of the ResourceQuota; empty: there is none
 * @param setByTeams whether the quota counts sizes that have no defaults, because the team sets them
 * @param requests   of a container that names none
 * @param limits     likewise; without both there is no LimitRange
 */
public record Budget(Meta meta, SequencedMap<String, String> hard, boolean setByTeams, SequencedMap<String, String> requests,
    SequencedMap<String, String> limits, String hardFrom,
    String defaultsFrom) {
    Budget in(String namespace) {
        return new Budget(meta.in(namespace), hard, setByTeams, requests, limits, hardFrom, defaultsFrom);
    }

    static Optional<Budget> of(Namespace namespace) {
        var requests = new LinkedHashMap<String, String>();
        var limits = new LinkedHashMap<String, String>();
        namespace.limits().ifPresent(defaults -> {
            put(requests, "cpu", defaults.requestCpu());
            put(requests, "memory", defaults.requestMemory());
            put(limits, "cpu", defaults.limitCpu());
            put(limits, "memory", defaults.limitMemory());
        });
        var hard = new LinkedHashMap<String, String>();
        namespace.quota().ifPresent(quota -> {
            if (namespace.maker() != Namespace.Maker.AKS) { // AKS keeps these itself, as the managed namespace says
                put(hard, "requests.cpu", quota.cpu());
                put(hard, "requests.memory", quota.memory());
                put(hard, "limits.cpu", quota.limitCpu());
                put(hard, "limits.memory", quota.limitMemory());
            }
            put(hard, "pods", quota.pods() > 0 ? Integer.toString(quota.pods()) : "");
        });
        if (hard.isEmpty() && requests.isEmpty() && limits.isEmpty()) {
            return Optional.empty();
        }
        boolean setByTeams = namespace.quota().filter(Namespace.Quota::setByTeams).isPresent() && hard.keySet().stream().anyMatch(key -> !key.equals("pods"));
        var from = new ArrayList<String>();
        namespace.quota().ifPresent(quota -> from.add(quota.consideration()));
        namespace.limits().ifPresent(defaults -> from.add(defaults.consideration()));
        return Optional.of(new Budget(Meta.of("team", namespace.name(), List.copyOf(from)), hard, setByTeams, requests, limits,
            namespace.quota().map(Namespace.Quota::consideration).orElse(""),
            namespace.limits().map(Namespace.Limits::consideration).orElse("")));
    }

    private static void put(SequencedMap<String, String> map, String key, String value) {
        if (!value.isEmpty()) {
            map.put(key, value);
        }
    }
}
