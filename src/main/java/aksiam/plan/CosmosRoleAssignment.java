package aksiam.plan;

import aksiam.model.ResourceId;

/**
 * A data-plane right on a Cosmos DB for NoSQL account, which is no Azure role.
 *
 * @param scope below the account: empty for the whole account, /dbs/NAME or /dbs/NAME/colls/NAME
 */
public record CosmosRoleAssignment(Subject subject, String roleName, String roleGuid, ResourceId account, String scope, String consideration, String reason) {
}
