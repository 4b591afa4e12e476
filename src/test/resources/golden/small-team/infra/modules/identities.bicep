// Managed identities of one resource group.

@description('The managed identities.')
param identities {
  @description('Name of the managed identity.')
  name: string

  @description('Region of the managed identity.')
  location: string
}[]

resource managedIdentities 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = [
  for identity in identities: {
    name: identity.name
    location: identity.location
  }
]
