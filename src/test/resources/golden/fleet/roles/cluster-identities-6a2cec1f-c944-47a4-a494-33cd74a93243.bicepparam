// Stage 2: rights that the identities of the clusters need before the clusters exist.
using './cluster-identities.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param containerRegistryRegistriesRights = [
  {
    resourceGroup: 'rg-registry'
    identities: [
      // from: registry-permission-mode
      {
        names: ['fabrikamfleet']
        identity: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-blue-neu-kubelet'
        role: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
        description: 'registry-permission-mode: Nodes of blue-neu pull images'
      }
      // from: registry-permission-mode
      {
        names: ['fabrikamfleet']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-blue-weu-kubelet'
        role: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
        description: 'registry-permission-mode: Nodes of blue-weu pull images'
      }
      // from: registry-permission-mode
      {
        names: ['fabrikamfleet']
        identity: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-neu-kubelet'
        role: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
        description: 'registry-permission-mode: Nodes of green-neu pull images'
      }
      // from: registry-permission-mode
      {
        names: ['fabrikamfleet']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-weu-kubelet'
        role: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
        description: 'registry-permission-mode: Nodes of green-weu pull images'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-fleet-weu'
    identities: [
      // from: kubelet-identity
      {
        names: ['id-blue-weu-kubelet']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-blue-weu-control-plane'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of blue-weu puts the kubelet identity on its nodes'
      }
      // from: kubelet-identity
      {
        names: ['id-green-weu-kubelet']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-weu-control-plane'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of green-weu puts the kubelet identity on its nodes'
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
        names: ['vnet-weu', 'snet-blue-weu']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-blue-weu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'cluster-identity-rights: blue-weu joins subnet snet-blue-weu'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-weu', 'snet-blue-weu-api']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-blue-weu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'cluster-identity-rights: blue-weu joins subnet snet-blue-weu-api'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-weu', 'snet-green-weu']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-weu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'cluster-identity-rights: green-weu joins subnet snet-green-weu'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-weu', 'snet-green-weu-api']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-weu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'cluster-identity-rights: green-weu joins subnet snet-green-weu-api'
      }
    ]
  }
]
