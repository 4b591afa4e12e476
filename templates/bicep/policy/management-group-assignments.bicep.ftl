// Stage 5: Azure Policy at management groups.
targetScope = 'managementGroup'

import { PolicyAssignment } from 'modules/types.bicep'

@description('Assignments at the management group.')
param managementGroupAssignments PolicyAssignment[]

resource policies '${types.policyAssignments}' = [
  for assignment in managementGroupAssignments: {
    name: assignment.name
    properties: assignment.properties
  }
]
