package aksiam.model.rows;

import aksiam.model.Column;
import aksiam.model.Format;

import java.util.List;

/** A custom Azure role. */
public record AzureRole(
    @Column(label = "Name", required = true) String name,
    @Column(label = "Meant for", options = {
        "sre", "secops", "landing-zone-owner", "application-team", "cluster-identity", "other"}) String purpose,
    @Column(label = "Description") String description,
    @Column(label = "Actions", format = Format.OPERATION) List<String> actions,
    @Column(label = "NotActions", format = Format.OPERATION) List<String> notActions,
    @Column(label = "DataActions", format = Format.OPERATION) List<String> dataActions,
    @Column(label = "NotDataActions", format = Format.OPERATION) List<String> notDataActions,
    @Column(label = "Assignable scopes", help = "Subscriptions, resource groups or one management group.", format = Format.AZURE_SCOPE, required = true) List<String> scopes) {
}
