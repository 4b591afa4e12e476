// What stands beside a cluster and leaves the cluster itself alone.
import { AuditLogs, ClusterReference, IdentityBinding, ManagedNamespace, Safeguards } from 'types.bicep'

@description('The cluster.')
param cluster ClusterReference

@description('Namespaces that AKS manages.')
param managedNamespaces ManagedNamespace[]

@description('Whether the cluster was there before; its update script then changes the safeguards, which keeps excluded namespaces.')
param clusterExists bool

@description('Deployment safeguards.')
param safeguards Safeguards?

@description('Logs of the control plane that are kept.')
param auditLogs AuditLogs?

@description('Managed identities that are bound to the cluster (preview).')
param identityBindings IdentityBinding[]

@description('Nothing but the destination that was decided; a workspace takes the logs in tables of their own.')
var destination = {
  ...(auditLogs.?workspaceId == null
    ? {}
    : { workspaceId: auditLogs.?workspaceId, logAnalyticsDestinationType: 'Dedicated' })
  ...(auditLogs.?storageAccountId == null ? {} : { storageAccountId: auditLogs.?storageAccountId })
  ...(auditLogs.?eventHubAuthorizationRuleId == null
    ? {}
    : { eventHubAuthorizationRuleId: auditLogs.?eventHubAuthorizationRuleId })
}

resource managedCluster 'Microsoft.ContainerService/managedClusters@2026-05-01' existing = {
  name: cluster.name
}

resource namespaces 'Microsoft.ContainerService/managedClusters/managedNamespaces@2026-05-01' = [
  for namespace in managedNamespaces: {
    parent: managedCluster
    name: namespace.name
    location: cluster.location
    properties: namespace.properties
  }
]

resource deploymentSafeguards 'Microsoft.ContainerService/deploymentSafeguards@2025-07-01' = if (safeguards != null && !clusterExists) {
  scope: managedCluster
  name: 'default'
  properties: safeguards!
}

#disable-next-line use-recent-api-versions
resource diagnosticSettings 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (auditLogs != null) {
  scope: managedCluster
  name: 'aks-iam-audit'
  properties: {
    ...destination
    logs: map(auditLogs.?categories ?? [], category => { category: category, enabled: true })
  }
}

resource boundIdentities 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = [
  for binding in identityBindings: {
    scope: resourceGroup(binding.identity.subscription, binding.identity.resourceGroup)
    name: binding.identity.name
  }
]

// Preview: the documentation of identity bindings still says so, although the type is in a stable API version.
@batchSize(1)
resource bindings 'Microsoft.ContainerService/managedClusters/identityBindings@2026-05-01' = [
  for (binding, i) in identityBindings: {
    parent: managedCluster
    name: binding.name
    properties: {
      managedIdentity: {
        resourceId: boundIdentities[i].id
      }
    }
  }
]
