// Stage 5: Azure Policy.
using './assignments.bicep'

param resourceGroupAssignments = [
  {
    resourceGroup: 'rg-aks-corp-weu'
    cluster: ''
    assignments: [
      // from: policy-addon
      {
        name: 'aks-pod-security-restricted'
        properties: {
          displayName: 'Pod Security restricted on AKS'
          description: 'policy-addon'
          policyDefinitionId: '/providers/Microsoft.Authorization/policySetDefinitions/42b8ef37-b724-4e24-bbc8-7a7708edfe00'
          parameters: {
            effect: { value: 'Deny' }
            excludedNamespaces: {
              value: [
                'azure-arc'
                'azure-extensions-usage-system'
                'calico-system'
                'gatekeeper-system'
                'kube-system'
                'portal'
                'portal-content'
                'reporting'
                'tigera-operator'
              ]
            }
          }
        }
      }
    ]
  }
]

param subscriptionAssignments = [
  // from: cluster-guardrails
  {
    name: 'aks-command-invoke-disabled'
    properties: {
      displayName: 'AKS guardrail: command invoke disabled'
      description: 'cluster-guardrails'
      policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/89f2d532-c53c-4f8f-9afa-4927b1114a0d'
    }
  }
  // from: cluster-guardrails
  {
    name: 'aks-entra-integration'
    properties: {
      displayName: 'AKS guardrail: Entra integration'
      description: 'cluster-guardrails'
      policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/450d2877-ebea-41e8-b00c-e286317d21bf'
    }
  }
  // from: cluster-guardrails
  {
    name: 'aks-local-accounts-disabled'
    properties: {
      displayName: 'AKS guardrail: local accounts disabled'
      description: 'cluster-guardrails'
      policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/993c2fcd-2b29-49d2-9eb0-df2c3a730c32'
    }
  }
  // from: cluster-guardrails
  {
    name: 'aks-managed-identity'
    properties: {
      displayName: 'AKS guardrail: managed identity'
      description: 'cluster-guardrails'
      policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/da6e2401-19da-4532-9141-fb8fbde08431'
    }
  }
]
