// Stage 1: resource groups and managed identities, what cluster aks-tailwind uses.
using './identities.bicep'

param existingGroups = []

param resourceGroups = [
  // from: clusters, control-plane-identity, kubelet-identity, workloads
  { name: 'rg-tailwind-aks', location: 'westeurope' }
]

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-tailwind-aks'
    identities: [
      // from: control-plane-identity
      { name: 'id-aks-tailwind-control-plane', location: 'westeurope' }
      // from: kubelet-identity
      { name: 'id-aks-tailwind-kubelet', location: 'westeurope' }
      // from: workloads
      { name: 'id-tailwind-cart', location: 'westeurope' }
      // from: workloads
      { name: 'id-tailwind-web', location: 'westeurope' }
    ]
  }
]
