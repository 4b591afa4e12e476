package aksiam.model.rows;

import aksiam.model.ClientId;
import aksiam.model.Column;
import aksiam.model.Format;
import aksiam.model.ObjectId;
import aksiam.model.ResourceId;

/** The service principal of a cluster; its secret stays in a key vault. */
public record ServicePrincipal(
    @Column(label = "Cluster", refersTo = "clusters", required = true) String cluster,
    @Column(label = "Client id", format = Format.GUID, required = true) ClientId clientId,
    @Column(label = "Object id", help = "Of the enterprise application, not of the app registration.", format = Format.GUID, required = true) ObjectId objectId,
    @Column(label = "Key vault", help = "Resource id of the vault that holds the secret.", format = Format.RESOURCE_ID, required = true) ResourceId vault,
    @Column(label = "Secret name", required = true) String secretName) {
}
