// Stage 4: rights of people, pipelines, workloads, and of identities that AKS makes.
using './assignments.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param assignedCosmosDbNames = loadJsonContent('assigned-names.json').cosmosDbRoleAssignments

param containerServiceManagedClustersRights = [
  {
    resourceGroup: 'rg-aks-cde-tst-weu'
    principals: [
      // from: developer-rights
      {
        names: ['cde-tst-weu']
        principalId: 'a940548d-4578-45a0-ab3c-b29766fc4148' // pci-authorizer-developers
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights: Fetch the kubeconfig'
      }
      // from: deployment
      {
        names: ['cde-tst-weu']
        principalId: 'fb31f329-800f-4272-aff2-045244cfa2b1' // pci-authorizer-pipeline
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['cde-tst-weu']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8' // Azure Kubernetes Service Contributor Role
        description: 'grants (break-glass): Re-enables local accounts'
      }
      // from: developer-rights
      {
        names: ['cde-tst-weu']
        principalId: 'b2698373-5654-459a-a19f-f2b23c24806e' // pci-card-vault-developers
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights: Fetch the kubeconfig'
      }
      // from: deployment
      {
        names: ['cde-tst-weu']
        principalId: '4db34074-c46f-40d8-aedb-c606ddcbd897' // pci-card-vault-pipeline
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['cde-tst-weu']
        principalId: '3c6f8a51-9d24-4be7-8f10-6a7e2b95c0d4' // pci-cluster-administrators
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['cde-tst-weu']
        principalId: 'dceafce6-33ff-4c91-a975-7ee9e936304e' // pci-infrastructure-operators-b
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['cde-tst-weu']
        principalId: '205f2b9a-db69-4604-af6d-919d1341337b' // pci-security-owners
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
    ]
  }
  {
    resourceGroup: 'rg-aks-cde-weu'
    principals: [
      // from: grants
      {
        names: ['cde-weu']
        principalId: 'fdc5539a-38e0-44eb-ad4c-3a63b5e06b78' // pci-application-operators
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['cde-weu']
        principalId: '7a1f3e58-64c2-4d0b-9f27-3c5be1d8a906' // pci-application-operators-b
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: deployment-production
      {
        names: ['cde-weu']
        principalId: 'fb31f329-800f-4272-aff2-045244cfa2b1' // pci-authorizer-pipeline
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['cde-weu']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8' // Azure Kubernetes Service Contributor Role
        description: 'grants (break-glass): Re-enables local accounts'
      }
      // from: deployment-production
      {
        names: ['cde-weu']
        principalId: '4db34074-c46f-40d8-aedb-c606ddcbd897' // pci-card-vault-pipeline
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['cde-weu']
        principalId: '3c6f8a51-9d24-4be7-8f10-6a7e2b95c0d4' // pci-cluster-administrators
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['cde-weu']
        principalId: '42b37405-f704-448e-ad97-c7c6b3de85c3' // pci-incident-response
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['cde-weu']
        principalId: 'c27932db-3610-4b74-aedb-7f63bc8c5482' // pci-infrastructure-operators-a
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['cde-weu']
        principalId: 'dceafce6-33ff-4c91-a975-7ee9e936304e' // pci-infrastructure-operators-b
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['cde-weu']
        principalId: '205f2b9a-db69-4604-af6d-919d1341337b' // pci-security-owners
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: visibility
      {
        names: ['cde-weu']
        principalId: '7fd06d16-0a29-4e6b-a938-02c65eaa2426' // pci-settlement-developers
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'visibility: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['cde-weu']
        principalId: 'c636ce93-2bef-4613-a634-30e1b6fa6936' // pci-settlement-pipeline
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
    ]
  }
]

param cosmosDbRights = [
  {
    resourceGroup: 'rg-data'
    identities: [
      // from: workloads
      {
        account: 'cosmos-cde'
        path: '/dbs/tokens'
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-detokenizer'
        role: '00000000-0000-0000-0000-000000000001' // Cosmos DB Built-in Data Reader
      }
      // from: workloads
      {
        account: 'cosmos-cde'
        path: '/dbs/tokens'
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-tokenizer'
        role: '00000000-0000-0000-0000-000000000002' // Cosmos DB Built-in Data Contributor
      }
    ]
  }
]

param keyVaultVaultsRights = [
  {
    resourceGroup: 'rg-data'
    identities: [
      // from: workloads
      {
        names: ['kv-cde-files']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-scheme-files'
        role: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
        description: 'workloads: Workload scheme-files'
      }
      // from: workloads
      {
        names: ['kv-cde-keys']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-key-rotator'
        role: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603' // Key Vault Crypto Officer
        description: 'workloads: Workload key-rotator'
      }
      // from: workloads
      {
        names: ['kv-cde-vault']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-tokenizer'
        role: '12338af0-0e69-4776-bea7-57ae8d297424' // Key Vault Crypto User
        description: 'workloads: Workload tokenizer'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-aks-cde-tst-weu'
    principals: [
      // from: grants
      {
        names: ['id-cde-tst-weu-control-plane']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of cde-tst-weu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-cde-tst-weu-kubelet']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of cde-tst-weu on again also uses its identity'
      }
    ]
  }
  {
    resourceGroup: 'rg-aks-cde-weu'
    principals: [
      // from: grants
      {
        names: ['id-cde-weu-control-plane']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of cde-weu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-cde-weu-kubelet']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of cde-weu on again also uses its identity'
      }
    ]
  }
]

param networkVirtualNetworksSubnetsRights = [
  {
    resourceGroup: 'rg-network'
    principals: [
      // from: grants
      {
        names: ['vnet-cde-tst-weu', 'snet-api']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: '5451fd16-69c8-3ba6-b863-f3bc20e93a31' // AKS break-glass network, Woodgrove payments platform
        description: 'grants (break-glass): Whoever turns local accounts of cde-tst-weu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-cde-tst-weu', 'snet-nodes']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: '5451fd16-69c8-3ba6-b863-f3bc20e93a31' // AKS break-glass network, Woodgrove payments platform
        description: 'grants (break-glass): Whoever turns local accounts of cde-tst-weu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-cde-weu', 'snet-api']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: '5451fd16-69c8-3ba6-b863-f3bc20e93a31' // AKS break-glass network, Woodgrove payments platform
        description: 'grants (break-glass): Whoever turns local accounts of cde-weu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-cde-weu', 'snet-nodes']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: '5451fd16-69c8-3ba6-b863-f3bc20e93a31' // AKS break-glass network, Woodgrove payments platform
        description: 'grants (break-glass): Whoever turns local accounts of cde-weu on again also joins its subnet'
      }
    ]
  }
]

param operationalInsightsWorkspacesRights = [
  {
    resourceGroup: 'rg-monitoring'
    principals: [
      // from: audit-readers
      {
        names: ['law-woodgrove-cde']
        principalId: '205f2b9a-db69-4604-af6d-919d1341337b' // pci-security-owners
        principalType: 'Group'
        role: '73c42c96-874c-492b-b04d-ab87d138a893' // Log Analytics Reader
        description: 'audit-readers: Reads the audit logs of the clusters'
      }
    ]
  }
]

param serviceBusNamespacesRights = [
  {
    resourceGroup: 'rg-data'
    identities: [
      // from: workloads
      {
        names: ['sb-cde']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-authorizer'
        role: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39' // Azure Service Bus Data Sender
        description: 'workloads: Workload authorizer'
      }
      // from: workloads
      {
        names: ['sb-cde']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-journal'
        role: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0' // Azure Service Bus Data Receiver
        description: 'workloads: Workload journal'
      }
    ]
  }
]

param storageStorageAccountsRights = [
  {
    resourceGroup: 'rg-data'
    identities: [
      // from: workloads
      {
        names: ['stcdefiles']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-scheme-files'
        role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
        description: 'workloads: Workload scheme-files'
      }
      // from: workloads
      {
        names: ['stcdejournal']
        identity: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-journal'
        role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
        description: 'workloads: Workload journal'
      }
    ]
  }
]

param subscriptionRights = [
  {
    resourceGroup: ''
    principals: [
      // from: grants
      {
        names: []
        principalId: 'dceafce6-33ff-4c91-a975-7ee9e936304e' // pci-infrastructure-operators-b
        principalType: 'Group'
        role: '43d0d8ad-25c7-4714-9337-8ba259a9fe05' // Monitoring Reader
        description: 'grants: Metrics'
      }
      // from: grants
      {
        names: []
        principalId: '205f2b9a-db69-4604-af6d-919d1341337b' // pci-security-owners
        principalType: 'Group'
        role: '39bc4728-0917-49c7-9d2c-d95423bc2eb4' // Security Reader
        description: 'grants: Posture'
      }
    ]
  }
]
