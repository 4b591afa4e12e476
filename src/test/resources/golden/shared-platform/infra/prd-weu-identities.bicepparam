// Stage 1: resource groups and managed identities, what cluster prd-weu uses. Subscription prod.
using './identities.bicep'

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-aks-prd-weu'
    identities: [
      // from: workloads
      { name: 'id-asset-sync', location: 'westeurope' }
      // from: workloads
      { name: 'id-catalog-import', location: 'westeurope' }
      // from: workloads
      { name: 'id-ledger', location: 'westeurope' }
      // from: workloads
      { name: 'id-mailer', location: 'westeurope' }
      // from: workloads
      { name: 'id-orders-api', location: 'westeurope' }
      // from: workloads
      { name: 'id-orders-export', location: 'westeurope' }
      // from: workloads
      { name: 'id-orders-saga', location: 'westeurope' }
      // from: workloads
      { name: 'id-payments-api', location: 'westeurope' }
      // from: workloads
      { name: 'id-points', location: 'westeurope' }
      // from: control-plane-identity
      { name: 'id-prd-weu-control-plane', location: 'westeurope' }
      // from: kubelet-identity
      { name: 'id-prd-weu-kubelet', location: 'westeurope' }
      // from: workloads
      { name: 'id-pricing-api', location: 'westeurope' }
      // from: workloads
      { name: 'id-risk-model', location: 'westeurope' }
      // from: workloads
      { name: 'id-rule-editor', location: 'westeurope' }
    ]
  }
]
