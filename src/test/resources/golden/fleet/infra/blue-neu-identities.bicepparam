// Stage 1: resource groups and managed identities, what cluster blue-neu uses.
using './identities.bicep'

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-fleet-neu'
    identities: [
      // from: control-plane-identity
      { name: 'id-blue-neu-control-plane', location: 'northeurope' }
      // from: kubelet-identity
      { name: 'id-blue-neu-kubelet', location: 'northeurope' }
    ]
  }
]
