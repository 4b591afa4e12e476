// Stage 3: cluster tst-weu with the settings that were decided. Subscription test.
using './clusters.bicep'

param cluster = {
  subscription: 'd4f3062c-bda5-4904-a9c7-74402f344871' // test
  resourceGroup: 'rg-aks-tst-weu'
  name: 'tst-weu'
  location: 'westeurope'
}

param clusterExists = false

param settings = {
  // from: control-plane-identity
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-aks-tst-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-tst-weu-control-plane': {}
    }
  }
  // from: kubelet-identity
  kubeletIdentity: {
    subscription: 'd4f3062c-bda5-4904-a9c7-74402f344871' // test
    resourceGroup: 'rg-aks-tst-weu'
    name: 'id-tst-weu-kubelet'
  }
  properties: {
    // from: clusters
    kubernetesVersion: '1.36'
    // from: clusters
    dnsPrefix: 'tst-weu'
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
      subnetId: '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-tst-weu/subnets/snet-api'
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
        vnetSubnetID: '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-tst-weu/subnets/snet-nodes'
        nodeTaints: ['CriticalAddonsOnly=true:NoSchedule']
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'general'
        mode: 'User'
        vmSize: 'Standard_D4ds_v5'
        count: 4
        vnetSubnetID: '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-tst-weu/subnets/snet-nodes'
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'web'
        mode: 'User'
        vmSize: 'Standard_D4ds_v5'
        count: 2
        vnetSubnetID: '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-tst-weu/subnets/snet-nodes'
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
        vnetSubnetID: '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-tst-weu/subnets/snet-nodes'
        nodeTaints: ['pool=memory:NoSchedule']
        nodeLabels: { pool: 'memory' }
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
