// Stage 2: rights that the identities of the clusters need before the clusters exist.
using './cluster-identities.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param containerRegistryRegistriesRights = [
  {
    resourceGroup: 'rg-tailwind'
    identities: [
      // from: registry-permission-mode
      {
        names: ['tailwindapps']
        identity: '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind-aks/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-tailwind-kubelet'
        role: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
        description: 'registry-permission-mode: Nodes of aks-tailwind pull images'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-tailwind-aks'
    identities: [
      // from: kubelet-identity
      {
        names: ['id-aks-tailwind-kubelet']
        identity: '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind-aks/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-tailwind-control-plane'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'kubelet-identity: The control plane of aks-tailwind puts the kubelet identity on its nodes'
      }
    ]
  }
]
