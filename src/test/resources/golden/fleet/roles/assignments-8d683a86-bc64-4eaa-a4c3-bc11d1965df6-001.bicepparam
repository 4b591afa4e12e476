// Stage 4: rights of people, pipelines, workloads, and of identities that AKS makes.
using './assignments.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param containerServiceManagedClustersManagedNamespacesRights = [
  {
    resourceGroup: 'rg-fleet-neu'
    principals: [
      // from: developer-rights-production
      {
        names: ['blue-neu', 'accounts']
        principalId: 'f77ecf58-e479-42c3-a4ac-314c499380a8' // flt-accounts
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace accounts'
      }
      // from: developer-rights-production
      {
        names: ['blue-neu', 'accounts']
        principalId: 'f77ecf58-e479-42c3-a4ac-314c499380a8' // flt-accounts
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of accounts may read namespace accounts'
      }
      // from: developer-rights-production
      {
        names: ['blue-neu', 'dispatch']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace dispatch'
      }
      // from: developer-rights-production
      {
        names: ['blue-neu', 'dispatch']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of dispatch may read namespace dispatch'
      }
      // from: developer-rights-production
      {
        names: ['blue-neu', 'dispatch-routing']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace dispatch-routing'
      }
      // from: developer-rights-production
      {
        names: ['blue-neu', 'dispatch-routing']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of dispatch may read namespace dispatch-routing'
      }
      // from: visibility
      {
        names: ['blue-neu', 'telemetry']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'visibility: Fetch the kubeconfig of namespace telemetry'
      }
      // from: visibility
      {
        names: ['blue-neu', 'telemetry']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'visibility: Developers of dispatch may read namespace telemetry of telemetry'
      }
      // from: developer-rights-production
      {
        names: ['blue-neu', 'telemetry']
        principalId: '75152819-9e27-4c8a-a866-e13d273da8c2' // flt-telemetry
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace telemetry'
      }
      // from: developer-rights-production
      {
        names: ['blue-neu', 'telemetry']
        principalId: '75152819-9e27-4c8a-a866-e13d273da8c2' // flt-telemetry
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of telemetry may read namespace telemetry'
      }
      // from: developer-rights-production
      {
        names: ['green-neu', 'accounts']
        principalId: 'f77ecf58-e479-42c3-a4ac-314c499380a8' // flt-accounts
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace accounts'
      }
      // from: developer-rights-production
      {
        names: ['green-neu', 'accounts']
        principalId: 'f77ecf58-e479-42c3-a4ac-314c499380a8' // flt-accounts
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of accounts may read namespace accounts'
      }
      // from: developer-rights-production
      {
        names: ['green-neu', 'dispatch']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace dispatch'
      }
      // from: developer-rights-production
      {
        names: ['green-neu', 'dispatch']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of dispatch may read namespace dispatch'
      }
      // from: developer-rights-production
      {
        names: ['green-neu', 'dispatch-routing']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace dispatch-routing'
      }
      // from: developer-rights-production
      {
        names: ['green-neu', 'dispatch-routing']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of dispatch may read namespace dispatch-routing'
      }
      // from: visibility
      {
        names: ['green-neu', 'telemetry']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'visibility: Fetch the kubeconfig of namespace telemetry'
      }
      // from: visibility
      {
        names: ['green-neu', 'telemetry']
        principalId: '6d4c3e3a-0900-4b31-abf1-a9c50c93355f' // flt-dispatch
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'visibility: Developers of dispatch may read namespace telemetry of telemetry'
      }
      // from: developer-rights-production
      {
        names: ['green-neu', 'telemetry']
        principalId: '75152819-9e27-4c8a-a866-e13d273da8c2' // flt-telemetry
        principalType: 'Group'
        role: 'c9f76ca8-b262-4b10-8ed2-09cf0948aa35' // Azure Kubernetes Service Namespace User
        description: 'developer-rights-production: Fetch the kubeconfig of namespace telemetry'
      }
      // from: developer-rights-production
      {
        names: ['green-neu', 'telemetry']
        principalId: '75152819-9e27-4c8a-a866-e13d273da8c2' // flt-telemetry
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'developer-rights-production: Developers of telemetry may read namespace telemetry'
      }
    ]
  }
]

param containerServiceManagedClustersRights = [
  {
    resourceGroup: 'rg-fleet-neu'
    principals: [
      // from: grants
      {
        names: ['blue-neu']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8' // Azure Kubernetes Service Contributor Role
        description: 'grants (break-glass): Re-enables local accounts'
      }
      // from: grants
      {
        names: ['blue-neu']
        principalId: 'f62ad717-9b50-4487-ac20-74bdb29bed45' // flt-security
        principalType: 'Group'
        role: 'a231c9a2-bfaf-3b23-9cc6-35b12a1e48d1' // Fabrikam AKS security reader
        description: 'grants: Investigation'
      }
      // from: grants
      {
        names: ['green-neu']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8' // Azure Kubernetes Service Contributor Role
        description: 'grants (break-glass): Re-enables local accounts'
      }
      // from: grants
      {
        names: ['green-neu']
        principalId: 'f62ad717-9b50-4487-ac20-74bdb29bed45' // flt-security
        principalType: 'Group'
        role: 'a231c9a2-bfaf-3b23-9cc6-35b12a1e48d1' // Fabrikam AKS security reader
        description: 'grants: Investigation'
      }
    ]
  }
]

param eventHubNamespacesRights = [
  {
    resourceGroup: 'rg-data'
    identities: [
      // from: workloads
      {
        names: ['evh-telemetry']
        identity: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-telemetry-archive'
        role: 'a638d3c7-ab3a-418d-83e6-5f17a39d4fde' // Azure Event Hubs Data Receiver
        description: 'workloads: Workload archiver'
      }
      // from: workloads
      {
        names: ['evh-telemetry']
        identity: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-telemetry-ingest'
        role: '2b629674-e913-4c01-ae53-ef4638d8f975' // Azure Event Hubs Data Sender
        description: 'workloads: Workload ingest'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-fleet-neu'
    principals: [
      // from: grants
      {
        names: ['id-blue-neu-control-plane']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of blue-neu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-blue-neu-kubelet']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of blue-neu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-green-neu-control-plane']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of green-neu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-green-neu-kubelet']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of green-neu on again also uses its identity'
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
        names: ['vnet-neu', 'snet-blue-neu']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: '886d1157-ae52-3fd0-9963-fb4b652ed3f9' // AKS break-glass network, Fabrikam drone fleet
        description: 'grants (break-glass): Whoever turns local accounts of blue-neu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-neu', 'snet-blue-neu-api']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: '886d1157-ae52-3fd0-9963-fb4b652ed3f9' // AKS break-glass network, Fabrikam drone fleet
        description: 'grants (break-glass): Whoever turns local accounts of blue-neu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-neu', 'snet-green-neu']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: '886d1157-ae52-3fd0-9963-fb4b652ed3f9' // AKS break-glass network, Fabrikam drone fleet
        description: 'grants (break-glass): Whoever turns local accounts of green-neu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-neu', 'snet-green-neu-api']
        principalId: '8def666c-603d-41ed-a9a3-f01ddacc7912' // flt-break-glass
        principalType: 'Group'
        role: '886d1157-ae52-3fd0-9963-fb4b652ed3f9' // AKS break-glass network, Fabrikam drone fleet
        description: 'grants (break-glass): Whoever turns local accounts of green-neu on again also joins its subnet'
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
        names: ['sttelemetry']
        identity: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-identities/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-telemetry-archive'
        role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
        description: 'workloads: Workload archiver'
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
