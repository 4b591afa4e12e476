package aksiam.generate.kubernetes;

import aksiam.domain.Escalations;
import aksiam.domain.Operations;
import aksiam.generate.bicep.GivenRight;
import aksiam.generate.bicep.GivenRight.Kind;
import aksiam.generate.kubernetes.ChecksOutput.Row;
import aksiam.plan.AzureScope;
import aksiam.plan.PlannedCluster;
import java.util.List;
import java.util.stream.Stream;

/** Who may hold a way into a cluster by the design, standing or once it is activated; whoever else holds one is reported. */
final class Holders {
    /** Operations that open a cluster, or give the right to what opens it; reading alone is told by one of its operations. */
    static final List<String> WAYS_IN = Stream.concat(Escalations.waysIn(), Stream.of("data:" + Operations.LISTED + "managedClusters/pods/read")).toList();

    private Holders() {
    }

    /** @param rights all that the bundle gives */
    static List<Row> of(List<GivenRight> rights, PlannedCluster cluster) {
        return rights.stream()
            .filter(right -> (right.kind() == Kind.ROLE || right.kind() == Kind.ELIGIBLE) && new AzureScope(right.scope()).meets(cluster.scope()))
            .map(right -> new Row(List.of(right.principal(), right.scope(), right.role(), right.what()), right.consideration())).toList();
    }
}
