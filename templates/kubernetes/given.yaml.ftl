# Namespaces that Azure or others make before these manifests are applied<#if accounts?has_content>, and service accounts that a chart or an
# operator makes, with the annotation that it has to set (the client id stands in azure-outputs.env)</#if>. Not part of the
# kustomization: they stand here for checks, and are never to be applied to a cluster.
<#list objects as object>
---
# from: ${object.meta.considerations?join(", ")}
apiVersion: v1
kind: Namespace
metadata:
  name: ${yaml(object.meta.name)}
<#if object.settled>
  labels:
    # from: ${object.levelFrom}
    pod-security.kubernetes.io/enforce: ${yaml(object.level)}
    pod-security.kubernetes.io/enforce-version: latest
</#if>
</#list>
<#list accounts as object>
---
# from: ${object.meta.considerations?join(", ")}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${yaml(object.meta.name)}
  namespace: ${yaml(object.meta.namespace)}
<#if object.identity>
  annotations:
    azure.workload.identity/client-id: "00000000-0000-0000-0000-000000000000"
</#if>
</#list>
