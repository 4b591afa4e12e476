// Stage 2: rights that the identities of the clusters need before the clusters exist.
targetScope = 'subscription'

import { AssignedNames, Rights } from 'modules/types.bicep'

@description('Names of role assignments that were there before under another name.')
param assignedNames AssignedNames = {}

@description('Rights on resources of type Microsoft.ContainerRegistry/registries.')
param containerRegistryRegistriesRights Rights[] = []

@description('Rights on resources of type Microsoft.ManagedIdentity/userAssignedIdentities.')
param managedIdentityUserAssignedIdentitiesRights Rights[] = []

@description('Rights on resources of type Microsoft.Network/virtualNetworks/subnets.')
param networkVirtualNetworksSubnetsRights Rights[] = []

module containerRegistryRegistries 'modules/containerRegistryRegistries.bicep' = [
  for group in containerRegistryRegistriesRights: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      identities: group.?identities ?? []
      assignedNames: assignedNames
    }
  }
]

module managedIdentityUserAssignedIdentities 'modules/managedIdentityUserAssignedIdentities.bicep' = [
  for group in managedIdentityUserAssignedIdentitiesRights: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      principals: group.?principals ?? []
      identities: group.?identities ?? []
      assignedNames: assignedNames
    }
  }
]

module networkVirtualNetworksSubnets 'modules/networkVirtualNetworksSubnets.bicep' = [
  for group in networkVirtualNetworksSubnetsRights: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      principals: group.?principals ?? []
      identities: group.?identities ?? []
      assignedNames: assignedNames
    }
  }
]
