# Namespaces that Azure or others make before these manifests are applied. Not part of the kustomization:
# they stand here for checks, and are never to be applied to a cluster.
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
