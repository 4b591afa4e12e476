// Stage 5: Azure Policy.
targetScope = 'subscription'

import { PolicyAssignment, PolicyGroup } from 'modules/types.bicep'

@description('Assignments at the subscription itself.')
param subscriptionAssignments PolicyAssignment[] = []

@description('Assignments at resource groups.')
param resourceGroupAssignments PolicyGroup[] = []

@description('Assignments at clusters.')
param clusterAssignments PolicyGroup[] = []

resource policies 'Microsoft.Authorization/policyAssignments@2026-07-01' = [
  for assignment in subscriptionAssignments: {
    name: assignment.name
    properties: assignment.properties
  }
]

module resourceGroups 'modules/resource-group.bicep' = [
  for group in resourceGroupAssignments: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      assignments: group.assignments
    }
  }
]

module clusters 'modules/cluster.bicep' = [
  for group in clusterAssignments: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      cluster: group.cluster
      assignments: group.assignments
    }
  }
]
