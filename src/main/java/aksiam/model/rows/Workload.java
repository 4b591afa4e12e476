package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;
import aksiam.model.ResourceId;

import java.util.List;

/** A workload that needs an identity of its own in Azure. */
public record Workload(
    @Column(label = "Workload", format = Format.DNS_LABEL, required = true) String name,
    @Column(label = "Namespace", format = Format.DNS_LABEL, required = true) String namespace,
    @Column(label = "Service account", format = Format.DNS_SUBDOMAIN, required = true) String serviceAccount,
    @Column(label = "Account is there", help = "A chart or an operator makes the service account: the bundle writes none and says what it must carry.") boolean accountGiven,
    @Column(label = "Clusters", refersTo = "clusters") List<String> clusters,
    @Column(label = "Identity", help = "Name of the managed identity; the same name in several rows is shared.", format = Format.IDENTITY_NAME, required = true) String identity,
    @Column(label = "Resource group of the identity", help = "Empty: that of its first cluster.", format = Format.RESOURCE_GROUP) String identityResourceGroup,
    @Column(label = "Existing identity", help = "Resource id of the identity, if it is there already; empty: this design makes one.", format = Format.RESOURCE_ID) ResourceId identityId,
    @Column(label = "Credential name", help = "Empty: named after cluster, namespace and service account.", format = Format.IDENTITY_NAME) String credential,
    @Column(label = "Targets") List<Target> targets) {
}
