package aksiam.generate.bicep;

import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Questions about the settings of the clusters: what Azure shows of them once they are deployed. */
public final class SettingChecks {
    public static final List<String> COLUMNS = List.of("expected", "setting", "resource", "API version", "consideration");

    /** One question; the expected value in small letters, those of a list sorted and joined by commas. */
    public record Question(String expected, String setting, String resource, String version, String consideration) {
    }

    private SettingChecks() {
    }

    /** By cluster; a cluster that Azure cannot be asked about has none. */
    public static Map<String, List<Question>> of(Plan plan) {
        var lookup = Lookup.of(plan);
        return plan.clusters().stream().filter(PlannedCluster::isDeployable)
            .collect(Collectors.toMap(PlannedCluster::name, cluster -> SettingChanges.of(cluster, lookup).stream()
                .map(change -> new Question(change.wanted(), change.query(), cluster.id().text() + change.below(), change.version(), change.from())).toList(),
                (first, _) -> first));
    }
}
