// Stage 4: rights of people, pipelines, workloads, and of identities that AKS makes.
using './assignments.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param assignedCosmosDbNames = loadJsonContent('assigned-names.json').cosmosDbRoleAssignments

param containerServiceManagedClustersManagedNamespacesRights = [
  {
    resourceGroup: 'rg-fleet-weu'
    principals: [
      // from: developer-rights-production
      {
        names: ['blue-weu', 'accounts']
        principalId: 'f77ecf58-e479-42c3-a4ac-314c499380a8' // flt-accounts
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace accounts'
      }
      // from: developer-rights-production
      {
        names: ['blue-weu', 'accounts']
        principalId: 'f77ecf58-e479-42c3-a4ac-314c499380a8' // flt-accounts
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of accounts may read namespace accounts'
      }
      // from: developer-rights-production
      {
        names: ['blue-weu', 'dispatch']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace dispatch'
      }
      // from: developer-rights-production
      {
        names: ['blue-weu', 'dispatch']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of dispatch may read namespace dispatch'
      }
      // from: visibility
      {
        names: ['blue-weu', 'dispatch']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'visibility: Fetch the kubeconfig of namespace dispatch'
      }
      // from: visibility
      {
        names: ['blue-weu', 'dispatch']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'visibility: Developers of vision may read namespace dispatch of dispatch'
      }
      // from: developer-rights-production
      {
        names: ['blue-weu', 'dispatch-routing']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace dispatch-routing'
      }
      // from: developer-rights-production
      {
        names: ['blue-weu', 'dispatch-routing']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of dispatch may read namespace dispatch-routing'
      }
      // from: visibility
      {
        names: ['blue-weu', 'dispatch-routing']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'visibility: Fetch the kubeconfig of namespace dispatch-routing'
      }
      // from: visibility
      {
        names: ['blue-weu', 'dispatch-routing']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'visibility: Developers of vision may read namespace dispatch-routing of dispatch'
      }
      // from: developer-rights-production
      {
        names: ['blue-weu', 'vision']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace vision'
      }
      // from: developer-rights-production
      {
        names: ['blue-weu', 'vision']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of vision may read namespace vision'
      }
      // from: developer-rights-production
      {
        names: ['blue-weu', 'vision-training']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace vision-training'
      }
      // from: developer-rights-production
      {
        names: ['blue-weu', 'vision-training']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of vision may read namespace vision-training'
      }
      // from: developer-rights-production
      {
        names: ['green-weu', 'accounts']
        principalId: 'f77ecf58-e479-42c3-a4ac-314c499380a8' // flt-accounts
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace accounts'
      }
      // from: developer-rights-production
      {
        names: ['green-weu', 'accounts']
        principalId: 'f77ecf58-e479-42c3-a4ac-314c499380a8' // flt-accounts
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of accounts may read namespace accounts'
      }
      // from: developer-rights-production
      {
        names: ['green-weu', 'dispatch']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace dispatch'
      }
      // from: developer-rights-production
      {
        names: ['green-weu', 'dispatch']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of dispatch may read namespace dispatch'
      }
      // from: developer-rights-production
      {
        names: ['green-weu', 'dispatch-routing']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace dispatch-routing'
      }
      // from: developer-rights-production
      {
        names: ['green-weu', 'dispatch-routing']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of dispatch may read namespace dispatch-routing'
      }
      // from: developer-rights-production
      {
        names: ['green-weu', 'vision']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace vision'
      }
      // from: developer-rights-production
      {
        names: ['green-weu', 'vision']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of vision may read namespace vision'
      }
      // from: developer-rights-production
      {
        names: ['green-weu', 'vision-training']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace vision-training'
      }
      // from: developer-rights-production
      {
        names: ['green-weu', 'vision-training']
        principalId: 'fa0e5ccd-2efc-482b-a4d7-0c94b947d684' // flt-vision
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of vision may read namespace vision-training'
      }
    ]
  }
]

