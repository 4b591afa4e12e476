// Stage 1: resource groups and managed identities, what several clusters share. Subscription prod.
using './identities.bicep'

param existingGroups = []

param resourceGroups = [
  // from: clusters, control-plane-identity, kubelet-identity, workloads
  { name: 'rg-aks-prd-weu', location: 'westeurope' }
]

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-aks-prd-weu'
    identities: [
      // from: workloads
      { name: 'id-catalog-api', location: 'westeurope' }
      // from: workloads
      { name: 'id-checkout', location: 'westeurope' }
      // from: workloads
      { name: 'id-consent', location: 'westeurope' }
      // from: workloads
      { name: 'id-edge-router', location: 'westeurope' }
      // from: workloads
      { name: 'id-indexer', location: 'westeurope' }
      // from: workloads
      { name: 'id-profile-api', location: 'westeurope' }
      // from: workloads
      { name: 'id-search-gateway', location: 'westeurope' }
    ]
  }
]
