package aksiam.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a stage cannot run as the design stands: Azure would refuse the new cluster, or the cluster whoever applies the manifests. Once the cluster
 * is there, it no longer stops anything.
 *
 * @param stage  number of the stage that is refused
 * @param reason one sentence
 */
public record Obstacle(int stage, PlannedCluster cluster, String reason, String consideration) {
    static List<Obstacle> of(List<PlannedCluster> clusters, Collection<RoleAssignment> assignments, Collection<EligibleGrant> eligible) {
        return clusters.stream().filter(cluster -> !cluster.existing() && cluster.isDeployable())
            .flatMap(
                cluster -> Stream.of(noPool(cluster), noJoin(cluster, assignments), nobodyIsAdmin(cluster, assignments, eligible)).flatMap(Optional::stream))
            .toList();
    }

    OpenPoint openPoint() {
        return new OpenPoint(consideration, OpenPoint.Kind.OBSTACLE, "Stage " + stage + " cannot run. " + reason, "", Optional.empty());
    }

    /** Only Automatic makes its pools itself. */
    private static Optional<Obstacle> noPool(PlannedCluster cluster) {
        return cluster.pools().isEmpty() && !cluster.automatic()
            ? Optional.of(new Obstacle(3, cluster, "Cluster " + cluster.name() + " has no node pool, and Azure makes no cluster without one.", "clusters"))
            : Optional.empty();
    }

    /** Azure asks the cluster's identity for subnets/join/action before the cluster is made. */
    private static Optional<Obstacle> noJoin(PlannedCluster cluster, Collection<RoleAssignment> assignments) {
        if (cluster.settings().controlPlaneIdentity().isEmpty()) {
            return Optional.empty();
        }
        var identity = new Subject.Identity(cluster.settings().controlPlaneIdentity().get());
        var closed = new ArrayList<String>();
        for (var subnet : cluster.nodeSubnets()) {
            var scope = new AzureScope(subnet.text());
            if (assignments.stream().noneMatch(assignment -> assignment.subject().equals(identity) && assignment.scope().holds(scope))) {
                closed.add(subnet.name());
            }
        }
        return closed.isEmpty()
            ? Optional.empty()
            : Optional.of(new Obstacle(3, cluster, "The identity of cluster " + cluster.name() + " has no right to join subnet " + String.join(", ", closed)
                + ", and Azure makes no cluster without it.", "cluster-identity-rights"));
    }

    private static Optional<Obstacle> nobodyIsAdmin(PlannedCluster cluster, Collection<RoleAssignment> assignments, Collection<EligibleGrant> eligible) {
        return Administrators.of(cluster, assignments, eligible).isLockedOut()
            ? Optional.of(new Obstacle(7, cluster,
                "Nobody is cluster-admin in " + cluster.name() + ": no admin group is named, nobody holds " + Administrators.ROLE
                    + " where Azure RBAC decides, and local accounts are disabled.",
                "admin-groups"))
            : Optional.empty();
    }
}
