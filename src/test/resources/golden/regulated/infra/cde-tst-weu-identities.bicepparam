// Stage 1: resource groups and managed identities, what cluster cde-tst-weu uses.
using './identities.bicep'

param existingGroups = []

param resourceGroups = [
  // from: clusters, control-plane-identity, kubelet-identity
  { name: 'rg-aks-cde-tst-weu', location: 'westeurope' }
]

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-aks-cde-tst-weu'
    identities: [
      // from: control-plane-identity
      { name: 'id-cde-tst-weu-control-plane', location: 'westeurope' }
      // from: kubelet-identity
      { name: 'id-cde-tst-weu-kubelet', location: 'westeurope' }
    ]
  }
]
