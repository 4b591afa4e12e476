// A new cluster with the settings that were decided.
<#if preview>
// Preview: ${managedClusters}.
</#if>
import { ClusterReference, ClusterSettings, Tags } from 'types${suffix}.bicep'

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

resource kubeletIdentity '${types.userAssignedIdentities}' existing = if (settings.?kubeletIdentity != null) {
  scope: resourceGroup(kubelet.subscription, kubelet.resourceGroup)
  name: kubelet.name
}

resource managedCluster '${managedClusters}' = {
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
