// Stage 1: resource groups and managed identities, what cluster blue-weu uses.
using './identities.bicep'

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-fleet-weu'
    identities: [
      // from: control-plane-identity
      { name: 'id-blue-weu-control-plane', location: 'westeurope' }
      // from: kubelet-identity
      { name: 'id-blue-weu-kubelet', location: 'westeurope' }
    ]
  }
]
