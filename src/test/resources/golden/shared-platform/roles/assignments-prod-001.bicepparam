// Stage 4: rights of people, pipelines, workloads, and of identities that AKS makes. Subscription prod.
using './assignments.bicep'

param assignedNames = loadJsonContent('assigned-names.json').roleAssignments

param assignedCosmosDbNames = loadJsonContent('assigned-names.json').cosmosDbRoleAssignments

param appConfigurationConfigurationStoresRights = [
  {
    resourceGroup: 'rg-integration'
    identities: [
      // from: workloads
      {
        names: ['appcs-contoso']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-checkout'
        role: '516239f1-63e1-4d78-a4de-a74fb236a071' // App Configuration Data Reader
        description: 'workloads: Workload checkout'
      }
      // from: workloads
      {
        names: ['appcs-contoso']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pricing-api'
        role: '516239f1-63e1-4d78-a4de-a74fb236a071' // App Configuration Data Reader
        description: 'workloads: Workload pricing-api'
      }
      // from: workloads
      {
        names: ['appcs-contoso']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-search-gateway'
        role: '516239f1-63e1-4d78-a4de-a74fb236a071' // App Configuration Data Reader
        description: 'workloads: Workload search-gateway'
      }
    ]
  }
]

param cognitiveServicesAccountsRights = [
  {
    resourceGroup: 'rg-ai'
    identities: [
      // from: workloads
      {
        names: ['oai-contoso-risk']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-risk-model'
        role: '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd' // Cognitive Services OpenAI User
        description: 'workloads: Workload risk-model'
      }
    ]
  }
]

param containerServiceManagedClustersNamespacesRights = [
  {
    resourceGroup: 'rg-aks-prd-neu'
    principals: [
      // from: grants
      {
        names: ['prd-neu', 'fulfilment-labels']
        principalId: '1bbb153b-8f78-466e-a8da-a85420324b55' // aks-returns-dev
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'grants: Labels in the portal'
      }
    ]
  }
  {
    resourceGroup: 'rg-aks-prd-weu'
    principals: [
      // from: grants
      {
        names: ['prd-weu', 'loyalty-points']
        principalId: 'a894774c-aa4d-463e-a0ae-ff65dbf87497' // aks-loyalty-dev
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'grants: Portal view of the points service'
      }
      // from: grants
      {
        names: ['prd-weu', 'storefront-edge']
        principalId: 'b91d058c-2a27-4db3-af92-98175c9d4234' // aks-storefront-dev
        principalType: 'Group'
        role: '7f6c6a51-bcf8-42ba-9220-52d62157d7db' // Azure Kubernetes Service RBAC Reader
        description: 'grants: Portal view of the edge'
      }
    ]
  }
]

