package aksiam.generate.guide;

import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Clusters that are changed in the same wave; those without a number are the last one. */
public record Wave(OptionalInt number, List<String> clusters) {
    static List<Wave> of(Plan plan) {
        var byNumber = new TreeMap<Integer, List<String>>();
        plan.clusters().stream().filter(PlannedCluster::isDeployable)
            .forEach(cluster -> byNumber.computeIfAbsent(cluster.wave().orElse(Integer.MAX_VALUE), _ -> new ArrayList<>()).add(cluster.name()));
        return byNumber.entrySet().stream()
            .map(wave -> new Wave(wave.getKey() == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(wave.getKey()), wave.getValue())).toList();
    }
}
