package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;
import aksiam.model.ResourceId;

import java.util.List;

/** What a workload may do where. For Microsoft Graph the role is an application permission and there is no resource. */
public record Target(
    @Column(label = "Service", options = {
        "key-vault", "cosmos-db", "storage", "service-bus", "event-hubs", "app-configuration", "openai", "sql", "microsoft-graph",
        "other"}, required = true) String service,
    @Column(label = "Resource", help = "Resource id; for Cosmos DB with /dbs/NAME/colls/NAME below the account for less than the account.", format = Format.RESOURCE_ID) ResourceId resource,
    @Column(label = "Role", help = "Built-in or custom role, database role for SQL, application permission for Microsoft Graph.", required = true) String role,
    @Column(label = "Objects", help = "What the CSI driver mounts, as secret/NAME, key/NAME or cert/NAME.") List<String> objects) {
}
