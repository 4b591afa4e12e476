package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;
import aksiam.model.ObjectId;

import java.util.List;

/**
 * Somebody or something that rights are given to. It may be named before it exists: its grants then wait for the object id.
 * A service account is named NAMESPACE/NAME and has no object id; identities of the design need no row.
 */
public record Principal(
    @Column(label = "Name", help = "Display name; NAMESPACE/NAME for a service account.", required = true) String name,
    @Column(label = "Kind", options = {
        "group", "user", "pipeline", "managed-identity", "service-account"}, required = true) String kind,
    @Column(label = "Object id", help = "Object id in Entra, not the client id.", format = Format.GUID) ObjectId objectId,
    @Column(label = "Tenant", help = "Empty: the tenant of the design.", format = Format.GUID) String tenant,
    @Column(label = "Members that matter", help = "Such as the break-glass account.") List<String> members,
    @Column(label = "Owner", help = "Who creates it and keeps its members.") String owner) {
}
