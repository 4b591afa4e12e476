// Stage 1: resource groups and managed identities, what several clusters share.
using './identities.bicep'

param existingGroups = []

param resourceGroups = [
  // from: clusters, control-plane-identity, kubelet-identity, workloads
  { name: 'rg-aks-cde-weu', location: 'westeurope' }
]

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-aks-cde-weu'
    identities: [
      // from: workloads
      { name: 'id-key-rotator', location: 'westeurope' }
    ]
  }
]
