// What the parameter files hold.

@export()
@description('Names of what was there before under another name, by the name that it would have had.')
type AssignedNames = {
  @description('The name that was found.')
  *: string
}

@export()
@description('Tags that a resource gets when it is made.')
type Tags = {
  @description('Value of a tag.')
  *: string
}

@export()
@description('A resource of an earlier stage.')
type ResourceReference = {
  @description('Id of the subscription.')
  subscription: string

  @description('Name of the resource group.')
  resourceGroup: string

  @description('Name of the resource.')
  name: string
}

@export()
@description('Where a cluster is.')
type ClusterReference = {
  @description('Id of the subscription.')
  subscription: string

  @description('Name of the resource group.')
  resourceGroup: string

  @description('Name of the cluster.')
  name: string

  @description('Region of the cluster.')
  location: string
}

@export()
@description('Settings of a new cluster. What is not decided is left out, so that no value is set for it.')
type ClusterSettings = {
  @description('Flavour and tier of the cluster.')
  sku: resourceInput<'Microsoft.ContainerService/managedClusters@2026-05-01'>.sku?

  @description('Identity of the control plane.')
  identity: resourceInput<'Microsoft.ContainerService/managedClusters@2026-05-01'>.identity?

  @description('Managed identity of the nodes, made by the first stage.')
  kubeletIdentity: ResourceReference?

  @description('Client id of the service principal, for a cluster that uses one.')
  servicePrincipalClientId: string?

  @description('All other settings as Azure spells them.')
  properties: resourceInput<'Microsoft.ContainerService/managedClusters@2026-05-01'>.properties
}

@export()
@description('Trust of a managed identity in service accounts of the cluster.')
type Federation = {
  @description('The managed identity.')
  identity: ResourceReference

  @description('Its federated credentials for this cluster.')
  credentials: FederatedCredential[]
}

@export()
@description('Trust in one service account.')
type FederatedCredential = {
  @description('Name of the credential.')
  name: string

  @description('The service account: system:serviceaccount:NAMESPACE:NAME.')
  subject: string
}

@export()
@description('A managed identity bound to the cluster (preview).')
type IdentityBinding = {
  @description('Name of the binding.')
  name: string

  @description('The managed identity.')
  identity: ResourceReference
}

@export()
@description('A namespace that AKS manages.')
type ManagedNamespace = {
  @description('Name of the namespace.')
  name: string

  @description('Labels, default traffic and quota as Azure spells them.')
  properties: resourceInput<'Microsoft.ContainerService/managedClusters/managedNamespaces@2026-05-01'>.properties
}

@export()
@description('Deployment safeguards of the cluster as Azure spells them.')
type Safeguards = resourceInput<'Microsoft.ContainerService/deploymentSafeguards@2025-07-01'>.properties

@export()
@description('Which logs of the control plane go where.')
type AuditLogs = {
  @description('Categories of the logs.')
  categories: string[]

  @description('Resource id of a Log Analytics workspace.')
  workspaceId: string?

  @description('Resource id of a storage account.')
  storageAccountId: string?

  @description('Resource id of an authorization rule of an event hub namespace.')
  eventHubAuthorizationRuleId: string?
}
