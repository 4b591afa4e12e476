// Data-plane rights on Cosmos DB for NoSQL, one after another: an account takes one change at a time.
import { CosmosIdentityRight, CosmosPrincipalRight } from 'types.bicep'

@description('Roles of groups, users and service principals.')
param principals CosmosPrincipalRight[]

@description('Roles of managed identities.')
param identities CosmosIdentityRight[]

resource principalAccounts 'Microsoft.DocumentDB/databaseAccounts@2026-03-15' existing = [
  for right in principals: {
    name: right.account
  }
]

resource principalRoles 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2026-03-15' existing = [
  for (right, i) in principals: {
    parent: principalAccounts[i]
    name: right.role
  }
]

@batchSize(1)
resource principalRights 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2026-03-15' = [
  for (right, i) in principals: {
    parent: principalAccounts[i]
    name: guid(principalAccounts[i].id, right.path, right.principalId, right.role)
    properties: {
      principalId: right.principalId
      roleDefinitionId: principalRoles[i].id
      scope: '${principalAccounts[i].id}${right.path}'
    }
  }
]

resource identityAccounts 'Microsoft.DocumentDB/databaseAccounts@2026-03-15' existing = [
  for right in identities: {
    name: right.account
  }
]

resource identityRoles 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2026-03-15' existing = [
  for (right, i) in identities: {
    parent: identityAccounts[i]
    name: right.role
  }
]

resource managedIdentities 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = [
  for right in identities: {
    scope: resourceGroup(right.identity.subscription, right.identity.resourceGroup)
    name: right.identity.name
  }
]

@batchSize(1)
resource identityRights 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2026-03-15' = [
  for (right, i) in identities: {
    parent: identityAccounts[i]
    name: guid(identityAccounts[i].id, right.path, managedIdentities[i].id, right.role)
    properties: {
      principalId: managedIdentities[i].properties.principalId
      roleDefinitionId: identityRoles[i].id
      scope: '${identityAccounts[i].id}${right.path}'
    }
    dependsOn: [principalRights]
  }
]
