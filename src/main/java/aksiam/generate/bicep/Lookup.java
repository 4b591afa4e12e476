package aksiam.generate.bicep;

import aksiam.model.ResourceId;
import aksiam.plan.ManagedIdentity;
import aksiam.plan.Plan;
import aksiam.plan.PlannedCluster;
import aksiam.plan.Subject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Clusters and identities of a plan by their names. */
record Lookup(Plan plan, Map<String, PlannedCluster> clusters, Map<String, ManagedIdentity> identities) {
    static Lookup of(Plan plan) {
        return new Lookup(plan, plan.clusters().stream().collect(Collectors.toMap(PlannedCluster::name, Function.identity(), (first, _) -> first)),
            plan.identities().stream().collect(Collectors.toMap(ManagedIdentity::name, Function.identity(), (first, _) -> first)));
    }

    /** Id of the resource that tells the ids of a subject: a managed identity, or a cluster; none for others. */
    ResourceId id(Subject subject) {
        return switch (subject) {
            case Subject.Entra _, Subject.Account _ -> ResourceId.NONE;
            case Subject.Identity(var name) -> identities.containsKey(name) ? identities.get(name).id() : ResourceId.NONE;
            case Subject.ClusterMade(var cluster, var _) -> clusters.containsKey(cluster) ? clusters.get(cluster).id() : ResourceId.NONE;
        };
    }

    /** Where a resource of an earlier stage is, as the templates read it. */
    BicepValue.Fields reference(ResourceId id) {
        return new BicepValue.Fields().putId("subscription", id.subscription(), plan.nameOf(id.subscription())).put("resourceGroup", id.resourceGroup())
            .put("name", id.name());
    }
}
