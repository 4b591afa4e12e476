// Azure Policy at a cluster.
import { PolicyAssignment } from 'types.bicep'

@description('Name of the cluster.')
param cluster string

@description('The assignments.')
param assignments PolicyAssignment[]

resource managedCluster 'Microsoft.ContainerService/managedClusters@2026-05-01' existing = {
  name: cluster
}

resource policies 'Microsoft.Authorization/policyAssignments@2026-07-01' = [
  for assignment in assignments: {
    scope: managedCluster
    name: assignment.name
    properties: assignment.properties
  }
]
