package aksiam.catalogue.steps;

import aksiam.plan.AzureScope;
import aksiam.plan.ClusterDraft;
import aksiam.plan.Namespace;
import aksiam.plan.PlanBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places that the scope of a grant stands for: CLUSTER, CLUSTER/NAMESPACE, {@code *} for every cluster, or a full Azure id. */
final class Scopes {
    sealed interface Place {
        record WholeCluster(ClusterDraft cluster) implements Place {
        }

        record InNamespace(ClusterDraft cluster, String namespace) implements Place {
        }

        record InAzure(AzureScope scope) implements Place {
        }

        /** As a grant writes it. */
        default String label() {
            return switch (this) {
                case WholeCluster(var cluster) -> cluster.name();
                case InNamespace(var cluster, var namespace) -> cluster.name() + "/" + namespace;
                case InAzure(var scope) -> scope.id();
            };
        }
    }

    private final PlanBuilder plan;
    private final Map<String, String> clusterIds = new HashMap<>();

    Scopes(PlanBuilder plan) {
        this.plan = plan;
    }

    /** The places; none when the cluster is not in the plan. */
    List<Place> of(String scope) {
        if (scope.equals("*")) {
            return plan.clusters().stream().<Place>map(Place.WholeCluster::new).toList();
        }
        if (scope.startsWith("/")) {
            return List.of(new Place.InAzure(new AzureScope(scope)));
        }
        int slash = scope.indexOf('/');
        return slash < 0
            ? plan.cluster(scope).<Place>map(Place.WholeCluster::new).stream().toList()
            : plan.cluster(scope.substring(0, slash)).<Place>map(cluster -> new Place.InNamespace(cluster, scope.substring(slash + 1))).stream().toList();
    }

    AzureScope azure(Place place) {
        return switch (place) {
            case Place.WholeCluster(var cluster) -> cluster(cluster);
            case Place.InNamespace(var cluster, var namespace) -> namespace(cluster, namespace);
            case Place.InAzure(var scope) -> scope;
        };
    }

    AzureScope cluster(ClusterDraft cluster) {
        return new AzureScope(clusterIds.computeIfAbsent(cluster.name(), _ -> cluster.id().text()));
    }

    /** A namespace that this plan has AKS manage has a resource of its own; any other is a scope below the cluster. */
    AzureScope namespace(ClusterDraft cluster, String namespace) {
        boolean managed = plan.namespace(cluster.name(), namespace).filter(known -> known.maker() == Namespace.Maker.AKS).isPresent();
        return new AzureScope(cluster(cluster).id() + (managed ? "/managedNamespaces/" : "/namespaces/") + namespace);
    }

    /**
     * Whether the scope is made together with a cluster, so that nothing can be assigned to it earlier: the cluster, what is below
     * it, or its node resource group.
     */
    boolean isMadeWith(ClusterDraft cluster, AzureScope scope) {
        var row = cluster.row();
        var nodes = row.nodeResourceGroup().isEmpty() ? "MC_" + row.resourceGroup() + "_" + row.name() + "_" + row.region() : row.nodeResourceGroup();
        return scope.isWithin(cluster(cluster)) || scope.resource().resourceGroup().equalsIgnoreCase(nodes);
    }
}
