// Stage 3: cluster green-neu with the settings that were decided.
using './clusters.bicep'

param cluster = {
  subscription: '8d683a86-bc64-4eaa-a4c3-bc11d1965df6'
  resourceGroup: 'rg-fleet-neu'
  name: 'green-neu'
  location: 'northeurope'
}

param clusterExists = false

param settings = {
  // from: control-plane-identity
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-fleet-neu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-green-neu-control-plane': {}
    }
  }
  // from: kubelet-identity
  kubeletIdentity: {
    subscription: '8d683a86-bc64-4eaa-a4c3-bc11d1965df6'
    resourceGroup: 'rg-fleet-neu'
    name: 'id-green-neu-kubelet'
  }
  properties: {
    // from: clusters
    kubernetesVersion: '1.36'
    // from: clusters
    dnsPrefix: 'green-neu'
    // from: sign-in
    enableRBAC: true
    // from: sign-in
    aadProfile: {
      managed: true
      // from: authorization
      enableAzureRBAC: true
      // from: user-tenant
      tenantID: 'e8bd6ef1-f2a7-4767-a453-f27fb189bc3f'
    }
    // from: local-accounts
    disableLocalAccounts: true
    apiServerAccessProfile: {
      // from: api-server-reach
      enablePrivateCluster: false
      // from: api-server-reach
      enableVnetIntegration: true
      // from: clusters
      subnetId: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-neu/subnets/snet-green-neu-api'
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
      // from: advanced-networking
      advancedNetworking: {
        enabled: true
        security: { enabled: true, advancedNetworkPolicies: 'FQDN' }
      }
    }
    // from: clusters
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        vmSize: 'Standard_D4ds_v5'
        count: 3
        vnetSubnetID: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-neu/subnets/snet-green-neu'
        nodeTaints: ['CriticalAddonsOnly=true:NoSchedule']
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'general'
        mode: 'User'
        vmSize: 'Standard_D8ds_v5'
        count: 3
        vnetSubnetID: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-neu/subnets/snet-green-neu'
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
      {
        name: 'telemetry'
        mode: 'User'
        vmSize: 'Standard_F8s_v2'
        count: 2
        vnetSubnetID: '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-neu/subnets/snet-green-neu'
        nodeTaints: ['pool=telemetry:NoSchedule']
        nodeLabels: { pool: 'telemetry' }
        // from: node-ssh
        securityProfile: { sshAccess: 'LocalUser' }
      }
    ]
  }
}

param auditLogs = {
  // from: audit-logs
  categories: ['kube-audit-admin', 'guard']
  // from: audit-by-region
  eventHubAuthorizationRuleId: '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243/resourceGroups/rg-monitoring/providers/Microsoft.EventHub/namespaces/evh-siem-neu/authorizationRules/aks-audit'
}

