// Azure Policy at a cluster.
import { PolicyAssignment } from 'types.bicep'

@description('Name of the cluster.')
param cluster string

@description('The assignments.')
param assignments PolicyAssignment[]

resource managedCluster '${types.managedClusters}' existing = {
  name: cluster
}

resource policies '${types.policyAssignments}' = [
  for assignment in assignments: {
    scope: managedCluster
    name: assignment.name
    properties: assignment.properties
  }
]
