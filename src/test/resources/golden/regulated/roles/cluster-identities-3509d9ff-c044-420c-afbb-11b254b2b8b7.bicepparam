// Stage 2: rights that the identities of the clusters need before the clusters exist.
using './cluster-identities.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param containerRegistryRegistriesRights = [
  {
    resourceGroup: 'rg-registry'
    identities: [
      // from: registry-permission-mode
      {
        names: ['woodgrovecde']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-tst-weu-kubelet'
        role: 'b93aa761-3e63-49ed-ac28-beffa264f7ac' // Container Registry Repository Reader
        description: 'registry-permission-mode: Nodes of cde-tst-weu pull images'
      }
      // from: registry-permission-mode
      {
        names: ['woodgrovecde']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-kubelet'
        role: 'b93aa761-3e63-49ed-ac28-beffa264f7ac' // Container Registry Repository Reader
        description: 'registry-permission-mode: Nodes of cde-weu pull images'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-aks-cde-tst-weu'
    identities: [
      // from: kubelet-identity
      {
        names: ['id-cde-tst-weu-kubelet']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-tst-weu-control-plane'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of cde-tst-weu puts the kubelet identity on its nodes'
      }
    ]
  }
  {
    resourceGroup: 'rg-aks-cde-weu'
    identities: [
      // from: kubelet-identity
      {
        names: ['id-cde-weu-kubelet']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-control-plane'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of cde-weu puts the kubelet identity on its nodes'
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
        names: ['cde-tst-weu.private.westeurope.azmk8s.io']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-tst-weu-control-plane'
        role: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' // Private DNS Zone Contributor
        description: 'private-dns-zone: cde-tst-weu writes the name of its API server'
      }
      // from: private-dns-zone
      {
        names: ['cde-weu.private.westeurope.azmk8s.io']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-control-plane'
        role: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' // Private DNS Zone Contributor
        description: 'private-dns-zone: cde-weu writes the name of its API server'
      }
      // from: private-dns-zone
      {
        names: ['corp-weu.private.westeurope.azmk8s.io']
        identity: '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-corp-weu-control-plane'
        role: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' // Private DNS Zone Contributor
        description: 'private-dns-zone: corp-weu writes the name of its API server'
      }
    ]
  }
]

param networkRouteTablesRights = [
  {
    resourceGroup: 'rg-network'
    identities: [
      // from: cluster-identity-rights
      {
        names: ['rt-cde-tst-weu']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-tst-weu-control-plane'
        role: '267d52b2-f845-318d-9a84-8993a5042fbb' // AKS cluster network, Woodgrove payments platform
        description: 'cluster-identity-rights: cde-tst-weu keeps the routes of its nodes'
      }
      // from: cluster-identity-rights
      {
        names: ['rt-cde-weu']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-control-plane'
        role: '267d52b2-f845-318d-9a84-8993a5042fbb' // AKS cluster network, Woodgrove payments platform
        description: 'cluster-identity-rights: cde-weu keeps the routes of its nodes'
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
        names: ['vnet-cde-tst-weu']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-tst-weu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'private-dns-zone: cde-tst-weu links its network with its private DNS zone'
      }
      // from: private-dns-zone
      {
        names: ['vnet-cde-weu']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'private-dns-zone: cde-weu links its network with its private DNS zone'
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
        names: ['vnet-cde-tst-weu', 'snet-api']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-tst-weu-control-plane'
        role: '267d52b2-f845-318d-9a84-8993a5042fbb' // AKS cluster network, Woodgrove payments platform
        description: 'cluster-identity-rights: cde-tst-weu joins subnet snet-api'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-cde-tst-weu', 'snet-nodes']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-tst-weu-control-plane'
        role: '267d52b2-f845-318d-9a84-8993a5042fbb' // AKS cluster network, Woodgrove payments platform
        description: 'cluster-identity-rights: cde-tst-weu joins subnet snet-nodes'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-cde-weu', 'snet-api']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-control-plane'
        role: '267d52b2-f845-318d-9a84-8993a5042fbb' // AKS cluster network, Woodgrove payments platform
        description: 'cluster-identity-rights: cde-weu joins subnet snet-api'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-cde-weu', 'snet-nodes']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-control-plane'
        role: '267d52b2-f845-318d-9a84-8993a5042fbb' // AKS cluster network, Woodgrove payments platform
        description: 'cluster-identity-rights: cde-weu joins subnet snet-nodes'
      }
    ]
  }
]
