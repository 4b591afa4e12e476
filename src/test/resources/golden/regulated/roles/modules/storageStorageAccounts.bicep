// Rights on resources of type Microsoft.Storage/storageAccounts.
import { AssignedNames, ClusterRight, IdentityRight, PrincipalRight } from 'types.bicep'

@description('Roles of groups, users and service principals.')
param principals PrincipalRight[]

@description('Roles of managed identities.')
param identities IdentityRight[]

@description('Roles of identities that AKS makes.')
param clusterIdentities ClusterRight[]

@description('Names of rights that were there before under another name.')
param assignedNames AssignedNames

resource principalOnStorageAccounts 'Microsoft.Storage/storageAccounts@2026-04-01' existing = [
  for right in principals: {
    name: right.names[0]
  }
]

@description('Their names, unless they were there before.')
var principalNames = [
  for (right, i) in principals: guid(
    // The scope, who holds the role, and the role.
    principalOnStorageAccounts[i].id,
    right.principalId,
    right.role
  )
]

resource principalRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (right, i) in principals: {
    scope: principalOnStorageAccounts[i]
    name: assignedNames[?principalNames[i]] ?? principalNames[i]
    properties: {
      principalId: right.principalId
      principalType: right.principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', right.role)
      description: right.description
    }
  }
]

resource identityOnStorageAccounts 'Microsoft.Storage/storageAccounts@2026-04-01' existing = [
  for right in identities: {
    name: right.names[0]
  }
]

resource managedIdentities 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = [
  for right in identities: {
    scope: resourceGroup(right.identity.subscription, right.identity.resourceGroup)
    name: right.identity.name
  }
]

@description('Their names, unless they were there before.')
var identityNames = [
  for (right, i) in identities: guid(
    // The scope, who holds the role, and the role.
    identityOnStorageAccounts[i].id,
    managedIdentities[i].id,
    right.role
  )
]

resource identityRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (right, i) in identities: {
    scope: identityOnStorageAccounts[i]
    name: assignedNames[?identityNames[i]] ?? identityNames[i]
    properties: {
      principalId: managedIdentities[i].properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', right.role)
      description: right.description
    }
  }
]

resource clusterOnStorageAccounts 'Microsoft.Storage/storageAccounts@2026-04-01' existing = [
  for right in clusterIdentities: {
    name: right.names[0]
  }
]

resource clusters 'Microsoft.ContainerService/managedClusters@2026-05-01' existing = [
  for right in clusterIdentities: {
    scope: resourceGroup(right.cluster.subscription, right.cluster.resourceGroup)
    name: right.cluster.name
  }
]

@description('Their names, unless they were there before.')
var clusterNames = [
  for (right, i) in clusterIdentities: guid(
    // The scope, who holds the role, and the role.
    clusterOnStorageAccounts[i].id,
    clusters[i].id,
    right.part,
    right.role
  )
]

resource clusterIdentityRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (right, i) in clusterIdentities: {
    scope: clusterOnStorageAccounts[i]
    name: assignedNames[?clusterNames[i]] ?? clusterNames[i]
    properties: {
      principalId: right.part == 'kubelet'
        ? clusters[i].properties.identityProfile.kubeletidentity.objectId
        : right.part == 'control-plane'
            ? clusters[i].identity.principalId
            : clusters[i].properties.addonProfiles.azureKeyvaultSecretsProvider.identity.objectId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', right.role)
      description: right.description
    }
  }
]
