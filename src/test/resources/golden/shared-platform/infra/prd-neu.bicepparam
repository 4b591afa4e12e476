// Stage 3: cluster prd-neu with the settings that were decided. Subscription prod.
using './clusters.bicep'

param cluster = {
  subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
  resourceGroup: 'rg-aks-prd-neu'
  name: 'prd-neu'
  location: 'northeurope'
}

param clusterExists = false

param settings = {
  // from: control-plane-identity
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-neu-control-plane': {}
    }
  }
  // from: kubelet-identity
  kubeletIdentity: {
    subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
    resourceGroup: 'rg-aks-prd-neu'
    name: 'id-prd-neu-kubelet'
  }
  properties: {
    // from: clusters
    kubernetesVersion: '1.36'
    // from: clusters
    dnsPrefix: 'prd-neu'
    // from: sign-in
    enableRBAC: true
    // from: sign-in
    aadProfile: {
      managed: true
      // from: authorization
      enableAzureRBAC: true
      // from: user-tenant
      tenantID: '033bf333-b2f0-4833-a1d2-e85131a5bb6b'
    }
    // from: local-accounts
    disableLocalAccounts: true
    apiServerAccessProfile: {
      // from: api-server-reach
      enablePrivateCluster: true
      // from: api-server-reach
      enableVnetIntegration: true
      // from: clusters
      subnetId: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-neu/subnets/snet-api'
      // from: private-dns-zone
      privateDNSZone: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/private.northeurope.azmk8s.io'
      // from: public-fqdn
      enablePrivateClusterPublicFQDN: false
      // from: command-invoke
      disableRunCommand: true
    }
    // from: workload-identity
    oidcIssuerProfile: { enabled: true }
    // from: workload-identity
    securityProfile: {
      workloadIdentity: { enabled: true }
    }
    addonProfiles: {
      // from: policy-addon
      azurepolicy: {
        enabled: true
        config: { version: 'v2' }
      }
      // from: key-vault-access
      azureKeyvaultSecretsProvider: { enabled: true }
    }
    networkProfile: {
      // from: network-plugin
      networkPlugin: 'azure'
      // from: network-plugin
      networkPluginMode: 'overlay'
      // from: network-policy-engine
      networkPolicy: 'cilium'
      // from: network-policy-engine
      networkDataplane: 'cilium'
    }
    // from: clusters
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        vmSize: 'Standard_D4ds_v5'
        count: 3
        vnetSubnetID: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-neu/subnets/snet-nodes'
        nodeTaints: ['CriticalAddonsOnly=true:NoSchedule']
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'general'
        mode: 'User'
        vmSize: 'Standard_D8ds_v5'
        count: 5
        vnetSubnetID: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-neu/subnets/snet-nodes'
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'web'
        mode: 'User'
        vmSize: 'Standard_D4ds_v5'
        count: 3
        vnetSubnetID: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-neu/subnets/snet-nodes'
        nodeTaints: ['pool=web:NoSchedule']
        nodeLabels: { pool: 'web' }
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'memory'
        mode: 'User'
        vmSize: 'Standard_E8ds_v5'
        count: 2
        vnetSubnetID: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-neu/subnets/snet-nodes'
        nodeTaints: ['pool=memory:NoSchedule']
        nodeLabels: { pool: 'memory' }
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'batch'
        mode: 'User'
        vmSize: 'Standard_F8s_v2'
        count: 2
        vnetSubnetID: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-neu/subnets/snet-nodes'
        nodeTaints: ['pool=batch:NoSchedule']
        nodeLabels: { pool: 'batch' }
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
    ]
  }
}

param auditLogs = {
  // from: audit-logs
  categories: ['kube-audit-admin', 'guard']
  // from: audit-resource
  workspaceId: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-monitoring/providers/Microsoft.OperationalInsights/workspaces/law-platform'
}

param assignedNames = loadJsonContent('../roles/assigned-names.json').federatedCredentials

param federations = [
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-neu'
      name: 'id-carrier-gateway'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-fulfilment-carriers-carrier-gateway'
        subject: 'system:serviceaccount:fulfilment-carriers:carrier-gateway'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-catalog-api'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-catalog-catalog-api'
        subject: 'system:serviceaccount:catalog:catalog-api'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-checkout'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-storefront-checkout'
        subject: 'system:serviceaccount:storefront:checkout'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-neu'
      name: 'id-collector'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-insights-batch-collector'
        subject: 'system:serviceaccount:insights-batch:collector'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-consent'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-customer-consent-consent'
        subject: 'system:serviceaccount:customer-consent:consent'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-edge-router'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-storefront-edge-edge-router'
        subject: 'system:serviceaccount:storefront-edge:edge-router'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-indexer'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-search-index-indexer'
        subject: 'system:serviceaccount:search-index:indexer'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-neu'
      name: 'id-inspection'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-returns-inspection-inspection'
        subject: 'system:serviceaccount:returns-inspection:inspection'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-neu'
      name: 'id-label-printer'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-fulfilment-labels-label-printer'
        subject: 'system:serviceaccount:fulfilment-labels:label-printer'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-neu'
      name: 'id-order-intake'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-fulfilment-order-intake'
        subject: 'system:serviceaccount:fulfilment:order-intake'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-profile-api'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-customer-profile-profile-api'
        subject: 'system:serviceaccount:customer-profile:profile-api'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-search-gateway'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-neu-search-search-gateway'
        subject: 'system:serviceaccount:search:search-gateway'
      }
    ]
  }
]
