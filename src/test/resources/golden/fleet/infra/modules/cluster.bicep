// A new cluster with the settings that were decided.
import { ClusterReference, ClusterSettings, Tags } from 'types.bicep'

@description('Where the cluster is.')
param cluster ClusterReference

@description('Settings that were decided.')
param settings ClusterSettings

@description('Tags of the cluster.')
param tags Tags

@description('Secret of the service principal; empty for a cluster that uses none.')
@secure()
param servicePrincipalSecret string

@description('The managed identity of the nodes; read only when there is one.')
var kubelet = settings.?kubeletIdentity ?? { subscription: '', resourceGroup: '', name: '' }

resource kubeletIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = if (settings.?kubeletIdentity != null) {
  scope: resourceGroup(kubelet.subscription, kubelet.resourceGroup)
  name: kubelet.name
}

resource managedCluster 'Microsoft.ContainerService/managedClusters@2026-05-01' = {
  name: cluster.name
  location: cluster.location
  tags: tags
  sku: settings.?sku
  identity: settings.?identity
  properties: {
    ...settings.properties
    ...(settings.?kubeletIdentity == null
      ? {}
      : {
          identityProfile: {
            kubeletidentity: {
              resourceId: kubeletIdentity.id
              clientId: kubeletIdentity!.properties.clientId
              objectId: kubeletIdentity!.properties.principalId
            }
          }
        })
    ...(settings.?servicePrincipalClientId == null
      ? {}
      : {
          servicePrincipalProfile: {
            clientId: settings.servicePrincipalClientId!
            secret: servicePrincipalSecret
          }
        })
  }
}
