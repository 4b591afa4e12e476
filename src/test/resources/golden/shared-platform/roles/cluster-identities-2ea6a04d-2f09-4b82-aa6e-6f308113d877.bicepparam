// Stage 2: rights that the identities of the clusters need before the clusters exist.
using './cluster-identities.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param containerRegistryRegistriesRights = [
  {
    resourceGroup: 'rg-registry'
    principals: []
    identities: [
      // from: registry-permission-mode
      {
        names: [
          'contosoplatform'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-neu'
          name: 'id-prd-neu-kubelet'
        }
        role: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
        description: 'registry-permission-mode: Nodes of prd-neu pull images'
      }
      // from: registry-permission-mode
      {
        names: [
          'contosoplatform'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-weu'
          name: 'id-prd-weu-kubelet'
        }
        role: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
        description: 'registry-permission-mode: Nodes of prd-weu pull images'
      }
      // from: registry-permission-mode
      {
        names: [
          'contosoplatform'
        ]
        identity: {
          subscription: 'd4f3062c-bda5-4904-a9c7-74402f344871'
          resourceGroup: 'rg-aks-tst-weu'
          name: 'id-tst-weu-kubelet'
        }
        role: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
        description: 'registry-permission-mode: Nodes of tst-weu pull images'
      }
    ]
    clusterIdentities: []
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-aks-prd-neu'
    principals: []
    identities: [
      // from: kubelet-identity
      {
        names: [
          'id-prd-neu-kubelet'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-neu'
          name: 'id-prd-neu-control-plane'
        }
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of prd-neu puts the kubelet identity on its nodes'
      }
    ]
    clusterIdentities: []
  }
  {
    resourceGroup: 'rg-aks-prd-weu'
    principals: []
    identities: [
      // from: kubelet-identity
      {
        names: [
          'id-prd-weu-kubelet'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-weu'
          name: 'id-prd-weu-control-plane'
        }
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of prd-weu puts the kubelet identity on its nodes'
      }
    ]
    clusterIdentities: []
  }
]

param networkPrivateDnsZonesRights = [
  {
    resourceGroup: 'rg-dns'
    principals: []
    identities: [
      // from: private-dns-zone
      {
        names: [
          'private.northeurope.azmk8s.io'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-neu'
          name: 'id-prd-neu-control-plane'
        }
        role: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' // Private DNS Zone Contributor
        description: 'private-dns-zone: prd-neu writes the name of its API server'
      }
      // from: private-dns-zone
      {
        names: [
          'private.westeurope.azmk8s.io'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-weu'
          name: 'id-prd-weu-control-plane'
        }
        role: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' // Private DNS Zone Contributor
        description: 'private-dns-zone: prd-weu writes the name of its API server'
      }
      // from: private-dns-zone
      {
        names: [
          'private.westeurope.azmk8s.io'
        ]
        identity: {
          subscription: 'd4f3062c-bda5-4904-a9c7-74402f344871'
          resourceGroup: 'rg-aks-tst-weu'
          name: 'id-tst-weu-control-plane'
        }
        role: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' // Private DNS Zone Contributor
        description: 'private-dns-zone: tst-weu writes the name of its API server'
      }
    ]
    clusterIdentities: []
  }
]

param networkVirtualNetworksRights = [
  {
    resourceGroup: 'rg-network'
    principals: []
    identities: [
      // from: private-dns-zone
      {
        names: [
          'vnet-prd-neu'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-neu'
          name: 'id-prd-neu-control-plane'
        }
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'private-dns-zone: prd-neu links its network with its private DNS zone'
      }
      // from: private-dns-zone
      {
        names: [
          'vnet-prd-weu'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-weu'
          name: 'id-prd-weu-control-plane'
        }
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'private-dns-zone: prd-weu links its network with its private DNS zone'
      }
    ]
    clusterIdentities: []
  }
]

param networkVirtualNetworksSubnetsRights = [
  {
    resourceGroup: 'rg-network'
    principals: []
    identities: [
      // from: cluster-identity-rights
      {
        names: [
          'vnet-prd-neu'
          'snet-api'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-neu'
          name: 'id-prd-neu-control-plane'
        }
        role: '5b9b893e-7a7f-391f-bc4f-266a92afeb35' // AKS cluster network, Contoso shared platform
        description: 'cluster-identity-rights: prd-neu joins subnet snet-api'
      }
      // from: cluster-identity-rights
      {
        names: [
          'vnet-prd-neu'
          'snet-nodes'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-neu'
          name: 'id-prd-neu-control-plane'
        }
        role: '5b9b893e-7a7f-391f-bc4f-266a92afeb35' // AKS cluster network, Contoso shared platform
        description: 'cluster-identity-rights: prd-neu joins subnet snet-nodes'
      }
      // from: cluster-identity-rights
      {
        names: [
          'vnet-prd-weu'
          'snet-api'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-weu'
          name: 'id-prd-weu-control-plane'
        }
        role: '5b9b893e-7a7f-391f-bc4f-266a92afeb35' // AKS cluster network, Contoso shared platform
        description: 'cluster-identity-rights: prd-weu joins subnet snet-api'
      }
      // from: cluster-identity-rights
      {
        names: [
          'vnet-prd-weu'
          'snet-nodes'
        ]
        identity: {
          subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877'
          resourceGroup: 'rg-aks-prd-weu'
          name: 'id-prd-weu-control-plane'
        }
        role: '5b9b893e-7a7f-391f-bc4f-266a92afeb35' // AKS cluster network, Contoso shared platform
        description: 'cluster-identity-rights: prd-weu joins subnet snet-nodes'
      }
    ]
    clusterIdentities: []
  }
]
