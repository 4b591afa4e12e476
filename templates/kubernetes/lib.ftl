<#-- What every object begins with: the considerations it came from, as a comment above it and as an annotation. Nested lines are further labels. -->
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
  labels:
    aks-iam/design: ${yaml(design)}
    app.kubernetes.io/managed-by: aks-iam
<@map meta.labels "    "/>
<#nested>
  annotations:
    aks-iam/consideration: ${yaml(meta.considerations?join(", "))}
<@map meta.annotations "    "/>
</#macro>
<#macro map entries indent>
<#list entries as key, value>
${indent}${yaml(key)}: ${yaml(value)}
</#list>
</#macro>
<#macro sequence values indent>
<#list values as value>
${indent}- ${yaml(value)}
</#list>
</#macro>
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
  # ${comment(party.comment)}
  - kind: ${party.kind}
    apiGroup: rbac.authorization.k8s.io
    name: ${yaml(party.name)}
</#if>
</#list>
</#macro>
