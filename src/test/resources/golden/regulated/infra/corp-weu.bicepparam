// Stage 3: cluster corp-weu with the settings that were decided.
using './clusters.bicep'

param cluster = {
  subscription: 'd4306f7e-c7e1-4df3-a201-eb30459f89be'
  resourceGroup: 'rg-aks-corp-weu'
  name: 'corp-weu'
  location: 'westeurope'
}

param clusterExists = false

param settings = {
  // from: control-plane-identity
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-aks-corp-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-corp-weu-control-plane': {}
    }
  }
  // from: kubelet-identity
  kubeletIdentity: {
    subscription: 'd4306f7e-c7e1-4df3-a201-eb30459f89be'
    resourceGroup: 'rg-aks-corp-weu'
    name: 'id-corp-weu-kubelet'
  }
  properties: {
    // from: clusters
    kubernetesVersion: '1.36'
    // from: clusters
    dnsPrefix: 'corp-weu'
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
      subnetId: '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-corp-weu/subnets/snet-api'
      // from: private-dns-zone
      privateDNSZone: '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/corp-weu.private.westeurope.azmk8s.io'
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
        vnetSubnetID: '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-corp-weu/subnets/snet-nodes'
        nodeTaints: ['CriticalAddonsOnly=true:NoSchedule']
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'general'
        mode: 'User'
        vmSize: 'Standard_D8ds_v5'
        count: 3
        vnetSubnetID: '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-corp-weu/subnets/snet-nodes'
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
      subscription: 'd4306f7e-c7e1-4df3-a201-eb30459f89be'
      resourceGroup: 'rg-aks-corp-weu'
      name: 'id-portal-web'
    }
    credentials: [
      // from: workloads
      {
        name: 'corp-weu-portal-portal-web'
        subject: 'system:serviceaccount:portal:portal-web'
      }
    ]
  }
  {
    identity: {
      subscription: 'd4306f7e-c7e1-4df3-a201-eb30459f89be'
      resourceGroup: 'rg-aks-corp-weu'
      name: 'id-report-runner'
    }
    credentials: [
      // from: workloads
      {
        name: 'corp-weu-reporting-report-runner'
        subject: 'system:serviceaccount:reporting:report-runner'
      }
    ]
  }
]
