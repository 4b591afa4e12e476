// Stage 4: rights of people, pipelines, workloads, and of identities that AKS makes.
using './assignments.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param assignedCosmosDbNames = loadJsonContent('assigned-names.json').cosmosDbRoleAssignments

param containerServiceManagedClustersNamespacesRights = [
  {
    resourceGroup: 'rg-tailwind-aks'
    principals: [
      // from: deployment-production
      {
        names: ['aks-tailwind', 'shop']
        principalId: '6166979e-2226-46a9-a376-47181e36ba88' // tailwind-deploy
        principalType: 'ServicePrincipal'
        role: '4c07840c-26a1-3315-ac7a-d7a1b1750322' // AKS namespace deployer, Tailwind shop
        description: 'deployment-production: Pipeline of shop may deploy into namespace shop'
      }
      // from: developer-rights-production
      {
        names: ['aks-tailwind', 'shop']
        principalId: '146b485d-9811-4e91-aeb7-f96946413789' // tailwind-developers
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of shop may read namespace shop'
      }
    ]
  }
]

param containerServiceManagedClustersRights = [
  {
    resourceGroup: 'rg-tailwind-aks'
    principals: [
      // from: grants
      {
        names: ['aks-tailwind']
        principalId: '1d5d20f4-c630-4ae3-adc2-dd9143f775e2' // tailwind-admins
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['aks-tailwind']
        principalId: '1d5d20f4-c630-4ae3-adc2-dd9143f775e2' // tailwind-admins
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'grants: Day to day'
      }
      // from: grants
      {
        names: ['aks-tailwind']
        principalId: 'b04a3674-a00a-4080-a50d-254920d4d24d' // tailwind-break-glass
        principalType: 'Group'
        role: 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8' // Azure Kubernetes Service Contributor Role
        description: 'grants (break-glass): Re-enables local accounts'
      }
      // from: deployment-production
      {
        names: ['aks-tailwind']
        principalId: '6166979e-2226-46a9-a376-47181e36ba88' // tailwind-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: developer-rights-production
      {
        names: ['aks-tailwind']
        principalId: '146b485d-9811-4e91-aeb7-f96946413789' // tailwind-developers
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
    ]
  }
]

param cosmosDbRights = [
  {
    resourceGroup: 'rg-tailwind-data'
    identities: [
      // from: workloads
      {
        account: 'cosmos-tailwind'
        path: '/dbs/shop'
        identity: '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind-aks/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-tailwind-cart'
        role: '00000000-0000-0000-0000-000000000002' // Cosmos DB Built-in Data Contributor
      }
    ]
  }
]

param keyVaultVaultsRights = [
  {
    resourceGroup: 'rg-tailwind-data'
    identities: [
      // from: workloads
      {
        names: ['kv-tailwind']
        identity: '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind-aks/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-tailwind-web'
        role: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
        description: 'workloads: Workload web'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-tailwind-aks'
    principals: [
      // from: grants
      {
        names: ['id-aks-tailwind-control-plane']
        principalId: 'b04a3674-a00a-4080-a50d-254920d4d24d' // tailwind-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of aks-tailwind on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-aks-tailwind-kubelet']
        principalId: 'b04a3674-a00a-4080-a50d-254920d4d24d' // tailwind-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of aks-tailwind on again also uses its identity'
      }
    ]
  }
]

param operationalInsightsWorkspacesRights = [
  {
    resourceGroup: 'rg-tailwind'
    principals: [
      // from: audit-readers
      {
        names: ['law-tailwind']
        principalId: '1d5d20f4-c630-4ae3-adc2-dd9143f775e2' // tailwind-admins
        principalType: 'Group'
        role: '73c42c96-874c-492b-b04d-ab87d138a893' // Log Analytics Reader
        description: 'audit-readers: Reads the audit logs of the clusters'
      }
    ]
  }
]

param resourceGroupsRights = [
  {
    resourceGroup: 'rg-tailwind-aks'
    principals: [
      // from: grants
      {
        names: []
        principalId: '1d5d20f4-c630-4ae3-adc2-dd9143f775e2' // tailwind-admins
        principalType: 'Group'
        role: '43d0d8ad-25c7-4714-9337-8ba259a9fe05' // Monitoring Reader
        description: 'grants: Metrics'
      }
    ]
  }
]
