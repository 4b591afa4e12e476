<#-- What every object begins with: the considerations it came from, as a comment above it and as an annotation. Nested lines are labels of its own;
those that all objects have stand in the kustomization of the cluster. -->
<#macro header meta apiVersion kind>
---
# from: ${meta.considerations?join(", ")}
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${yaml(meta.name)}
<#if meta.namespace?has_content>
  namespace: ${yaml(meta.namespace)}
</#if>
<#local labels><@map meta.labels "    "/><#nested></#local>
<#if labels?has_content>
  labels:
${labels}<#rt>
</#if>
  annotations:
    aks-iam/consideration: ${yaml(meta.considerations?join(", "))}
<@map meta.annotations "    "/>
</#macro>
<#macro map entries indent>
<#list entries as key, value>
${indent}${yaml(key)}: ${yaml(value)}
</#list>
</#macro>
<#-- A list in one line, for short ones. -->
<#macro words values>[<#list values as value>${yaml(value)}<#sep>, </#list>]</#macro>
<#-- A map in one line. -->
<#macro pairs entries>{<#list entries as key, value>${yaml(key)}: ${yaml(value)}<#sep>, </#list>}</#macro>
<#macro selector entries indent name>
<#if entries?has_content>
${indent}${name}:
${indent}  matchLabels:
<@map entries indent + "    "/>
<#else>
${indent}${name}: {}
</#if>
</#macro>
<#macro subjects parties>
<#list parties as party>
<#if party.account>
  - kind: ServiceAccount
    name: ${yaml(party.name)}
    namespace: ${yaml(party.namespace)}
<#else>
  - kind: ${party.kind}
    name: ${yaml(party.name)} # ${comment(party.comment)}
</#if>
</#list>
</#macro>
