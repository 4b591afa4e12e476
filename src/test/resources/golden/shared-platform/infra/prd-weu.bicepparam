// Stage 3: cluster prd-weu with the settings that were decided. Subscription prod.
using './clusters.bicep'

param cluster = {
  subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
  resourceGroup: 'rg-aks-prd-weu'
  name: 'prd-weu'
  location: 'westeurope'
}

param clusterExists = false

param settings = {
  // from: control-plane-identity
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-aks-prd-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-prd-weu-control-plane': {}
    }
  }
  // from: kubelet-identity
  kubeletIdentity: {
    subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
    resourceGroup: 'rg-aks-prd-weu'
    name: 'id-prd-weu-kubelet'
  }
  properties: {
    // from: clusters
    kubernetesVersion: '1.36'
    // from: clusters
    dnsPrefix: 'prd-weu'
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
      subnetId: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-weu/subnets/snet-api'
      // from: private-dns-zone
      privateDNSZone: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/private.westeurope.azmk8s.io'
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
        vnetSubnetID: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-weu/subnets/snet-nodes'
        nodeTaints: ['CriticalAddonsOnly=true:NoSchedule']
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'general'
        mode: 'User'
        vmSize: 'Standard_D8ds_v5'
        count: 6
        vnetSubnetID: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-weu/subnets/snet-nodes'
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'web'
        mode: 'User'
        vmSize: 'Standard_D4ds_v5'
        count: 3
        vnetSubnetID: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-weu/subnets/snet-nodes'
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
        vnetSubnetID: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-weu/subnets/snet-nodes'
        nodeTaints: ['pool=memory:NoSchedule']
        nodeLabels: { pool: 'memory' }
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'payments'
        mode: 'User'
        vmSize: 'Standard_D4ds_v5'
        count: 2
        vnetSubnetID: '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-prd-weu/subnets/snet-nodes'
        nodeTaints: ['pool=payments:NoSchedule']
        nodeLabels: { pool: 'payments' }
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
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-asset-sync'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-weu-storefront-assets-asset-sync'
        subject: 'system:serviceaccount:storefront-assets:asset-sync'
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
        name: 'prd-weu-catalog-catalog-api'
        subject: 'system:serviceaccount:catalog:catalog-api'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-catalog-import'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-weu-catalog-import-catalog-import'
        subject: 'system:serviceaccount:catalog-import:catalog-import'
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
        name: 'prd-weu-storefront-checkout'
        subject: 'system:serviceaccount:storefront:checkout'
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
        name: 'prd-weu-customer-consent-consent'
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
        name: 'prd-weu-storefront-edge-edge-router'
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
        name: 'prd-weu-search-index-indexer'
        subject: 'system:serviceaccount:search-index:indexer'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-ledger'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-weu-payments-ledger-ledger'
        subject: 'system:serviceaccount:payments-ledger:ledger'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-mailer'
    }
    credentials: [
      // from: workloads
      { name: 'prd-weu-notify-mailer', subject: 'system:serviceaccount:notify:mailer' }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-orders-api'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-weu-orders-orders-api'
        subject: 'system:serviceaccount:orders:orders-api'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-orders-export'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-weu-orders-batch-orders-export'
        subject: 'system:serviceaccount:orders-batch:orders-export'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-orders-saga'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-weu-orders-saga-orders-saga'
        subject: 'system:serviceaccount:orders-saga:orders-saga'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-payments-api'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-weu-payments-payments-api'
        subject: 'system:serviceaccount:payments:payments-api'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-points'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-weu-loyalty-points-points'
        subject: 'system:serviceaccount:loyalty-points:points'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-pricing-api'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-weu-pricing-pricing-api'
        subject: 'system:serviceaccount:pricing:pricing-api'
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
        name: 'prd-weu-customer-profile-profile-api'
        subject: 'system:serviceaccount:customer-profile:profile-api'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-risk-model'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-weu-payments-risk-risk-model'
        subject: 'system:serviceaccount:payments-risk:risk-model'
      }
    ]
  }
  {
    identity: {
      subscription: '2ea6a04d-2f09-4b82-aa6e-6f308113d877' // prod
      resourceGroup: 'rg-aks-prd-weu'
      name: 'id-rule-editor'
    }
    credentials: [
      // from: workloads
      {
        name: 'prd-weu-pricing-rules-rule-editor'
        subject: 'system:serviceaccount:pricing-rules:rule-editor'
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
        name: 'prd-weu-search-search-gateway'
        subject: 'system:serviceaccount:search:search-gateway'
      }
    ]
  }
]
