// Stage 2: custom roles.
using './definitions.bicep'

param customRoles = [
  // from: deployer-rights
  {
    name: '4c07840c-26a1-3315-ac7a-d7a1b1750322'
    roleName: 'AKS namespace deployer, Tailwind shop'
    description: 'Deploys workloads into a namespace; reads no secret, runs no command in a pod, writes no service account and no network policy. The pods that it starts can mount any secret and run as any service account of the namespace.'
    actions: []
    notActions: []
    dataActions: [
      'Microsoft.ContainerService/managedClusters/apps/*'
      'Microsoft.ContainerService/managedClusters/batch/*'
      'Microsoft.ContainerService/managedClusters/autoscaling/horizontalpodautoscalers/*'
      'Microsoft.ContainerService/managedClusters/configmaps/*'
      'Microsoft.ContainerService/managedClusters/services/*'
      'Microsoft.ContainerService/managedClusters/networking.k8s.io/ingresses/*'
      'Microsoft.ContainerService/managedClusters/pods/read'
    ]
    notDataActions: []
    assignableScopes: ['/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6']
  }
  // from: azure-roles
  {
    name: 'cbe4679f-9bff-3f1c-94a9-4dc285b6d3a4'
    roleName: 'Tailwind application writer'
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
    assignableScopes: ['/subscriptions/75b7bc8d-a19f-4dfa-ac5e-0f70ab8425d6']
  }
]
