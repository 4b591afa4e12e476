// Federated credentials of one managed identity, one after another: Azure refuses two at a time.
import { AssignedNames, ClusterReference, FederatedCredential } from 'types.bicep'

@description('The cluster whose service accounts are trusted.')
param cluster ClusterReference

@description('Name of the managed identity.')
param identityName string

@description('The federated credentials.')
param credentials FederatedCredential[]

@description('Names of credentials that were there before under another name.')
param assignedNames AssignedNames

resource managedCluster 'Microsoft.ContainerService/managedClusters@2026-05-01' existing = {
  scope: resourceGroup(cluster.subscription, cluster.resourceGroup)
  name: cluster.name
}

resource managedIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

@description('Each credential with its identity, as the assigned names have it.')
var keys = [for credential in credentials: toLower('${managedIdentity.id}/${credential.name}')]

@batchSize(1)
resource federatedCredentials 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = [
  for (credential, i) in credentials: {
    parent: managedIdentity
    name: assignedNames[?keys[i]] ?? credential.name
    properties: {
      issuer: managedCluster.properties.oidcIssuerProfile.issuerURL
      subject: credential.subject
      audiences: ['api://AzureADTokenExchange']
    }
  }
]
