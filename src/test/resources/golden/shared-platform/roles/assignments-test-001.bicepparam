// Stage 4: rights of people, pipelines, workloads, and of identities that AKS makes. Subscription test.
using './assignments.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param containerServiceManagedClustersRights = [
  {
    resourceGroup: 'rg-aks-tst-weu'
    principals: [
      // from: grants
      {
        names: ['tst-weu']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8' // Azure Kubernetes Service Contributor Role
        description: 'grants (break-glass): Re-enables local accounts'
      }
      // from: developer-rights
      {
        names: ['tst-weu']
        principalId: '37363510-ca48-483d-a720-ef69fded2035' // aks-catalog-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights: Fetch the kubeconfig'
      }
      // from: visibility
      {
        names: ['tst-weu']
        principalId: '0ba32c57-c6e9-4e70-acb5-2ce119937fe2' // aks-fulfilment-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'visibility: Fetch the kubeconfig'
      }
      // from: developer-rights
      {
        names: ['tst-weu']
        principalId: '2c59fab7-3951-46cd-a882-ee0381b76968' // aks-orders-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['tst-weu']
        principalId: '39a08d6f-5566-4c58-acb8-2f9ac1a8f96b' // aks-platform-admins
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: developer-rights
      {
        names: ['tst-weu']
        principalId: '90d7b114-6b70-4149-af4a-02499a8001dc' // aks-pricing-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights: Fetch the kubeconfig'
      }
      // from: developer-rights
      {
        names: ['tst-weu']
        principalId: 'a3a9e02f-2e8a-476f-a7ef-c7bc9407bf28' // aks-search-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['tst-weu']
        principalId: '0a5dff8d-4b06-4901-ae35-0b7d569b6696' // aks-secops
        principalType: 'Group'
        role: 'dea42ce1-7b27-382c-9fb4-f387ff981633' // Contoso AKS security reader
        description: 'grants: Investigation without secrets'
      }
      // from: grants
      {
        names: ['tst-weu']
        principalId: '8436ff90-9759-4010-a304-5bca558a9126' // aks-sre
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: developer-rights
      {
        names: ['tst-weu']
        principalId: 'b91d058c-2a27-4db3-af92-98175c9d4234' // aks-storefront-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights: Fetch the kubeconfig'
      }
      // from: deployment
      {
        names: ['tst-weu']
        principalId: '78e4ced9-3c9d-413b-ae1e-9fcacb54ba0f' // sp-catalog-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment: Fetch the kubeconfig'
      }
      // from: deployment
      {
        names: ['tst-weu']
        principalId: 'b708021c-a3e7-4a11-aa1c-4d69e0025fb9' // sp-fulfilment-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment: Fetch the kubeconfig'
      }
      // from: deployment
      {
        names: ['tst-weu']
        principalId: '55205539-951f-4bee-a80f-a0594d6678fb' // sp-orders-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['tst-weu']
        principalId: 'a14bfa73-a743-4311-a0a1-b48169f220cc' // sp-platform-deploy
        principalType: 'ServicePrincipal'
        role: 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' // Azure Kubernetes Service RBAC Cluster Admin
        description: 'grants: Platform manifests'
      }
      // from: deployment
      {
        names: ['tst-weu']
        principalId: '422cc589-899b-4ba4-ad89-c1a597ba69ba' // sp-pricing-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment: Fetch the kubeconfig'
      }
      // from: deployment
      {
        names: ['tst-weu']
        principalId: 'e04e234a-845e-40db-a550-05b53b4f9614' // sp-search-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment: Fetch the kubeconfig'
      }
      // from: deployment
      {
        names: ['tst-weu']
        principalId: '315214b0-b663-4763-a3bb-700cdfdd42c9' // sp-storefront-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment: Fetch the kubeconfig'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-aks-tst-weu'
    principals: [
      // from: grants
      {
        names: ['id-tst-weu-control-plane']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of tst-weu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-tst-weu-kubelet']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of tst-weu on again also uses its identity'
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
        names: ['vnet-tst-weu', 'snet-api']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: '22a8b78f-0510-3128-92f4-a9af6aa40acb' // AKS break-glass network, Contoso shared platform
        description: 'grants (break-glass): Whoever turns local accounts of tst-weu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-tst-weu', 'snet-nodes']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: '22a8b78f-0510-3128-92f4-a9af6aa40acb' // AKS break-glass network, Contoso shared platform
        description: 'grants (break-glass): Whoever turns local accounts of tst-weu on again also joins its subnet'
      }
    ]
  }
]
