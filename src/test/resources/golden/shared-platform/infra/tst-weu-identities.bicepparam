// Stage 1: resource groups and managed identities, what cluster tst-weu uses. Subscription test.
using './identities.bicep'

param existingGroups = []

param resourceGroups = [
  // from: clusters, control-plane-identity, kubelet-identity
  { name: 'rg-aks-tst-weu', location: 'westeurope' }
]

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-aks-tst-weu'
    identities: [
      // from: control-plane-identity
      { name: 'id-tst-weu-control-plane', location: 'westeurope' }
      // from: kubelet-identity
      { name: 'id-tst-weu-kubelet', location: 'westeurope' }
    ]
  }
]
