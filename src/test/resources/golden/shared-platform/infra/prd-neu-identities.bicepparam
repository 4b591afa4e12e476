// Stage 1: resource groups and managed identities, what cluster prd-neu uses. Subscription prod.
using './identities.bicep'

param existingGroups = []

param resourceGroups = [
  // from: clusters, control-plane-identity, kubelet-identity, workloads
  { name: 'rg-aks-prd-neu', location: 'northeurope' }
]

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-aks-prd-neu'
    identities: [
      // from: workloads
      { name: 'id-carrier-gateway', location: 'northeurope' }
      // from: workloads
      { name: 'id-collector', location: 'northeurope' }
      // from: workloads
      { name: 'id-inspection', location: 'northeurope' }
      // from: workloads
      { name: 'id-label-printer', location: 'northeurope' }
      // from: workloads
      { name: 'id-order-intake', location: 'northeurope' }
      // from: control-plane-identity
      { name: 'id-prd-neu-control-plane', location: 'northeurope' }
      // from: kubelet-identity
      { name: 'id-prd-neu-kubelet', location: 'northeurope' }
    ]
  }
]
