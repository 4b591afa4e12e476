// Stage 1: resource groups, and the managed identities of clusters and workloads. Rights and clusters come later and read them.
targetScope = 'subscription'

@description('A resource group to make.')
type ResourceGroup = {
  @description('Name of the resource group.')
  name: string

  @description('Region of the resource group.')
  location: string
}

@description('Managed identities of one resource group.')
type IdentityGroup = {
  @description('Name of the resource group.')
  resourceGroup: string

  @description('The managed identities.')
  identities: {
    @description('Name of the managed identity.')
    name: string

    @description('Region of the managed identity.')
    location: string
  }[]
}

@description('Resource groups to make.')
param resourceGroups ResourceGroup[] = []

@description('Managed identities to make, by resource group.')
param identityGroups IdentityGroup[] = []

resource groups 'Microsoft.Resources/resourceGroups@2025-04-01' = [
  for group in resourceGroups: {
    name: group.name
    location: group.location
  }
]

module identities 'modules/identities.bicep' = [
  for group in identityGroups: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      identities: group.identities
    }
    dependsOn: [groups]
  }
]
