// Rights on resources of type Microsoft.Network/virtualNetworks/subnets.
import { AssignedNames, IdentityRight, PrincipalRight } from 'types.bicep'

@description('Roles of groups, users and service principals.')
param principals PrincipalRight[]

@description('Roles of managed identities.')
param identities IdentityRight[]

@description('Names of rights that were there before under another name.')
param assignedNames AssignedNames

resource principalOnVirtualNetworks 'Microsoft.Network/virtualNetworks@2025-09-01' existing = [
  for right in principals: {
    name: right.names[0]
  }
]

resource principalOnSubnets 'Microsoft.Network/virtualNetworks/subnets@2025-09-01' existing = [
  for (right, i) in principals: {
    parent: principalOnVirtualNetworks[i]
    name: right.names[1]
  }
]

@description('Their names, unless they were there before.')
var principalNames = [
  for (right, i) in principals: guid(
    // The scope, who holds the role, and the role.
    principalOnSubnets[i].id,
    right.principalId,
    right.role
  )
]

resource principalRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (right, i) in principals: {
    scope: principalOnSubnets[i]
    name: assignedNames[?principalNames[i]] ?? principalNames[i]
    properties: {
      principalId: right.principalId
      principalType: right.principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', right.role)
      description: right.description
    }
  }
]

resource identityOnVirtualNetworks 'Microsoft.Network/virtualNetworks@2025-09-01' existing = [
  for right in identities: {
    name: right.names[0]
  }
]

resource identityOnSubnets 'Microsoft.Network/virtualNetworks/subnets@2025-09-01' existing = [
  for (right, i) in identities: {
    parent: identityOnVirtualNetworks[i]
    name: right.names[1]
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
    identityOnSubnets[i].id,
    managedIdentities[i].id,
    right.role
  )
]

resource identityRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (right, i) in identities: {
    scope: identityOnSubnets[i]
    name: assignedNames[?identityNames[i]] ?? identityNames[i]
    properties: {
      principalId: managedIdentities[i].properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', right.role)
      description: right.description
    }
  }
]
