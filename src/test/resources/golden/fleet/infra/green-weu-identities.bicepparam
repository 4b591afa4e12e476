// Stage 1: resource groups and managed identities, what cluster green-weu uses.
using './identities.bicep'

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-fleet-weu'
    identities: [
      // from: control-plane-identity
      { name: 'id-green-weu-control-plane', location: 'westeurope' }
      // from: kubelet-identity
      { name: 'id-green-weu-kubelet', location: 'westeurope' }
    ]
  }
]
