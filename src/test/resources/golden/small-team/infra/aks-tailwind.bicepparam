// Stage 3: cluster aks-tailwind with the settings that were decided.
using './clusters.bicep'

param cluster = {
  subscription: '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6'
  resourceGroup: 'rg-tailwind-aks'
  name: 'aks-tailwind'
  location: 'westeurope'
}

param clusterExists = false

param settings = {
  // from: control-plane-identity
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind-aks/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-aks-tailwind-control-plane': {}
    }
  }
  // from: kubelet-identity
  kubeletIdentity: {
    subscription: '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6'
    resourceGroup: 'rg-tailwind-aks'
    name: 'id-aks-tailwind-kubelet'
  }
  properties: {
    // from: clusters
    kubernetesVersion: '1.36'
    // from: clusters
    dnsPrefix: 'aks-tailwind'
    // from: sign-in
    enableRBAC: true
    // from: sign-in
    aadProfile: {
      managed: true
      // from: authorization
      enableAzureRBAC: true
      // from: user-tenant
      tenantID: '8a974eca-21d4-4b88-adee-55a4df65395a'
    }
    // from: local-accounts
    disableLocalAccounts: true
    apiServerAccessProfile: {
      // from: api-server-reach
      enablePrivateCluster: false
      // from: api-server-reach
      authorizedIPRanges: ['198.51.100.16/28']
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
        vmSize: 'Standard_D2ds_v5'
        count: 2
        nodeTaints: ['CriticalAddonsOnly=true:NoSchedule']
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'apps'
        mode: 'User'
        vmSize: 'Standard_D4ds_v5'
        count: 2
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
  workspaceId: '/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6/resourceGroups/rg-tailwind/providers/Microsoft.OperationalInsights/workspaces/law-tailwind'
}

param assignedNames = loadJsonContent('../roles/assigned-names.json').federatedCredentials

param federations = [
  {
    identity: {
      subscription: '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6'
      resourceGroup: 'rg-tailwind-aks'
      name: 'id-tailwind-cart'
    }
    credentials: [
      // from: workloads
      { name: 'aks-tailwind-shop-cart', subject: 'system:serviceaccount:shop:cart' }
    ]
  }
  {
    identity: {
      subscription: '75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6'
      resourceGroup: 'rg-tailwind-aks'
      name: 'id-tailwind-web'
    }
    credentials: [
      // from: workloads
      { name: 'aks-tailwind-shop-web', subject: 'system:serviceaccount:shop:web' }
    ]
  }
]
