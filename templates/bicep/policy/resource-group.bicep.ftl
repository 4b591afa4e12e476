// Azure Policy at a resource group.
import { PolicyAssignment } from 'types.bicep'

@description('The assignments.')
param assignments PolicyAssignment[]

resource policies '${types.policyAssignments}' = [
  for assignment in assignments: {
    name: assignment.name
    properties: assignment.properties
  }
]
