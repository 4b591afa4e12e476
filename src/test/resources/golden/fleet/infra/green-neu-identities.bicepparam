// Stage 1: resource groups and managed identities, what cluster green-neu uses.
using './identities.bicep'

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-fleet-neu'
    identities: [
      // from: control-plane-identity
      { name: 'id-green-neu-control-plane', location: 'northeurope' }
      // from: kubelet-identity
      { name: 'id-green-neu-kubelet', location: 'northeurope' }
    ]
  }
]
