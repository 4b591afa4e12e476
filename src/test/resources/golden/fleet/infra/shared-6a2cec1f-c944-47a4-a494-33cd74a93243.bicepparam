// Stage 1: resource groups and managed identities, what several clusters share.
using './identities.bicep'

param existingGroups = []

param resourceGroups = [
  // from: clusters, control-plane-identity, kubelet-identity
  { name: 'rg-fleet-weu', location: 'westeurope' }
  // from: workloads
  { name: 'rg-fleet-identities', location: 'westeurope' }
]

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-fleet-identities'
    identities: [
      // from: workloads
      { name: 'id-accounts', location: 'westeurope' }
      // from: workloads
      { name: 'id-dispatch', location: 'westeurope' }
      // from: workloads
      { name: 'id-dispatch-routing', location: 'westeurope' }
      // from: workloads
      { name: 'id-vision', location: 'westeurope' }
      // from: workloads
      { name: 'id-vision-training', location: 'westeurope' }
    ]
  }
]
