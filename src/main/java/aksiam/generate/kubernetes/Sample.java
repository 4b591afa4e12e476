package aksiam.generate.kubernetes;

import aksiam.generate.Escaping;
import aksiam.generate.Placement;
import aksiam.model.rows.Pool;
import aksiam.plan.Namespace;
import aksiam.plan.Plan;
import aksiam.plan.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A Deployment that shows how a workload uses its identity, and what it mounts.
 *
 * @param identity    whether its pods get a token of the identity
 * @param usesBinding whether that happens by an identity binding
 */
public record Sample(Meta meta, String name, String serviceAccount, boolean identity, boolean bound, boolean usesBinding, Placement placement,
    SequencedMap<String, String> requests, SequencedMap<String, String> limits, List<SecretMount.Volume> mounts) {
    static Sample of(Workload workload, Optional<Namespace> namespace, Optional<Pool> pool, boolean identity, boolean bound) {
        var meta = Meta.of(workload.name(), workload.namespace(), List.of(workload.consideration()));
        var requests = new LinkedHashMap<String, String>();
        var limits = new LinkedHashMap<String, String>();
        var defaults = namespace.flatMap(Namespace::limits).orElse(new Namespace.Limits("", "", "", "", ""));
        size(requests, limits, "cpu", defaults.requestCpu(), defaults.limitCpu(), "100m");
        size(requests, limits, "memory", defaults.requestMemory(), defaults.limitMemory(), "64Mi");
        size(requests, limits, "ephemeral-storage", "", "", "64Mi");
        return new Sample(meta, workload.name(), workload.serviceAccount(), identity, bound, workload.usesBinding(),
            pool.map(Placement::on).orElse(Placement.ANYWHERE), requests, limits, SecretMount.volumes(workload));
    }

    /**
     * The defaults of the namespace say what a container may take; the sample asks for the same, and for little where there are none. Deployment
     * safeguards want a limit in any case.
     */
    private static void size(SequencedMap<String, String> requests, SequencedMap<String, String> limits, String resource, String request, String limit,
        String little) {
        boolean undecided = request.isEmpty() && limit.isEmpty();
        requests.put(resource, undecided ? little : request.isEmpty() ? limit : request);
        limits.put(resource, undecided ? little : limit.isEmpty() ? request : limit);
    }
}
