// Rights on the subscription.
targetScope = 'subscription'

import { AssignedNames, PrincipalRight } from 'types.bicep'

@description('Roles of groups, users and service principals.')
param principals PrincipalRight[]

@description('Names of rights that were there before under another name.')
param assignedNames AssignedNames

@description('Their names, unless they were there before.')
var principalNames = [
  for (right, i) in principals: guid(
    // The scope, who holds the role, and the role.
    subscription().id,
    right.principalId,
    right.role
  )
]

resource principalRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (right, i) in principals: {
    name: assignedNames[?principalNames[i]] ?? principalNames[i]
    properties: {
      principalId: right.principalId
      principalType: right.principalType
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', right.role)
      description: right.description
    }
  }
]
