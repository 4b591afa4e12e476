// What the rows of the parameter files hold.

@export()
@description('Names of what was there before under another name, by the name that it would have had.')
type AssignedNames = {
  @description('The name that was found.')
  *: string
}

@export()
@description('A role of a group, user or service principal.')
type PrincipalRight = {
  @description('Names of the resource, the outermost first; none for a resource group, subscription or management group.')
  names: string[]

  @description('Object id of the principal.')
  principalId: string

  @description('Kind of the principal.')
  principalType: 'Group' | 'ServicePrincipal' | 'User'

  @description('GUID of the role definition.')
  role: string

  @description('Why it has the role.')
  description: string
}

@export()
@description('A role of a managed identity that the first stage makes.')
type IdentityRight = {
  @description('Names of the resource, the outermost first; none for a resource group, subscription or management group.')
  names: string[]

  @description('Id of the managed identity.')
  identity: string

  @description('GUID of the role definition.')
  role: string

  @description('Why it has the role.')
  description: string
}

@export()
@description('A role of an identity that AKS makes with a cluster.')
type ClusterRight = {
  @description('Names of the resource, the outermost first; none for a resource group, subscription or management group.')
  names: string[]

  @description('Id of the cluster.')
  cluster: string

  @description('Which identity of the cluster.')
  part: 'control-plane' | 'kubelet' | 'key-vault-secrets-provider'

  @description('GUID of the role definition.')
  role: string

  @description('Why it has the role.')
  description: string
}

@export()
@description('Rights on resources of one kind in one resource group.')
type Rights = {
  @description('Name of the resource group; empty for the subscription or management group itself.')
  resourceGroup: string

  @description('Roles of groups, users and service principals.')
  principals: PrincipalRight[]?

  @description('Roles of managed identities.')
  identities: IdentityRight[]?

  @description('Roles of identities that AKS makes.')
  clusterIdentities: ClusterRight[]?
}

@export()
@description('A data-plane role of a group, user or service principal.')
type CosmosPrincipalRight = {
  @description('Name of the account.')
  account: string

  @description('Below the account: empty, /dbs/NAME or /dbs/NAME/colls/NAME.')
  path: string

  @description('Object id of the principal.')
  principalId: string

  @description('GUID of the data-plane role.')
  role: string
}

@export()
@description('A data-plane role of a managed identity.')
type CosmosIdentityRight = {
  @description('Name of the account.')
  account: string

  @description('Below the account: empty, /dbs/NAME or /dbs/NAME/colls/NAME.')
  path: string

  @description('Id of the managed identity.')
  identity: string

  @description('GUID of the data-plane role.')
  role: string
}

@export()
@description('Data-plane rights on Cosmos DB accounts in one resource group.')
type CosmosRights = {
  @description('Name of the resource group.')
  resourceGroup: string

  @description('Roles of groups, users and service principals.')
  principals: CosmosPrincipalRight[]?

  @description('Roles of managed identities.')
  identities: CosmosIdentityRight[]?
}
