// Rights on resources of type Microsoft.ManagedIdentity/userAssignedIdentities.
import { AssignedNames, IdentityRight, PrincipalRight } from 'types.bicep'

@description('Roles of groups, users and service principals.')
param principals PrincipalRight[]

@description('Roles of managed identities.')
param identities IdentityRight[]

@description('Names of rights that were there before under another name.')
param assignedNames AssignedNames

resource principalOnUserAssignedIdentities 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = [
  for right in principals: {
    name: right.names[0]
  }
]

@description('Their names, unless they were there before.')
var principalNames = [
  for (right, i) in principals: guid(
    // The scope, who holds the role, and the role.
    principalOnUserAssignedIdentities[i].id,
    right.principalId,
    right.role
  )
]

resource principalRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (right, i) in principals: {
    scope: principalOnUserAssignedIdentities[i]
    name: assignedNames[?principalNames[i]] ?? principalNames[i]
    properties: {
      principalId: right.principalId
      principalType: right.principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', right.role)
      description: right.description
    }
  }
]

resource identityOnUserAssignedIdentities 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = [
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
    identityOnUserAssignedIdentities[i].id,
    managedIdentities[i].id,
    right.role
  )
]

resource identityRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (right, i) in identities: {
    scope: identityOnUserAssignedIdentities[i]
    name: assignedNames[?identityNames[i]] ?? identityNames[i]
    properties: {
      principalId: managedIdentities[i].properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', right.role)
      description: right.description
    }
  }
]
