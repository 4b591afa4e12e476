// Stage 1: resource groups and managed identities, what cluster corp-weu uses.
using './identities.bicep'

param existingGroups = []

param resourceGroups = [
  // from: clusters, control-plane-identity, kubelet-identity, workloads
  { name: 'rg-aks-corp-weu', location: 'westeurope' }
]

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-aks-corp-weu'
    identities: [
      // from: control-plane-identity
      { name: 'id-corp-weu-control-plane', location: 'westeurope' }
      // from: kubelet-identity
      { name: 'id-corp-weu-kubelet', location: 'westeurope' }
      // from: workloads
      { name: 'id-portal-web', location: 'westeurope' }
      // from: workloads
      { name: 'id-report-runner', location: 'westeurope' }
    ]
  }
]
