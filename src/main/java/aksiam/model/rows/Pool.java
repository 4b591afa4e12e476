package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;
import aksiam.model.ResourceId;

import java.util.List;
import java.util.OptionalInt;

/** A node pool of a cluster. */
public record Pool(
    @Column(label = "Name", format = Format.POOL_NAME, required = true) String name,
    @Column(label = "Mode", options = {
        "System", "User"}, required = true) String mode,
    @Column(label = "VM size", help = "Such as Standard_D4ds_v5.", required = true) String size,
    @Column(label = "Nodes", required = true, sum = true) OptionalInt count,
    @Column(label = "Taints", format = Format.TAINT) List<String> taints,
    @Column(label = "Labels", format = Format.LABEL) List<String> labels,
    @Column(label = "Subnet", help = "Empty: the node subnet of the cluster.", format = Format.RESOURCE_ID) ResourceId subnet) {
    /** Where its nodes are, in a cluster whose nodes are elsewhere unless a pool says so. */
    public ResourceId subnetOr(ResourceId nodeSubnet) {
        return subnet.isKnown() ? subnet : nodeSubnet;
    }

}
