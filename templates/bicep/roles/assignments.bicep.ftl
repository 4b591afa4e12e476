// ${about}
targetScope = '${targetScope}'

import { <#if cosmos>CosmosRights<#if sections?size != 0>, </#if></#if><#if sections?size != 0>Rights</#if> } from 'modules/types.bicep'
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
      principals: group.principals
      identities: group.identities
      clusterIdentities: group.clusterIdentities
    }
  }
]
</#list>
<#if cosmos>

module cosmosDb 'modules/cosmosDb.bicep' = [
  for group in cosmosDbRights: {
    scope: resourceGroup(group.resourceGroup)
    params: {
      principals: group.principals
      identities: group.identities
    }
  }
]
</#if>
