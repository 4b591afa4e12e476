// Stage 3: one cluster, or what is added to one that is there. A cluster that is there is only read: what a template leaves out it would reset.
targetScope = 'subscription'

import {
  AssignedNames
  AuditLogs
  ClusterReference
  ClusterSettings
  Federation
  IdentityBinding
  ManagedNamespace
  Safeguards
  Tags
} from 'modules/types.bicep'

@description('The cluster.')
param cluster ClusterReference

@description('Settings of a new cluster; none for a cluster that exists.')
param settings ClusterSettings?

@description('Whether Azure says that the cluster is there; deploy.sh asks. It is then changed by its update script alone.')
param clusterExists bool = false

@description('Tags of a new cluster.')
param tags Tags = {}

@description('Secret of the service principal, for a cluster that uses one.')
@secure()
param servicePrincipalSecret string = ''

@description('Namespaces that AKS manages.')
param managedNamespaces ManagedNamespace[] = []

@description('Deployment safeguards.')
param safeguards Safeguards?

@description('Logs of the control plane that are kept.')
param auditLogs AuditLogs?

@description('Managed identities that are bound to the cluster (preview).')
param identityBindings IdentityBinding[] = []

@description('Managed identities that trust service accounts of the cluster.')
param federations Federation[] = []

@description('Names of federated credentials that were there before under another name.')
param assignedNames AssignedNames = {}

module newCluster 'modules/cluster.bicep' = if (settings != null && !clusterExists) {
  scope: resourceGroup(cluster.resourceGroup)
  params: {
    cluster: cluster
    settings: settings!
    tags: tags
    servicePrincipalSecret: servicePrincipalSecret
  }
}

module additions 'modules/cluster-additions.bicep' = {
  scope: resourceGroup(cluster.resourceGroup)
  params: {
    cluster: cluster
    managedNamespaces: managedNamespaces
    clusterExists: clusterExists
    safeguards: safeguards
    auditLogs: auditLogs
    identityBindings: identityBindings
  }
  dependsOn: [newCluster]
}

// An identity takes one credential at a time, and an identity binding writes one too.
module federatedCredentials 'modules/federated-credentials.bicep' = [
  for federation in federations: {
    scope: resourceGroup(federation.identity.subscription, federation.identity.resourceGroup)
    params: {
      cluster: cluster
      identityName: federation.identity.name
      credentials: federation.credentials
      assignedNames: assignedNames
    }
    dependsOn: [additions]
  }
]
