// ${about}
targetScope = '${targetScope}'

import { AssignedNames<#if cosmos>, CosmosRights</#if><#if sections?size != 0>, Rights</#if> } from 'modules/types.bicep'
<#if sections?size != 0>

@description('Names of role assignments that were there before under another name.')
param assignedNames AssignedNames = {}
</#if>
<#if cosmos>

@description('Names of data-plane rights that were there before under another name.')
param assignedCosmosDbNames AssignedNames = {}
</#if>
<#list sections as section>

@description('Rights on ${section.about}.')
param ${section.parameter} Rights[] = []
</#list>
<#if cosmos>

@description('Data-plane rights on Cosmos DB accounts, which are no Azure roles.')
param cosmosDbRights CosmosRights[] = []
</#if>
<#list sections as section>

module ${section.module} 'modules/${section.module}.bicep' = [
  for group in ${section.parameter}: {
<#if section.inResourceGroup>
    scope: resourceGroup(group.resourceGroup)
</#if>
    params: {
<#list holders[section.module] as holder>
      ${holder.parameter()}: group.?${holder.parameter()} ?? []
</#list>
      assignedNames: assignedNames
    }
  }
]
</#list>
<#if cosmos>

module cosmosDb 'modules/cosmosDb.bicep' = [
  for group in cosmosDbRights: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      principals: group.?principals ?? []
      identities: group.?identities ?? []
      assignedNames: assignedCosmosDbNames
    }
  }
]
</#if>
