// Stage 2: custom roles. Updated in place under the same name; a role in use cannot be deleted.
targetScope = 'subscription'

@description('A custom role.')
type CustomRole = {
  @description('GUID of the definition.')
  name: string

  @description('Name that people see, unique in the tenant.')
  roleName: string

  @description('What the role is for.')
  description: string

  @description('What it may do to resources.')
  actions: string[]

  @description('What is taken out of the actions; another role can still give it.')
  notActions: string[]

  @description('What it may do inside resources.')
  dataActions: string[]

  @description('What is taken out of the data actions.')
  notDataActions: string[]

  @description('Where it can be assigned.')
  assignableScopes: string[]
}

@description('The custom roles.')
param customRoles CustomRole[]

@description('By the GUID of a role, assignable scopes that it loses once it is no longer assigned there.')
param keptScopes { *: string[] } = {}

resource definitions 'Microsoft.Authorization/roleDefinitions@2022-04-01' = [
  for role in customRoles: {
    name: role.name
    properties: {
      roleName: role.roleName
      description: role.description
      type: 'CustomRole'
      permissions: [
        {
          actions: role.actions
          notActions: role.notActions
          dataActions: role.dataActions
          notDataActions: role.notDataActions
        }
      ]
      assignableScopes: union(role.assignableScopes, keptScopes[?role.name] ?? [])
    }
  }
]
