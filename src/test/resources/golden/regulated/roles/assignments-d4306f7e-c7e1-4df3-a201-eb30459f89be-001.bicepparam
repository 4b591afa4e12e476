// Stage 4: rights of people, pipelines, workloads, and of identities that AKS makes.
using './assignments.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param containerServiceManagedClustersRights = [
  {
    resourceGroup: 'rg-aks-corp-weu'
    principals: [
      // from: grants
      {
        names: ['corp-weu']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8' // Azure Kubernetes Service Contributor Role
        description: 'grants (break-glass): Re-enables local accounts'
      }
      // from: grants
      {
        names: ['corp-weu']
        principalId: '3c6f8a51-9d24-4be7-8f10-6a7e2b95c0d4' // pci-cluster-administrators
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['corp-weu']
        principalId: '42b37405-f704-448e-ad97-c7c6b3de85c3' // pci-incident-response
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['corp-weu']
        principalId: 'dceafce6-33ff-4c91-a975-7ee9e936304e' // pci-infrastructure-operators-b
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: deployment-production
      {
        names: ['corp-weu']
        principalId: '845b1136-532f-4512-adba-bb270619ed2e' // pci-portal-pipeline
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['corp-weu']
        principalId: '5b0f6c1e-8f1d-4a67-9c42-6d2f0a9be713' // pci-portal-support
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: visibility
      {
        names: ['corp-weu']
        principalId: 'b887adfb-5625-452b-a6fe-9071dd521c39' // pci-reporting-developers
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'visibility: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['corp-weu']
        principalId: '7f3ceb81-96b2-4393-a713-1d578284ba48' // pci-reporting-pipeline
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['corp-weu']
        principalId: '205f2b9a-db69-4604-af6d-919d1341337b' // pci-security-owners
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
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
        names: ['kv-corp']
        identity: '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-portal-web'
        role: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
        description: 'workloads: Workload portal-web'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-aks-corp-weu'
    principals: [
      // from: grants
      {
        names: ['id-corp-weu-control-plane']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of corp-weu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-corp-weu-kubelet']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of corp-weu on again also uses its identity'
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
        names: ['vnet-corp-weu', 'snet-api']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: '5451fd16-69c8-3ba6-b863-f3bc20e93a31' // AKS break-glass network, Woodgrove payments platform
        description: 'grants (break-glass): Whoever turns local accounts of corp-weu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-corp-weu', 'snet-nodes']
        principalId: '8c3b95c6-d72d-419c-af5a-40b5124fc7ee' // pci-break-glass
        principalType: 'Group'
        role: '5451fd16-69c8-3ba6-b863-f3bc20e93a31' // AKS break-glass network, Woodgrove payments platform
        description: 'grants (break-glass): Whoever turns local accounts of corp-weu on again also joins its subnet'
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
        principalId: '205f2b9a-db69-4604-af6d-919d1341337b' // pci-security-owners
        principalType: 'Group'
        role: '39bc4728-0917-49c7-9d2c-d95423bc2eb4' // Security Reader
        description: 'grants: Posture'
      }
    ]
  }
]
