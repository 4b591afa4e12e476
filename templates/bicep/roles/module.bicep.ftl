<#macro target set>
<#list levels as level>
resource ${set.prefix()}${level.symbol} '${level.reference}' existing = [
<#if level.outermost>
  for right in ${set.parameter()}: {
<#else>
  for (right, i) in ${set.parameter()}: {
    parent: ${set.prefix()}${level.parent}[i]
</#if>
    name: <#if level.fixed>'default'<#else>right.names[${level.depth}]</#if>
  }
]

</#list>
</#macro>
<#macro names set principal>
@description('Their names, unless they were there before.')
var ${set.prefix()}Names = [
  for (right, i) in ${set.parameter()}: guid(
    // The scope, who holds the role, and the role.
    <#if onResource>
    ${set.prefix()}${innermost}[i].id,
    <#else>
    ${scopeId},
    </#if>
    ${principal},
    right.role
  )
]

</#macro>
<#macro assigned set>
    <#if onResource>
    scope: ${set.prefix()}${innermost}[i]
    </#if>
    name: assignedNames[?${set.prefix()}Names[i]] ?? ${set.prefix()}Names[i]
</#macro>
<#macro role>
      roleDefinitionId: ${roleDefinitionId}('Microsoft.Authorization/roleDefinitions', right.role)
      description: right.description
</#macro>
// Rights on ${about}.
<#if targetScope != "resourceGroup">
targetScope = '${targetScope}'

</#if>
import { ${imported} } from 'types.bicep'

<#if sets.principals??>
@description('Roles of groups, users and service principals.')
param principals PrincipalRight[]

</#if>
<#if sets.identities??>
@description('Roles of managed identities.')
param identities IdentityRight[]

</#if>
<#if sets.clusterIdentities??>
@description('Roles of identities that AKS makes.')
param clusterIdentities ClusterRight[]

</#if>
@description('Names of rights that were there before under another name.')
param assignedNames AssignedNames
<#if sets.principals??>

<@target sets.principals/>
<@names sets.principals "right.principalId"/>
resource principalRights '${types.roleAssignments}' = [
  for (right, i) in principals: {
<@assigned sets.principals/>
    properties: {
      principalId: right.principalId
      principalType: right.principalType
<@role/>
    }
  }
]
</#if>
<#if sets.identities??>

<@target sets.identities/>
resource managedIdentities '${types.userAssignedIdentities}' existing = [
  for right in identities: {
    scope: resourceGroup(split(right.identity, '/')[2], split(right.identity, '/')[4])
    name: split(right.identity, '/')[8]
  }
]

<@names sets.identities "managedIdentities[i].id"/>
resource identityRights '${types.roleAssignments}' = [
  for (right, i) in identities: {
<@assigned sets.identities/>
    properties: {
      principalId: managedIdentities[i].properties.principalId
      principalType: 'ServicePrincipal'
<@role/>
    }
  }
]
</#if>
<#if sets.clusterIdentities??>

<@target sets.clusterIdentities/>
resource clusters '${types.managedClusters}' existing = [
  for right in clusterIdentities: {
    scope: resourceGroup(split(right.cluster, '/')[2], split(right.cluster, '/')[4])
    name: split(right.cluster, '/')[8]
  }
]

<@names sets.clusterIdentities "clusters[i].id,\n    right.part"/>
resource clusterIdentityRights '${types.roleAssignments}' = [
  for (right, i) in clusterIdentities: {
<@assigned sets.clusterIdentities/>
    properties: {
      principalId: right.part == 'kubelet'
        ? clusters[i].properties.identityProfile.kubeletidentity.objectId
        : right.part == 'control-plane'
            ? clusters[i].identity.principalId
            : clusters[i].properties.addonProfiles.azureKeyvaultSecretsProvider.identity.objectId
      principalType: 'ServicePrincipal'
<@role/>
    }
  }
]
</#if>
