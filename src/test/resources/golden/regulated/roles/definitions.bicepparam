// Stage 2: custom roles.
using './definitions.bicep'

param customRoles = [
  // from: break-glass
  {
    name: '5451fd16-69c8-3ba6-b863-f3bc20e93a31'
    roleName: 'AKS break-glass network, Woodgrove payments platform'
    description: 'What whoever turns local accounts on again needs on the subnets of the cluster'
    actions: [
      'Microsoft.Network/virtualNetworks/subnets/join/action'
      'Microsoft.Network/virtualNetworks/subnets/read'
    ]
    notActions: []
    dataActions: []
    notDataActions: []
    assignableScopes: [
      '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7'
      '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be'
    ]
  }
  // from: cluster-identity-rights
  {
    name: '267d52b2-f845-318d-9a84-8993a5042fbb'
    roleName: 'AKS cluster network, Woodgrove payments platform'
    description: 'What the identity of an AKS cluster needs on its own subnets and route table'
    actions: [
      'Microsoft.Network/virtualNetworks/subnets/join/action'
      'Microsoft.Network/virtualNetworks/subnets/read'
      'Microsoft.Network/routeTables/routes/read'
      'Microsoft.Network/routeTables/routes/write'
    ]
    notActions: []
    dataActions: []
    notDataActions: []
    assignableScopes: [
      '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7'
      '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be'
    ]
  }
  // from: azure-roles
  {
    name: '80da5874-0193-3256-857e-09e1d989227f'
    roleName: 'Woodgrove AKS SRE repair'
    description: 'Start, stop and maintain clusters, upgrade and change node pools; no upgrade of the control plane, no admin kubeconfig, no commands through ARM.'
    actions: [
      'Microsoft.ContainerService/managedClusters/read'
      'Microsoft.ContainerService/managedClusters/start/action'
      'Microsoft.ContainerService/managedClusters/stop/action'
      'Microsoft.ContainerService/managedClusters/abort/action'
      'Microsoft.ContainerService/managedClusters/agentPools/read'
      'Microsoft.ContainerService/managedClusters/agentPools/write'
      'Microsoft.ContainerService/managedClusters/agentPools/upgradeNodeImageVersion/action'
      'Microsoft.ContainerService/managedClusters/agentPools/abort/action'
      'Microsoft.ContainerService/managedClusters/agentPools/upgradeProfiles/read'
      'Microsoft.ContainerService/managedClusters/upgradeProfiles/read'
      'Microsoft.ContainerService/managedClusters/maintenanceConfigurations/read'
      'Microsoft.ContainerService/managedClusters/maintenanceConfigurations/write'
      'Microsoft.ContainerService/managedClusters/maintenanceConfigurations/delete'
      'Microsoft.ContainerService/managedClusters/diagnosticsState/read'
      'Microsoft.ContainerService/managedClusters/detectors/read'
      'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action'
    ]
    notActions: [
      'Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action'
      'Microsoft.ContainerService/managedClusters/accessProfiles/listCredential/action'
      'Microsoft.ContainerService/managedClusters/runCommand/action'
    ]
    dataActions: []
    notDataActions: []
    assignableScopes: [
      '/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7'
      '/subscriptions/d4306f7e-c7e1-4df3-a201-eb30459f89be'
    ]
  }
  // from: azure-roles
  {
    name: '52fe5209-fd35-3cfa-9544-d48b5230ff39'
    roleName: 'Woodgrove landing-zone owner'
    description: 'Owner pattern of the Cloud Adoption Framework without granting rights. Leaves out the admin kubeconfig, commands in clusters and on nodes, and trusted access. Ways into clusters that stay open, because an owner needs what they belong to: change cluster settings and turn local accounts on again; let anything outside sign in as a managed identity; use a managed identity on compute resources of its own; take over nodes and other machines; install extensions and GitOps configurations that act as cluster-admin; change images that clusters run; change quota, network stance and labels of managed namespaces, and map identities into clusters; redirect traffic to the API server of a private cluster.'
    actions: ['*']
    notActions: [
      'Microsoft.Authorization/*/write'
      'Microsoft.Authorization/elevateAccess/action'
      'Microsoft.Network/vpnGateways/*'
      'Microsoft.Network/expressRouteCircuits/*'
      'Microsoft.Network/routeTables/write'
      'Microsoft.Network/vpnSites/*'
      'Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action'
      'Microsoft.ContainerService/managedClusters/accessProfiles/listCredential/action'
      'Microsoft.ContainerService/managedClusters/runCommand/action'
      'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings/write'
      'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action'
      'Microsoft.Compute/virtualMachines/runCommand/action'
      'Microsoft.Compute/virtualMachines/loginAsAdmin/action'
      'Microsoft.SerialConsole/serialPorts/connect/action'
    ]
    dataActions: []
    notDataActions: []
    assignableScopes: ['/subscriptions/3509d9ff-c044-420c-afbb-11b254b2b8b7']
  }
]
