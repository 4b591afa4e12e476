// Stage 2: rights that the identities of the clusters need before the clusters exist.
using './cluster-identities.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-fleet-neu'
    identities: [
      // from: kubelet-identity
      {
        names: ['id-blue-neu-kubelet']
        identity: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-blue-neu-control-plane'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of blue-neu puts the kubelet identity on its nodes'
      }
      // from: kubelet-identity
      {
        names: ['id-green-neu-kubelet']
        identity: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-neu-control-plane'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of green-neu puts the kubelet identity on its nodes'
      }
    ]
  }
]

param networkVirtualNetworksSubnetsRights = [
  {
    resourceGroup: 'rg-network'
    identities: [
      // from: cluster-identity-rights
      {
        names: ['vnet-neu', 'snet-blue-neu']
        identity: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-blue-neu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'cluster-identity-rights: blue-neu joins subnet snet-blue-neu'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-neu', 'snet-blue-neu-api']
        identity: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-blue-neu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'cluster-identity-rights: blue-neu joins subnet snet-blue-neu-api'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-neu', 'snet-green-neu']
        identity: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-neu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'cluster-identity-rights: green-neu joins subnet snet-green-neu'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-neu', 'snet-green-neu-api']
        identity: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-neu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'cluster-identity-rights: green-neu joins subnet snet-green-neu-api'
      }
    ]
  }
]
