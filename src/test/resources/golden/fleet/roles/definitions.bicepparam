// Stage 2: custom roles.
using './definitions.bicep'

param customRoles = [
  // from: break-glass
  {
    name: '886d1157-ae52-3fd0-9963-fb4b652ed3f9'
    roleName: 'AKS break-glass network, Fabrikam drone fleet'
    description: 'What whoever turns local accounts on again needs on the subnets of the cluster'
    actions: [
      'Microsoft.Network/virtualNetworks/subnets/join/action'
      'Microsoft.Network/virtualNetworks/subnets/read'
    ]
    notActions: []
    dataActions: []
    notDataActions: []
    assignableScopes: [
      '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243'
      '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6'
    ]
  }
  // from: azure-roles
  {
    name: '927ded6b-a21d-30ed-af77-64a8eb86ef84'
    roleName: 'Fabrikam AKS SRE repair'
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
      '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243'
      '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6'
    ]
  }
  // from: azure-roles
  {
    name: 'a231c9a2-bfaf-3b23-9cc6-35b12a1e48d1'
    roleName: 'Fabrikam AKS security reader'
    description: 'Reads what an investigation needs, roles and admission included, and no secret.'
    actions: [
      'Microsoft.ContainerService/managedClusters/read'
      'Microsoft.ContainerService/managedClusters/listClusterUserCredential/action'
      'Microsoft.ContainerService/managedClusters/diagnosticsState/read'
    ]
    notActions: []
    dataActions: [
      'Microsoft.ContainerService/managedClusters/pods/read'
      'Microsoft.ContainerService/managedClusters/services/read'
      'Microsoft.ContainerService/managedClusters/endpoints/read'
      'Microsoft.ContainerService/managedClusters/events/read'
      'Microsoft.ContainerService/managedClusters/namespaces/read'
      'Microsoft.ContainerService/managedClusters/nodes/read'
      'Microsoft.ContainerService/managedClusters/serviceaccounts/read'
      'Microsoft.ContainerService/managedClusters/apps/deployments/read'
      'Microsoft.ContainerService/managedClusters/apps/daemonsets/read'
      'Microsoft.ContainerService/managedClusters/apps/statefulsets/read'
      'Microsoft.ContainerService/managedClusters/apps/replicasets/read'
      'Microsoft.ContainerService/managedClusters/batch/jobs/read'
      'Microsoft.ContainerService/managedClusters/batch/cronjobs/read'
      'Microsoft.ContainerService/managedClusters/networking.k8s.io/networkpolicies/read'
      'Microsoft.ContainerService/managedClusters/networking.k8s.io/ingresses/read'
      'Microsoft.ContainerService/managedClusters/rbac.authorization.k8s.io/roles/read'
      'Microsoft.ContainerService/managedClusters/rbac.authorization.k8s.io/rolebindings/read'
      'Microsoft.ContainerService/managedClusters/rbac.authorization.k8s.io/clusterroles/read'
      'Microsoft.ContainerService/managedClusters/rbac.authorization.k8s.io/clusterrolebindings/read'
      'Microsoft.ContainerService/managedClusters/admissionregistration.k8s.io/mutatingwebhookconfigurations/read'
      'Microsoft.ContainerService/managedClusters/admissionregistration.k8s.io/validatingwebhookconfigurations/read'
      'Microsoft.ContainerService/managedClusters/apiextensions.k8s.io/customresourcedefinitions/read'
    ]
    notDataActions: []
    assignableScopes: [
      '/subscriptions/6a2cec1f-c944-47a4-a494-33cd74a93243'
      '/subscriptions/8d683a86-bc64-4eaa-a4c3-bc11d1965df6'
    ]
  }
]
