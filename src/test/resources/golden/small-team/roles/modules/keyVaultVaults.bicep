// Rights on resources of type Microsoft.KeyVault/vaults.
import { AssignedNames, IdentityRight } from 'types.bicep'

@description('Roles of managed identities.')
param identities IdentityRight[]

@description('Names of rights that were there before under another name.')
param assignedNames AssignedNames

resource identityOnVaults 'Microsoft.KeyVault/vaults@2026-02-01' existing = [
  for right in identities: {
    name: right.names[0]
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
  for (right, i) in identities: guid(
    // The scope, who holds the role, and the role.
    identityOnVaults[i].id,
    managedIdentities[i].id,
    right.role
  )
]

resource identityRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (right, i) in identities: {
    scope: identityOnVaults[i]
    name: assignedNames[?identityNames[i]] ?? identityNames[i]
    properties: {
      principalId: managedIdentities[i].properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', right.role)
      description: right.description
    }
  }
]
