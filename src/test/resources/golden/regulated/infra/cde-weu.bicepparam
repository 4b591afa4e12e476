// Stage 3: cluster cde-weu with the settings that were decided.
using './clusters.bicep'

param cluster = {
  subscription: '3509d9ff-c044-420c-afbb-11b254b2b8b7'
  resourceGroup: 'rg-aks-cde-weu'
  name: 'cde-weu'
  location: 'westeurope'
}

param clusterExists = false

param settings = {
  // from: control-plane-identity
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-aks-cde-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-cde-weu-control-plane': {}
    }
  }
  // from: kubelet-identity
  kubeletIdentity: {
    subscription: '3509d9ff-c044-420c-afbb-11b254b2b8b7'
    resourceGroup: 'rg-aks-cde-weu'
    name: 'id-cde-weu-kubelet'
  }
  properties: {
    // from: clusters
    kubernetesVersion: '1.36'
    // from: clusters
    dnsPrefix: 'cde-weu'
    // from: sign-in
    enableRBAC: true
    // from: sign-in
    aadProfile: {
      managed: true
      // from: authorization
      enableAzureRBAC: false
      // from: admin-groups
      adminGroupObjectIDs: ['3c6f8a51-9d24-4be7-8f10-6a7e2b95c0d4']
      // from: user-tenant
      tenantID: 'b4fec56b-d229-4dd4-a825-2b49227fda42'
    }
    // from: local-accounts
    disableLocalAccounts: true
    apiServerAccessProfile: {
      // from: api-server-reach
      enablePrivateCluster: true
      // from: api-server-reach
      enableVnetIntegration: true
      // from: clusters
      subnetId: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-cde-weu/subnets/snet-api'
      // from: private-dns-zone
      privateDNSZone: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/cde-weu.private.westeurope.azmk8s.io'
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
      networkPolicy: 'calico'
    }
    // from: clusters
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        vmSize: 'Standard_D4ds_v5'
        count: 3
        vnetSubnetID: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-cde-weu/subnets/snet-nodes'
        nodeTaints: ['CriticalAddonsOnly=true:NoSchedule']
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'general'
        mode: 'User'
        vmSize: 'Standard_D4ds_v5'
        count: 3
        vnetSubnetID: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-cde-weu/subnets/snet-nodes'
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'vault'
        mode: 'User'
        vmSize: 'Standard_D4ds_v5'
        count: 2
        vnetSubnetID: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-cde-weu/subnets/snet-nodes'
        nodeTaints: ['pool=vault:NoSchedule']
        nodeLabels: { pool: 'vault' }
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
    ]
  }
}

param auditLogs = {
  // from: audit-logs
  categories: ['kube-audit', 'guard']
  // from: audit-resource
  workspaceId: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-monitoring/providers/Microsoft.OperationalInsights/workspaces/law-woodgrove-cde'
}

param assignedNames = loadJsonContent('../roles/assigned-names.json').federatedCredentials

param federations = [
  {
    identity: {
      subscription: '3509d9ff-c044-420c-afbb-11b254b2b8b7'
      resourceGroup: 'rg-aks-cde-weu'
      name: 'id-authorizer'
    }
    credentials: [
      // from: workloads
      {
        name: 'cde-weu-authorizer-authorizer'
        subject: 'system:serviceaccount:authorizer:authorizer'
      }
    ]
  }
  {
    identity: {
      subscription: '3509d9ff-c044-420c-afbb-11b254b2b8b7'
      resourceGroup: 'rg-aks-cde-weu'
      name: 'id-detokenizer'
    }
    credentials: [
      // from: workloads
      {
        name: 'cde-weu-card-vault-detokenizer'
        subject: 'system:serviceaccount:card-vault:detokenizer'
      }
    ]
  }
  {
    identity: {
      subscription: '3509d9ff-c044-420c-afbb-11b254b2b8b7'
      resourceGroup: 'rg-aks-cde-weu'
      name: 'id-journal'
    }
    credentials: [
      // from: workloads
      {
        name: 'cde-weu-authorizer-journal'
        subject: 'system:serviceaccount:authorizer:journal'
      }
    ]
  }
  {
    identity: {
      subscription: '3509d9ff-c044-420c-afbb-11b254b2b8b7'
      resourceGroup: 'rg-aks-cde-weu'
      name: 'id-key-rotator'
    }
    credentials: [
      // from: workloads
      {
        name: 'cde-weu-card-vault-keys-key-rotator'
        subject: 'system:serviceaccount:card-vault-keys:key-rotator'
      }
    ]
  }
  {
    identity: {
      subscription: '3509d9ff-c044-420c-afbb-11b254b2b8b7'
      resourceGroup: 'rg-aks-cde-weu'
      name: 'id-scheme-files'
    }
    credentials: [
      // from: workloads
      {
        name: 'cde-weu-settlement-scheme-files'
        subject: 'system:serviceaccount:settlement:scheme-files'
      }
    ]
  }
  {
    identity: {
      subscription: '3509d9ff-c044-420c-afbb-11b254b2b8b7'
      resourceGroup: 'rg-aks-cde-weu'
      name: 'id-tokenizer'
    }
    credentials: [
      // from: workloads
      {
        name: 'cde-weu-card-vault-tokenizer'
        subject: 'system:serviceaccount:card-vault:tokenizer'
      }
    ]
  }
]
