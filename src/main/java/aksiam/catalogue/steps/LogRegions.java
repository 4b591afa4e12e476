package aksiam.catalogue.steps;

import aksiam.model.Design;
import aksiam.model.rows.Cluster;
import aksiam.model.rows.LogDestination;
import aksiam.model.rows.Tables;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Regions whose logs go to one destination. Azure takes an event hub or a storage account in the region of the cluster only, a workspace in any:
 * MicrosoftDocs/azure-monitor-docs, articles/azure-monitor/platform/diagnostic-settings.md (2026-03-31).
 */
public final class LogRegions {
    private static final Set<String> REGIONAL = Set.of("storage", "event-hub");

    private LogRegions() {
    }

    /** Whether the one resource of the logs takes those of the clusters of a region. */
    static boolean takesFrom(Design design, String region) {
        var regions = ofOneDestination(design);
        return !REGIONAL.contains(design.choice("audit-destination")) || regions.size() == 1 && regions.contains(region);
    }

    /** Regions of the clusters that send to the one resource of the logs, where it has to be in their region. */
    public static List<String> ofOneDestination(Design design) {
        if (!REGIONAL.contains(design.choice("audit-destination"))) {
            return List.of();
        }
        var own = design.rows("audit-by-region", Tables.LOG_DESTINATIONS).stream().map(LogDestination::region).collect(Collectors.toSet());
        return design.rows("clusters", Tables.CLUSTERS).stream().map(Cluster::region).filter(region -> !region.isEmpty() && !own.contains(region))
            .distinct().sorted().toList();
    }
}
