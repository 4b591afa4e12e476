// Stage 4: rights of people, pipelines, workloads, and of identities that AKS makes.
targetScope = 'subscription'

import { AssignedNames, CosmosRights, Rights } from 'modules/types.bicep'

@description('Names of role assignments that were there before under another name.')
param assignedNames AssignedNames = {}

@description('Names of data-plane rights that were there before under another name.')
param assignedCosmosDbNames AssignedNames = {}

@description('Rights on resources of type Microsoft.ContainerService/managedClusters.')
param containerServiceManagedClustersRights Rights[] = []

@description('Rights on resources of type Microsoft.ContainerService/managedClusters/managedNamespaces.')
param containerServiceManagedClustersManagedNamespacesRights Rights[] = []

@description('Rights on resources of type Microsoft.EventHub/namespaces.')
param eventHubNamespacesRights Rights[] = []

@description('Rights on resources of type Microsoft.KeyVault/vaults.')
param keyVaultVaultsRights Rights[] = []

@description('Rights on resources of type Microsoft.ManagedIdentity/userAssignedIdentities.')
param managedIdentityUserAssignedIdentitiesRights Rights[] = []

@description('Rights on resources of type Microsoft.Network/virtualNetworks/subnets.')
param networkVirtualNetworksSubnetsRights Rights[] = []

@description('Rights on resources of type Microsoft.ServiceBus/namespaces.')
param serviceBusNamespacesRights Rights[] = []

@description('Rights on resources of type Microsoft.Storage/storageAccounts.')
param storageStorageAccountsRights Rights[] = []

@description('Rights on the subscription.')
param subscriptionRights Rights[] = []

@description('Data-plane rights on Cosmos DB accounts, which are no Azure roles.')
param cosmosDbRights CosmosRights[] = []

module containerServiceManagedClusters 'modules/containerServiceManagedClusters.bicep' = [
  for group in containerServiceManagedClustersRights: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      principals: group.?principals ?? []
      assignedNames: assignedNames
    }
  }
]

module containerServiceManagedClustersManagedNamespaces 'modules/containerServiceManagedClustersManagedNamespaces.bicep' = [
  for group in containerServiceManagedClustersManagedNamespacesRights: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      principals: group.?principals ?? []
      assignedNames: assignedNames
    }
  }
]

module eventHubNamespaces 'modules/eventHubNamespaces.bicep' = [
  for group in eventHubNamespacesRights: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      identities: group.?identities ?? []
      assignedNames: assignedNames
    }
  }
]

module keyVaultVaults 'modules/keyVaultVaults.bicep' = [
  for group in keyVaultVaultsRights: {
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

module serviceBusNamespaces 'modules/serviceBusNamespaces.bicep' = [
  for group in serviceBusNamespacesRights: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      identities: group.?identities ?? []
      assignedNames: assignedNames
    }
  }
]

module storageStorageAccounts 'modules/storageStorageAccounts.bicep' = [
  for group in storageStorageAccountsRights: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      identities: group.?identities ?? []
      assignedNames: assignedNames
    }
  }
]

module subscription 'modules/subscription.bicep' = [
  for group in subscriptionRights: {
    params: {
      principals: group.?principals ?? []
      assignedNames: assignedNames
    }
  }
]

module cosmosDb 'modules/cosmosDb.bicep' = [
  for group in cosmosDbRights: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      principals: group.?principals ?? []
      identities: group.?identities ?? []
      assignedNames: assignedCosmosDbNames
    }
  }
]
