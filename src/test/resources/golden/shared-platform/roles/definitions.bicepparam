// Stage 2: custom roles. Subscription prod.
using './definitions.bicep'

param customRoles = [
  // from: break-glass
  {
    name: '22a8b78f-0510-3128-92f4-a9af6aa40acb'
    roleName: 'AKS break-glass network, Contoso shared platform'
    description: 'What whoever turns local accounts on again needs on the subnets of the cluster'
    actions: [
      'Microsoft.Network/virtualNetworks/subnets/join/action'
      'Microsoft.Network/virtualNetworks/subnets/read'
    ]
    notActions: []
    dataActions: []
    notDataActions: []
    assignableScopes: [
      '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877'
      '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871'
    ]
  }
  // from: cluster-identity-rights
  {
    name: '5b9b893e-7a7f-391f-bc4f-266a92afeb35'
    roleName: 'AKS cluster network, Contoso shared platform'
    description: 'What the identity of an AKS cluster needs on its own subnets and route table'
    actions: [
      'Microsoft.Network/virtualNetworks/subnets/join/action'
      'Microsoft.Network/virtualNetworks/subnets/read'
    ]
    notActions: []
    dataActions: []
    notDataActions: []
    assignableScopes: [
      '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877'
      '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871'
    ]
  }
  // from: azure-roles
  {
    name: '43867830-19ca-33a3-b7a0-95f8b762c461'
    roleName: 'Contoso AKS SRE repair'
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
      '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877'
      '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871'
    ]
  }
  // from: azure-roles
  {
    name: '6cd06b6c-44b4-3427-ab21-0a9389062486'
    roleName: 'Contoso AKS application writer'
    description: 'Changes workloads; reads no secret, runs no command in a pod, writes no service account and no role. The pods that it starts can mount any secret and run as any service account of the namespace.'
    actions: ['Microsoft.ContainerService/managedClusters/read']
    notActions: []
    dataActions: [
      'Microsoft.ContainerService/managedClusters/pods/read'
      'Microsoft.ContainerService/managedClusters/services/read'
      'Microsoft.ContainerService/managedClusters/endpoints/read'
      'Microsoft.ContainerService/managedClusters/events/read'
      'Microsoft.ContainerService/managedClusters/configmaps/read'
      'Microsoft.ContainerService/managedClusters/replicationcontrollers/read'
      'Microsoft.ContainerService/managedClusters/resourcequotas/read'
      'Microsoft.ContainerService/managedClusters/limitranges/read'
      'Microsoft.ContainerService/managedClusters/apps/deployments/read'
      'Microsoft.ContainerService/managedClusters/apps/daemonsets/read'
      'Microsoft.ContainerService/managedClusters/apps/statefulsets/read'
      'Microsoft.ContainerService/managedClusters/apps/replicasets/read'
      'Microsoft.ContainerService/managedClusters/batch/jobs/read'
      'Microsoft.ContainerService/managedClusters/batch/cronjobs/read'
      'Microsoft.ContainerService/managedClusters/autoscaling/horizontalpodautoscalers/read'
      'Microsoft.ContainerService/managedClusters/networking.k8s.io/ingresses/read'
      'Microsoft.ContainerService/managedClusters/networking.k8s.io/networkpolicies/read'
      'Microsoft.ContainerService/managedClusters/policy/poddisruptionbudgets/read'
      'Microsoft.ContainerService/managedClusters/persistentvolumeclaims/read'
      'Microsoft.ContainerService/managedClusters/configmaps/write'
      'Microsoft.ContainerService/managedClusters/services/write'
      'Microsoft.ContainerService/managedClusters/apps/deployments/write'
      'Microsoft.ContainerService/managedClusters/apps/daemonsets/write'
      'Microsoft.ContainerService/managedClusters/apps/statefulsets/write'
      'Microsoft.ContainerService/managedClusters/batch/jobs/write'
      'Microsoft.ContainerService/managedClusters/batch/cronjobs/write'
      'Microsoft.ContainerService/managedClusters/autoscaling/horizontalpodautoscalers/write'
      'Microsoft.ContainerService/managedClusters/networking.k8s.io/ingresses/write'
      'Microsoft.ContainerService/managedClusters/policy/poddisruptionbudgets/write'
      'Microsoft.ContainerService/managedClusters/configmaps/delete'
      'Microsoft.ContainerService/managedClusters/services/delete'
      'Microsoft.ContainerService/managedClusters/apps/deployments/delete'
      'Microsoft.ContainerService/managedClusters/apps/daemonsets/delete'
      'Microsoft.ContainerService/managedClusters/apps/statefulsets/delete'
      'Microsoft.ContainerService/managedClusters/batch/jobs/delete'
      'Microsoft.ContainerService/managedClusters/batch/cronjobs/delete'
      'Microsoft.ContainerService/managedClusters/autoscaling/horizontalpodautoscalers/delete'
      'Microsoft.ContainerService/managedClusters/networking.k8s.io/ingresses/delete'
      'Microsoft.ContainerService/managedClusters/policy/poddisruptionbudgets/delete'
    ]
    notDataActions: []
    assignableScopes: [
      '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877'
      '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871'
    ]
  }
  // from: azure-roles
  {
    name: 'dea42ce1-7b27-382c-9fb4-f387ff981633'
    roleName: 'Contoso AKS security reader'
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
      '/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877'
      '/subscriptions/d4f3062c-bda5-4904-a9c7-74402f344871'
    ]
  }
  // from: azure-roles
  {
    name: 'a2698903-5e47-3dfe-9af6-048954f154be'
    roleName: 'Contoso landing-zone owner'
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
    assignableScopes: ['/subscriptions/2ea6a04d-2f09-4b82-aa6e-6f308113d877']
  }
]
