// Stage 2: rights that the identities of the clusters need before the clusters exist. Subscription test.
using './cluster-identities.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-aks-tst-weu'
    identities: [
      // from: kubelet-identity
      {
        names: ['id-tst-weu-kubelet']
        identity: '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-tst-weu-control-plane'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of tst-weu puts the kubelet identity on its nodes'
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
        names: ['vnet-tst-weu']
        identity: '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-tst-weu-control-plane'
        role: '4d97b98b-1d4f-4787-a291-c67834d212e7' // Network Contributor
        description: 'private-dns-zone: tst-weu links its network with its private DNS zone'
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
        names: ['vnet-tst-weu', 'snet-api']
        identity: '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-tst-weu-control-plane'
        role: '5b9b893e-7a7f-391f-bc4f-266a92afeb35' // AKS cluster network, Contoso shared platform
        description: 'cluster-identity-rights: tst-weu joins subnet snet-api'
      }
      // from: cluster-identity-rights
      {
        names: ['vnet-tst-weu', 'snet-nodes']
        identity: '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-tst-weu-control-plane'
        role: '5b9b893e-7a7f-391f-bc4f-266a92afeb35' // AKS cluster network, Contoso shared platform
        description: 'cluster-identity-rights: tst-weu joins subnet snet-nodes'
      }
    ]
  }
]
