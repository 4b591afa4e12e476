// Data-plane rights on Cosmos DB for NoSQL, one after another: an account takes one change at a time.
import { AssignedNames, CosmosIdentityRight, CosmosPrincipalRight } from 'types.bicep'

@description('Roles of groups, users and service principals.')
param principals CosmosPrincipalRight[]

@description('Roles of managed identities.')
param identities CosmosIdentityRight[]

@description('Names of rights that were there before under another name.')
param assignedNames AssignedNames

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

@description('Their names, unless they were there before.')
var principalNames = [
  for (right, i) in principals: guid(principalAccounts[i].id, right.path, right.principalId, right.role)
]

@batchSize(1)
resource principalRights 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2026-03-15' = [
  for (right, i) in principals: {
    parent: principalAccounts[i]
    name: assignedNames[?principalNames[i]] ?? principalNames[i]
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
    scope: resourceGroup(split(right.identity, '/')[2], split(right.identity, '/')[4])
    name: split(right.identity, '/')[8]
  }
]

@description('Their names, unless they were there before.')
var identityNames = [
  for (right, i) in identities: guid(identityAccounts[i].id, right.path, managedIdentities[i].id, right.role)
]

@batchSize(1)
resource identityRights 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2026-03-15' = [
  for (right, i) in identities: {
    parent: identityAccounts[i]
    name: assignedNames[?identityNames[i]] ?? identityNames[i]
    properties: {
      principalId: managedIdentities[i].properties.principalId
      roleDefinitionId: identityRoles[i].id
      scope: '${identityAccounts[i].id}${right.path}'
    }
    dependsOn: [principalRights]
  }
]
