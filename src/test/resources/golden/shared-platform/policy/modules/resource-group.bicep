// Azure Policy at a resource group.
import { PolicyAssignment } from 'types.bicep'

@description('The assignments.')
param assignments PolicyAssignment[]

resource policies 'Microsoft.Authorization/policyAssignments@2026-07-01' = [
  for assignment in assignments: {
    name: assignment.name
    properties: assignment.properties
  }
]