param containerServiceManagedClustersRights = [
  {
    resourceGroup: 'rg-fleet-weu'
    principals: [
      // from: grants
      {
        names: ['blue-weu']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8' // Azure Kubernetes Service Contributor Role
        description: 'grants (break-glass): Re-enables local accounts'
      }
      // from: grants
      {
        names: ['blue-weu']
        principalId: 'f62ad717-9b50-4487-ac20-74bdb29bed45' // flt-security
        principalType: 'Group'
        role: 'a231c9a2-bfaf-3b23-9cc6-35b12a1e48d1' // Fabrikam AKS security reader
        description: 'grants: Investigation'
      }
      // from: grants
      {
        names: ['green-weu']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8' // Azure Kubernetes Service Contributor Role
        description: 'grants (break-glass): Re-enables local accounts'
      }
      // from: grants
      {
        names: ['green-weu']
        principalId: 'f62ad717-9b50-4487-ac20-74bdb29bed45' // flt-security
        principalType: 'Group'
        role: 'a231c9a2-bfaf-3b23-9cc6-35b12a1e48d1' // Fabrikam AKS security reader
        description: 'grants: Investigation'
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
        account: 'cosmos-dispatch'
        path: '/dbs/flights'
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-dispatch'
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
        names: ['kv-fleet-accounts']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-accounts'
        role: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
        description: 'workloads: Workload accounts-api'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-fleet-weu'
    principals: [
      // from: grants
      {
        names: ['id-blue-weu-control-plane']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of blue-weu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-blue-weu-kubelet']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of blue-weu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-green-weu-control-plane']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of green-weu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-green-weu-kubelet']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of green-weu on again also uses its identity'
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
        names: ['vnet-weu', 'snet-blue-weu']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: '886d1157-ae52-3fd0-9963-fb4b652ed3f9' // AKS break-glass network, Fabrikam drone fleet
        description: 'grants (break-glass): Whoever turns local accounts of blue-weu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-weu', 'snet-blue-weu-api']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: '886d1157-ae52-3fd0-9963-fb4b652ed3f9' // AKS break-glass network, Fabrikam drone fleet
        description: 'grants (break-glass): Whoever turns local accounts of blue-weu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-weu', 'snet-green-weu']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: '886d1157-ae52-3fd0-9963-fb4b652ed3f9' // AKS break-glass network, Fabrikam drone fleet
        description: 'grants (break-glass): Whoever turns local accounts of green-weu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-weu', 'snet-green-weu-api']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: '886d1157-ae52-3fd0-9963-fb4b652ed3f9' // AKS break-glass network, Fabrikam drone fleet
        description: 'grants (break-glass): Whoever turns local accounts of green-weu on again also joins its subnet'
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
        names: ['sb-dispatch']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-dispatch-routing'
        role: '090c5cfd-751d-490a-894a-3ce6f1109419' // Azure Service Bus Data Owner
        description: 'workloads: Workload router'
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
        names: ['stvisionmodels']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-vision'
        role: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' // Storage Blob Data Reader
        description: 'workloads: Workload detector'
      }
      // from: workloads
      {
        names: ['stvisionmodels']
        identity: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-fleet-identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-vision-training'
        role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
        description: 'workloads: Workload trainer'
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
        principalId: 'b3c10441-7ff2-41f2-a449-13b3ca463ac3' // flt-operators
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: []
        principalId: 'b3c10441-7ff2-41f2-a449-13b3ca463ac3' // flt-operators
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'grants: Reaches every cluster of the region'
      }
      // from: grants
      {
        names: []
        principalId: 'f62ad717-9b50-4487-ac20-74bdb29bed45' // flt-security
        principalType: 'Group'
        role: '39bc4728-0917-49c7-9d2c-d95423bc2eb4' // Security Reader
        description: 'grants: Posture'
      }
    ]
  }
]
