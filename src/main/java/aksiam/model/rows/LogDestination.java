package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;
import aksiam.model.ResourceId;

/** Where the logs of the clusters of one region go. */
public record LogDestination(
    @Column(label = "Region", help = "Region of the clusters and of the destination, such as northeurope.", format = Format.REGION, required = true) String region,
    @Column(label = "Resource", help = "Resource id of the storage account, or of the authorization rule of the event hub namespace, which needs the rights Manage, Send and Listen.", format = Format.RESOURCE_ID, required = true) ResourceId resource) {
}
