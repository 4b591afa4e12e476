package aksiam.catalogue.steps;

import aksiam.model.Design;
import aksiam.model.rows.Cluster;
import aksiam.model.rows.Tables;
import aksiam.model.rows.Workload;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What tells the identities of workloads apart: their names, and where a stamp is repeated under the same names in other resource
 * groups, NAME@GROUP for all but the first.
 */
public final class WorkloadIdentities {
    private final Map<String, String> groupOfName = new HashMap<>();
    private final Map<Workload, String> keys = new LinkedHashMap<>();

    public WorkloadIdentities(Design design) {
        var clusters = design.rows("clusters", Tables.CLUSTERS).stream().collect(Collectors.toMap(Cluster::name, Cluster::resourceGroup, (first, _) -> first));
        for (var row : design.rows("workloads", Tables.WORKLOADS)) {
            var said = group(row);
            var home = row.clusters().stream().filter(clusters::containsKey).map(clusters::get).findFirst().orElse("");
            var first = groupOfName.putIfAbsent(row.identity(), said.isEmpty() ? home : said);
            keys.put(row, first == null || said.isEmpty() || said.equalsIgnoreCase(first) ? row.identity() : row.identity() + "@" + said);
        }
        keys.values().removeIf(String::isEmpty);
    }

    /** Where the row says that its identity is; empty when it says nothing. */
    private static String group(Workload row) {
        return row.identityId().isKnown() ? row.identityId().resourceGroup() : row.identityResourceGroup();
    }

    /** Unique in the design; empty when the row names no identity. */
    public String of(Workload row) {
        return keys.getOrDefault(row, "");
    }

    /** As grants may name them. */
    public Collection<String> names() {
        return keys.values();
    }
}
