// Stage 2: rights that the identities of the clusters need before the clusters exist. Subscription prod.
using './cluster-identities.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param containerRegistryRegistriesRights = [
  {
    resourceGroup: 'rg-registry'
    identities: [
      // from: registry-permission-mode
      {
        names: ['contosoplatform']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-neu-kubelet'
        role: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
        description: 'registry-permission-mode: Nodes of prd-neu pull images'
      }
      // from: registry-permission-mode
      {
        names: ['contosoplatform']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-weu-kubelet'
        role: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
        description: 'registry-permission-mode: Nodes of prd-weu pull images'
      }
      // from: registry-permission-mode
      {
        names: ['contosoplatform']
        identity: '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-tst-weu-kubelet'
        role: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
        description: 'registry-permission-mode: Nodes of tst-weu pull images'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-aks-prd-neu'
    identities: [
      // from: kubelet-identity
      {
        names: ['id-prd-neu-kubelet']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-neu-control-plane'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of prd-neu puts the kubelet identity on its nodes'
      }
    ]
  }
  {
    resourceGroup: 'rg-aks-prd-weu'
    identities: [
      // from: kubelet-identity
      {
        names: ['id-prd-weu-kubelet']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-weu-control-plane'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of prd-weu puts the kubelet identity on its nodes'
      }
    ]
  }
]

param networkPrivateDnsZonesRights = [
  {
    resourceGroup: 'rg-dns'
    identities: [
      // from: private-dns-zone
      {
        names: ['private.northeurope.azmk8s.io']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-neu-control-plane'
        role: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' // Private DNS Zone Contributor
        description: 'private-dns-zone: prd-neu writes the name of its API server'
      }
      // from: private-dns-zone
      {
        names: ['private.westeurope.azmk8s.io']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-weu-control-plane'
        role: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' // Private DNS Zone Contributor
        description: 'private-dns-zone: prd-weu writes the name of its API server'
      }
      // from: private-dns-zone
      {
        names: ['private.westeurope.azmk8s.io']
        identity: '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-tst-weu-control-plane'
        role: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' // Private DNS Zone Contributor
        description: 'private-dns-zone: tst-weu writes the name of its API server'
      }
    ]
  }
]

param networkVirtualNetworksRights = [
  {
    resourceGroup: 'rg-network'
    identities: [
      // from: private-dns-zone
      {
        names: ['vnet-prd-neu']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-neu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'private-dns-zone: prd-neu links its network with its private DNS zone'
      }
      // from: private-dns-zone
      {
        names: ['vnet-prd-weu']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-weu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'private-dns-zone: prd-weu links its network with its private DNS zone'
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
        names: ['vnet-prd-neu', 'snet-api']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-neu-control-plane'
        role: '5b9b893e-7a7f-391f-bc4f-266a92afeb35' // AKS cluster network, Contoso shared platform
        description: 'cluster-identity-rights: prd-neu joins subnet snet-api'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-prd-neu', 'snet-nodes']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-neu-control-plane'
        role: '5b9b893e-7a7f-391f-bc4f-266a92afeb35' // AKS cluster network, Contoso shared platform
        description: 'cluster-identity-rights: prd-neu joins subnet snet-nodes'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-prd-weu', 'snet-api']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-weu-control-plane'
        role: '5b9b893e-7a7f-391f-bc4f-266a92afeb35' // AKS cluster network, Contoso shared platform
        description: 'cluster-identity-rights: prd-weu joins subnet snet-api'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-prd-weu', 'snet-nodes']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-weu-control-plane'
        role: '5b9b893e-7a7f-391f-bc4f-266a92afeb35' // AKS cluster network, Contoso shared platform
        description: 'cluster-identity-rights: prd-weu joins subnet snet-nodes'
      }
    ]
  }
]
