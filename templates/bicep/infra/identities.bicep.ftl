// Stage 1: resource groups, and the managed identities of clusters and workloads. Rights and clusters come later and read them.
// What is there already is left alone: deployed again without its tags, it would lose them.
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

@description('Names of those resource groups that are there already, in small letters; deploy.sh asks Azure.')
param existingGroups string[] = []

@description('Those managed identities that are there already, as GROUP/NAME in small letters; deploy.sh asks Azure.')
param existingIdentities string[] = []

@description('Tags of what is made.')
param tags {
  @description('Value of a tag.')
  *: string
} = {}

resource groups '${types.resourceGroups}' = [
  for group in resourceGroups: if (!contains(existingGroups, toLower(group.name))) {
    name: group.name
    location: group.location
    tags: tags
  }
]

module identities 'modules/identities.bicep' = [
  for group in identityGroups: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      identities: filter(
        group.identities,
<#noparse>
        identity => !contains(existingIdentities, toLower('${group.resourceGroup}/${identity.name}'))
</#noparse>
      )
      tags: tags
    }
    dependsOn: [groups]
  }
]
