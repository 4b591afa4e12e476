// Managed identities of one resource group. Those that are there are left out, so that they keep their tags.

@description('The managed identities.')
param identities {
  @description('Name of the managed identity.')
  name: string

  @description('Region of the managed identity.')
  location: string
}[]

@description('Tags of the managed identities.')
param tags {
  @description('Value of a tag.')
  *: string
}

resource managedIdentities 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = [
  for identity in identities: {
    name: identity.name
    location: identity.location
    tags: tags
  }
]
