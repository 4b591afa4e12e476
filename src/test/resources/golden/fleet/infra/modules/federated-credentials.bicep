// Federated credentials of one managed identity, one after another: Azure refuses two at a time.
import { ClusterReference, FederatedCredential } from 'types.bicep'

@description('The cluster whose service accounts are trusted.')
param cluster ClusterReference

@description('Name of the managed identity.')
param identityName string

@description('The federated credentials.')
param credentials FederatedCredential[]

resource managedCluster 'Microsoft.ContainerService/managedClusters@2026-05-01' existing = {
  scope: resourceGroup(cluster.subscription, cluster.resourceGroup)
  name: cluster.name
}

resource managedIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

@batchSize(1)
resource federatedCredentials 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = [
  for credential in credentials: {
    parent: managedIdentity
    name: credential.name
    properties: {
      issuer: managedCluster.properties.oidcIssuerProfile.issuerURL
      subject: credential.subject
      audiences: ['api://AzureADTokenExchange']
    }
  }
]