param managedNamespaces = [
  // from: namespace-kind, teams
  {
    name: 'accounts'
    properties: {
      labels: {
        // from: pod-security
        'pod-security.kubernetes.io/enforce': 'restricted'
        'pod-security.kubernetes.io/enforce-version': 'latest'
        // from: pod-security
        'pod-security.kubernetes.io/audit': 'restricted'
        'pod-security.kubernetes.io/audit-version': 'latest'
        // from: pod-security
        'pod-security.kubernetes.io/warn': 'restricted'
        'pod-security.kubernetes.io/warn-version': 'latest'
      }
      // from: default-traffic
      defaultNetworkPolicy: { ingress: 'DenyAll', egress: 'DenyAll' }
      // from: teams
      defaultResourceQuota: { cpuRequest: '6', memoryRequest: '18Gi' }
    }
  }
  // from: namespace-kind, teams
  {
    name: 'dispatch'
    properties: {
      labels: {
        // from: pod-security
        'pod-security.kubernetes.io/enforce': 'restricted'
        'pod-security.kubernetes.io/enforce-version': 'latest'
        // from: pod-security
        'pod-security.kubernetes.io/audit': 'restricted'
        'pod-security.kubernetes.io/audit-version': 'latest'
        // from: pod-security
        'pod-security.kubernetes.io/warn': 'restricted'
        'pod-security.kubernetes.io/warn-version': 'latest'
      }
      // from: default-traffic
      defaultNetworkPolicy: { ingress: 'DenyAll', egress: 'DenyAll' }
      // from: teams
      defaultResourceQuota: { cpuRequest: '20', memoryRequest: '40Gi' }
    }
  }
  // from: namespace-kind, teams
  {
    name: 'dispatch-routing'
    properties: {
      labels: {
        // from: pod-security
        'pod-security.kubernetes.io/enforce': 'restricted'
        'pod-security.kubernetes.io/enforce-version': 'latest'
        // from: pod-security
        'pod-security.kubernetes.io/audit': 'restricted'
        'pod-security.kubernetes.io/audit-version': 'latest'
        // from: pod-security
        'pod-security.kubernetes.io/warn': 'restricted'
        'pod-security.kubernetes.io/warn-version': 'latest'
      }
      // from: default-traffic
      defaultNetworkPolicy: { ingress: 'DenyAll', egress: 'DenyAll' }
      // from: teams
      defaultResourceQuota: { cpuRequest: '20', memoryRequest: '40Gi' }
    }
  }
  // from: namespace-kind, teams
  {
    name: 'telemetry'
    properties: {
      labels: {
        // from: pod-security
        'pod-security.kubernetes.io/enforce': 'restricted'
        'pod-security.kubernetes.io/enforce-version': 'latest'
        // from: pod-security
        'pod-security.kubernetes.io/audit': 'restricted'
        'pod-security.kubernetes.io/audit-version': 'latest'
        // from: pod-security
        'pod-security.kubernetes.io/warn': 'restricted'
        'pod-security.kubernetes.io/warn-version': 'latest'
      }
      annotations: {
        // from: teams
        'scheduler.alpha.kubernetes.io/defaultTolerations': '[{"key":"pool","operator":"Equal","value":"telemetry","effect":"NoSchedule"}]'
        // from: teams
        'scheduler.alpha.kubernetes.io/node-selector': 'pool=telemetry'
      }
      // from: default-traffic
      defaultNetworkPolicy: { ingress: 'DenyAll', egress: 'DenyAll' }
      // from: teams
      defaultResourceQuota: { cpuRequest: '32', memoryRequest: '64Gi' }
    }
  }
]

param assignedNames = loadJsonContent('../roles/assigned-names.json').federatedCredentials

param federations = [
  {
    identity: {
      subscription: '6a2cec1f-c944-47a4-a494-33cd74a93243'
      resourceGroup: 'rg-fleet-identities'
      name: 'id-accounts'
    }
    credentials: [
      // from: workloads
      {
        name: 'green-neu-accounts-accounts-api'
        subject: 'system:serviceaccount:accounts:accounts-api'
      }
    ]
  }
  {
    identity: {
      subscription: '6a2cec1f-c944-47a4-a494-33cd74a93243'
      resourceGroup: 'rg-fleet-identities'
      name: 'id-dispatch'
    }
    credentials: [
      // from: workloads
      {
        name: 'green-neu-dispatch-dispatch-api'
        subject: 'system:serviceaccount:dispatch:dispatch-api'
      }
    ]
  }
  {
    identity: {
      subscription: '6a2cec1f-c944-47a4-a494-33cd74a93243'
      resourceGroup: 'rg-fleet-identities'
      name: 'id-dispatch-routing'
    }
    credentials: [
      // from: workloads
      {
        name: 'green-neu-dispatch-routing-router'
        subject: 'system:serviceaccount:dispatch-routing:router'
      }
    ]
  }
  {
    identity: {
      subscription: '8d683a86-bc64-4eaa-a4c3-bc11d1965df6'
      resourceGroup: 'rg-fleet-identities'
      name: 'id-telemetry-archive'
    }
    credentials: [
      // from: workloads
      {
        name: 'green-neu-telemetry-archiver'
        subject: 'system:serviceaccount:telemetry:archiver'
      }
    ]
  }
  {
    identity: {
      subscription: '8d683a86-bc64-4eaa-a4c3-bc11d1965df6'
      resourceGroup: 'rg-fleet-identities'
      name: 'id-telemetry-ingest'
    }
    credentials: [
      // from: workloads
      {
        name: 'green-neu-telemetry-ingest'
        subject: 'system:serviceaccount:telemetry:ingest'
      }
    ]
  }
]
