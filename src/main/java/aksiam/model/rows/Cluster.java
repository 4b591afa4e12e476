package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;
import aksiam.model.ResourceId;

import java.util.List;
import java.util.stream.Stream;

/** A cluster, new or existing. What is empty is an open point, or follows the consideration of the same name. */
public record Cluster(
    @Column(label = "Name", format = Format.CLUSTER_NAME, required = true) String name,
    @Column(label = "Environment", refersTo = "environments", required = true) String environment,
    @Column(label = "Region", format = Format.REGION, required = true) String region,
    @Column(label = "Subscription", help = "Subscription id; empty: the default subscription.", format = Format.GUID) String subscription,
    @Column(label = "Resource group", format = Format.RESOURCE_GROUP, required = true) String resourceGroup,
    @Column(label = "Group is there", help = "Whether others make the resource group; the bundle then only puts resources into it.") boolean groupExists,
    @Column(label = "New or existing", help = "Empty: as decided for all clusters.", overrides = "cluster-origin", options = {
        "new", "existing"}) String origin,
    @Column(label = "Flavour", help = "Empty: as decided for all clusters.", overrides = "cluster-flavour", options = {"standard", "automatic"}) String flavour,
    @Column(label = "Kubernetes version", format = Format.VERSION) String kubernetesVersion,
    @Column(label = "Node subnet", format = Format.RESOURCE_ID) ResourceId nodeSubnet,
    @Column(label = "API server subnet", format = Format.RESOURCE_ID) ResourceId apiServerSubnet,
    @Column(label = "Route table", format = Format.RESOURCE_ID) ResourceId routeTable,
    @Column(label = "Private DNS zone", format = Format.RESOURCE_ID) ResourceId dnsZone,
    @Column(label = "Registries", help = "Resource ids of the container registries whose images run here.", format = Format.RESOURCE_ID) List<String> registries,
    @Column(label = "Authorized ranges", help = "Address ranges that may reach a public API server.", format = Format.CIDR) List<String> authorizedRanges,
    @Column(label = "Node resource group", help = "Empty: named by AKS.", format = Format.RESOURCE_GROUP) String nodeResourceGroup,
    @Column(label = "Admin groups", help = "Those of the admin groups that this cluster lists; empty: all of them.", refersTo = "principals") List<String> adminGroups,
    @Column(label = "Control plane identity", help = "A user-assigned identity that is there already; empty: this design makes one.", format = Format.RESOURCE_ID) ResourceId controlPlaneIdentity,
    @Column(label = "Kubelet identity", help = "A user-assigned identity that is there already; empty: this design makes one, or AKS does.", format = Format.RESOURCE_ID) ResourceId kubeletIdentity,
    @Column(label = "Node pools") List<Pool> pools,
    @Column(label = "Given namespaces", help = "Namespaces that Azure or others make.") List<GivenNamespace> givenNamespaces) {
    /** Subnets of the nodes: that of the cluster and those of single pools. */
    public List<ResourceId> nodeSubnets() {
        return Stream.concat(Stream.of(nodeSubnet), pools.stream().map(Pool::subnet)).filter(ResourceId::isKnown).distinct().toList();
    }
}
