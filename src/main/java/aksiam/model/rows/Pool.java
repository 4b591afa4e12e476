package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

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
    @Column(label = "Labels", format = Format.LABEL) List<String> labels) {
}
