// Stage 1: resource groups and managed identities, what cluster cde-weu uses.
using './identities.bicep'

param existingIdentities = []

param identityGroups = [
  {
    resourceGroup: 'rg-aks-cde-weu'
    identities: [
      // from: workloads
      { name: 'id-authorizer', location: 'westeurope' }
      // from: control-plane-identity
      { name: 'id-cde-weu-control-plane', location: 'westeurope' }
      // from: kubelet-identity
      { name: 'id-cde-weu-kubelet', location: 'westeurope' }
      // from: workloads
      { name: 'id-detokenizer', location: 'westeurope' }
      // from: workloads
      { name: 'id-journal', location: 'westeurope' }
      // from: workloads
      { name: 'id-scheme-files', location: 'westeurope' }
      // from: workloads
      { name: 'id-tokenizer', location: 'westeurope' }
    ]
  }
]
