// What the parameter files hold.

@export()
@description('A built-in policy or initiative at one scope.')
type PolicyAssignment = {
  @description('Name of the assignment.')
  name: string

  @description('Definition, parameters and texts as Azure spells them.')
  properties: resourceInput<'Microsoft.Authorization/policyAssignments@2026-07-01'>.properties
}

@export()
@description('Assignments at a resource group or at a cluster in it.')
type PolicyGroup = {
  @description('Name of the resource group.')
  resourceGroup: string

  @description('Name of the cluster; empty for the resource group itself.')
  cluster: string

  @description('The assignments.')
  assignments: PolicyAssignment[]
}
