package aksiam.model.rows;

import aksiam.model.Column;

/** A team may read the workloads of another one in one cluster: no secrets, no change. */
public record Visibility(
    @Column(label = "Reader", refersTo = "teams", required = true) String reader,
    @Column(label = "Owner", refersTo = "teams", required = true) String owner,
    @Column(label = "Cluster", refersTo = "clusters", required = true) String cluster) {
}
