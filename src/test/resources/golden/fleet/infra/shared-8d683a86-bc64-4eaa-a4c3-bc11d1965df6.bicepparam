// Stage 1: resource groups and managed identities, what several clusters share.
using './identities.bicep'

param existingGroups = []

param resourceGroups = [
  // from: clusters, control-plane-identity, kubelet-identity
  { name: 'rg-fleet-neu', location: 'northeurope' }
  // from: workloads
  { name: 'rg-fleet-identities', location: 'northeurope' }
]

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-fleet-identities'
    identities: [
      // from: workloads
      { name: 'id-telemetry-archive', location: 'northeurope' }
      // from: workloads
      { name: 'id-telemetry-ingest', location: 'northeurope' }
    ]
  }
]
