// Stage 2: rights that the identities of the clusters need before the clusters exist.
using './cluster-identities.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param containerRegistryRegistriesRights = [
  {
    resourceGroup: 'rg-registry'
    identities: [
      // from: registry-permission-mode
      {
        names: ['woodgrovecorp']
        identity: '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-corp-weu-kubelet'
        role: 'b93aa761-3e63-49ed-ac28-beffa264f7ac' // Container Registry Repository Reader
        description: 'registry-permission-mode: Nodes of corp-weu pull images'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-aks-corp-weu'
    identities: [
      // from: kubelet-identity
      {
        names: ['id-corp-weu-kubelet']
        identity: '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-corp-weu-control-plane'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of corp-weu puts the kubelet identity on its nodes'
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
        names: ['rt-corp-weu']
        identity: '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-corp-weu-control-plane'
        role: '267d52b2-f845-318d-9a84-8993a5042fbb' // AKS cluster network, Woodgrove payments platform
        description: 'cluster-identity-rights: corp-weu keeps the routes of its nodes'
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
        names: ['vnet-corp-weu']
        identity: '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-corp-weu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'private-dns-zone: corp-weu links its network with its private DNS zone'
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
        names: ['vnet-corp-weu', 'snet-api']
        identity: '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-corp-weu-control-plane'
        role: '267d52b2-f845-318d-9a84-8993a5042fbb' // AKS cluster network, Woodgrove payments platform
        description: 'cluster-identity-rights: corp-weu joins subnet snet-api'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-corp-weu', 'snet-nodes']
        identity: '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-corp-weu-control-plane'
        role: '267d52b2-f845-318d-9a84-8993a5042fbb' // AKS cluster network, Woodgrove payments platform
        description: 'cluster-identity-rights: corp-weu joins subnet snet-nodes'
      }
    ]
  }
]