param containerServiceManagedClustersRights = [
  {
    resourceGroup: 'rg-aks-prd-neu'
    principals: [
      // from: grants
      {
        names: ['prd-neu']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8' // Azure Kubernetes Service Contributor Role
        description: 'grants (break-glass): Re-enables local accounts'
      }
      // from: developer-rights-production
      {
        names: ['prd-neu']
        principalId: '37363510-ca48-483d-a720-ef69fded2035' // aks-catalog-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: developer-rights-production
      {
        names: ['prd-neu']
        principalId: '45bc8a41-88a2-4677-a737-3cde5c9f129e' // aks-customer-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: developer-rights-production
      {
        names: ['prd-neu']
        principalId: '0ba32c57-c6e9-4e70-acb5-2ce119937fe2' // aks-fulfilment-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: visibility
      {
        names: ['prd-neu']
        principalId: 'b025a2c7-4cd6-491b-a401-1933809de512' // aks-insights-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'visibility: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['prd-neu']
        principalId: '39a08d6f-5566-4c58-acb8-2f9ac1a8f96b' // aks-platform-admins
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: developer-rights-production
      {
        names: ['prd-neu']
        principalId: '1bbb153b-8f78-466e-a8da-a85420324b55' // aks-returns-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: developer-rights-production
      {
        names: ['prd-neu']
        principalId: 'a3a9e02f-2e8a-476f-a7ef-c7bc9407bf28' // aks-search-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['prd-neu']
        principalId: '3c4aaffe-97a4-427f-afa5-a801e53697ef' // aks-search-oncall
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['prd-neu']
        principalId: '0a5dff8d-4b06-4901-ae35-0b7d569b6696' // aks-secops
        principalType: 'Group'
        role: 'dea42ce1-7b27-382c-9fb4-f387ff981633' // Contoso AKS security reader
        description: 'grants: Investigation without secrets'
      }
      // from: grants
      {
        names: ['prd-neu']
        principalId: '2a3e6b06-be97-49a1-a3a5-accb0babc351' // aks-secops-respond
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['prd-neu']
        principalId: '8436ff90-9759-4010-a304-5bca558a9126' // aks-sre
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['prd-neu']
        principalId: 'a544d842-76a3-4b64-a590-1a9e69be68dc' // aks-sre-repair
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: visibility
      {
        names: ['prd-neu']
        principalId: 'b91d058c-2a27-4db3-af92-98175c9d4234' // aks-storefront-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'visibility: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-neu']
        principalId: '78e4ced9-3c9d-413b-ae1e-9fcacb54ba0f' // sp-catalog-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-neu']
        principalId: '1cad2dc3-e56f-4a14-a919-111081821445' // sp-customer-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-neu']
        principalId: 'b708021c-a3e7-4a11-aa1c-4d69e0025fb9' // sp-fulfilment-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-neu']
        principalId: 'a224cdfe-8622-4c22-a11d-2c2a8bd7f532' // sp-insights-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['prd-neu']
        principalId: 'a14bfa73-a743-4311-a0a1-b48169f220cc' // sp-platform-deploy
        principalType: 'ServicePrincipal'
        role: 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' // Azure Kubernetes Service RBAC Cluster Admin
        description: 'grants: Platform manifests'
      }
      // from: deployment-production
      {
        names: ['prd-neu']
        principalId: '2824014e-3273-40d9-a5d5-0c57ad1259f5' // sp-returns-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-neu']
        principalId: 'e04e234a-845e-40db-a550-05b53b4f9614' // sp-search-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-neu']
        principalId: '315214b0-b663-4763-a3bb-700cdfdd42c9' // sp-storefront-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
    ]
  }
  {
    resourceGroup: 'rg-aks-prd-weu'
    principals: [
      // from: grants
      {
        names: ['prd-weu']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: 'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8' // Azure Kubernetes Service Contributor Role
        description: 'grants (break-glass): Re-enables local accounts'
      }
      // from: developer-rights-production
      {
        names: ['prd-weu']
        principalId: '37363510-ca48-483d-a720-ef69fded2035' // aks-catalog-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: developer-rights-production
      {
        names: ['prd-weu']
        principalId: '45bc8a41-88a2-4677-a737-3cde5c9f129e' // aks-customer-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: developer-rights-production
      {
        names: ['prd-weu']
        principalId: 'a894774c-aa4d-463e-a0ae-ff65dbf87497' // aks-loyalty-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: developer-rights-production
      {
        names: ['prd-weu']
        principalId: '896307e3-04e0-465d-ac76-09c0d37ccb93' // aks-notify-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: visibility
      {
        names: ['prd-weu']
        principalId: '2c59fab7-3951-46cd-a882-ee0381b76968' // aks-orders-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'visibility: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['prd-weu']
        principalId: 'b34c8ab1-cdd8-499d-a02c-ddbaff905876' // aks-orders-oncall
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: developer-rights-production
      {
        names: ['prd-weu']
        principalId: 'f7db0de0-70ac-4d89-ad58-d70887337c5e' // aks-payments-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['prd-weu']
        principalId: '82929b09-6d64-4281-a65a-8953f1e0999e' // aks-payments-oncall
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['prd-weu']
        principalId: '39a08d6f-5566-4c58-acb8-2f9ac1a8f96b' // aks-platform-admins
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: developer-rights-production
      {
        names: ['prd-weu']
        principalId: '90d7b114-6b70-4149-af4a-02499a8001dc' // aks-pricing-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: developer-rights-production
      {
        names: ['prd-weu']
        principalId: 'a3a9e02f-2e8a-476f-a7ef-c7bc9407bf28' // aks-search-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'developer-rights-production: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['prd-weu']
        principalId: '3c4aaffe-97a4-427f-afa5-a801e53697ef' // aks-search-oncall
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['prd-weu']
        principalId: '0a5dff8d-4b06-4901-ae35-0b7d569b6696' // aks-secops
        principalType: 'Group'
        role: 'dea42ce1-7b27-382c-9fb4-f387ff981633' // Contoso AKS security reader
        description: 'grants: Investigation without secrets'
      }
      // from: grants
      {
        names: ['prd-weu']
        principalId: '2a3e6b06-be97-49a1-a3a5-accb0babc351' // aks-secops-respond
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['prd-weu']
        principalId: '8436ff90-9759-4010-a304-5bca558a9126' // aks-sre
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: grants
      {
        names: ['prd-weu']
        principalId: 'a544d842-76a3-4b64-a590-1a9e69be68dc' // aks-sre-repair
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'grants: kubeconfig'
      }
      // from: visibility
      {
        names: ['prd-weu']
        principalId: 'b91d058c-2a27-4db3-af92-98175c9d4234' // aks-storefront-dev
        principalType: 'Group'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'visibility: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-weu']
        principalId: '78e4ced9-3c9d-413b-ae1e-9fcacb54ba0f' // sp-catalog-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-weu']
        principalId: '1cad2dc3-e56f-4a14-a919-111081821445' // sp-customer-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-weu']
        principalId: 'a161185c-81cf-48ba-a809-35af9ee6c40a' // sp-loyalty-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-weu']
        principalId: 'fb5fcaf4-271a-4280-ada4-37de2b1aa360' // sp-notify-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-weu']
        principalId: '55205539-951f-4bee-a80f-a0594d6678fb' // sp-orders-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-weu']
        principalId: '7b42b288-8b2c-42d4-a50b-d701e10d3f49' // sp-payments-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: grants
      {
        names: ['prd-weu']
        principalId: 'a14bfa73-a743-4311-a0a1-b48169f220cc' // sp-platform-deploy
        principalType: 'ServicePrincipal'
        role: 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b' // Azure Kubernetes Service RBAC Cluster Admin
        description: 'grants: Platform manifests; automation cannot activate roles'
      }
      // from: deployment-production
      {
        names: ['prd-weu']
        principalId: '422cc589-899b-4ba4-ad89-c1a597ba69ba' // sp-pricing-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-weu']
        principalId: 'e04e234a-845e-40db-a550-05b53b4f9614' // sp-search-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
      // from: deployment-production
      {
        names: ['prd-weu']
        principalId: '315214b0-b663-4763-a3bb-700cdfdd42c9' // sp-storefront-deploy
        principalType: 'ServicePrincipal'
        role: '4abbcc35-e782-43d8-92c5-2d3f1bd2253f' // Azure Kubernetes Service Cluster User Role
        description: 'deployment-production: Fetch the kubeconfig'
      }
    ]
  }
]

param cosmosDbRights = [
  {
    resourceGroup: 'rg-data-catalog'
    identities: [
      // from: workloads
      {
        account: 'cosmos-catalog'
        path: '/dbs/catalog'
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-catalog-api'
        role: '00000000-0000-0000-0000-000000000001' // Cosmos DB Built-in Data Reader
      }
      // from: workloads
      {
        account: 'cosmos-catalog'
        path: '/dbs/catalog/colls/products'
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-catalog-import'
        role: '00000000-0000-0000-0000-000000000002' // Cosmos DB Built-in Data Contributor
      }
    ]
  }
  {
    resourceGroup: 'rg-data-customer'
    identities: [
      // from: workloads
      {
        account: 'cosmos-customer'
        path: '/dbs/profile'
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-profile-api'
        role: '00000000-0000-0000-0000-000000000002' // Cosmos DB Built-in Data Contributor
      }
    ]
  }
  {
    resourceGroup: 'rg-data-loyalty'
    identities: [
      // from: workloads
      {
        account: 'cosmos-loyalty'
        path: '/dbs/points'
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-points'
        role: '00000000-0000-0000-0000-000000000002' // Cosmos DB Built-in Data Contributor
      }
    ]
  }
  {
    resourceGroup: 'rg-data-orders'
    identities: [
      // from: workloads
      {
        account: 'cosmos-orders'
        path: '/dbs/orders'
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders-api'
        role: '00000000-0000-0000-0000-000000000002' // Cosmos DB Built-in Data Contributor
      }
    ]
  }
  {
    resourceGroup: 'rg-data-payments'
    identities: [
      // from: workloads
      {
        account: 'cosmos-payments'
        path: '/dbs/payments'
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-payments-api'
        role: '00000000-0000-0000-0000-000000000002' // Cosmos DB Built-in Data Contributor
      }
    ]
  }
]

param eventHubNamespacesRights = [
  {
    resourceGroup: 'rg-integration'
    identities: [
      // from: workloads
      {
        names: ['evh-catalog']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-indexer'
        role: 'a638d3c7-ab3a-418d-83e6-5f17a39d4fde' // Azure Event Hubs Data Receiver
        description: 'workloads: Workload indexer'
      }
      // from: workloads
      {
        names: ['evh-insights']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-collector'
        role: 'a638d3c7-ab3a-418d-83e6-5f17a39d4fde' // Azure Event Hubs Data Receiver
        description: 'workloads: Workload collector'
      }
      // from: workloads
      {
        names: ['evh-ledger']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ledger'
        role: '2b629674-e913-4c01-ae53-ef4638d8f975' // Azure Event Hubs Data Sender
        description: 'workloads: Workload ledger'
      }
    ]
  }
]

param keyVaultVaultsRights = [
  {
    resourceGroup: 'rg-data-customer'
    identities: [
      // from: workloads
      {
        names: ['kv-customer']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-profile-api'
        role: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
        description: 'workloads: Workload profile-api'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-fulfilment'
    identities: [
      // from: workloads
      {
        names: ['kv-fulfilment']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-carrier-gateway'
        role: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
        description: 'workloads: Workload carrier-gateway'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-notify'
    identities: [
      // from: workloads
      {
        names: ['kv-notify']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-mailer'
        role: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
        description: 'workloads: Workload mailer'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-payments'
    identities: [
      // from: workloads
      {
        names: ['kv-payments']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-payments-api'
        role: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
        description: 'workloads: Workload payments-api'
      }
      // from: workloads
      {
        names: ['kv-payments-ledger']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ledger'
        role: 'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba' // Key Vault Certificate User
        description: 'workloads: Workload ledger'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-storefront'
    identities: [
      // from: workloads
      {
        names: ['kv-storefront']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-checkout'
        role: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
        description: 'workloads: Workload checkout'
      }
      // from: workloads
      {
        names: ['kv-storefront']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-edge-router'
        role: 'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba' // Key Vault Certificate User
        description: 'workloads: Workload edge-router'
      }
    ]
  }
]

param managedIdentityUserAssignedIdentitiesRights = [
  {
    resourceGroup: 'rg-aks-prd-neu'
    principals: [
      // from: grants
      {
        names: ['id-prd-neu-control-plane']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of prd-neu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-prd-neu-kubelet']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of prd-neu on again also uses its identity'
      }
    ]
  }
  {
    resourceGroup: 'rg-aks-prd-weu'
    principals: [
      // from: grants
      {
        names: ['id-prd-weu-control-plane']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of prd-weu on again also uses its identity'
      }
      // from: grants
      {
        names: ['id-prd-weu-kubelet']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: 'f1a07417-d97a-45cb-824c-7a7467783830' // Managed Identity Operator
        description: 'grants (break-glass): Whoever turns local accounts of prd-weu on again also uses its identity'
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
        names: ['vnet-prd-neu', 'snet-api']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: '22a8b78f-0510-3128-92f4-a9af6aa40acb' // AKS break-glass network, Contoso shared platform
        description: 'grants (break-glass): Whoever turns local accounts of prd-neu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-prd-neu', 'snet-nodes']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: '22a8b78f-0510-3128-92f4-a9af6aa40acb' // AKS break-glass network, Contoso shared platform
        description: 'grants (break-glass): Whoever turns local accounts of prd-neu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-prd-weu', 'snet-api']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: '22a8b78f-0510-3128-92f4-a9af6aa40acb' // AKS break-glass network, Contoso shared platform
        description: 'grants (break-glass): Whoever turns local accounts of prd-weu on again also joins its subnet'
      }
      // from: grants
      {
        names: ['vnet-prd-weu', 'snet-nodes']
        principalId: '35de8269-1f33-4c84-aa1a-25497939e7ec' // aks-break-glass
        principalType: 'Group'
        role: '22a8b78f-0510-3128-92f4-a9af6aa40acb' // AKS break-glass network, Contoso shared platform
        description: 'grants (break-glass): Whoever turns local accounts of prd-weu on again also joins its subnet'
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
        names: ['law-platform']
        principalId: '0a5dff8d-4b06-4901-ae35-0b7d569b6696' // aks-secops
        principalType: 'Group'
        role: '73c42c96-874c-492b-b04d-ab87d138a893' // Log Analytics Reader
        description: 'audit-readers: Reads the audit logs of the clusters'
      }
      // from: audit-readers
      {
        names: ['law-platform']
        principalId: '8436ff90-9759-4010-a304-5bca558a9126' // aks-sre
        principalType: 'Group'
        role: '73c42c96-874c-492b-b04d-ab87d138a893' // Log Analytics Reader
        description: 'audit-readers: Reads the audit logs of the clusters'
      }
    ]
  }
]

param resourceGroupsRights = [
  {
    resourceGroup: 'rg-aks-prd-neu'
    principals: [
      // from: grants
      {
        names: []
        principalId: '8436ff90-9759-4010-a304-5bca558a9126' // aks-sre
        principalType: 'Group'
        role: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' // Reader
        description: 'grants: See the cluster and its parts'
      }
    ]
  }
  {
    resourceGroup: 'rg-aks-prd-weu'
    principals: [
      // from: grants
      {
        names: []
        principalId: '8436ff90-9759-4010-a304-5bca558a9126' // aks-sre
        principalType: 'Group'
        role: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' // Reader
        description: 'grants: See the cluster and its parts'
      }
      // from: grants
      {
        names: []
        principalId: 'fa17211c-4662-400f-accd-9cdd0ac8f5a9' // sp-identity-onboarding
        principalType: 'ServicePrincipal'
        role: '7e559ce2-48d7-4b27-9128-fa1b247f1308' // Managed Identity Federated Identity Credential Contributor
        description: 'grants: Onboards workloads'
      }
    ]
  }
]

param serviceBusNamespacesRights = [
  {
    resourceGroup: 'rg-integration'
    identities: [
      // from: workloads
      {
        names: ['sb-fulfilment']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-order-intake'
        role: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0' // Azure Service Bus Data Receiver
        description: 'workloads: Workload order-intake'
      }
      // from: workloads
      {
        names: ['sb-loyalty']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-points'
        role: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0' // Azure Service Bus Data Receiver
        description: 'workloads: Workload points'
      }
      // from: workloads
      {
        names: ['sb-notify']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-mailer'
        role: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0' // Azure Service Bus Data Receiver
        description: 'workloads: Workload mailer'
      }
      // from: workloads
      {
        names: ['sb-orders']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders-api'
        role: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39' // Azure Service Bus Data Sender
        description: 'workloads: Workload orders-api'
      }
      // from: workloads
      {
        names: ['sb-orders']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders-saga'
        role: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0' // Azure Service Bus Data Receiver
        description: 'workloads: Workload orders-saga'
      }
    ]
  }
]

param storageStorageAccountsRights = [
  {
    resourceGroup: 'rg-data-catalog'
    identities: [
      // from: workloads
      {
        names: ['stcontosocatalog']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-catalog-import'
        role: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' // Storage Blob Data Reader
        description: 'workloads: Workload catalog-import'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-fulfilment'
    identities: [
      // from: workloads
      {
        names: ['stcontosofulfilment']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-label-printer'
        role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
        description: 'workloads: Workload label-printer'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-insights'
    identities: [
      // from: workloads
      {
        names: ['stcontosoinsights']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-collector'
        role: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
        description: 'workloads: Workload collector'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-orders'
    identities: [
      // from: workloads
      {
        names: ['stcontosoorders']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-orders-export'
        role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
        description: 'workloads: Workload orders-export'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-payments'
    identities: [
      // from: workloads
      {
        names: ['stcontosopayments']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-risk-model'
        role: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' // Storage Blob Data Reader
        description: 'workloads: Workload risk-model'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-pricing'
    identities: [
      // from: workloads
      {
        names: ['stcontosopricing']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-rule-editor'
        role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
        description: 'workloads: Workload rule-editor'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-returns'
    identities: [
      // from: workloads
      {
        names: ['stcontosoreturns']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-inspection'
        role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
        description: 'workloads: Workload inspection'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-search'
    identities: [
      // from: workloads
      {
        names: ['stcontososearch']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-indexer'
        role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
        description: 'workloads: Workload indexer'
      }
    ]
  }
  {
    resourceGroup: 'rg-data-storefront'
    identities: [
      // from: workloads
      {
        names: ['stcontosostorefront']
        identity: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-asset-sync'
        role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
        description: 'workloads: Workload asset-sync'
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
        principalId: '0a5dff8d-4b06-4901-ae35-0b7d569b6696' // aks-secops
        principalType: 'Group'
        role: '39bc4728-0917-49c7-9d2c-d95423bc2eb4' // Security Reader
        description: 'grants: Posture'
      }
      // from: grants
      {
        names: []
        principalId: '8436ff90-9759-4010-a304-5bca558a9126' // aks-sre
        principalType: 'Group'
        role: '43d0d8ad-25c7-4714-9337-8ba259a9fe05' // Monitoring Reader
        description: 'grants: Metrics and alerts'
      }
    ]
  }
]
